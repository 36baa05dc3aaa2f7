"""Costs by partner, by work package and by both: sums over the sheet of cost lines."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from enum import Enum, auto
from typing import Final, assert_never

from msgspec import Struct

from escp_docs.compose.budget_workbook import lines as columns
from escp_docs.compose.budget_workbook.cells import euro, heads, literal, sheet_cells, text, totals
from escp_docs.compose.budget_workbook.grid import SheetGrid
from escp_docs.compose.budget_workbook.inputs import (
    Basis,
    Located,
    add,
    category_names,
    keys,
)
from escp_docs.language.workbook_words import ColumnHeads
from escp_docs.workbook import Role, Sheet, SheetCell, letters

_HEAD: Final = 4
FIRST: Final = 5
"""The row of the first key in each table."""


class Axis(Struct, frozen=True):
    """What a table goes by: its heads, the name of their column of the lines, who is where."""

    head: str
    keys: tuple[SheetCell, ...]
    column: str
    of: Callable[[Located], SheetCell]

    def has(self, key: SheetCell, one: Located) -> bool:
        """Whether a line belongs to a key; as in a sheet, the case does not matter."""
        return str(self.of(one).value).casefold() == str(key.value).casefold()


def partner_axis(basis: Basis) -> Axis:
    """Return the partners, and the question for lines without one."""
    found = keys(basis.partners, (one.partner for one in basis.lines))
    return Axis(basis.words.heads.partner, found, columns.PARTNER, lambda one: one.partner)


def package_axis(basis: Basis) -> Axis:
    """Return the work packages, and the question for lines without one."""
    found = keys(basis.packages, (one.package for one in basis.lines))
    return Axis(basis.words.heads.work_package, found, columns.PACKAGE, lambda one: one.package)


def category_axis(basis: Basis) -> Axis:
    """Return the categories, and the question for lines without one."""
    found = keys(category_names(basis), (one.category for one in basis.lines))
    return Axis(basis.words.heads.category, found, columns.CATEGORY, lambda one: one.category)


class CostSum(Enum):
    """What is summed up beside the columns of an axis."""

    DIRECT = auto()
    INDIRECT = auto()
    ELIGIBLE = auto()
    NOT_ELIGIBLE = auto()
    WHOLE = auto()

    def head(self, heads: ColumnHeads) -> str:
        """Return the head of its column."""
        match self:
            case CostSum.DIRECT:
                return heads.direct_cost
            case CostSum.INDIRECT:
                return heads.indirect_cost
            case CostSum.ELIGIBLE:
                return heads.eligible_cost
            case CostSum.NOT_ELIGIBLE:
                return heads.not_eligible
            case CostSum.WHOLE:
                return heads.cost
            case _:
                assert_never(self)


class SheetTable(Struct, frozen=True):
    """A sheet of costs, and where its sums stand: the rows of the keys, the letters of the sums."""

    sheet: Sheet
    rows: dict[str, int]
    sums: dict[CostSum, str]

    def of(self, key: str, name: CostSum) -> str:
        """Return where a sum of one key stands."""
        return sheet_cells(self.sheet.name, f"{self.sums[name]}{self.rows[key]}")

    def whole(self, name: CostSum) -> str:
        """Return where the total of a sum stands."""
        return sheet_cells(self.sheet.name, f"{self.sums[name]}{FIRST + len(self.rows)}")


def by_partner(basis: Basis) -> SheetTable:
    """Return the direct cost of each partner by category, its indirect cost and its sums."""
    words = basis.words
    note = basis.noted(words.notes.by_category)
    grid = SheetGrid(words.sheets.partners, words.titles.partners, note, basis.language)
    return _Making(basis, grid, partner_axis(basis), category_axis(basis)).table()


def by_package(basis: Basis) -> SheetTable:
    """Return the direct cost of each work package by category, its indirect cost and its sums."""
    words = basis.words
    note = basis.noted(words.notes.by_category)
    grid = SheetGrid(words.sheets.packages, words.titles.packages, note, basis.language)
    return _Making(basis, grid, package_axis(basis), category_axis(basis)).table()


def by_both(basis: Basis) -> SheetTable:
    """Return the eligible cost of each partner in each work package, and its sums."""
    words = basis.words
    note = basis.noted(words.notes.crossed)
    grid = SheetGrid(words.sheets.crossed, words.titles.crossed, note, basis.language)
    return _Making(
        basis, grid, partner_axis(basis), package_axis(basis), with_indirect=True
    ).table()


class _Making(Struct, frozen=True):
    """A table in the making; `with_indirect`: the cells hold indirect cost, too."""

    basis: Basis
    grid: SheetGrid
    down: Axis
    across: Axis
    with_indirect: bool = False

    def table(self) -> SheetTable:
        """Return the table."""
        split = () if self.with_indirect else (CostSum.DIRECT, CostSum.INDIRECT)
        names = (*split, CostSum.ELIGIBLE, CostSum.NOT_ELIGIBLE, CostSum.WHOLE)
        first = 1 + len(self.across.keys)
        sums = {name: letters(first + place) for place, name in enumerate(names)}
        named = heads(*(one.head(self.basis.words.heads) for one in names))
        across = (
            one if one.missing else text(str(one.value), Role.HEAD) for one in self.across.keys
        )
        self.grid.head((text(self.down.head, Role.HEAD), *across, *named))
        rows = {
            str(key.value): self.grid.add(self._row(key, self.grid.next, sums))
            for key in self.down.keys
        }
        if not rows:
            self.grid.add()
        whole = totals("B", FIRST, self.grid.next - 1, self._amounts(list(self.basis.lines)))
        self.grid.add((text(self.basis.words.cells.total, Role.TOTAL), *whole))
        return SheetTable(self.grid.sheet(14, 12), rows, sums)

    def _row(self, key: SheetCell, row: int, sums: dict[CostSum, str]) -> tuple[SheetCell, ...]:
        mine = [one for one in self.basis.lines if self.down.has(key, one)]
        at = {name: f"{letter}{row}" for name, letter in sums.items()}
        formulas = (*self._keyed(row), *self._summed(row, at))
        amounts = zip(self._amounts(mine), formulas, strict=True)
        return (key, *(euro(amount, formula) for amount, formula in amounts))

    def _amounts(self, lines: list[Located]) -> Iterator[Decimal]:
        """Yield what the columns say of some lines."""
        for key in self.across.keys:
            both = [one for one in lines if self.across.has(key, one)]
            yield add(one.eligible if self.with_indirect else one.direct for one in both)
        if not self.with_indirect:
            yield add(one.direct for one in lines)
            yield add(one.line.indirect for one in lines)
        yield add(one.eligible for one in lines)
        yield add(one.not_eligible for one in lines)
        yield add(one.line.amount + one.line.indirect for one in lines)

    def _keyed(self, row: int) -> Iterator[str]:
        measure = columns.COST if self.with_indirect else columns.DIRECT
        yes = literal(self.basis.yes)
        for place in range(len(self.across.keys)):
            here = f"{self.across.column}={letters(place + 1)}${_HEAD}"
            yield self._sum(row, measure, f"({here})*({columns.ELIGIBLE}={yes})")

    def _summed(self, row: int, at: dict[CostSum, str]) -> Iterator[str]:
        keyed = f"SUM(B{row}:{letters(len(self.across.keys))}{row})" if self.across.keys else "0"
        yield keyed
        if not self.with_indirect:
            yield self._sum(row, columns.INDIRECT_COST, "1")
            yield f"{at[CostSum.DIRECT]}+{at[CostSum.INDIRECT]}"
        yield self._sum(row, columns.DIRECT, f"({columns.ELIGIBLE}={literal(self.basis.no)})")
        yield f"{at[CostSum.ELIGIBLE]}+{at[CostSum.NOT_ELIGIBLE]}"

    def _sum(self, row: int, measure: str, where: str) -> str:
        # Compared by =, never as the criterion of SUMIFS: that would read an id such as MAR-1 as
        # a date, and TRUE as a truth.
        return f"SUMPRODUCT(({self.down.column}=$A{row})*{where},{measure})"
