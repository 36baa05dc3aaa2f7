"""What a workbook or a CSV file says that came back, cell by cell; nothing in it is reckoned."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import PurePath
from typing import Any, Final

from openpyxl.cell.rich_text import CellRichText, TextBlock

from escp_docs.pattern import pattern
from escp_docs.produced import csv_file
from escp_docs.produced.archive import UnreadableFileError, opened
from escp_docs.produced.sheet_file import as_text, books, filled
from escp_docs.pull.returned import (
    CellNote,
    Comment,
    Hand,
    Returned,
    ReturnedCell,
    ReturnedLine,
    ReturnedSheet,
    Run,
    UnreadableReturnError,
)
from escp_docs.workbook import NOTES_BY

_SENDING: Final = pattern(r"(?:19|20)[0-9]{2}\W{1,3}([0-9a-f]{6})\s*$")
_THREAD: Final = "[Threaded comment]"
_SAID: Final = pattern(r"^(?:Comment|Reply):\s*$", re.MULTILINE)
_TOP: Final = 12  # rows in which the id of a sending stands
_DECIMALS: Final = pattern(r"\d+\.\d{3}")
_CODE: Final = ("it holds code", "it says that it holds macros")
_TEXT: Final = frozenset({".csv", ".tsv", ".txt", ".tab"})
_TRUTH: Final = pattern(r"=\s*(TRUE|FALSE)\s*(?:\(\s*\))?\s*", re.IGNORECASE)  # by LibreOffice
_OLD: Final = b"\xd0\xcf\x11\xe0"  # how files of Excel 97 begin


def is_sheet(name: str, data: bytes) -> bool:
    """Whether a file is a sheet rather than a Word file, by its content, of text by its name."""
    suffix = PurePath(name.replace("\\", "/")).suffix.casefold()
    if data.startswith(b"PK"):
        if b"word/document.xml" in data:
            return False  # a sheet may stand within
        return b"xl/workbook.xml" in data or b"opendocument.spreadsheet" in data[:200]
    return suffix in _TEXT or (data.startswith(_OLD) and suffix in {".xls", ".xlt"})


def read(name: str, data: bytes) -> Returned:
    """Return what a workbook or a CSV file says.

    Raises:
        UnreadableReturnError: it is neither, holds macros, or is far too large.
    """
    ask = "ask for it once more, saved as .xlsx or .csv"
    if data.startswith(_OLD) or b"opendocument.spreadsheet" in data[:200]:
        raise UnreadableReturnError(f"it is a sheet of another kind; {ask}")
    try:
        if data.startswith(b"PK"):
            return _of_workbook(name, data)
        return _returned(name, (_of_csv(data),), ())
    except UnreadableFileError as error:
        raise UnreadableReturnError(f"{error}; {ask}") from error


def _of_csv(data: bytes) -> ReturnedSheet:
    cells = {
        (row, column): ReturnedCell(text)
        for row, texts in enumerate(csv_file.rows(data))
        for column, text in enumerate(texts)
        if text
    }
    return ReturnedSheet("", cells)


def _of_workbook(name: str, data: bytes) -> Returned:
    archive = opened(data)
    if any(one.startswith(_CODE) for one in archive.dangers if "printerSettings" not in one):
        raise UnreadableFileError("it holds macros, which are not read")
    _, shown, written = books(data)
    sheets = tuple(
        ReturnedSheet(one.title, dict(_cells(shown[one.title], one))) for one in written.worksheets
    )
    who = str(written.properties.lastModifiedBy or "")
    # Ours says that its author saved it last; some programs leave that as it is.
    who = "" if who == (written.properties.creator or "") else who
    changed = written.properties.modified
    hand = Hand(who, changed.isoformat() if changed and who else "")
    return _returned(name, sheets, tuple(_comments(written)), hand)


def _cells(shown: Any, written: Any) -> Iterator[tuple[tuple[int, int], ReturnedCell]]:  # noqa: ANN401
    for cell in filled(written):
        place = cell.row - 1, cell.column - 1
        truth = _TRUTH.fullmatch(_formula(cell.value)) if cell.data_type == "f" else None
        is_formula = cell.data_type == "f" and truth is None
        value = shown.cell(cell.row, cell.column).value if is_formula else cell.value
        if truth is not None:
            value = truth[1].upper() == "TRUE"
        text = _text(_unstruck(cell, value))
        if text or is_formula:
            is_error = cell.data_type == "e" or (is_formula and text.startswith("#"))
            yield place, ReturnedCell(text, _formula(cell.value) if is_formula else "", is_error)


def _unstruck(cell: Any, value: object) -> object:  # noqa: ANN401
    """Return what is left of a cell without the words that were struck out by their look."""
    struck = bool(cell.font.strike)
    if isinstance(value, CellRichText):  # a look of its own leaves nothing of that of the cell
        return "".join(
            str(part)
            for part in value
            if not (bool(part.font.strike) if isinstance(part, TextBlock) else struck)
        )
    return None if struck else value


def _formula(value: object) -> str:
    return str(getattr(value, "text", value) or "=")


def _text(value: object) -> str:
    """Return a value as text; a number so that nobody takes its point for a separator."""
    match value:
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime() | date() | time():
            return value.isoformat()
        case bool():
            return "yes" if value else "no"
        case int() | float():
            text = as_text(value)
            return f"{text}0" if _DECIMALS.fullmatch(text) else text
        case _:
            return as_text(value).replace("_x000D_", "").replace("\r\n", "\n").strip()


def _comments(written: Any) -> Iterator[CellNote]:  # noqa: ANN401
    """Yield the notes of cells that others wrote."""
    for sheet in written.worksheets:
        for _, cell in sorted(sheet._cells.items()):  # noqa: SLF001  # empty ones have notes, too
            note = cell.comment
            if note is not None and (note.author or "") != NOTES_BY and (note.text or "").strip():
                name = f"{sheet.title} {cell.coordinate}"
                place = cell.row - 1, cell.column - 1
                yield sheet.title, place, _note(name, note.author or "", note.text)


def _note(name: str, author: str, text: str) -> Comment:
    """Return a note; of a thread, the words that older programs are shown beside an explanation."""
    if text.startswith(_THREAD):
        said = [" ".join(one.split()) for one in _SAID.split(text)[1:]]
        return Comment(name, Hand(), " / ".join(filter(None, said)))
    who = author.strip()
    return Comment(name, Hand("" if who == "None" else who), text.strip())  # so openpyxl says none


def _returned(
    name: str,
    sheets: tuple[ReturnedSheet, ...],
    comments: tuple[CellNote, ...],
    hand: Hand | None = None,
) -> Returned:
    lines = tuple(ReturnedLine((Run(cell.text),)) for one in sheets for cell in one.cells.values())
    ids = [
        found
        for one in sheets
        for (row, _), cell in sorted(one.cells.items())
        if row < _TOP
        for found in _SENDING.findall(cell.text)
    ]
    notes = tuple(one for _, _, one in comments)
    return Returned(
        name,
        lines,
        tuple(dict.fromkeys(ids)),
        comments=notes,
        hand=hand or Hand(),
        sheets=sheets,
        cell_notes=comments,
    )
