"""The sheet of rates: what holds for every line, and how to read the cells of all sheets."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from escp_docs.compose.budget_workbook.cells import (
    heads,
    literal,
    not_stated,
    share,
    stated_or_missing,
    text,
)
from escp_docs.compose.budget_workbook.grid import SheetGrid
from escp_docs.compose.budget_workbook.inputs import Basis
from escp_docs.language.workbook_words import WorkbookWords
from escp_docs.model.schema import below
from escp_docs.workbook import Role, Sheet, SheetCell, Unit

REIMBURSEMENT: Final = "Reimbursement_rate"
INDIRECT: Final = "Indirect_rate"
LEFT_OUT: Final = "Subcontracting_left_out"
OWN: Final = "Own_contributions"
_EXCLUDES: Final = "budget.indirect_base_excludes_subcontracting"
_BY_CATEGORY: Final = "budget.rates_by_category"
_BY_PARTNER: Final = "budget.rates_by_partner"


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
            _rate(basis, budget.reimbursement_rate, "budget.reimbursement_rate"),
        ),
        *_of_lines(basis),
        (
            INDIRECT,
            said.indirect,
            _rate(basis, budget.indirect_rate, "budget.indirect_rate"),
        ),
        (
            LEFT_OUT,
            said.subcontracting,
            not_stated(_EXCLUDES)
            if excludes is None and is_lump_sum(basis)
            else stated_or_missing(basis, excludes, _EXCLUDES),
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


def is_lump_sum(basis: Basis) -> bool:
    """Whether a lump sum pays for everything, so that no rate need be stated."""
    return basis.spec.budget.lump_sums is not None and not basis.spec.budget.costs


def _rate(basis: Basis, value: Fraction | None, path: str) -> SheetCell:
    if value is None and is_lump_sum(basis):
        return not_stated(path, Unit.SHARE)
    return share(basis, value, path)


# --- lines with rates of their own -----------------------------------------------------------


def has_rates_of_lines(basis: Basis) -> bool:
    """Whether not all lines have the same rate."""
    return bool(_rates_of_lines(basis)) or basis.spec.budget.lump_sums is not None


def rate_formula(basis: Basis, partner: str, category: str) -> str:
    """Return the formula of the rate of a line; the cells hold its partner and its category."""
    found = f"N({REIMBURSEMENT})"
    for name, key, of, _ in reversed(_rates_of_lines(basis)):
        words = of if key == _BY_PARTNER else basis.language.choice(of).capitalize()
        cell = partner if key == _BY_PARTNER else category
        found = f"IF({cell}={literal(words)},{name},{found})"
    if basis.spec.budget.lump_sums is None:
        return found
    return f"IF({category}={literal(basis.language.choice('lump_sum').capitalize())},1,{found})"


def _rates_of_lines(basis: Basis) -> list[tuple[str, str, str, Fraction]]:
    """Return the rates by category, then those by partner: cell, key, what it is of, rate."""
    budget = basis.spec.budget
    stated: list[tuple[str, str, Fraction]] = [
        *((_BY_CATEGORY, name, rate) for name, rate in (budget.rates_by_category or {}).items()),
        *((_BY_PARTNER, name, rate) for name, rate in (budget.rates_by_partner or {}).items()),
    ]
    return [(f"Rate_{number}", *one) for number, one in enumerate(stated, start=1)]


def _of_lines(basis: Basis) -> Iterator[tuple[str, str, SheetCell]]:
    said = basis.words.rates
    for name, key, of, rate in _rates_of_lines(basis):
        shown = of if key == _BY_PARTNER else basis.language.choice(of)
        yield name, said.of_lines.format(name=shown), share(basis, rate, below(key, of))


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
