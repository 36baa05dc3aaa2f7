"""JUnit: one suite per spec, one case per outcome, and what fails fails."""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escp_docs.finding import Answer, Severity
from escp_docs.judging.result import Result
from escp_docs.report import junit
from tests.report import sample


def written(results: Sequence[Result], *, strict: bool) -> str:
    return "".join(junit.render(results, strict=strict))


def suites(*results: Result, strict: bool = False) -> list[ET.Element]:
    return list(ET.fromstring(written(results, strict=strict)))


@pytest.mark.parametrize(
    ("answer", "severity", "lenient", "strict"),
    [
        (Answer.MET, Severity.ERROR, None, None),
        (Answer.NOT_MET, Severity.ERROR, "failure", "failure"),
        (Answer.NOT_MET, Severity.WARNING, "system-out", "failure"),
        (Answer.UNDECIDED, Severity.ERROR, "skipped", "failure"),
        (Answer.UNDECIDED, Severity.WARNING, "skipped", "failure"),
        (Answer.NOT_APPLICABLE, Severity.ERROR, "skipped", "skipped"),
    ],
)
def test_what_becomes_of_an_outcome(
    answer: Answer, severity: Severity, lenient: str | None, strict: str | None
) -> None:
    result = sample.of([sample.finding(answer, severity)])

    for is_strict, expected in ((False, lenient), (True, strict)):
        (suite,) = suites(result, strict=is_strict)
        (case,) = suite.findall("testcase")
        assert [child.tag for child in case] == ([expected] if expected else [])


def test_a_question_is_the_message_of_what_is_skipped() -> None:
    (suite,) = suites(sample.of([sample.finding(Answer.UNDECIDED)]))
    skipped = suite.find("testcase/skipped")

    assert skipped is not None
    assert skipped.get("message") == "Where is it established?"
    assert "ask CMC" in (skipped.text or "")


def test_an_unreadable_spec_is_an_error_with_its_place() -> None:
    (suite,) = suites(sample.unreadable())
    error = suite.find("testcase/error")

    assert (suite.get("tests"), suite.get("errors")) == ("1", "1")
    assert error is not None
    assert error.get("message") == "unknown key 'x'"
    assert suite.findall("testcase")[0].get("name") == "readable bad.yaml:2:1"


def test_counts_add_up() -> None:
    text = written((sample.result(sample.INELIGIBLE), sample.unreadable()), strict=False)
    root = ET.fromstring(text)

    for attribute, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        total = len(root.findall(f".//{tag}"))
        assert total == int(root.get(attribute, "")) > 0
        assert total == sum(int(suite.get(attribute, "")) for suite in root)
    assert int(root.get("tests", "")) == len(root.findall(".//testcase"))


def test_every_case_of_a_spec_has_a_name_of_its_own() -> None:
    (suite,) = suites(sample.result(sample.INELIGIBLE))
    names = [case.get("name") for case in suite.findall("testcase")]

    assert len(names) == len(set(names))


@given(st.text(st.characters(codec=None, exclude_categories=[])))
def test_is_xml_whatever_a_spec_says(text: str) -> None:
    finding = sample.finding(Answer.NOT_MET, message=text, file=text)

    xml = written((sample.of([finding], text), sample.unreadable(text)), strict=True)

    assert len(ET.fromstring(xml.encode())) == 2
