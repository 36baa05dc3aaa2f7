"""Which keys the columns of cost lines and receipts hold, also where a spec states none yet."""

from collections.abc import Mapping, Sequence
from typing import Final

from escp_docs.language.languages import USUAL

_WORDS: Final = USUAL.workbook
_HEADS: Final = _WORDS.heads
_COSTS: Final = {
    _HEADS.partner: "partner",
    _HEADS.work_package: "work_package",
    _HEADS.category: "category",
    _HEADS.paid_for: "description",
    _HEADS.units: "units",
    _HEADS.unit: "unit",
    _HEADS.unit_cost: "unit_cost_eur",
    _HEADS.amount_stated: "amount_eur",
    _HEADS.eligible: "eligible",
}
_RECEIPTS: Final = {
    _HEADS.partner: "partner",
    _HEADS.source: "source",
    _HEADS.amount: "amount_eur",
}
_NAMING: Final = frozenset({"partner", "work_package", "category", "description", "source"})
_KINDS: Final = {
    _WORDS.cells.income: "budget.incomes",
    _WORDS.cells.own: "budget.own_contributions",
}
_KEYS: Final = {_WORDS.sheets.lines: _COSTS, _WORDS.sheets.receipts: _RECEIPTS}


def money_columns(sheet: str, heads: Sequence[str]) -> Mapping[int, str]:
    """Return the key below its entry that each column holds; none of another sheet."""
    known = _KEYS.get(sheet, {})
    return {column: known[head] for column, head in enumerate(heads) if head in known}


def kind_column(sheet: str, heads: Sequence[str]) -> int | None:
    """Return the column that says whether a receipt is an income; None of another sheet."""
    is_receipt = sheet == _WORDS.sheets.receipts and _HEADS.kind in heads
    return heads.index(_HEADS.kind) if is_receipt else None


def naming_columns(sheet: str, heads: Sequence[str]) -> tuple[int, ...]:
    """Return the columns whose words say which cost or receipt a row is; none of another sheet."""
    kind = kind_column(sheet, heads)
    named = [one for one, key in money_columns(sheet, heads).items() if key in _NAMING]
    return (*named, *(() if kind is None else (kind,)))


def list_of(sheet: str, kind: str) -> str:
    """Return the list that a row of a sheet is an entry of; empty if that cannot be told.

    Args:
        sheet: The name of the sheet as it was sent.
        kind: Of a receipt what kind it is, in whatever case.
    """
    if sheet == _WORDS.sheets.lines:
        return "budget.costs"
    said = " ".join(kind.split()).casefold()
    return next((one for words, one in _KINDS.items() if words.casefold() == said), "")
