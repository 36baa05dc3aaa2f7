"""The last line of a check: a clean green light, and one that is clouded."""

from pathlib import Path

import pytest

from escp_docs.build.result import Built
from escp_docs.finding import Answer, Outcome, Place, Severity
from escp_docs.judging.result import Finding, Result, WaitedFact
from escp_docs.report import summary, text
from escp_docs.rule import Standing


def found(code: str, answer: Answer = Answer.NOT_MET) -> Finding:
    outcome = Outcome(answer, "it is so", "", question="Is it?", severity=Severity.WARNING)
    return Finding(code, "name", outcome, None, "")


def waited(code: str) -> WaitedFact:
    return WaitedFact("project.title", Place("x", 1, 1), "", "Is it?", "A", (code,), urgent=False)


@pytest.mark.parametrize(
    ("findings", "last"),
    [
        ([], "x: eligible"),
        ([found("BUD002")], "x: eligible, 1 warning on the grant"),
        (
            [found("BUD001"), found("BUD002"), found("BUD009")],
            "x: eligible, 3 warnings on the grant",
        ),
        (
            [found("BUD002"), found("RMP003"), found("CON009"), found("RMP009")],
            "x: eligible, 4 warnings on the grant, the roadmap and the consortium",
        ),
        ([found("FRM006", Answer.UNDECIDED)], "x: eligible (1 question)"),
        (
            [found("TGT003"), found("FRM006", Answer.UNDECIDED)],
            "x: eligible, 1 warning on the targets (1 question)",
        ),
    ],
)
def test_an_eligible_spec_says_on_what_its_warnings_are(findings: list[Finding], last: str) -> None:
    asked = tuple(waited(one.code) for one in findings if one.is_question)
    result = Result("x", "call", "A", Standing.ELIGIBLE, tuple(findings), asked=asked)

    assert "".join(text.render([result])).splitlines()[-1] == last


def test_a_spec_that_is_not_eligible_counts_its_warnings() -> None:
    result = Result("x", "call", "A", Standing.UNDECIDED, (found("BUD002"),))

    assert "".join(text.render([result])).splitlines()[-1] == "x: undecided (1 warning)"


@pytest.mark.parametrize(
    ("verdict", "warnings", "first"),
    [
        ("eligible", (), "x: eligible, nothing open"),
        (
            "eligible",
            ("BUD001", "BUD002", "RMP003"),
            "x: eligible, 3 warnings on the grant and the roadmap, nothing open",
        ),
        ("undecided", ("BUD002",), "x: undecided, nothing open"),
    ],
)
def test_a_build_says_the_same_of_its_warnings(
    verdict: str, warnings: tuple[str, ...], first: str
) -> None:
    built = Built("x", Path("x"), verdict, False, (), (), (), (), warnings)  # noqa: FBT003

    assert summary.text(built).splitlines()[0] == first
