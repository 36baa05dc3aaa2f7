"""What was read, but perhaps not as meant, is told in every report and changes nothing else."""

import json
from collections.abc import Iterator

import pytest
from jsonschema import Draft202012Validator

from escp_docs.judging.result import Result
from escp_docs.report import github, json_report, junit, sarif, text
from escp_docs.report.exit_status import status
from escp_docs.rules import ALL_RULES
from tests.report.sample import result
from tests.support.places import SPECS

DOUBTED = "strategy:\n  vision: Go #3 far\n  mission: mission.md\n"


@pytest.fixture(scope="module")
def doubted() -> Result:
    return result(DOUBTED)


def told(pieces: Iterator[str]) -> str:
    return "".join(pieces)


def test_text_tells_place_fact_and_cure_after_the_findings(doubted: Result) -> None:
    lines = told(text.render([doubted])).splitlines()

    remarks = [line for line in lines if ": remark: " in line]
    assert [line.split(": ")[0] for line in remarks] == [
        "a.yaml:1:7",
        "a.yaml:4:14",
        "a.yaml:5:12",
    ]
    assert "do not say all about eligibility" in remarks[0]
    assert "'#3 far' is not read" in remarks[1]
    findings = [number for number, line in enumerate(lines) if "1:1: undecided " in line]
    assert lines.index(remarks[0]) > max(findings)


def test_json_has_them_in_its_schema(doubted: Result) -> None:
    found = json.loads(told(json_report.render([doubted], "1")))

    schema = json.loads((SPECS / "schemas" / "report.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(found)
    (spec,) = found["specs"]
    assert [one["place"]["path"] for one in spec["remarks"]] == ["call", None, "strategy.mission"]
    assert found["remarks"] == []
    assert found["schema_version"] == 2
    assert spec["missing"]["questions"] > 0


def test_sarif_has_notes_and_github_has_notices(doubted: Result) -> None:
    run = json.loads(told(sarif.render([doubted], "1", ALL_RULES)))["runs"][0]
    notes = [one for one in run["results"] if one["ruleId"] == "remark"]
    notices = told(github.render([doubted], strict=False))

    assert [one["level"] for one in notes] == ["note"] * 3
    assert run["tool"]["driver"]["rules"][notes[0]["ruleIndex"]]["id"] == "remark"
    assert "::notice file=a.yaml,line=4,col=14," in notices


def test_junit_has_them_beside_the_verdict(doubted: Result) -> None:
    assert "remark: a.yaml:4:14: " in told(junit.render([doubted], strict=True))


def test_a_remark_changes_neither_verdict_nor_exit_status(doubted: Result) -> None:
    plain = result("strategy:\n  vision: Go far\n")

    assert doubted.verdict == plain.verdict
    for strict in (True, False):
        assert status([doubted], strict=strict) == status([plain], strict=strict)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("strategy:\n  vision: |\n\n    First.\n\n    Go ~~far~~ now.\n", 8, 8),
        ("strategy:\n  vision: Go ~~far~~ now.\n", 4, 11),
    ],
)
def test_a_prose_that_can_be_read_in_two_ways_is_told_at_its_line(
    text: str, line: int, column: int
) -> None:
    _, remark = result(text).remarks

    assert "printed as typed" in remark.message
    assert remark.place is not None
    assert (remark.place.line, remark.place.column) == (line, column)


# --- what the sources of the call do not say ---------------------------------------------------


@pytest.mark.parametrize(("strand", "topics"), [("A", 2), ("B", 4), (None, 4)])
def test_what_may_decide_about_eligibility_and_is_unknown_is_one_remark(
    strand: str | None, topics: int
) -> None:
    text = f"strand: {strand}\n" if strand else ""

    (remark,) = result(text).remarks

    assert remark.message.startswith("the sources of cos-clusint-2020-3-01 do not say all about")
    assert remark.message.count("; ") == topics - 1
    assert ("defence" in remark.message) == (strand != "A")
    assert (remark.path, remark.place and remark.place.line) == ("call", 1)


def test_outcomes_and_remarks_of_json_and_junit_are_sorted_by_place() -> None:
    text = (
        "strategy: {mission: TBD, vision: Go ~~far~~ now.}\n"
        "consortium:\n  partners: [{id: A, country: US}, {id: B, country: PT, pic: 12}]\n"
    )

    (spec,) = json.loads(told(json_report.render([result(text)], "1")))["specs"]

    for several in (spec["outcomes"], spec["remarks"]):
        places = [one["place"] for one in several]
        lines = [(one["line"], one["column"]) for one in places if one]
        assert lines == sorted(lines)
        assert places[len(lines) :] == [None] * (len(places) - len(lines))
    cases = told(junit.render([result(text)], strict=True)).split("<testcase ")
    codes = [one["code"] for one in spec["outcomes"]]
    assert [case.split('name="')[1][:6] for case in cases[1:]] == codes


def test_what_is_not_written_yet_is_a_warning_and_no_remark_beside_it() -> None:
    found = result("strategy:\n  vision: TBD\n")

    lines = [line for line in told(text.render([found])).splitlines() if "TBD" in line]

    assert [one.path for one in found.remarks] == ["call"]
    assert len(lines) == 1
    assert "warning FRM007" in lines[0]
