"""The budget as a workbook: the cost lines, and live sums over them that equal our figures."""

from datetime import date
from decimal import Decimal
from typing import Final

from msgspec.structs import replace

from escp_docs.compose.budget_workbook.cells import one_line
from escp_docs.compose.budget_workbook.effort import effort
from escp_docs.compose.budget_workbook.grant import grant
from escp_docs.compose.budget_workbook.inputs import basis
from escp_docs.compose.budget_workbook.lines import lines
from escp_docs.compose.budget_workbook.questions import questions
from escp_docs.compose.budget_workbook.rates import rates
from escp_docs.compose.budget_workbook.receipts import receipts
from escp_docs.compose.budget_workbook.summary import summary
from escp_docs.compose.budget_workbook.tables import by_both, by_package, by_partner
from escp_docs.language.english.language import ENGLISH
from escp_docs.language.language import Language
from escp_docs.model.call import Call
from escp_docs.model.spec import Spec
from escp_docs.workbook import Sheet, SheetCell, Unit, Workbook

NAME: Final = "budget"
# Beyond it a sheet, which keeps 15 digits, does not add up to the cent.
_LARGEST: Final = Decimal(10) ** 11
_DIGITS: Final = Decimal(10) ** 13


def budget_workbook(
    spec: Spec, call: Call, printed: date, *, draft: bool, language: Language = ENGLISH
) -> Workbook:
    """Return the budget of a spec as a workbook.

    Args:
        spec: What the partnership states; what it does not state is a question in a cell.
        call: The call that it answers.
        printed: The date that is printed.
        draft: Whether every page says so.
        language: What the workbook is written in.
    """
    found = basis(spec, language)
    rate_sheet, rate_names = rates(found)
    line_sheet, line_names = lines(found)
    receipt_sheet, receipt_names = receipts(found)
    tables = by_partner(found), by_package(found), by_both(found)
    sheets = (
        summary(found, call, printed, tables),
        line_sheet,
        *(table.sheet for table in tables),
        grant(found, tables[0]),
        receipt_sheet,
        effort(found),
        rate_sheet,
    )
    sheets = (*sheets, *questions(found, sheets))
    if found.money.total > _LARGEST:
        sheets = tuple(_fixed(sheet, language) for sheet in sheets)
    acronym = one_line(spec.project.acronym, language)
    coordinator = spec.partner(spec.consortium.coordinator)
    return Workbook(
        name=NAME,
        title=language.workbook.titles.workbook.format(acronym=acronym),
        acronym=acronym,
        date=printed,
        language=language.tag,
        author=one_line((coordinator and coordinator.legal_name) or acronym, language),
        draft=draft,
        sheets=sheets,
        names=rate_names | line_names | receipt_names,
        subject=f"{call.title}, {call.number}",
        keywords=tuple(one_line(keyword, language) for keyword in spec.project.keywords or ()),
    )


def _fixed(sheet: Sheet, language: Language) -> Sheet:
    """Return a sheet of figures alone, those of more than 15 digits as text."""
    rows = tuple(tuple(_fixed_cell(cell, language) for cell in row) for row in sheet.rows)
    return replace(sheet, rows=rows)


def _fixed_cell(cell: SheetCell, language: Language) -> SheetCell:
    cell = replace(cell, formula="")
    if isinstance(cell.value, Decimal) and abs(cell.value) >= _DIGITS:
        return replace(cell, value=language.amount(cell.value), unit=Unit.TEXT)
    return cell
