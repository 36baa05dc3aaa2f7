"""The sheet of cost lines, from which every other amount is computed."""

from decimal import Decimal
from fractions import Fraction
from typing import Final, assert_never

from msgspec import Struct

from escp_docs.compose.budget_workbook import rounding
from escp_docs.compose.budget_workbook.cells import (
    euro,
    heads,
    literal,
    missing,
    not_stated,
    one_line,
    stated,
    stated_or_missing,
    text,
    totals,
)
from escp_docs.compose.budget_workbook.effort import cost_at, months_at
from escp_docs.compose.budget_workbook.grid import SheetGrid
from escp_docs.compose.budget_workbook.inputs import Basis, Located, add
from escp_docs.compose.budget_workbook.rates import (
    INDIRECT,
    LEFT_OUT,
    has_rates_of_lines,
    rate_formula,
)
from escp_docs.model.budget import Cost
from escp_docs.model.costs import CostLine, Way
from escp_docs.model.costs.line import (
    NEVER_IN_BASE,
    categories,
    in_base,
    rate_of,
    with_operating_grant,
)
from escp_docs.workbook import EMPTY, Role, Sheet, SheetCell, Unit

PARTNER: Final = "Line_partner"
PACKAGE: Final = "Line_work_package"
CATEGORY: Final = "Line_category"
ELIGIBLE: Final = "Line_eligible"
DIRECT: Final = "Line_direct"
INDIRECT_COST: Final = "Line_indirect"
COST: Final = "Line_cost"
LINE_RATE: Final = "Line_rate"
"""The rate of each line; only where not all have the same."""

_COLUMNS: Final = {
    PARTNER: "B",
    PACKAGE: "C",
    CATEGORY: "D",
    ELIGIBLE: "J",
    DIRECT: "L",
    INDIRECT_COST: "M",
    COST: "N",
}


_FURTHER: Final = 5
"""Rows that take further cost lines: they count as soon as they are filled in."""


def lines(basis: Basis) -> tuple[Sheet, dict[str, str]]:
    """Return the sheet, and the names of its columns."""
    words = basis.words
    note = basis.noted(words.notes.lines)
    grid = SheetGrid(words.sheets.lines, words.titles.lines, note, basis.language)
    head = words.heads
    grid.head(
        heads(
            *(head.number, head.partner, head.work_package, head.category, head.paid_for),
            *(head.units, head.unit, head.unit_cost, head.amount_stated, head.eligible),
            *(head.in_base, head.direct_cost, head.indirect_cost, head.cost, head.states),
            *((head.rate,) if has_rates_of_lines(basis) else ()),
        )
    )
    first = grid.next
    for number, one in enumerate(basis.lines, start=1):
        grid.add(_row(basis, one, number, grid.next))
    grid.add((text(words.cells.further_lines, Role.NOTE),))
    for _ in range(_FURTHER):
        grid.add(_further_row(basis, grid.next))
    last = grid.next - 1
    rated = {LINE_RATE: "P"} if has_rates_of_lines(basis) else {}
    names = {name: grid.column(letter, first) for name, letter in (_COLUMNS | rated).items()}
    money = basis.money
    label = (text(words.cells.total, Role.TOTAL), *(SheetCell("", Role.TOTAL) for _ in range(10)))
    direct = add(line.amount for line in money.lines)
    grid.add((*label, *totals("L", first, last, (direct, money.total - direct, money.total))))
    return grid.sheet(4, 9, 9, 14, 40, 8, 13, 10, 10, 8, 10, 11, 10, 11, 26, fixed=3), names


class _Count(Struct, frozen=True):
    """How an amount comes about: cells of units, unit, cost of a unit and stated amount."""

    cells: tuple[SheetCell, SheetCell, SheetCell, SheetCell]
    exact: Fraction | None


def _row(basis: Basis, one: Located, number: int, row: int) -> tuple[SheetCell, ...]:
    line = one.line
    count = _count(basis, line)
    is_live = count.exact is None or rounding.halves(count.exact)
    amount = _amount(row)
    based = in_base(basis.spec, line.partner, line.category, eligible=line.eligible)
    rate = basis.spec.budget.indirect_rate or Fraction(0)
    safe = rounding.halves(rate * Fraction(line.amount))
    on_top = _on_top(basis, row)
    return (
        SheetCell(Decimal(number), Role.LABEL, Unit.QUANTITY),
        one.partner,
        one.package,
        one.category,
        _description(basis, line),
        *count.cells,
        stated(basis, line.eligible, f"{line.path}.eligible" if line.cost else ""),
        SheetCell(basis.language.flag(value=based), Role.COMPUTED, formula=_base(basis, row)),
        euro(line.amount, amount if is_live else ""),
        euro(line.indirect, on_top if safe or not based else ""),
        euro(line.amount + line.indirect, f"L{row}+M{row}"),
        text(basis.anchors.anchor(line.path) if line.cost else "", Role.NOTE),
        *_rate(basis, row, rate_of(basis.spec, line.partner, line.category)),
    )


def _further_row(basis: Basis, row: int) -> tuple[SheetCell, ...]:
    """Return a row with nothing in it but what computes: eligible, unless somebody says no."""
    blank, none = SheetCell("", Role.ANSWER), Decimal(0)
    return (
        EMPTY,
        *[blank] * 8,
        SheetCell(basis.yes, Role.ANSWER),
        SheetCell(basis.yes, Role.COMPUTED, formula=_base(basis, row)),
        euro(none, _amount(row)),
        euro(none, _on_top(basis, row)),
        euro(none, f"L{row}+M{row}"),
        EMPTY,
        *_rate(basis, row, basis.spec.budget.reimbursement_rate or Fraction(0)),
    )


def _rate(basis: Basis, row: int, rate: Fraction) -> tuple[SheetCell, ...]:
    """Return the cell of the rate of a line, where lines have different ones."""
    if not has_rates_of_lines(basis):
        return ()
    formula = rate_formula(basis, f"B{row}", f"D{row}")
    return (SheetCell(rate, Role.COMPUTED, Unit.SHARE, formula),)


def _amount(row: int) -> str:
    return f"IF(ISNUMBER(I{row}),I{row},{rounding.rounded(f'N(F{row})*N(H{row})')})"


def _on_top(basis: Basis, row: int) -> str:
    return f"IF(K{row}={literal(basis.yes)},{rounding.rounded(f'L{row}*N({INDIRECT})')},0)"


def _base(basis: Basis, row: int) -> str:
    yes, no = literal(basis.yes), literal(basis.no)
    subcontracting = literal(basis.language.choice("subcontracting").capitalize())
    # A category that is not stated shows its question, which begins with a bracket.
    left_out = f"IF({LEFT_OUT}={no},{yes},{no})"
    inside = f"IF(D{row}={subcontracting},{left_out},{yes})"
    never = "".join(
        f",D{row}={literal(basis.language.choice(one).capitalize())}"
        for one in categories(basis.spec)
        if one in NEVER_IN_BASE
    )
    granted = "".join(
        f",B{row}={literal(one)}"
        for one in basis.partners
        if one in with_operating_grant(basis.spec)
    )
    return f'IF(OR(J{row}<>{yes},LEFT(D{row},1)="["{never}{granted}),{no},{inside})'


def _description(basis: Basis, line: CostLine) -> SheetCell:
    if line.cost is None:
        by_effort = line.way is Way.EFFORT
        said = basis.words.cells.personnel_of if by_effort else basis.words.cells.lump_sum_of
        return text(said.format(partner=line.partner, package=line.work_package))
    return stated_or_missing(basis, line.cost.description, f"{line.path}.description")


def _count(basis: Basis, line: CostLine) -> _Count:
    match line.way:
        case Way.STATED:
            assert line.cost is not None
            return _stated(basis, line.path, line.cost)
        case Way.EFFORT:
            return _personnel(basis, line)
        case Way.LUMP_SUM:
            return _share(basis, line)
        case _:
            assert_never(line.way)


def _stated(basis: Basis, path: str, cost: Cost) -> _Count:
    if cost.amount_eur is not None:
        amount = stated(basis, cost.amount_eur, f"{path}.amount_eur", Unit.EURO)
        return _Count((EMPTY, EMPTY, EMPTY, amount), None)
    unit = (
        stated(basis, one_line(cost.unit, basis.language), f"{path}.unit")
        if cost.unit
        else not_stated(f"{path}.unit")
    )
    each = stated(basis, cost.unit_cost_eur, f"{path}.unit_cost_eur", Unit.EURO)
    if cost.units is None:
        return _Count(
            (
                EMPTY,
                unit,
                each if cost.unit_cost_eur is not None else EMPTY,
                missing(basis, f"{path}.amount_eur"),
            ),
            None,
        )
    units = stated(basis, cost.units, f"{path}.units", Unit.QUANTITY)
    if cost.unit_cost_eur is None:
        each = missing(basis, f"{path}.unit_cost_eur")
    exact = Fraction(cost.units or 0) * Fraction(cost.unit_cost_eur or 0)
    return _Count((units, unit, each, not_stated(f"{path}.amount_eur", Unit.EURO)), exact)


def _share(basis: Basis, line: CostLine) -> _Count:
    index = int(line.path.partition("[")[2].rstrip("]"))
    amount = (basis.spec.budget.lump_sums or ())[index].amount_eur
    cell = stated_or_missing(basis, amount, f"{line.path}.amount_eur", Unit.EURO)
    return _Count((EMPTY, EMPTY, EMPTY, cell), None)


def _personnel(basis: Basis, line: CostLine) -> _Count:
    partner, package = line.partner or "", line.work_package or ""
    months, rate = line.units or Decimal(0), line.unit_cost or Decimal(0)
    units = SheetCell(months, Role.COMPUTED, Unit.QUANTITY, months_at(basis, partner, package))
    each = euro(rate, f"N({cost_at(basis, partner)})")
    exact = Fraction(months) * Fraction(rate)
    return _Count((units, text(basis.words.cells.person_month), each, EMPTY), exact)
