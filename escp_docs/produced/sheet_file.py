"""What a workbook says: the value and the formula of every cell, on every sheet."""

import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

from openpyxl import load_workbook

from escp_docs.pattern import pattern
from escp_docs.produced.archive import Archive, UnreadableFileError, links, opened, parsed
from escp_docs.produced.expected_cells import ABOUT, FOOT, HEAD, NAMES, NOTE, SHEETS
from escp_docs.produced.extracted import Cells

_LOOK: Final = pattern(r'&K[0-9A-Fa-f]{6}|&"[^"]*"|(?<!&)&[0-9]+')
_DAY: Final = 10  # letters of a date without its time
_CELLS: Final = 500_000
_ROWS: Final = 1_048_576  # of a sheet, ISO/IEC 29500
_COLUMNS: Final = 16_384


def read(data: bytes) -> Cells:
    """Return what an .xlsx says.

    Raises:
        UnreadableFileError: it is no workbook, is damaged, or unpacks to too much.
    """
    archive, shown, written = books(data)
    dangers = tuple(f"it links to {one[:200]}" for one in sorted(links(archive)))
    return Cells(_cells(shown, written), (*archive.dangers, *dangers))


def books(data: bytes) -> tuple[Archive, Any, Any]:
    """Return an .xlsx as an archive, as a workbook of values, and as one of formulas.

    Raises:
        UnreadableFileError: it is no workbook, is damaged, or unpacks to too much.
    """
    archive = opened(data)
    for name, part in archive.parts.items():
        if name.endswith((".xml", ".rels")):
            parsed(part, name)  # what declares a document type is never handed on
    if sum(part.count(b"<c ") + part.count(b"<c>") for part in archive.parts.values()) > _CELLS:
        raise UnreadableFileError(f"it has more than {_CELLS:,} cells")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            shown = load_workbook(BytesIO(data), data_only=True, keep_links=False)
            written = load_workbook(BytesIO(data), keep_links=False, rich_text=True)
    except Exception as error:  # whatever a hostile file brings a parser to
        reason = str(error).lower()[:200] or type(error).__name__
        raise UnreadableFileError(f"it is damaged: {reason}") from error
    for sheet in (*shown.worksheets, *written.worksheets):
        for row, column in sheet._cells:  # noqa: SLF001
            if not (0 < row <= _ROWS and 0 < column <= _COLUMNS):
                raise UnreadableFileError(f"it is damaged: {sheet.title} has a cell outside of it")
    return archive, shown, written


def filled(sheet: Any) -> Iterator[Any]:  # noqa: ANN401  # openpyxl has no types
    """Yield the cells of a sheet that hold something, row by row, however far out they stand."""
    for _, cell in sorted(sheet._cells.items()):  # noqa: SLF001  # rows would be made up to the last
        if cell.value is not None:
            yield cell


def _cells(shown: Any, written: Any) -> dict[tuple[str, str], tuple[str, str]]:  # noqa: ANN401
    found = {}
    for sheet in written.worksheets:
        values = shown[sheet.title]
        for cell in filled(sheet):
            formula = str(cell.value) if cell.data_type == "f" else ""
            value = as_text(values[cell.coordinate].value)
            found[sheet.title, cell.coordinate] = (value, formula)
        for cell in sheet._cells.values():  # noqa: SLF001  # empty ones have notes, too
            if cell.comment is not None:
                found[NOTE, f"{sheet.title} {cell.coordinate}"] = (cell.comment.text, "")
    for name, one in written.defined_names.items():
        found[NAMES, name] = ("", str(one.attr_text))
    for sheet in written.worksheets:
        for name, one in sheet.defined_names.items():
            found[NAMES, f"{name} of {sheet.title}"] = ("", str(one.attr_text))
        found[NAMES, f"what is printed of {sheet.title}"] = ("", str(sheet.print_area or ""))
        found[HEAD, sheet.title] = (_running(sheet.oddHeader), "")
        found[FOOT, sheet.title] = (_running(sheet.oddFooter), "")
    found[ABOUT, SHEETS] = (" | ".join(written.sheetnames), "")
    for name in ("title", "creator", "subject", "keywords", "created"):
        value = getattr(written.properties, name)
        found[ABOUT, name] = (str(value or "")[:_DAY] if name == "created" else value or "", "")
    return found


def _running(line: Any) -> str:  # noqa: ANN401
    """Return the words at the head or foot of pages, without the signs for their look."""
    parts = (getattr(line, part).text or "" for part in ("left", "center", "right"))
    words = (_LOOK.sub("", part).replace("&&", "&").strip() for part in parts)
    return " ".join(one for one in words if one)


def as_text(value: object) -> str:
    """Return the value of a cell as text; a number without needless digits."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "" if value is None else str(value)
    if isinstance(value, int):
        return str(value)
    return f"{value:.10f}".rstrip("0").rstrip(".")
