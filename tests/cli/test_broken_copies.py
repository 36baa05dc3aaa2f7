"""Copies of the full example with one thing broken: the right rule, at the right line."""

import json
import shutil
from pathlib import Path

import pytest

from tests.support.places import SPECS
from tests.support.program import run

BROKEN = [
    # file, old, new, rule, outcome, the words of the line at which it is reported
    ("consortium.yaml", "country: IE", "country: US", "CON002", "not_met", "country: US"),
    (
        "consortium.yaml",
        "kind: business_network",
        "kind: other",
        "CON005",
        "not_met",
        "kind: other",
    ),
    (
        "consortium.yaml",
        "own_legal_entity: true",
        "own_legal_entity: false",
        "CON006",
        "not_met",
        "own_legal_entity: false",
    ),
    ("consortium.yaml", "country: PL", "", "CON002", "undecided", "- id: BKTM"),
    ("project.yaml", "strand: A", "", "CON003", "undecided", "acronym"),
    (
        "project.yaml",
        "submission_date: 2020-11-30",
        "submission_date: 2020-12-03",
        "SUB001",
        "not_met",
        "submission_date: 2020-12-03",
    ),
    (
        "target_countries.yaml",
        "[AR, BR, PY, UY]",
        "[AR, TR, PY, UY]",
        "TGT002",
        "not_met",
        "[AR, TR, PY, UY]",
    ),
    (
        "budget.yaml",
        "reimbursement_rate: 0.9",
        "reimbursement_rate: 0.91",
        "BUD001",
        "not_met",
        "reimbursement_rate",
    ),
    (
        "budget.yaml",
        "requested_grant_eur: {",
        "requested_grant_eur: {CMA: 7000000, ",
        "BUD003",
        "not_met",
        "budget:",
    ),
    ("budget.yaml", "indirect_rate: 0.07", "", "BUD002", "undecided", "budget:"),
]


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "outcome", "words"),
    BROKEN,
    ids=[f"{code}-{outcome}" for _, _, _, code, outcome, _ in BROKEN],
)
def test_a_broken_copy(  # noqa: PLR0913, PLR0917
    tmp_path: Path, file: str, old: str, new: str, code: str, outcome: str, words: str
) -> None:
    spec = tmp_path / "wave"
    shutil.copytree(SPECS / "wave-4i", spec)
    text = (spec / file).read_text()
    assert old in text
    (spec / file).write_text(text.replace(old, new, 1))

    report = json.loads(run("check", "--format", "json", str(spec))[1])

    found = [
        one
        for one in report["specs"][0]["outcomes"]
        if one["code"] == code and one["outcome"] == outcome
    ]
    assert found, report["specs"][0]["outcomes"]
    place = found[0]["place"]
    line = Path(place["file"]).read_text().splitlines()[place["line"] - 1]
    assert words in line or (words == "acronym" and place["line"] == 1)
