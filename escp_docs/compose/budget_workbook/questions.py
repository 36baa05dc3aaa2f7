"""The sheet of open questions: every fact that the budget lacks, and who can answer."""

from collections.abc import Iterable

from escp_docs.compose.budget_workbook.cells import heads, missing, text
from escp_docs.compose.budget_workbook.grid import SheetGrid
from escp_docs.compose.budget_workbook.inputs import OPEN, Basis
from escp_docs.document import Placeholder
from escp_docs.workbook import Role, Sheet, SheetCell


def questions(basis: Basis, sheets: Iterable[Sheet]) -> tuple[Sheet, ...]:
    """Return the sheet, or nothing where no cell of `sheets` and no figure has a question."""
    asked = {
        cell.path: cell
        for sheet in sheets
        for row in sheet.rows
        for cell in row
        if cell.missing is not None
    }
    for path in basis.money.unknown:
        asked.setdefault(path, missing(basis.spec, path))
    if not asked:
        return ()
    grid = SheetGrid(OPEN, "Open questions", "What the spec does not state; it counts as nothing.")
    grid.head(heads("Missing", "Question", "Whom to ask", "Where the spec would state it"))
    for cell in asked.values():
        grid.add(_row(cell, cell.missing))
    return (grid.sheet(44, 70, 16, 48),)


def _row(cell: SheetCell, found: Placeholder | None) -> tuple[SheetCell, ...]:
    assert found is not None
    question = found.question.partition(" Key in the spec:")[0]
    return cell, text(question), text(found.ask), text(found.path, Role.NOTE)
