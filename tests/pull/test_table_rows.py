"""Rows that somebody adds to tables of a Word file, strikes or moves: entries, or a word of it."""

import json
import shutil
from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from escp_docs.prose.leaves import leaves
from escp_docs.prose.weaving import Edit, Wanted, woven
from tests.support.places import SPECS
from tests.support.program import run
from tests.support.sendings import sending
from tests.support.word_editor import WordEditor

WAVE = str(SPECS / "wave-4i")


@pytest.fixture
def wave(tmp_path: Path) -> Path:
    shutil.copytree(SPECS / "wave-4i", tmp_path / "wave")
    return tmp_path / "wave"


def application() -> WordEditor:
    return WordEditor(sending(WAVE, "application").data)


def saved(editor: WordEditor, wave: Path) -> str:
    path = wave.parent / "back.docx"
    path.write_bytes(editor.saved())
    return str(path)


def words(cell: etree._Element) -> str:
    return "".join(one.text or "" for one in cell.iter(qn("w:t")))


def out(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def at_the_end(row: etree._Element, new: etree._Element) -> None:
    """Add a row to the end of the table of another one."""
    table = row.getparent()
    assert table is not None
    list(table.iter(qn("w:tr")))[-1].addnext(new)


def write_row(row: etree._Element, cells: Sequence[str]) -> None:
    """Write words into the cells of a row, without the controls that stood there."""
    for cell, new in zip(row.iter(qn("w:tc")), cells, strict=True):
        first, *rest = list(cell.iter(qn("w:p")))
        for one in rest:
            out(one)
        for child in list(first):
            if child.tag != qn("w:pPr"):
                first.remove(child)
        run_, text = OxmlElement("w:r"), OxmlElement("w:t")
        text.text = new
        run_.append(text)
        first.append(run_)


def strike(row: etree._Element) -> None:
    """Delete a row as Word does while changes are tracked."""
    properties = row.find(qn("w:trPr"))
    if properties is None:
        properties = OxmlElement("w:trPr")
        row.insert(0, properties)
    marks = [OxmlElement("w:del")]
    properties.append(marks[0])
    for one in list(row.iter(qn("w:r"))):
        for text in one.iter(qn("w:t")):
            text.tag = qn("w:delText")
        marks.append(OxmlElement("w:del"))
        one.addprevious(marks[-1])
        marks[-1].append(one)
    for number, mark in enumerate(marks):
        mark.set(qn("w:id"), str(7000 + number))
        mark.set(qn("w:author"), "Ana")
        mark.set(qn("w:date"), "2020-11-16T09:00:00Z")


def came(wave: Path, path: str, *asked: str) -> tuple[int, list[dict[str, Any]], list[Any]]:
    """Return the status, the proposals and the notes of a file that the coordinator sent."""
    status, told = run("pull", str(wave), path, "--from", "CMA", *asked, "--format", "json")
    found = json.loads(told)
    return status, found["proposals"], found["files"][0]["notes"]


def stated(wave: Path) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for one in sorted(wave.glob("*.yaml")):
        found |= yaml.safe_load(one.read_text(encoding="utf-8"))
    return found


_ENTRIES = [
    (("D1.2",), "roadmap.work_packages[WP1].deliverables[D1.2]"),
    (("M1.1", "Consortium at work"), "roadmap.work_packages[WP1].milestones[M1.1]"),
    (("M1.2", "17 (January 2023)"), "roadmap.work_packages[WP1].milestones[M1.2]"),
    (("R2",), "risks[R2]"),
    (("K1", "SMEs taking part"), "indicators[K1]"),
    (("G2",), "strategy.common_goals[G2]"),
]


def row_of(editor: WordEditor, begins: Sequence[str]) -> etree._Element:
    """Return the first row whose cells begin with these words."""
    rows: list[etree._Element] = list(editor.document.element.body.iter(qn("w:tr")))
    for row in rows:
        told = [words(cell) for cell in row.iter(qn("w:tc"))]
        if all(one.startswith(word) for one, word in zip(told, begins, strict=False)):
            return row
    message = f"no row {begins}"
    raise AssertionError(message)


@pytest.mark.parametrize("tracked", [False, True])
@pytest.mark.parametrize(("begins", "entry"), _ENTRIES)
def test_a_row_that_is_struck_takes_out_the_entry_that_it_is_about(
    wave: Path,
    begins: tuple[str, ...],
    entry: str,
    tracked: bool,  # noqa: FBT001
) -> None:
    editor = application()
    row = row_of(editor, begins)
    strike(row) if tracked else out(row)

    _, found, notes = came(wave, saved(editor, wave))

    assert [(one["what"], one["key"], one["standing"]) for one in found] == [
        ("entry removed", entry, "proposed")
    ]
    assert notes == []
    assert (found[0]["author"] == "Ana") is tracked


@pytest.mark.parametrize("which", [0, 1])
def test_a_member_of_staff_is_struck_and_the_partner_stays(wave: Path, which: int) -> None:
    before = stated(wave)["consortium"]["partners"]
    editor = application()
    rows = [
        row
        for row in editor.document.element.body.iter(qn("w:tr"))
        if words(next(row.iter(qn("w:tc")))) == "1 CMA"
        and len(list(row.iter(qn("w:tc")))) == 4
        and "Vasconcelos" not in words(list(row.iter(qn("w:tc")))[2])
    ]
    people = [one["name"] for one in before[0]["key_staff"]]
    row = next(one for one in rows if people[which] in words(one))
    out(row)

    status, _, _ = came(wave, saved(editor, wave), "--apply")

    after = stated(wave)["consortium"]["partners"]
    assert status == 0
    assert [one["id"] for one in after] == [one["id"] for one in before]
    left = [one["name"] for one in after[0]["key_staff"]]
    assert left == [one for one in people if one != people[which]]
    assert after[1:] == before[1:]


@pytest.mark.parametrize(
    ("begins", "key"),
    [
        (("2", "Bałtycki"), "consortium.partners[BKTM]"),
        (("WP2", "Partnership"), "roadmap.work_packages[WP2]"),
        (("NORC",), "consortium.associated[NORC]"),
    ],
)
def test_what_takes_others_with_it_is_taken_out_by_name_alone(
    wave: Path, begins: tuple[str, ...], key: str
) -> None:
    before = stated(wave)
    editor = application()
    row = row_of(editor, begins)
    out(row)

    status, (one,), _ = came(wave, saved(editor, wave), "--apply")

    assert (status, one["key"], one["standing"]) == (1, key, "not its own to say")
    assert "would go with it" in one["why"]
    assert stated(wave) == before


_NEW = [
    (
        ("1 CMA", "Inês"),
        ("2 BKTM", "Åse Brøndum", "Chemist.", "Tests tins"),
        "consortium.partners[BKTM].key_staff",
        {"name": "Åse Brøndum", "experience": "Chemist.", "role": "Tests tins"},
    ),
    (
        ("D1.1",),
        ("D2.9", "Handbook", "WP2", "STK", "R", "CO", "11"),
        "roadmap.work_packages[WP2].deliverables",
        {
            "id": "D2.9",
            "title": "Handbook",
            "lead": "STK",
            "due_month": "11",
            "kind": "report",
            "dissemination": "confidential",
        },
    ),
    (
        ("M1.1", "Consortium"),
        ("M2.9", "Second", "STK", "11", "It floats.", "WP2"),
        "roadmap.work_packages[WP2].milestones",
        {
            "id": "M2.9",
            "title": "Second",
            "lead": "STK",
            "due_month": "11",
            "description": "It floats.",
        },
    ),
    (
        ("R1",),
        ("R9", "Tins rust.", "Lacquer.", "WP2 and WP3"),
        "risks",
        {
            "id": "R9",
            "description": "Tins rust.",
            "mitigation": "Lacquer.",
            "work_packages": ["WP2", "WP3"],
        },
    ),
    (
        ("K1", "SMEs"),
        ("K19", "Tins", "tins", "0", "4000", "8 (April 2022)", "STK"),
        "indicators",
        {
            "id": "K19",
            "name": "Tins",
            "unit": "tins",
            "baseline": "0",
            "target": "4000",
            "due_month": "8",
            "lead": "STK",
        },
    ),
]


@pytest.mark.parametrize(("like", "cells", "list_", "entry"), _NEW)
def test_each_column_of_a_new_row_is_read_into_its_key(
    wave: Path, like: tuple[str, ...], cells: tuple[str, ...], list_: str, entry: dict[str, Any]
) -> None:
    editor = application()
    row = row_of(editor, like)
    new = deepcopy(row)
    write_row(new, cells)
    at_the_end(row, new)

    status, (one,), notes = came(wave, saved(editor, wave))

    assert (one["key"], one["value"], one["standing"]) == (list_, entry, "proposed")
    assert (status, notes) == (1, [])


@pytest.mark.parametrize(
    ("like", "cells", "said"),
    [
        (("1 CMA", "Inês"), ("9 NEMO", "Åse", "Chemist.", "Tests"), '"9 NEMO"'),
        (("D1.1",), ("D2.9", "Handbook", "WP2", "STK", "secret", "CO", "11"), '"secret"'),
        (("R1",), ("R9", "Tins rust.", "Lacquer.", "WP2 and WP77"), "WP77"),
        (("K1", "SMEs"), ("K19", "T", "t", "0", "4", "8 (May 2031)", "STK"), '"8 (May 2031)"'),
    ],
)
def test_a_cell_that_cannot_be_read_is_named_and_nothing_is_taken(
    wave: Path, like: tuple[str, ...], cells: tuple[str, ...], said: str
) -> None:
    before = stated(wave)
    editor = application()
    row = row_of(editor, like)
    new = deepcopy(row)
    write_row(new, cells)
    row.addnext(new)

    status, (one,), _ = came(wave, saved(editor, wave), "--apply")

    assert (status, one["standing"]) == (1, "unclear")
    assert said in one["why"]
    assert stated(wave) == before


def test_a_row_that_does_not_say_in_which_work_package_it_stands_is_put_into_none(
    wave: Path,
) -> None:
    editor = WordEditor(sending(WAVE, "partnership-agreement").data)
    row = row_of(editor, ("D1.2",))
    new = deepcopy(row)
    write_row(new, ("D2.9", "Handbook", "STK", "11"))
    row.addnext(new)

    status, (one,), _ = came(wave, saved(editor, wave), "--apply")

    assert (status, one["standing"]) == (1, "unclear")
    assert "D2.9 | Handbook | STK | 11" in one["theirs"]
    assert "no cell says which entry it stands in" in one["why"]


def test_two_rows_that_cannot_be_read_are_both_told(wave: Path) -> None:
    editor = application()
    for name in ("First", "Second"):
        row = row_of(editor, ("1 CMA", "Inês"))
        new = deepcopy(row)
        write_row(new, ("9 NEMO", name, "Chemist.", "Tests"))
        row.addnext(new)

    _, found, _ = came(wave, saved(editor, wave))

    assert {one["theirs"].split(" | ")[1] for one in found} == {"First", "Second"}


def test_rows_that_change_places_are_told_once_each(wave: Path) -> None:
    before = stated(wave)
    editor = application()
    row = row_of(editor, ("D1.1",))
    row_of(editor, ("D1.2",)).addnext(row)

    status, (one,), notes = came(wave, saved(editor, wave), "--apply")

    assert (status, one["standing"], notes) == (1, "unclear", [])
    assert one["key"].startswith("roadmap.work_packages[WP1].deliverables[D1.")
    assert "moved" in one["why"]
    assert stated(wave) == before


@pytest.mark.parametrize("is_struck", [False, True])
def test_a_row_of_strengths_names_the_key_that_it_is_made_of(
    wave: Path,
    is_struck: bool,  # noqa: FBT001
) -> None:
    editor = application()
    row = row_of(editor, ("ocean energy",))
    if is_struck:
        out(row)
    else:
        new = deepcopy(row)
        write_row(new, ("tin design", "–", "●", "–", "–", "–"))
        row.addnext(new)

    status, (one,), notes = came(wave, saved(editor, wave))

    key = "consortium.partners[CMA].strengths[" if is_struck else "consortium.partners[BKTM]"
    assert one["key"].startswith(key)
    assert "strengths" in one["why"]
    assert (status, one["standing"], notes) == (1, "unclear", [])
    assert came(wave, saved(editor, wave), "--keep", one["key"])[0] == 0


# --- tables within prose -----------------------------------------------------------------------


_TABLE = (
    "Each is tested.\n\n| test | weeks |\n|---|---:|\n| shelf | 6 |\n| customs | 2 |\n\nThen go.\n"
)


def _cells(*texts: str) -> Wanted:
    return Wanted(
        "", (), cells=tuple(Wanted(one, (leaves("x")[0].looks[0],) * len(one)) for one in texts)
    )


def test_a_row_is_woven_into_a_table_of_a_prose() -> None:
    at = [one.text for one in leaves(_TABLE)].index("6")

    found = woven(_TABLE, [Edit(at, _cells("salt | sun", "1"), is_new=True)])

    assert found == _TABLE.replace("| 6 |\n", "| 6 |\n| salt \\| sun | 1 |\n")


def test_a_row_is_taken_out_of_a_table_of_a_prose() -> None:
    at = [one.text for one in leaves(_TABLE)].index("shelf")

    assert woven(_TABLE, [Edit(at, None), Edit(at + 1, None)]) == _TABLE.replace(
        "| shelf | 6 |\n", ""
    )


def test_rows_of_a_table_in_a_prose_come_home_as_markdown(wave: Path) -> None:
    before = stated(wave)["project"]["objectives"]
    editor = application()
    row = row_of(editor, ("O2",))
    new = deepcopy(row)
    write_row(new, ("O9", "Sail on", "a boat", "9"))
    row.addnext(new)
    gone = row_of(editor, ("O1",))
    out(gone)

    status, _, notes = came(wave, saved(editor, wave), "--apply")

    lines = before.splitlines(keepends=True)
    at = next(index for index, one in enumerate(lines) if one.startswith("| O2"))
    lines.insert(at + 1, "| O9 | Sail on | a boat | 9 |\n")
    assert (status, notes) == (0, [])
    assert stated(wave)["project"]["objectives"] == "".join(
        one for one in lines if not one.startswith("| O1")
    )
