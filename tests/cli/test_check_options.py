"""`check`: what is shown, in which form, and how a spec fares otherwise than as written."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from escp_docs.rules import ALL_RULES
from tests.support.places import ROOT, SPECS
from tests.support.program import report, run
from tests.support.reading import INELIGIBLE

WAVE, SHIELD = str(SPECS / "wave-4i"), str(SPECS / "shield-4i.yaml")
SCHEMA = json.loads((SPECS / "schemas" / "report.schema.json").read_text())


# --- --select and --ignore -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "status", "codes"),
    [
        ([], 1, {rule.code for rule in ALL_RULES}),
        (["--select", "CON002"], 1, {"CON002"}),
        (["--select", "con002, CON003", "--select", "tgt001"], 1, {"CON002", "CON003", "TGT001"}),
        (["--select", "TGT"], 0, {rule.code for rule in ALL_RULES if rule.code[:3] == "TGT"}),
        (["--select", "TGT", "--ignore", "TGT00"], 0, set()),
        (["--ignore", "CON"], 0, {one.code for one in ALL_RULES if one.code[:3] != "CON"}),
        (["--ignore", "CON", "--strict"], 1, {o.code for o in ALL_RULES if o.code[:3] != "CON"}),
        (["--select", ",CON007,", "--strict"], 0, {"CON007"}),
    ],
)
def test_a_selection_filters_what_is_shown_and_the_status_never_the_verdict(
    options: list[str], status: int, codes: set[str]
) -> None:
    assert run("check", "-", *options, text=INELIGIBLE)[0] == status
    found = report("-", *options, text=INELIGIBLE)

    assert found["verdict"] == "ineligible"
    assert {one["code"] for one in found["outcomes"]} == codes
    hidden = {one["code"] for one in found.get("hidden", [])}
    assert not hidden & codes


def test_the_summary_names_what_is_hidden() -> None:
    _, output = run("check", "-", "--ignore", "CON", text=INELIGIBLE)

    assert "error CON" not in output
    assert "not shown, yet part of the verdict: 4 errors (CON001, CON002, CON003, CON004)" in output


@pytest.mark.parametrize(
    ("option", "value", "hint"),
    [
        ("--select", "CON03", "did you mean CON0"),
        ("--ignore", "BUX", "did you mean BUD?"),
        ("--ignore", "CON,TGT999", "did you mean TGT?"),
        ("--call", "cos-clusint-2020-3-02", "did you mean cos-clusint-2020-3-01?"),
        ("--strand", "Z", "there is A, B"),
        ("--without", "CMX", "did you mean CMA?"),
    ],
)
def test_an_unknown_name_is_status_2_with_the_nearest(option: str, value: str, hint: str) -> None:
    status, output = run("check", WAVE, option, value)

    assert status == 2
    assert f"'{option}'" in output
    assert hint in " ".join(output.split())


# --- --call and --strand ---------------------------------------------------------------------


def test_another_strand_shows_what_appears() -> None:
    status, output = run("check", WAVE, "--strand", "b")
    found = report(WAVE, "--strand", "B")

    assert status == 1  # it is not in the sector of Strand B
    assert "wave-4i in cos-clusint-2020-3-01, strand B: ineligible" in output
    assert found["strand"] == "B"
    assert found["as_written"]["strand"] == "A"
    assert "BUD002" in {one["code"] for one in found["as_written"]["appear"]}


def test_what_appears_is_what_the_other_verdict_adds() -> None:
    other, own = report(SHIELD, "--strand", "A"), report(SHIELD)

    def unsettled(spec: dict[str, Any]) -> set[tuple[str, str]]:
        return {
            (one["code"], one["place"]["path"])
            for one in spec["outcomes"]
            if one["outcome"] in {"not_met", "undecided"}
        }

    def places(outcomes: list[dict[str, Any]]) -> set[tuple[str, str]]:
        return {(one["code"], one["place"]["path"]) for one in outcomes}

    change = other["as_written"]
    assert places(change["appear"]) == unsettled(other) - unsettled(own)
    assert places(change["disappear"]) == unsettled(own) - unsettled(other)


def test_another_call_judges_by_its_numbers() -> None:
    found = report(WAVE, "--call", "COS-CLUSINT-2016-03-01", "--strand", "1.a")

    assert (found["call"], found["strand"]) == ("cos-clusint-2016-03-01", "1.a")
    assert found["verdict"] == "ineligible"  # submitted after its deadline
    assert {"SUB001", "BUD001", "BUD002"} <= {one["code"] for one in found["as_written"]["appear"]}


def test_a_strand_that_the_other_call_lacks_is_open() -> None:
    found = report(WAVE, "--call", "cos-clusint-2019-3-01")

    assert found["strand"] is None
    assert found["as_written"]["strand"] == "A"


def test_the_same_strand_changes_nothing() -> None:
    change = report(WAVE, "--strand", "A")["as_written"]

    assert change["appear"] == change["disappear"] == []


def test_a_selection_holds_for_what_changed_too() -> None:
    change = report(WAVE, "--strand", "B", "--ignore", "BUD")["as_written"]

    assert not [one for one in change["appear"] if one["code"].startswith("BUD")]


# --- formats ---------------------------------------------------------------------------------


def test_sarif_and_junit_and_github_tell_the_same_findings(tmp_path: Path) -> None:
    path = tmp_path / "spec.yaml"
    path.write_text(INELIGIBLE)
    unsettled = [
        one["code"]
        for one in report(str(path))["outcomes"]
        if one["outcome"] in {"not_met", "undecided"}
    ]

    log = json.loads(run("check", "--format", "sarif", str(path))[1])
    suite = ET.fromstring(run("check", "--format", "junit", "--strict", str(path))[1].encode())
    lines = run("check", "--format", "github", str(path))[1].splitlines()

    told = [one["ruleId"] for one in log["runs"][0]["results"] if one["ruleId"] != "remark"]
    assert sorted(told) == sorted(unsettled)
    assert len(suite.findall(".//failure")) == len(unsettled)
    findings = [line for line in lines if line.startswith("::") and "title=remark" not in line]
    assert len(findings) == len(unsettled)


@pytest.mark.parametrize("style", ["text", "json", "sarif", "junit", "github"])
def test_the_status_is_the_same_in_every_format(style: str) -> None:
    assert run("check", "--format", style, "-", text=INELIGIBLE)[0] == 1
    assert run("check", "--format", style, WAVE)[0] == 0
    assert run("check", "--format", style, "/nowhere.yaml", WAVE)[0] == 2


@pytest.mark.parametrize("style", ["json", "sarif", "junit", "github"])
def test_no_format_loads_the_writers_of_documents(style: str) -> None:
    code = (
        "import sys; from escp_docs.cli import main\n"
        "try: main(['check', '--without', 'CMA', *sys.argv[1:]])\n"
        "except SystemExit as done: assert done.code == 0, done.code\n"
        "print(sorted({'weasyprint', 'docx', 'jinja2', 'markdown_it'} & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "--format", style, WAVE],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.splitlines()[-1] == "[]"


def test_quiet_prints_nothing() -> None:
    assert run("check", "-q", "--format", "sarif", "-", text=INELIGIBLE) == (1, "")


def test_help_names_every_format() -> None:
    assert "[text|json|sarif|junit|github]" in run("check", "-h")[1]
    assert (ROOT / "action.yml").exists()
