"""The sheet of rates: what holds for every line, and how to read the cells of all sheets."""

from typing import Final

from escp_docs.compose.budget_workbook.cells import heads, share, stated_or_missing, text
from escp_docs.compose.budget_workbook.grid import SheetGrid
from escp_docs.compose.budget_workbook.inputs import Basis
from escp_docs.language.workbook_words import WorkbookWords
from escp_docs.workbook import Role, Sheet, SheetCell, Unit

REIMBURSEMENT: Final = "Reimbursement_rate"
INDIRECT: Final = "Indirect_rate"
LEFT_OUT: Final = "Subcontracting_left_out"
OWN: Final = "Own_contributions"


def rates(basis: Basis) -> tuple[Sheet, dict[str, str]]:
    """Return the sheet, and the names of its cells."""
    budget, words = basis.spec.budget, basis.words
    said = words.rates
    grid = SheetGrid(words.sheets.rates, words.titles.rates, words.notes.rates, basis.language)
    grid.head(heads(words.heads.what, words.heads.value, words.heads.states))
    excludes = budget.indirect_base_excludes_subcontracting
    rows = (
        (
            REIMBURSEMENT,
            said.reimbursement,
            share(basis, budget.reimbursement_rate, "budget.reimbursement_rate"),
        ),
        (
            INDIRECT,
            said.indirect,
            share(basis, budget.indirect_rate, "budget.indirect_rate"),
        ),
        (
            LEFT_OUT,
            said.subcontracting,
            stated_or_missing(basis, excludes, "budget.indirect_base_excludes_subcontracting"),
        ),
        (
            OWN,
            said.own,
            SheetCell(
                words.cells.own_as_left
                if budget.own_contributions is None
                else words.cells.own_as_stated,
                Role.COMPUTED,
            ),
        ),
    )
    names = {}
    for name, label, cell in rows:
        number = grid.add((text(label), cell, text(cell.path, Role.NOTE)))
        names[name] = grid.at(f"$B${number}")
    _legend(grid, words)
    return grid.sheet(56, 18, 46), names


def _legend(grid: SheetGrid, words: WorkbookWords) -> None:
    said = words.rates
    grid.section(words.titles.legend)
    for role, sample, meaning in (
        (Role.STATED, said.sample, said.stated),
        (Role.COMPUTED, said.sample, said.computed),
        (Role.TOTAL, said.sample, said.total),
        (Role.MISSING, said.missing_sample, said.missing),
    ):
        grid.add((text(meaning), SheetCell(sample, role, Unit.TEXT)))
    grid.section(words.titles.rounding)
    for rule in said.rounding:
        grid.add((text(rule, Role.NOTE),))
