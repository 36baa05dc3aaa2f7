"""The sheet of rates: what holds for every line, and how to read the cells of all sheets."""

from typing import Final

from escp_docs.compose.budget_workbook.cells import heads, share, stated_or_missing, text
from escp_docs.compose.budget_workbook.grid import SheetGrid
from escp_docs.compose.budget_workbook.inputs import RATES, Basis
from escp_docs.workbook import Role, Sheet, SheetCell, Unit

REIMBURSEMENT: Final = "Reimbursement_rate"
INDIRECT: Final = "Indirect_rate"
LEFT_OUT: Final = "Subcontracting_left_out"
OWN: Final = "Own_contributions"
STATED: Final = "as stated"
LEFT: Final = "what is left"


def rates(basis: Basis) -> tuple[Sheet, dict[str, str]]:
    """Return the sheet, and the names of its cells."""
    spec, budget = basis.spec, basis.spec.budget
    grid = SheetGrid(RATES, "Rates", "What holds for every line of the budget.")
    grid.head(heads("What", "Value", "Where the spec states it"))
    excludes = budget.indirect_base_excludes_subcontracting
    rows = (
        (
            REIMBURSEMENT,
            "Share of the eligible cost asked for as grant",
            share(spec, budget.reimbursement_rate, "budget.reimbursement_rate"),
        ),
        (
            INDIRECT,
            "Flat rate of indirect costs on direct eligible costs",
            share(spec, budget.indirect_rate, "budget.indirect_rate"),
        ),
        (
            LEFT_OUT,
            "Subcontracting is left out of the base of indirect costs",
            stated_or_missing(spec, excludes, "budget.indirect_base_excludes_subcontracting"),
        ),
        (
            OWN,
            "Own contributions of the partners",
            SheetCell(
                LEFT if budget.own_contributions is None else STATED,
                Role.COMPUTED,
            ),
        ),
    )
    names = {}
    for name, label, cell in rows:
        number = grid.add((text(label), cell, text(cell.path, Role.NOTE)))
        names[name] = grid.at(f"$B${number}")
    _legend(grid)
    return grid.sheet(56, 18, 46), names


def _legend(grid: SheetGrid) -> None:
    grid.section("How to read the cells")
    for role, sample, meaning in (
        (Role.STATED, "1,000.00", "stands in the spec: change it there, or try it out here"),
        (Role.COMPUTED, "1,000.00", "computed from other cells"),
        (Role.TOTAL, "1,000.00", "a sum"),
        (Role.MISSING, "[question]", "not stated yet; it counts as nothing"),
    ):
        grid.add((text(meaning.capitalize()), SheetCell(sample, role, Unit.TEXT)))
    grid.section("How amounts are rounded")
    for rule in (
        "Each cost line, and the indirect cost on it, is rounded half up to the cent.",
        "The grant of a partner is rounded down to the cent; every total is a sum of these.",
    ):
        grid.add((text(rule, Role.NOTE),))
