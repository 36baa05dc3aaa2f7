"""What every sheet of the budget is made from, and the names that sheets share."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from escp_docs.compose.budget_workbook.cells import missing, text
from escp_docs.compose.values.organisations import beneficiaries
from escp_docs.language import english_words as english
from escp_docs.model.costs import CATEGORIES, CostLine
from escp_docs.model.figures import Figures, figures
from escp_docs.model.spec import Spec
from escp_docs.workbook import SheetCell

SUMMARY: Final = "Summary"
LINES: Final = "Cost lines"
PARTNERS: Final = "By partner"
PACKAGES: Final = "By work package"
CROSSED: Final = "Partner and work package"
GRANT: Final = "Grant"
RECEIPTS: Final = "Receipts"
EFFORT: Final = "Effort"
RATES: Final = "Rates"
OPEN: Final = "Open questions"


@dataclass(frozen=True, slots=True)
class Located:
    """A cost line with the cells that say where it belongs: a name, or the question for it."""

    line: CostLine
    partner: SheetCell
    package: SheetCell
    category: SheetCell

    @property
    def eligible(self) -> Decimal:
        """The eligible cost, direct and indirect."""
        return self.direct + self.line.indirect

    @property
    def direct(self) -> Decimal:
        """The eligible direct cost."""
        return self.line.amount if self.line.eligible else Decimal(0)

    @property
    def not_eligible(self) -> Decimal:
        """The cost that is not eligible."""
        return self.line.amount - self.direct


@dataclass(frozen=True, slots=True)
class Basis:
    """A spec and its figures; `partners` are the ids in the order of the documents."""

    spec: Spec
    money: Figures
    lines: tuple[Located, ...]
    partners: tuple[str, ...]

    @property
    def packages(self) -> tuple[str, ...]:
        """The ids of the work packages."""
        return tuple(one.id for one in self.spec.roadmap.work_packages or ())

    @property
    def bound(self) -> str:
        """What the head of a sheet adds while sums are lower bounds."""
        if not self.money.unknown:
            return ""
        return f" Facts are missing, so every sum is a lower bound; see the sheet {OPEN}."


def basis(spec: Spec) -> Basis:
    """Return what the sheets of a spec are made from."""
    money = figures(spec)
    return Basis(
        spec,
        money,
        tuple(_located(spec, line) for line in money.lines),
        tuple(beneficiaries(spec)),
    )


def _located(spec: Spec, line: CostLine) -> Located:
    def cell(name: str | None, key: str) -> SheetCell:
        path = f"{line.path}.{key}"
        if name is None:
            return missing(spec, path)
        shown = english.choice(name).capitalize() if key == "category" else name
        return SheetCell(shown, path=path, written=name) if line.cost else text(shown)

    return Located(
        line,
        cell(line.partner, "partner"),
        cell(line.work_package, "work_package"),
        cell(line.category, "category"),
    )


CATEGORY_NAMES: Final = tuple(english.choice(one).capitalize() for one in CATEGORIES)


def keys(known: Iterable[str], used: Iterable[SheetCell]) -> tuple[SheetCell, ...]:
    """Return the heads of a table: the known names, then a question that lines have in place."""
    found = {one: text(one) for one in known}
    for cell in used:
        found.setdefault(str(cell.value), cell)
    return tuple(found.values())


def add(amounts: Iterable[Decimal]) -> Decimal:
    """Return a sum, 0 of nothing."""
    return sum(amounts, Decimal(0))
