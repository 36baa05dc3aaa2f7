"""GitHub annotations: one line each, whatever a spec says, with the place of the finding."""

import re
from collections.abc import Sequence
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escp_docs.finding import Answer, Severity
from escp_docs.judging.result import Result
from escp_docs.report import github
from tests.report import sample


def written(results: Sequence[Result], *, strict: bool) -> str:
    return "".join(github.render(results, strict=strict))


COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def test_an_annotation_has_place_title_and_message() -> None:
    text = written((sample.of([sample.finding(Answer.NOT_MET)]),), strict=False)

    assert text.splitlines() == [
        (
            "::error file=a.yaml,line=4,col=3,endColumn=11,title=CON003 too-few-countries::"
            '1 country (IT)%0Afix: add a partner%0Asource: the call, page 1: "three countries"'
        ),
        "check a.yaml: ineligible",
    ]


@pytest.mark.parametrize(
    ("answer", "severity", "lenient", "strict"),
    [
        (Answer.NOT_MET, Severity.ERROR, "error", "error"),
        (Answer.NOT_MET, Severity.WARNING, "warning", "error"),
        (Answer.UNDECIDED, Severity.ERROR, "notice", "error"),
    ],
)
def test_levels(answer: Answer, severity: Severity, lenient: str, strict: str) -> None:
    result = sample.of([sample.finding(answer, severity)])

    assert written((result,), strict=False).startswith(f"::{lenient} ")
    assert written((result,), strict=True).startswith(f"::{strict} ")


def test_an_unreadable_spec_is_an_error() -> None:
    first, last = written((sample.unreadable(),), strict=False).splitlines()

    assert first.startswith("::error file=bad.yaml,line=2,col=1,endColumn=2,title=unreadable::")
    assert last == "check bad.yaml: unreadable"


@given(st.text(), st.text(min_size=1))
def test_nothing_that_a_spec_says_breaks_out_of_its_line(message: str, file: str) -> None:
    finding = sample.finding(Answer.NOT_MET, message=message, file=file)

    text = written((sample.of([finding], file),), strict=False)
    first, last, end = text.split("\n")
    found = COMMAND.fullmatch(first)

    assert end == ""
    assert last.startswith("check ")
    assert found
    properties = dict(one.split("=", 1) for one in found[2].split(","))
    assert properties.keys() == {"file", "line", "col", "endColumn", "title"}


def test_marks_of_the_format_come_back_as_they_were() -> None:
    finding = sample.finding(Answer.NOT_MET, message="90 %0A: a, b::c", file="a,b:c%.yaml")

    first = written((sample.of([finding]),), strict=False).splitlines()[0]
    found = COMMAND.fullmatch(first)

    assert found
    assert unquote(found[2].split(",")[0]) == "file=a,b:c%.yaml"
    assert unquote(found[3]).startswith("90 %0A: a, b::c\n")
