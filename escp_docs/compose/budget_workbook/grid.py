"""A sheet in the making: rows are added, and their numbers come back for formulas."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import count
from typing import Final

from msgspec.structs import replace

from escp_docs.compose.budget_workbook.cells import sheet_cells
from escp_docs.language.language import Language
from escp_docs.workbook import Role, Sheet, SheetCell, Unit

_MARGIN: Final = 1.5  # between a figure and the edges of its cell, in characters


class SheetGrid:
    """The rows of one sheet; it begins with a title and a line that says what is on it."""

    def __init__(self, name: str, title: str, note: str, language: Language) -> None:
        self.name, self._language = name, language
        self._rows: list[tuple[SheetCell, ...]] = [
            (SheetCell(title, Role.TITLE),),
            (SheetCell(note, Role.NOTE),),
            (),
        ]
        self._head = 0

    @property
    def next(self) -> int:
        """The number of the row that is added next."""
        return len(self._rows) + 1

    def add(self, cells: Iterable[SheetCell] = ()) -> int:
        """Add a row and return its number."""
        self._rows.append(tuple(cells))
        return len(self._rows)

    def head(self, cells: Iterable[SheetCell]) -> int:
        """Add the row of heads; what follows scrolls below it. Return its number."""
        self._head = self.add(cells)
        return self._head

    def section(self, title: str) -> int:
        """Add an empty row and the title of another table; return the number of the title."""
        self.add()
        return self.add((SheetCell(title, Role.SECTION),))

    def at(self, cells: str) -> str:
        """Return a reference to cells of this sheet from any sheet."""
        return sheet_cells(self.name, cells)

    def column(self, letter: str, first: int) -> str:
        """Return a reference to the cells of a column from a row to the last one so far."""
        return self.at(f"${letter}${first}:${letter}${len(self._rows)}")

    def sheet(self, *widths: float, fixed: int = 1) -> Sheet:
        """Return the sheet; a column is as wide as asked, or as its largest amount.

        The last of `widths` holds for all columns that follow.
        """
        columns = max(map(len, self._rows))
        every = [*widths, *(widths[-1:] * max(0, columns - len(widths)))][:columns]
        for row in self._rows:
            for place, cell in enumerate(row):
                if cell.unit is Unit.EURO and isinstance(cell.value, Decimal):
                    every[place] = max(
                        every[place], len(self._language.amount(cell.value)) + _MARGIN
                    )
        self._rows[self._head - 1] = tuple(map(self._above, count(), self._rows[self._head - 1]))
        return Sheet(self.name, tuple(self._rows), tuple(every), self._head, fixed)

    def _above(self, place: int, head: SheetCell) -> SheetCell:
        """Return a head that stands as the first figure below it does."""
        below = (row[place] for row in self._rows[self._head :] if place < len(row))
        return replace(head, unit=next((one.unit for one in below if one.value != ""), head.unit))
