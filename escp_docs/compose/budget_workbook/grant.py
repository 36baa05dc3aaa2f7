"""The sheet of the grant: who asks for how much, and where the rest of the money comes from."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from escp_docs.compose.budget_workbook import lines, receipts, rounding
from escp_docs.compose.budget_workbook.cells import (
    euro,
    heads,
    literal,
    missing,
    not_stated,
    sheet_cells,
    stated,
    text,
    totals,
)
from escp_docs.compose.budget_workbook.grid import SheetGrid
from escp_docs.compose.budget_workbook.inputs import Basis, add
from escp_docs.compose.budget_workbook.rates import OWN, REIMBURSEMENT, has_rates_of_lines
from escp_docs.compose.budget_workbook.tables import FIRST, CostSum, SheetTable
from escp_docs.model.costs import rate_of
from escp_docs.model.figures import PartnerFigures
from escp_docs.model.schema import below
from escp_docs.workbook import EMPTY, Role, Sheet, SheetCell, Unit

ASKED: Final = "F"
INCOMES: Final = "G"
CONTRIBUTED: Final = "I"
SHARE: Final = "K"
"""The columns from which the summary takes its figures."""


def grant(basis: Basis, table: SheetTable) -> Sheet:
    """Return the sheet; its rows are those of the table of costs by partner."""
    words = basis.words
    note = basis.noted(words.notes.grant)
    grid = SheetGrid(words.sheets.grant, words.titles.grant, note, basis.language)
    names = words.heads
    grid.head(
        heads(
            *(names.partner, names.cost, names.eligible_cost, names.grant_at_rate),
            *(names.grant_stated, names.grant_asked, names.incomes, names.own_stated),
            *(names.own, names.not_covered, names.grant_share),
        )
    )
    whole = FIRST + len(table.rows)
    for name in table.rows:
        one = basis.money.of(name)
        if one is None:
            grid.add(_unassigned(basis, table, name))
        else:
            grid.add(_row(basis, table, one, grid.next, whole))
    if not table.rows:
        grid.add((missing(basis, "consortium.partners"),))
    grid.add(_totals(basis, grid.next - 1))
    return grid.sheet(14, 12)


def at(basis: Basis, column: str, row: int) -> str:
    """Return where a figure of the sheet stands."""
    return sheet_cells(basis.words.sheets.grant, f"{column}{row}")


def _row(
    basis: Basis, table: SheetTable, one: PartnerFigures, row: int, whole: int
) -> tuple[SheetCell, ...]:
    name, budget = one.partner, basis.spec.budget
    exact = _at_rate(basis, name)
    at_rate = rounding.rounded_down(_product(basis, row))
    requested = (budget.requested_grant_eur or {}).get(name)
    path = below("budget.requested_grant_eur", name)
    left = f"ROUND(B{row}-F{row}-G{row},2)"
    return (
        text(name),
        euro(one.total, table.of(name, CostSum.WHOLE)),
        euro(one.eligible, table.of(name, CostSum.ELIGIBLE)),
        euro(one.at_rate, at_rate if rounding.floors(exact) else ""),
        not_stated(path, Unit.EURO)
        if requested is None
        else stated(basis, requested, path, Unit.EURO),
        euro(one.grant, f"IF(ISNUMBER(E{row}),E{row},D{row})"),
        euro(one.incomes, receipts.of(basis.words.cells.income, row)),
        euro(_own_stated(basis, name), receipts.of(basis.words.cells.own, row)),
        euro(one.own, f"IF({OWN}={literal(basis.words.cells.own_as_stated)},H{row},{left})"),
        SheetCell(
            one.total - one.grant - one.incomes - one.own,
            Role.CHECK,
            Unit.EURO,
            f"ROUND(B{row}-F{row}-G{row}-I{row},2)",
        ),
        SheetCell(one.share, Role.COMPUTED, Unit.SHARE, f"IF(F${whole}=0,0,F{row}/F${whole})"),
    )


def _at_rate(basis: Basis, partner: str) -> Fraction:
    """Return what the rates give of the cost of a partner, before it is rounded."""
    own = (one for one in basis.money.lines if one.partner == partner and one.eligible)
    rated = (
        rate_of(basis.spec, partner, one.category) * Fraction(one.amount + one.indirect)
        for one in own
    )
    return sum(rated, Fraction(0))


def _product(basis: Basis, row: int) -> str:
    if not has_rates_of_lines(basis):
        return f"C{row}*N({REIMBURSEMENT})"
    mine = f"({lines.PARTNER}=$A{row})*({lines.ELIGIBLE}={literal(basis.yes)})"
    return f"SUMPRODUCT({mine},{lines.COST},{lines.LINE_RATE})"


def _unassigned(basis: Basis, table: SheetTable, name: str) -> tuple[SheetCell, ...]:
    """Return the row of lines that name no partner: a cost that nobody covers yet."""
    mine = [one.line for one in basis.lines if one.partner.value == name]
    cost = add(line.amount + line.indirect for line in mine)
    eligible = add(line.amount + line.indirect for line in mine if line.eligible)
    label = next(one.partner for one in basis.lines if one.partner.value == name)
    return (
        label,
        euro(cost, table.of(name, CostSum.WHOLE)),
        euro(eligible, table.of(name, CostSum.ELIGIBLE)),
        *(EMPTY for _ in range(6)),
        SheetCell(cost, Role.CHECK, Unit.EURO, table.of(name, CostSum.WHOLE)),
    )


def _own_stated(basis: Basis, partner: str) -> Decimal:
    return add(
        one.amount_eur or Decimal(0)
        for one in basis.spec.budget.own_contributions or ()
        if one.partner == partner
    )


def _totals(basis: Basis, last: int) -> tuple[SheetCell, ...]:
    money, requested = basis.money, basis.spec.budget.requested_grant_eur or {}
    own_stated = add(_own_stated(basis, one.partner) for one in money.partners)
    values = (
        money.total,
        money.eligible(lambda _: True),
        add(one.at_rate for one in money.partners),
        add(requested.values()),
        money.grant,
        money.incomes,
        own_stated,
        money.own,
        money.total - money.grant - money.incomes - money.own,
    )
    shared = sum((one.share for one in money.partners), Fraction(0))
    return (
        text(basis.words.cells.total, Role.TOTAL),
        *totals("B", FIRST, last, values),
        SheetCell(shared, Role.TOTAL, Unit.SHARE, f"SUM(K{FIRST}:K{last})"),
    )
