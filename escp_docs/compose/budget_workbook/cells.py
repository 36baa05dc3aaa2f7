"""The cells of a workbook, made of values of the spec, questions and computed figures."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from itertools import count
from typing import Final

from msgspec import Struct

from escp_docs.compose.markdown.glyphs import printable
from escp_docs.compose.values.view import question
from escp_docs.language.language import Language
from escp_docs.language.workbook_words import WorkbookWords
from escp_docs.model.spec import Spec
from escp_docs.workbook import Role, SheetCell, Unit, Value, index, letters

# A cell takes 32,767 characters; what is longer is no description of a cost.
_LONGEST: Final = 2000


class SpokenSpec(Struct, frozen=True):
    """A spec, and the language in which a workbook tells of it."""

    spec: Spec
    language: Language

    @property
    def words(self) -> WorkbookWords:
        """The words of the workbook."""
        return self.language.workbook

    @property
    def yes(self) -> str:
        """What a cell says for yes."""
        return self.language.values.yes

    @property
    def no(self) -> str:
        """What a cell says for no."""
        return self.language.values.no


def literal(words: str) -> str:
    """Return words as a formula compares with them."""
    doubled = words.replace('"', '""')
    return f'"{doubled}"'


def sheet_cells(sheet: str, cells: str) -> str:
    """Return a reference to cells of a sheet, whatever its name."""
    doubled = sheet.replace("'", "''")
    return f"'{doubled}'!{cells}"


def text(value: str, role: Role = Role.LABEL) -> SheetCell:
    """Return a cell with words of ours."""
    return SheetCell(value, role)


def heads(*names: str) -> tuple[SheetCell, ...]:
    """Return the heads of columns."""
    return tuple(text(name, Role.HEAD) for name in names)


def one_line(value: str, language: Language) -> str:
    """Return words of the spec as a cell shows them: on one line, not too many."""
    line = " ".join(printable(value).split())
    if len(line) <= _LONGEST:
        return line
    return language.workbook.cells.cut.format(text=line[:_LONGEST])


def stated(told: SpokenSpec, value: object, path: str, unit: Unit = Unit.TEXT) -> SheetCell:
    """Return a cell with a value as it stands in the spec."""
    shown: Value
    match value:
        case bool():
            shown = told.language.flag(value=value)
            return SheetCell(shown, Role.STATED, unit, "", path, str(value).lower())
        case Decimal() | Fraction():
            shown = value
        case _:
            shown = one_line(str(value), told.language)
    return SheetCell(shown, Role.STATED, unit, path=path)


def missing(told: SpokenSpec, path: str) -> SheetCell:
    """Return a cell that says what the spec does not state."""
    placeholder = question(told.spec, path, told.language).placeholder
    return SheetCell(placeholder.text, Role.MISSING, path=path, missing=placeholder)


def not_stated(path: str, unit: Unit = Unit.TEXT) -> SheetCell:
    """Return an empty cell for a value that need not be stated."""
    return SheetCell("", Role.STATED, unit, path=path)


def stated_or_missing(
    told: SpokenSpec, value: object, path: str, unit: Unit = Unit.TEXT
) -> SheetCell:
    """Return a cell with a value of the spec, or with the question that asks for it."""
    return missing(told, path) if value is None else stated(told, value, path, unit)


def share(told: SpokenSpec, value: Fraction | None, path: str) -> SheetCell:
    """Return a cell with a share; one that no decimal hits is a live fraction: 2/3."""
    if value is None:
        return missing(told, path)
    decimal = (value * 10**12).denominator == 1
    formula = "" if decimal else f"{value.numerator}/{value.denominator}"
    return SheetCell(value, Role.STATED, Unit.SHARE, formula, path)


def euro(value: Decimal, formula: str, role: Role = Role.COMPUTED) -> SheetCell:
    """Return a cell with a computed amount."""
    return SheetCell(value, role, Unit.EURO, formula)


def total(column: str, first: int, last: int, value: Decimal, unit: Unit = Unit.EURO) -> SheetCell:
    """Return the sum of a column."""
    return SheetCell(value, Role.TOTAL, unit, f"SUM({column}{first}:{column}{last})")


def totals(start: str, first: int, last: int, values: Iterable[Decimal]) -> tuple[SheetCell, ...]:
    """Return the sums of columns side by side, from the column with the letter `start`."""
    columns = count(index(start))
    return tuple(
        total(letters(column), first, last, value)
        for column, value in zip(columns, values, strict=False)
    )
