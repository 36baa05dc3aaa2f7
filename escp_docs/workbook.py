"""The tree of a workbook: what a spreadsheet says, beside the tree of a document.

Every cell holds what it shows; a live one also holds the formula that gives the same. Writers read
this and nothing else. Texts are Unicode without control and private-use characters, on one line.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from msgspec import Struct, field

from escp_docs.document import Placeholder


class Unit(StrEnum):
    """What the value of a cell counts, and so how it is shown."""

    TEXT = "text"
    EURO = "euro"  # with cents
    SHARE = "share"  # 0 to 1, shown as a percentage
    QUANTITY = "quantity"  # with as many decimals as it has


class Role(StrEnum):
    """What a cell is for, and so how it looks."""

    TITLE = "title"
    NOTE = "note"
    SECTION = "section"  # names the table below it
    HEAD = "head"
    LABEL = "label"
    STATED = "stated"  # stands in the spec; to be changed there
    COMPUTED = "computed"
    TOTAL = "total"
    MISSING = "missing"
    ANSWER = "answer"  # to be filled in
    CHECK = "check"  # 0 if all is well


_LONGEST_NOTE: Final = 1000  # letters
Value = str | Decimal | Fraction


class SheetCell(Struct, frozen=True):
    """One cell.

    Args:
        value: What is shown; no text for an empty cell.
        role: What it is for.
        unit: What it counts.
        formula: What computes `value`, without the sign =; empty if the value stands as it is.
        path: The path of the spec that states the value; empty if it is computed or ours.
        written: The value as the spec writes it, where that is not how it is shown.
        missing: The question behind a cell of the role MISSING.
        kind: What sort of value is filled in, as of a field; `tick` for a box.
        options: The allowed values of a choice, each with what is shown for it.
        option: Of a box what a yes puts into the list at `path`.
        note: What is said of the cell to whoever fills it in.
    """

    value: Value
    role: Role = Role.LABEL
    unit: Unit = Unit.TEXT
    formula: str = ""
    path: str = ""
    written: str = ""
    missing: Placeholder | None = None
    kind: str = ""
    options: tuple[tuple[str, str], ...] = ()
    option: str = ""
    note: str = ""

    @property
    def help(self) -> str:
        """What stands in the note of the cell: what is asked, and what can be chosen."""
        shown = " | ".join(label for _, label in self.options)
        return "; ".join(filter(None, (self.note, shown)))[:_LONGEST_NOTE]


EMPTY = SheetCell("")
NOTES_BY = "escp-docs"
"""Who wrote the notes of cells that are ours."""


class Sheet(Struct, frozen=True):
    """A page of a workbook; rows count from 1 as in formulas.

    Args:
        name: What stands on its tab; our own words, at most 31 characters.
        rows: The cells of each row, from column A.
        widths: Width of each column in characters.
        head: The last row of the heads, which stays in sight and is repeated on every page.
        fixed: How many columns on the left stay in sight.
    """

    name: str
    rows: tuple[tuple[SheetCell, ...], ...]
    widths: tuple[float, ...]
    head: int
    fixed: int = 1


class Workbook(Struct, frozen=True):
    """A whole workbook; `language` is a BCP 47 tag.

    `names` are names that formulas use, each with the cells it stands for; `sending` is the id of
    what it says, which stands in its third row.
    """

    name: str
    title: str
    acronym: str
    date: date
    language: str
    author: str
    draft: bool
    sheets: tuple[Sheet, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    subject: str = ""
    keywords: tuple[str, ...] = ()
    sending: str = ""

    @property
    def placeholders(self) -> tuple[Placeholder, ...]:
        """The open facts, each once, in the order of the sheets."""
        found = {one.path: one for _, _, cell in cells(self) if (one := cell.missing)}
        return tuple(found.values())


def cells(workbook: Workbook) -> Iterator[tuple[Sheet, str, SheetCell]]:
    """Yield every cell that is not empty, with its sheet and its address ("B7")."""
    for sheet in workbook.sheets:
        for number, row in enumerate(sheet.rows, start=1):
            for column, cell in enumerate(row):
                if cell.value != "":
                    yield sheet, f"{letters(column)}{number}", cell


def stated_values(workbook: Workbook) -> dict[str, str]:
    """Return path and text in the spec of each value that stands in a cell, in order."""
    return {
        cell.path: cell.written or str(cell.value)
        for _, _, cell in cells(workbook)
        if cell.path and cell.value != "" and not cell.missing and not cell.option
    }


def letters(column: int) -> str:
    """Return the letters of a column, counted from 0: A, B, ..., Z, AA."""
    found = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def index(column: str) -> int:
    """Return the position of a column of given letters, counted from 0."""
    found = 0
    for letter in column:
        found = found * 26 + ord(letter) - ord("A") + 1
    return found - 1
