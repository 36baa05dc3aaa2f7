"""Rows that somebody adds to a workbook: every cell becomes a value of an entry, or is told."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.places import SPECS
from tests.support.program import run
from tests.support.sheet_editor import edited


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a spec, one whose budget states no line yet, and their workbooks."""
    folder = tmp_path_factory.mktemp("rows")
    shutil.copytree(SPECS / "wave-4i", folder / "wave")
    shutil.copy(SPECS / "unfinished.yaml", folder / "soil.yaml")
    for name in ("wave", "soil.yaml"):
        out = folder / f"{name}.out"
        status, told = run(
            "build", str(folder / name), "-d", "sheets", "-d", "budget", "-o", str(out)
        )
        assert status == 0, told
    return folder


def came_back(
    built: Path, tmp_path: Path, spec: str, name: str, change: Callable[[Any], None], *asked: str
) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the proposals of a workbook in which something was changed, and what was not read."""
    source = built / spec
    copy = tmp_path / spec
    shutil.copytree(source, copy) if source.is_dir() else shutil.copy(source, copy)
    (path,) = (built / f"{spec}.out").glob(f"*/{name}.xlsx")
    back = edited(path, change, tmp_path / "back.xlsx")
    _, told = run("pull", str(copy), str(back), *asked, "--format", "json")
    found = json.loads(told)
    return found["proposals"], [words for one in found["files"] for words in one["unread"]]


def further(book: Any, **cells: object) -> int:  # noqa: ANN401  # openpyxl's workbook
    """Fill in the first row for further cost lines; return its number."""
    page = book["Cost lines"]
    row = next(one[0].row for one in page.iter_rows() if "Further" in str(one[0].value)) + 1
    for letter, value in cells.items():
        page[f"{letter}{row}"] = value
    return int(row)


def test_the_first_cost_line_of_all_is_written_into_the_workbook(
    built: Path, tmp_path: Path
) -> None:
    def change(book: Any) -> None:  # noqa: ANN401
        further(book, B="CAR", C="WP2", D="Travel", E="Kick-off", F=4, G="trip", H=1200.5)

    found, unread = came_back(built, tmp_path, "soil.yaml", "budget", change, "--from", "CAR")

    first = (
        "partner: CAR, work_package: WP2, category: travel, description: Kick-off, units: 4, "
        "unit: trip, unit_cost_eur: 1200.5, eligible: true"
    )
    assert ([(one["key"], one["theirs"], one["standing"]) for one in found], unread) == (
        [
            (
                "budget.costs",
                first,
                "proposed",
            )
        ],
        [],
    )
    back = str(tmp_path / "back.xlsx")
    status, told = run("pull", str(tmp_path / "soil.yaml"), back, "--from", "CAR", "--apply")
    assert status == 0, told
    assert "Kick-off" in (tmp_path / "soil.yaml").read_text()


def test_every_cell_of_a_new_row_that_cannot_be_read_is_told(built: Path, tmp_path: Path) -> None:
    rows: list[int] = []
    wrong = dict(
        zip("BCDFHIJ", ["CAM", "WP9", "Travle", "five", "=1+1", "~300", "maybe"], strict=True)
    )

    def change(book: Any) -> None:  # noqa: ANN401
        rows.append(further(book, E="Mission", R="call me", **wrong))

    (found,), unread = came_back(built, tmp_path, "wave", "budget", change)

    assert (found["standing"], found["theirs"]) == ("unclear", "description: Mission")
    for column, typed in wrong.items():
        assert f'Cost lines {column}{rows[0]} says "{typed}": ' in found["why"]
    assert [one for one in unread if one.startswith(f'Cost lines R{rows[0]} says "call me"')]


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        ("Own contribution", "budget.own_contributions"),
        ("income of the action", "budget.incomes"),
    ],
)
@pytest.mark.parametrize("spec", ["wave", "soil.yaml"])
def test_a_receipt_becomes_an_entry_of_its_kind(
    built: Path, tmp_path: Path, spec: str, kind: str, key: str
) -> None:
    who = {"wave": "CMA", "soil.yaml": "CAR"}[spec]

    def change(book: Any) -> None:  # noqa: ANN401
        page = book["Receipts"]
        last = page.max_row
        page.insert_rows(last)
        for letter, value in zip("ABCD", [who, kind, "Fees", 500], strict=True):
            page[f"{letter}{last}"] = value

    (found,), unread = came_back(built, tmp_path, spec, "budget", change, "--from", who)

    said = f"partner: {who}, source: Fees, amount_eur: 500"
    assert (found["key"], found["theirs"], unread) == (key, said, [])


def test_a_receipt_of_no_kind_is_told(built: Path, tmp_path: Path) -> None:
    def change(book: Any) -> None:  # noqa: ANN401
        page = book["Receipts"]
        last = page.max_row
        page.insert_rows(last)
        for letter, value in zip("ABCD", ["CMA", "Gift", "Fees", 500], strict=True):
            page[f"{letter}{last}"] = value

    found, (unread,) = came_back(built, tmp_path, "wave", "budget", change)

    assert found == []
    assert '"CMA | Gift | Fees | 500"' in unread


def test_a_new_partner_brings_what_stands_below_its_keys(built: Path, tmp_path: Path) -> None:
    def change(book: Any) -> None:  # noqa: ANN401
        page = book.active
        heads = {str(one.value): one.column for one in page[5]}
        row = page.max_row + 1
        for head, value in {
            "Partner": "NEW",
            "Legal name": "New one",
            "Cost of a person-month": 4000,
            "Contact: name of the contact person": "Jo Doe",
            "Members: number of members": "60+",
        }.items():
            page.cell(row, heads[head], value)

    found, unread = came_back(built, tmp_path, "wave", "sheets/partners", change)

    (one,) = found
    assert one["theirs"] == "id: NEW, legal_name: New one, contact.name: Jo Doe"
    assert '"60+"' in one["why"]
    assert ['"4000"' in words for words in unread] == [True]


def test_efforts_where_none_is_stated_are_each_partners_own(built: Path, tmp_path: Path) -> None:
    def change(book: Any) -> None:  # noqa: ANN401
        page = book["Effort"]
        column = next(one.column for one in page[4] if one.value == "WP1")
        months = {"CAR": 2, "DJT": 1.5, "AGH": "some"}
        for row in page.iter_rows(min_row=5):
            if row[0].value in months:
                page.cell(row[0].row, column, months[row[0].value])

    found, _ = came_back(built, tmp_path, "soil.yaml", "budget", change, "--from", "DJT")

    head = "roadmap.work_packages[WP1].effort"
    assert {one["key"]: (one["theirs"], one["standing"]) for one in found} == {
        f"{head}.CAR": ("2", "not its own to say"),
        f"{head}.DJT": ("1.5", "proposed"),
        f"{head}.AGH": ("some", "unclear"),
    }
    spec, back = tmp_path / "soil.yaml", tmp_path / "back.xlsx"
    asked = ("--apply", "--accept", f"{head}.CAR", "--keep", f"{head}.AGH")
    status, told = run("pull", str(spec), str(back), "--from", "DJT", *asked)
    assert status == 0, told
    text = spec.read_text(encoding="utf-8")
    package = text.partition("id: WP1")[2].partition("id: WP2")[0]
    for stated, count in (("CAR: 2", 1), ("DJT: 1.5", 1), ("AGH:", 0)):
        assert package.count(stated) == count, package


@pytest.mark.parametrize("name", ["CAM", ""])
def test_a_row_whose_name_was_changed_or_taken_out_is_still_known(
    built: Path, tmp_path: Path, name: str
) -> None:
    def change(book: Any) -> None:  # noqa: ANN401
        page = book.active
        row = next(one for one in page.iter_rows(min_row=6) if one[0].value == "CMA")
        city = next(one.column for one in page[5] if one.value == "City")
        row[0].value = name or None
        page.cell(row[0].row, city, "Porto")

    found, _ = came_back(built, tmp_path, "wave", "sheets/partners", change)

    said = {one["key"]: one["theirs"] for one in found}
    assert said == {"consortium.partners[CMA].city": "Porto"}


def test_what_stands_where_no_key_is_stated_is_told(built: Path, tmp_path: Path) -> None:
    def change(book: Any) -> None:  # noqa: ANN401
        page = book["Cost lines"]
        page["P4"], page["P6"], page["P7"] = "Our remarks", "too dear", 250
        page["I5"], page["O9"] = 900, "ask Ana"  # below heads, in cells that were empty
        page["C2"] = "see the other sheet"
        book.create_sheet("Notes")["B2"] = "yes"

    found, unread = came_back(built, tmp_path, "wave", "budget", change, "--from", "CMA")

    no_key = "no key of the spec is stated there; write it where it belongs"
    assert found == []
    assert unread == [
        (
            'Cost lines C2 says "see the other sheet", P4 says "Our remarks", I5 says "900", '
            f'P6 says "too dear", P7 says "250", O9 says "ask Ana"; {no_key}'
        ),
        f'the sheet "Notes", which was not sent: B2 says "yes"; {no_key}',
    ]


def _line(book: Any, key: str) -> Any:  # noqa: ANN401
    """Return the row of a cost line or a receipt."""
    pages = (book["Cost lines"], book["Receipts"])
    return next(
        row for one in pages for row in one.iter_rows() if str(row[-1].value).startswith(key)
    )


@pytest.mark.parametrize("lost", [None, "see above"])
@pytest.mark.parametrize(
    ("key", "column", "what"),
    [
        ("budget.costs[6#", 8, "budget.costs[6].amount_eur"),
        ("budget.own_contributions[1#", 3, "budget.own_contributions[1].amount_eur"),
    ],
)
def test_a_row_whose_key_was_lost_is_known_by_its_words(  # noqa: PLR0913, PLR0917
    built: Path, tmp_path: Path, lost: str | None, key: str, column: int, what: str
) -> None:
    def change(book: Any) -> None:  # noqa: ANN401
        row = _line(book, key)
        row[-1].value, row[column].value = lost, 77

    (found,), _ = came_back(built, tmp_path, "wave", "budget", change, "--from", "CMA")

    assert (found["key"], found["theirs"]) == (what, "77")


def test_of_rows_that_look_alike_the_one_that_says_all_is_the_one_that_was_sent(
    built: Path, tmp_path: Path
) -> None:
    def change(book: Any) -> None:  # noqa: ANN401
        row = _line(book, "budget.costs[6#")
        row[-1].value = None
        further(book, **{one.column_letter: one.value for one in row[1:5]}, I=5)

    (found,), _ = came_back(built, tmp_path, "wave", "budget", change, "--from", "CMA")

    assert (found["what"], found["value"]["amount_eur"]) == ("entry added", "5")
