"""The sheet of receipts: incomes of the action and own contributions, as the spec states them."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from escp_docs.compose.budget_workbook.cells import heads, literal, stated_or_missing, text, total
from escp_docs.compose.budget_workbook.grid import SheetGrid
from escp_docs.compose.budget_workbook.inputs import Basis, add
from escp_docs.model.budget import Income, OwnContribution
from escp_docs.workbook import Role, Sheet, SheetCell, Unit

PARTNER: Final = "Receipt_partner"
KIND: Final = "Receipt_kind"
AMOUNT: Final = "Receipt_amount"


def receipts(basis: Basis) -> tuple[Sheet, dict[str, str]]:
    """Return the sheet, and the names of its columns."""
    words = basis.words
    grid = SheetGrid(
        words.sheets.receipts, words.titles.receipts, words.notes.receipts, basis.language
    )
    head, said = words.heads, words.cells
    grid.head(heads(head.partner, head.kind, head.source, head.amount, head.states))
    first = grid.next
    budget = basis.spec.budget
    for cells in (
        *_rows(basis, said.income, "budget.incomes", budget.incomes),
        *_rows(basis, said.own, "budget.own_contributions", budget.own_contributions),
    ):
        grid.add(cells)
    if grid.next == first:
        grid.add((text(said.none_stated, Role.NOTE),))
    last = grid.next - 1
    columns = {PARTNER: "A", KIND: "B", AMOUNT: "D"}
    names = {name: grid.column(letter, first) for name, letter in columns.items()}
    whole = add(one.amount_eur or Decimal(0) for one in budget.incomes or ())
    whole += add(one.amount_eur or Decimal(0) for one in budget.own_contributions or ())
    label = (text(said.total, Role.TOTAL), *(SheetCell("", Role.TOTAL) for _ in range(2)))
    grid.add((*label, total("D", first, last, whole)))
    return grid.sheet(16, 22, 70, 16, 34), names


def of(kind: str, row: int) -> str:
    """Return the formula for what the partner in column A of a row has of a kind."""
    return f"SUMPRODUCT(({PARTNER}=$A{row})*({KIND}={literal(kind)}),{AMOUNT})"


def _rows(
    basis: Basis, kind: str, path: str, entries: Sequence[Income | OwnContribution] | None
) -> Iterator[tuple[SheetCell, ...]]:
    for index, one in enumerate(entries or ()):
        at = f"{path}[{index}]"
        yield (
            stated_or_missing(basis, one.partner, f"{at}.partner"),
            text(kind),
            stated_or_missing(basis, one.source, f"{at}.source"),
            stated_or_missing(basis, one.amount_eur, f"{at}.amount_eur", Unit.EURO),
            text(basis.anchors.anchor(at), Role.NOTE),
        )
