"""What every sheet of the budget is made from, and the names that sheets share."""

from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from escp_docs.compose.budget_workbook.cells import SpokenSpec, missing, text
from escp_docs.compose.values.organisations import beneficiary_ids
from escp_docs.language.language import Language
from escp_docs.model.anchors import Anchors
from escp_docs.model.costs import CostLine, Way, categories
from escp_docs.model.figures import Figures, figures
from escp_docs.model.spec import Spec
from escp_docs.workbook import SheetCell


class Located(Struct, frozen=True):
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


class Basis(SpokenSpec, frozen=True):
    """A spec and its figures; `partners` are the ids in the order of the documents.

    `anchors` name entries in files, so that they are known when a file comes back.
    """

    money: Figures
    lines: tuple[Located, ...]
    partners: tuple[str, ...]
    anchors: Anchors

    @property
    def packages(self) -> tuple[str, ...]:
        """The ids of the work packages."""
        return tuple(one.id for one in self.spec.roadmap.work_packages or ())

    def noted(self, note: str) -> str:
        """Return what a sheet says of itself, and while facts are missing, that sums are bounds."""
        if not self.money.unknown:
            return note
        words = self.words
        return words.notes.lower_bound.format(note=note, sheet=words.sheets.questions)


def basis(spec: Spec, language: Language) -> Basis:
    """Return what the sheets of a spec are made from."""
    money, told = figures(spec), SpokenSpec(spec, language)
    located = tuple(_located(told, line) for line in money.lines)
    return Basis(spec, language, money, located, beneficiary_ids(spec), Anchors(spec))


def _located(told: SpokenSpec, line: CostLine) -> Located:
    def cell(name: str | None, key: str) -> SheetCell:
        path = f"{line.path}.{key}"
        if name is None:
            return missing(told, path)
        shown = told.language.choice(name).capitalize() if key == "category" else name
        is_stated = line.cost is not None or (line.way is Way.LUMP_SUM and key != "category")
        return SheetCell(shown, path=path, written=name) if is_stated else text(shown)

    return Located(
        line,
        cell(line.partner, "partner"),
        cell(line.work_package, "work_package"),
        cell(line.category, "category"),
    )


def category_names(basis: Basis) -> tuple[str, ...]:
    """Return what the categories are called that the budget shows."""
    return tuple(basis.language.choice(one).capitalize() for one in categories(basis.spec))


def keys(known: Iterable[str], used: Iterable[SheetCell]) -> tuple[SheetCell, ...]:
    """Return the heads of a table: the known names, then a question that lines have in place."""
    found = {one: text(one) for one in known}
    for cell in used:
        found.setdefault(str(cell.value), cell)
    return tuple(found.values())


def add(amounts: Iterable[Decimal]) -> Decimal:
    """Return a sum, 0 of nothing."""
    return sum(amounts, Decimal(0))
