"""What a workbook says as it leaves the house: its rows, and to which key each cell belongs.

A row is a line whose cells are parted by tabs; its `block` is the name of the sheet, and `number`
is `HEAD` for the row of heads.
"""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Final

from msgspec.structs import replace

from escp_docs.language.languages import language_of
from escp_docs.produced.sent import Anchor, Sent, SentLine, Span
from escp_docs.workbook import Role, Sheet, SheetCell, Workbook

HEAD: Final = "head"
GAP: Final = "\t"
_ID_ROW: Final = 3
_INPUT: Final = (Role.STATED, Role.MISSING, Role.ANSWER, Role.LABEL)


def sent_workbook(
    workbook: Workbook, anchor: Anchor, partner: str = "", spec_hash: str = ""
) -> Sent:
    """Return what a workbook says, and which key each of its cells belongs to."""
    lines = tuple(
        line for index, sheet in enumerate(workbook.sheets) for line in _lines(index, sheet, anchor)
    )
    every = (cell.help for one in workbook.sheets for row in one.rows for cell in row)
    notes = tuple(dict.fromkeys(filter(None, every)))
    return Sent(workbook.name, lines, {}, partner, workbook.date, spec_hash, notes=notes)


def with_sending(workbook: Workbook, sending: str) -> Workbook:
    """Return a workbook with the date and the id of what it says in the third row that is free."""
    language = language_of(workbook.language)
    words = language.pages.date_and_sending.format(
        date=language.day(workbook.date), sending=sending
    )
    first, *others = workbook.sheets
    rows = list(first.rows)
    at = next(i for i, row in enumerate(rows) if i >= _ID_ROW - 1 and not row)
    rows[at] = (SheetCell(words, Role.NOTE),)
    return replace(workbook, sheets=(replace(first, rows=tuple(rows)), *others), sending=sending)


def _lines(index: int, sheet: Sheet, anchor: Anchor) -> Iterator[SentLine]:
    for number, row in enumerate(sheet.rows):
        words: list[str] = []
        spans: list[Span] = []
        start = 0
        for cell in row:
            text = cell_text(cell)
            if cell.path and cell.role in _INPUT:
                spans.append(_span(cell, anchor, start, start + len(text)))
            words.append(text)
            start += len(text) + len(GAP)
        if any(words) or spans:
            mark = HEAD if number == sheet.head - 1 else ""
            line = GAP.join(words)
            yield SentLine(line, tuple(spans), "", (index, number), sheet.name, mark)


def _span(cell: SheetCell, anchor: Anchor, start: int, end: int) -> Span:
    base: str | None = cell.written or str(cell.value)
    if cell.missing is not None or (cell.value == "" and not cell.option):
        base = None
    elif isinstance(cell.value, Fraction) and not cell.written:
        base = _number(cell.value)
    return Span(start, end, anchor(cell.path), cell.kind or "text", base, cell.options, cell.option)


def cell_text(cell: SheetCell) -> str:
    """Return what a cell shows as a file says it."""
    value = cell.value
    if isinstance(value, Decimal | Fraction):
        return _number(Fraction(value))
    return value.replace(GAP, " ")


def _number(value: Fraction) -> str:
    return f"{float(value):.10f}".rstrip("0").rstrip(".")


def is_same(one: str, other: str) -> bool:
    """Whether two cells say the same: the same words, or the same number."""
    if one.split() == other.split():
        return True
    try:
        return abs(Decimal(one) - Decimal(other)) < Decimal("1e-9")
    except InvalidOperation:
        return False
