"""The first sheet: the budget at a glance, and whether its tables agree."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from escp_docs.compose.budget_workbook import grant, lines
from escp_docs.compose.budget_workbook.cells import (
    euro,
    heads,
    literal,
    one_line,
    stated_or_missing,
    text,
    total,
    totals,
)
from escp_docs.compose.budget_workbook.effort import all_months_at
from escp_docs.compose.budget_workbook.grid import SheetGrid
from escp_docs.compose.budget_workbook.inputs import Basis, add
from escp_docs.compose.budget_workbook.tables import (
    FIRST,
    CostSum,
    SheetTable,
    category_axis,
)
from escp_docs.model.call import Call
from escp_docs.model.figures import PartnerFigures
from escp_docs.workbook import EMPTY, Role, Sheet, SheetCell, Unit

_GAP: Final = (EMPTY, EMPTY)
"""From the labels to the column of eligible costs."""


def summary(
    basis: Basis, call: Call, printed: date, tables: tuple[SheetTable, SheetTable, SheetTable]
) -> Sheet:
    """Return the sheet; `tables` are by partner, by work package and by both."""
    by_partner = tables[0]
    words = basis.words
    acronym = one_line(basis.spec.project.acronym, basis.language)
    grid = SheetGrid(
        words.sheets.summary,
        words.titles.summary.format(acronym=acronym),
        basis.noted(words.notes.summary),
        basis.language,
    )
    head = words.heads
    grid.head(
        heads(
            *(head.partner, head.name, head.person_months, head.eligible_cost),
            *(head.not_eligible, head.cost, head.grant_asked, head.incomes, head.own),
            head.grant_share,
        )
    )
    for name, row in by_partner.rows.items():
        if one := basis.money.of(name):
            grid.add(_row(basis, by_partner, one, row))
        else:
            grid.add(_unassigned(basis, by_partner, name))
    if not by_partner.rows:
        grid.add((stated_or_missing(basis, None, "consortium.partners"),))
    grid.add(_totals(basis, grid.next - 1))
    _categories(basis, grid)
    _checks(basis, grid, tables)
    _about(basis, grid, call, printed)
    return grid.sheet(15, 38, 12)


def _row(basis: Basis, table: SheetTable, one: PartnerFigures, row: int) -> tuple[SheetCell, ...]:
    name = one.partner
    index = next(i for i, partner in enumerate(basis.spec.partners) if partner.id == name)
    legal, path = basis.spec.partners[index].legal_name, f"consortium.partners[{index}].legal_name"
    return (
        text(name),
        stated_or_missing(basis, legal, path),
        SheetCell(one.person_months, Role.COMPUTED, Unit.QUANTITY, all_months_at(basis, name)),
        euro(one.eligible, table.of(name, CostSum.ELIGIBLE)),
        euro(one.not_eligible, table.of(name, CostSum.NOT_ELIGIBLE)),
        euro(one.total, table.of(name, CostSum.WHOLE)),
        euro(one.grant, grant.at(basis, grant.ASKED, row)),
        euro(one.incomes, grant.at(basis, grant.INCOMES, row)),
        euro(one.own, grant.at(basis, grant.CONTRIBUTED, row)),
        SheetCell(one.share, Role.COMPUTED, Unit.SHARE, grant.at(basis, grant.SHARE, row)),
    )


def _unassigned(basis: Basis, table: SheetTable, name: str) -> tuple[SheetCell, ...]:
    mine = [one for one in basis.lines if one.partner.value == name]
    eligible = add(one.eligible for one in mine)
    not_eligible = add(one.not_eligible for one in mine)
    return (
        mine[0].partner,
        EMPTY,
        EMPTY,
        euro(eligible, table.of(name, CostSum.ELIGIBLE)),
        euro(not_eligible, table.of(name, CostSum.NOT_ELIGIBLE)),
        euro(eligible + not_eligible, table.of(name, CostSum.WHOLE)),
    )


def _totals(basis: Basis, last: int) -> tuple[SheetCell, ...]:
    money = basis.money
    eligible = money.eligible(lambda _: True)
    amounts = (
        eligible,
        money.total - eligible,
        money.total,
        money.grant,
        money.incomes,
        money.own,
    )
    months = add(one.person_months for one in money.partners)
    shared = sum((one.share for one in money.partners), Fraction(0))
    return (
        text(basis.words.cells.total, Role.TOTAL),
        SheetCell("", Role.TOTAL),
        total("C", FIRST, last, months, Unit.QUANTITY),
        *totals("D", FIRST, last, amounts),
        SheetCell(shared, Role.TOTAL, Unit.SHARE, f"SUM(J{FIRST}:J{last})"),
    )


def _categories(basis: Basis, grid: SheetGrid) -> None:
    """Add the eligible cost by category."""
    grid.section(basis.words.titles.categories)
    first = grid.next
    axis = category_axis(basis)
    for key in axis.keys:
        here = f"({lines.CATEGORY}=$A{grid.next})*({lines.ELIGIBLE}={literal(basis.yes)})"
        amount = add(one.direct for one in basis.lines if axis.has(key, one))
        grid.add((key, *_GAP, euro(amount, f"SUMPRODUCT({here},{lines.DIRECT})")))
    indirect = basis.money.indirect(lambda _: True)
    grid.add(
        (text(basis.words.cells.indirect), *_GAP, euro(indirect, f"SUM({lines.INDIRECT_COST})"))
    )
    eligible = basis.money.eligible(lambda _: True)
    whole = total("D", first, grid.next - 1, eligible)
    grid.add(
        (
            text(basis.words.cells.total, Role.TOTAL),
            *(SheetCell("", Role.TOTAL) for _ in _GAP),
            whole,
        )
    )


def _checks(
    basis: Basis, grid: SheetGrid, tables: tuple[SheetTable, SheetTable, SheetTable]
) -> None:
    """Add the differences that have to be 0."""
    words = basis.words
    grid.section(words.titles.checks)
    for table in tables:
        difference = f"SUM({lines.COST})-{table.whole(CostSum.WHOLE)}"
        less = words.cells.less.format(whole=words.sheets.lines, table=table.sheet.name.lower())
        grid.add((text(words.heads.cost), text(less), EMPTY, _check(Decimal(0), difference)))
    money, whole = basis.money, FIRST + max(1, len(tables[0].rows))
    left = money.total - money.grant - money.incomes - money.own
    label = text(words.cells.balance_of)
    formula = f"F{whole}-G{whole}-H{whole}-I{whole}"
    grid.add((text(words.cells.balance), label, EMPTY, _check(left, formula)))


def _check(value: Decimal, formula: str) -> SheetCell:
    return SheetCell(value, Role.CHECK, Unit.EURO, f"ROUND({formula},2)")


def _about(basis: Basis, grid: SheetGrid, call: Call, printed: date) -> None:
    """Add what the budget belongs to."""
    spec = basis.spec
    said = basis.words.cells
    grid.section(basis.words.titles.belongs_to)
    for label, cell in (
        (said.title, stated_or_missing(basis, spec.project.title, "project.title")),
        (said.call, text(f"{call.title}, {call.number}")),
        *(
            ((said.strand, stated_or_missing(basis, spec.strand, "strand")),)
            if len(call.strands) > 1
            else ()
        ),
        (said.date, text(basis.language.day(printed))),
    ):
        grid.add((text(label), cell, *_GAP))
