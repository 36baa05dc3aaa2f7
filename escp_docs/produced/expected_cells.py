"""The cells of a workbook as they should be, and where a file differs from them."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.language.languages import language_of
from escp_docs.pattern import pattern
from escp_docs.produced.difference import Difference
from escp_docs.produced.extracted import Cells
from escp_docs.workbook import Workbook, cells, letters

NAMES: Final = "name"
HEAD: Final = "head of the pages of"
FOOT: Final = "foot of the pages of"
ABOUT: Final = "property"
"""What stands in place of a sheet for names that formulas use, running heads and properties."""
NOTE: Final = "note at"
SHEETS: Final = "sheets"
"""The property that is the names of all sheets, in their order."""
_ONE_CELL: Final = pattern(r"\b([A-Z]{1,3}[0-9]+):\1\b")
_BESIDE: Final = (NAMES, HEAD, FOOT, ABOUT, NOTE)
_LATER: Final = (FOOT, NOTE)  # what manifests of 0.2 said nothing of
_NEAR: Final = Decimal("0.000001")  # far below a cent, far above what a sheet's arithmetic leaves


class ExpectedCell(Struct, frozen=True):
    """A cell: sheet, address, value as text, formula without the sign =, path of its value."""

    sheet: str
    address: str
    value: str
    formula: str = ""
    path: str = ""


def expected_cells(workbook: Workbook, running: Sequence[str]) -> tuple[ExpectedCell, ...]:
    """Return the cells of a workbook that are not empty, the names that its formulas use, and more.

    `running` are the words at the head of its pages; they and its properties have places too.
    """
    names = (ExpectedCell(NAMES, name, "", place) for name, place in workbook.names.items())
    found = (
        ExpectedCell(sheet.name, address, _text(cell.value), cell.formula, cell.path)
        for sheet, address, cell in cells(workbook)
    )
    head = " ".join(one for one in running if one)
    heads = (ExpectedCell(HEAD, sheet.name, head) for sheet in workbook.sheets)
    pages = language_of(workbook.language).pages.page_of_pages
    foot = f"&A {pages.format(page='&P', pages='&N')}"
    feet = (ExpectedCell(FOOT, sheet.name, foot) for sheet in workbook.sheets)
    asked = (
        ExpectedCell(NOTE, f"{sheet.name} {letters(column)}{number}", cell.help)
        for sheet in workbook.sheets
        for number, row in enumerate(sheet.rows, start=1)
        for column, cell in enumerate(row)
        if cell.help
    )
    properties = {
        SHEETS: " | ".join(sheet.name for sheet in workbook.sheets),
        "title": workbook.title,
        "creator": workbook.author,
        "subject": workbook.subject,
        "keywords": ", ".join(workbook.keywords),
        "created": workbook.date.isoformat(),
    }
    about = (ExpectedCell(ABOUT, name, value) for name, value in properties.items())
    return (*found, *names, *heads, *feet, *asked, *about)


def _text(value: object) -> str:
    if isinstance(value, Fraction):
        return f"{float(value):.10f}"
    return str(value)


def dump_cells(found: Sequence[ExpectedCell]) -> dict[str, list[list[str]]]:
    """Return cells as plain values, a list for each."""
    return {"cells": [[one.sheet, one.address, one.value, one.formula, one.path] for one in found]}


def load_cells(found: Mapping[str, Any]) -> tuple[ExpectedCell, ...]:
    """Return cells from what `dump_cells` gave.

    Raises:
        ValueError, KeyError, TypeError: it is something else.
    """
    return tuple(ExpectedCell(*map(str, one)) for one in found["cells"])


def cell_differences(wanted: Sequence[ExpectedCell], shown: Cells) -> Iterator[Difference]:
    """Yield where cells differ: first those that stand by themselves, then formulas."""
    left = dict(shown.cells)
    if not any(one.sheet == ABOUT and one.address == SHEETS for one in wanted):
        later = (*_LATER, SHEETS, "keywords")
        left = {key: said for key, said in left.items() if not {*key} & {*later}}
    if shown.is_plain:
        wanted = [replace(one, sheet="", formula="") for one in wanted if one.sheet not in _BESIDE]
    pairs = [(one, left.pop((one.sheet, one.address), ("", ""))) for one in wanted]
    for one, found in sorted(pairs, key=lambda pair: bool(pair[0].formula)):
        place, paths = f"{one.sheet} {one.address}".strip(), (one.path,) if one.path else ()
        is_list = (one.sheet, one.address) == (ABOUT, "keywords")
        if not _same(one.value, found[0], is_list=is_list):
            yield Difference(place, one.value, found[0], paths)
        elif _formula(one.formula) != _formula(found[1]):
            yield Difference(place, one.formula and f"={one.formula}", found[1] or found[0], paths)
    for (sheet, address), (value, formula) in left.items():
        if value or formula:
            yield Difference(f"{sheet} {address}", "", formula or value)


def _same(one: str, other: str, *, is_list: bool = False) -> bool:
    if is_list:  # LibreOffice drops the commas between keywords
        one, other = one.replace(",", " "), other.replace(",", " ")
    if one.split() == other.split():
        return True
    try:
        return abs(Decimal(one) - Decimal(other)) < _NEAR
    except InvalidOperation:
        return False


def _formula(text: str) -> str:
    """Return a formula as all programs write it: LibreOffice 25.2 makes D5 of D5:D5."""
    plain = text.removeprefix("=").replace(" ", "").replace("$", "").replace("'", "")
    return _ONE_CELL.sub(r"\1", plain).casefold()
