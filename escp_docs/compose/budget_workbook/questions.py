"""The sheet of open questions: every fact that the budget lacks, and who can answer."""

from collections.abc import Iterable

from escp_docs.compose.budget_workbook.cells import heads, missing, text
from escp_docs.compose.budget_workbook.grid import SheetGrid
from escp_docs.compose.budget_workbook.inputs import Basis
from escp_docs.compose.values.view import question
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
        asked.setdefault(path, missing(basis, path))
    if not asked:
        return ()
    words = basis.words
    grid = SheetGrid(
        words.sheets.questions, words.titles.questions, words.notes.questions, basis.language
    )
    grid.head(
        heads(
            words.heads.missing,
            words.heads.question,
            words.heads.whom_to_ask,
            words.heads.would_state,
        )
    )
    for cell in asked.values():
        grid.add(_row(basis, cell, cell.missing))
    return (grid.sheet(44, 70, 16, 48),)


def _row(basis: Basis, cell: SheetCell, found: Placeholder | None) -> tuple[SheetCell, ...]:
    assert found is not None
    asked = question(basis.spec, found.path, basis.language).asked
    return cell, text(asked), text(found.ask), text(found.path, Role.NOTE)
