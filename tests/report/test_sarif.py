"""SARIF: agrees with the published schema, says what a scanner needs, and stays the same."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from escp_docs.finding import Answer, Severity
from escp_docs.judging.result import Result
from escp_docs.report import sarif
from escp_docs.report.json_stream import array
from escp_docs.rules import ALL_RULES
from tests.report import sample

SCHEMA = Path(__file__).with_name("sarif-schema-2.1.0.json")
TWICE = """
strand: A
project: {acronym: ONE}
consortium:
  partners: [{id: A, country: IT, pic: "900000001"}]
"""


OTHER = TWICE.replace("ONE", "TWO")


@cache
def validator() -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(json.loads(SCHEMA.read_bytes()))


def run(*results: Result) -> dict[str, Any]:
    log = json.loads("".join(sarif.render(results, "1.2.3", ALL_RULES)))
    validator().validate(log)
    (found,) = log["runs"]
    return dict(found)


@pytest.mark.parametrize(
    "results",
    [
        pytest.param((), id="no spec"),
        pytest.param((sample.unreadable(),), id="unreadable"),
        pytest.param((sample.result(sample.INELIGIBLE),), id="ineligible"),
        pytest.param(sample.results(TWICE, OTHER), id="across specs"),
    ],
)
def test_agrees_with_the_published_schema(results: tuple[Result, ...]) -> None:
    assert run(*results)["invocations"][0]["executionSuccessful"] is not any(
        result.faults for result in results
    )


@given(st.text(), st.text(min_size=1))
def test_agrees_with_the_schema_whatever_a_spec_says(message: str, file: str) -> None:
    finding = sample.finding(Answer.NOT_MET, message=message, file=file)

    run(sample.of([finding], file), sample.unreadable(message, file))


def test_each_rule_is_described_by_its_manual_page() -> None:
    rules = {rule["id"]: rule for rule in run()["tool"]["driver"]["rules"]}

    assert rules.keys() == {rule.code for rule in ALL_RULES} | {sarif.UNREADABLE, sarif.REMARK}
    for rule in ALL_RULES:
        assert rule.manual.split("What it checks")[1].split()[0] in rules[rule.code]["help"]["text"]
        assert "**Why**" in rules[rule.code]["help"]["markdown"]
        assert rules[rule.code]["shortDescription"]["text"] in " ".join(rule.manual.split())


@pytest.mark.parametrize(
    ("answer", "severity", "level"),
    [
        (Answer.NOT_MET, Severity.ERROR, "error"),
        (Answer.NOT_MET, Severity.WARNING, "warning"),
        (Answer.UNDECIDED, Severity.ERROR, "note"),
        (Answer.UNDECIDED, Severity.WARNING, "note"),
    ],
)
def test_levels(answer: Answer, severity: Severity, level: str) -> None:
    (result,) = run(sample.of([sample.finding(answer, severity)]))["results"]

    assert result["level"] == level
    assert result["properties"]["outcome"] == answer.value


@pytest.mark.parametrize("answer", [Answer.MET, Answer.NOT_APPLICABLE])
def test_what_is_settled_is_no_result(answer: Answer) -> None:
    assert run(sample.of([sample.finding(answer)]))["results"] == []


def test_a_result_has_its_place_and_its_rule() -> None:
    found = run(sample.of([sample.finding(Answer.NOT_MET)]))
    (result,) = found["results"]
    (location,) = result["locations"]

    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "a.yaml"},
        "region": {
            "startLine": 4,
            "startColumn": 3,
            "endColumn": 11,
            "snippet": {"text": "  partners:"},
        },
    }
    assert found["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert result["message"]["text"] == "1 country (IT). Fix: add a partner"


def test_a_finding_across_specs_shows_both_places() -> None:
    found = run(*sample.results(TWICE, OTHER))["results"]
    twice = [one for one in found if one["ruleId"] == "SUB003"]

    assert [
        (
            one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            one["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"],
        )
        for one in twice
    ] == [("a.yaml", "b.yaml"), ("b.yaml", "a.yaml")]


def fingerprints(text: str) -> list[tuple[str, str]]:
    found = run(sample.result(text))["results"]
    return sorted((one["ruleId"], one["partialFingerprints"][sarif.FINGERPRINT]) for one in found)


def test_fingerprints_stay_when_lines_and_entries_move() -> None:
    moved = """
    # a remark

    consortium:
      partners:
        - id: B
          kind: other
        - id: A
          country: US
    strand: A
    """

    before, after = fingerprints(sample.INELIGIBLE), fingerprints(moved)

    assert [one for one in before if one[0] in {"CON002", "CON005"}] == [
        one for one in after if one[0] in {"CON002", "CON005"}
    ]


def test_fingerprints_differ_from_each_other() -> None:
    found = [value for _, value in fingerprints(sample.INELIGIBLE)]

    assert len(found) == len(set(found)) > 1


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("specs/a b.yaml", "specs/a%20b.yaml"),
        ("/home/ä.yaml", "file:///home/%C3%A4.yaml"),
        ("<stdin>", "%3Cstdin%3E"),
        ("a%20b#c?.yaml", "a%2520b%23c%3F.yaml"),
        ("bad\udcff.yaml", "bad%FF.yaml"),
    ],
)
def test_a_file_name_becomes_a_uri(file: str, uri: str) -> None:
    assert sarif.uri(file) == uri


def test_the_same_results_give_the_same_bytes() -> None:
    once = list(sarif.render((sample.result(sample.INELIGIBLE),), "1", ALL_RULES))

    assert once == list(sarif.render((sample.result(sample.INELIGIBLE),), "1", ALL_RULES))


@pytest.mark.parametrize("items", [[], [1], [{"a": [1, {}]}, "x\u2028y", None]])
@pytest.mark.parametrize("indent", [1, 2])
def test_json_in_pieces_is_json_as_a_whole(items: list[object], indent: int) -> None:
    pieces = "".join(array(items, indent=indent, level=1))
    whole = json.dumps({"a": items}, ensure_ascii=False, indent=indent)

    assert f'{{\n{" " * indent}"a": {pieces}\n}}' == whole


def test_half_a_surrogate_pair_is_escaped() -> None:
    text = "".join(array(["bad\udcff.yaml"], indent=1, level=0))

    assert json.loads(text.encode()) == ["bad\udcff.yaml"]
