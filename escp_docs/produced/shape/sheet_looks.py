"""Cells of a workbook that nobody sees: too pale, in rows and columns without height or width."""

from collections.abc import Iterator
from typing import Any, Final

from escp_docs.produced.shape.colours import is_pale
from escp_docs.produced.shape.foreign import ForeignContent, ForeignKind
from escp_docs.produced.sheet_file import books, filled

_LOWEST: Final = 4.0  # points
_NARROWEST: Final = 0.8  # digits
_SMALLEST: Final = 4.0  # points
_FARTHEST: Final = 15  # steps that a value is set in; ours have 1


def hidden_cells(data: bytes) -> Iterator[ForeignContent]:
    """Yield the cells of a workbook that hold something and can hardly be seen."""
    _, _, book = books(data)
    for sheet in book.worksheets:
        for cell in filled(sheet):
            for what in _faults(sheet, cell):
                yield ForeignContent(ForeignKind.HIDDEN, what, f"{sheet.title} {cell.coordinate}")


def _faults(sheet: Any, cell: Any) -> Iterator[str]:  # noqa: ANN401  # openpyxl has no types
    letters, behind = _colour(cell.font.color) or "000000", "FFFFFF"
    if cell.fill.patternType == "solid":
        behind = _colour(cell.fill.fgColor) or behind
    if is_pale(letters, behind):
        yield f"a value as pale as what is behind it, {letters} on {behind}"
    if cell.font.strike:
        yield "a value that is struck out"
    if (cell.alignment.indent or 0) > _FARTHEST:
        yield "a value set in beyond its cell"
    if cell.alignment.textRotation:
        yield "a value that is turned"
    if (cell.font.sz or 11) < _SMALLEST:
        yield "a value too small to be read"
    row, column = sheet.row_dimensions.get(cell.row), sheet.column_dimensions
    if row is not None and ((row.height or _LOWEST) < _LOWEST or row.hidden):
        yield "a row that cannot be seen"
    for one in column.values():
        if (one.min or 0) <= cell.column <= (one.max or 0) and (
            one.hidden or (one.customWidth and one.width < _NARROWEST)
        ):
            yield "a column that cannot be seen"


def _colour(said: Any) -> str:  # noqa: ANN401
    """Return a colour as RRGGBB; empty if it is one of a theme or a palette."""
    value = getattr(said, "rgb", None)
    return value[-6:] if isinstance(value, str) and said.type == "rgb" else ""
