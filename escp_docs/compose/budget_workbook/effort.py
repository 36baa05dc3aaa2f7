"""The sheet of effort: person-months by partner and work package, and what one of them costs."""

from decimal import Decimal

from escp_docs.compose.budget_workbook.cells import (
    heads,
    missing,
    not_stated,
    one_line,
    sheet_cells,
    stated,
    stated_or_missing,
    text,
    total,
)
from escp_docs.compose.budget_workbook.grid import SheetGrid
from escp_docs.compose.budget_workbook.inputs import Basis, add
from escp_docs.model.schema import below
from escp_docs.workbook import EMPTY, Role, Sheet, SheetCell, Unit, letters

_FIRST, _NAMES = 5, 2  # the row of the first partner; columns before the first work package


def effort(basis: Basis) -> Sheet:
    """Return the sheet; `months_at` and `cost_at` say where its figures stand."""
    packages, words = basis.packages, basis.words
    names = words.heads
    grid = SheetGrid(
        words.sheets.effort, words.titles.effort, basis.noted(words.notes.effort), basis.language
    )
    grid.head(
        heads(names.partner, names.name, *packages, names.person_months, names.person_month_cost)
    )
    for partner in basis.partners:
        grid.add(_row(basis, partner, grid.next))
    if not basis.partners:
        grid.add((missing(basis, "consortium.partners"),))
    last = grid.next - 1
    sums = (
        total(letters(_NAMES + index), _FIRST, last, _months(basis, package=name), Unit.QUANTITY)
        for index, name in enumerate(packages)
    )
    everything = letters(_NAMES + len(packages))
    whole = total(everything, _FIRST, last, _months(basis), Unit.QUANTITY)
    grid.add((text(words.cells.total, Role.TOTAL), SheetCell("", Role.TOTAL), *sums, whole))
    return grid.sheet(12, 40, *(9 for _ in packages), 9, 17, fixed=2)


def months_at(basis: Basis, partner: str, package: str) -> str:
    """Return where the person-months of a partner in a work package stand."""
    column = letters(_NAMES + basis.packages.index(package))
    return _at(basis, column, partner)


def cost_at(basis: Basis, partner: str) -> str:
    """Return where the cost of a person-month of a partner stands."""
    column = letters(_NAMES + len(basis.packages) + 1)
    return _at(basis, column, partner)


def all_months_at(basis: Basis, partner: str) -> str:
    """Return where the sum of the person-months of a partner stands."""
    column = letters(_NAMES + len(basis.packages))
    return _at(basis, column, partner)


def _at(basis: Basis, column: str, partner: str) -> str:
    cell = f"{column}{_FIRST + basis.partners.index(partner)}"
    return sheet_cells(basis.words.sheets.effort, cell)


def _row(basis: Basis, partner: str, number: int) -> tuple[SheetCell, ...]:
    spec = basis.spec
    index = next(i for i, one in enumerate(spec.partners) if one.id == partner)
    name = spec.partners[index].legal_name
    months = (_cell(basis, position, partner) for position in range(len(basis.packages)))
    first, last = letters(_NAMES), letters(_NAMES + len(basis.packages) - 1)
    path = below("budget.person_month_eur", partner)
    cost = (spec.budget.person_month_eur or {}).get(partner)
    needed = path in basis.money.unknown
    whole = SheetCell(
        _months(basis, partner=partner),
        Role.COMPUTED,
        Unit.QUANTITY,
        f"SUM({first}{number}:{last}{number})" if basis.packages else "",
    )
    return (
        text(partner),
        stated_or_missing(
            basis,
            None if name is None else one_line(name, basis.language),
            f"consortium.partners[{index}].legal_name",
        ),
        *months,
        whole,
        stated_or_missing(basis, cost, path, Unit.EURO) if cost is not None or needed else EMPTY,
    )


def _cell(basis: Basis, index: int, partner: str) -> SheetCell:
    path = f"roadmap.work_packages[{index}].effort"
    effort = (basis.spec.roadmap.work_packages or ())[index].effort
    if effort is None:
        return missing(basis, path)
    if partner not in effort:
        return not_stated(below(path, partner), Unit.QUANTITY)
    return stated(basis, effort[partner], below(path, partner), Unit.QUANTITY)


def _months(basis: Basis, partner: str = "", package: str = "") -> Decimal:
    return add(
        months
        for one in basis.spec.roadmap.work_packages or ()
        if package in ("", one.id)
        for name, months in (one.effort or {}).items()
        if partner in ("", name)
    )
