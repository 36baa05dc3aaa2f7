"""`build -d budget`: the workbook as a document like any other."""

import json
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook

from tests.support.places import SPECS
from tests.support.program import run


def built(folder: Path, spec: str, *more: str) -> tuple[int, str]:
    return run("build", str(SPECS / spec), "-o", str(folder), "-d", "budget", *more)


def heads(data: bytes) -> set[str | None]:
    lines = (sheet.oddHeader for sheet in load_workbook(BytesIO(data)).worksheets)
    return {line.center.text for line in lines if line is not None}


def test_the_manifest_lists_its_sheets_and_the_values_that_it_prints(tmp_path: Path) -> None:
    assert built(tmp_path, "shield-4i.yaml")[0] == 0

    home = tmp_path / "shield-4i"
    entry = json.loads((home / "manifest.json").read_text())["files"]["budget.xlsx"]
    book = load_workbook(BytesIO((home / "budget.xlsx").read_bytes()))
    assert [one["title"] for one in entry["sections"]] == book.sheetnames
    assert entry["values"]["budget.reimbursement_rate"] == "9/10"
    assert entry["pages"] is None
    assert heads((home / "budget.xlsx").read_bytes()) == {None}
    assert "unchanged" in built(tmp_path, "shield-4i.yaml")[1]


def test_open_facts_make_a_draft_and_a_final_one_is_refused(tmp_path: Path) -> None:
    status, output = built(tmp_path, "unfinished.yaml")

    assert status == 0
    assert "cost of a person-month" in output
    assert heads((tmp_path / "soil-4i" / "budget.xlsx").read_bytes()) == {"DRAFT"}
    assert built(tmp_path / "final", "unfinished.yaml", "--final")[0] == 1
    assert not (tmp_path / "final" / "soil-4i").exists()


def test_a_format_that_it_lacks_is_refused(tmp_path: Path) -> None:
    status, output = built(tmp_path, "shield-4i.yaml", "-f", "docx")

    assert status == 2
    assert "budget has no format docx; it has xlsx" in output
