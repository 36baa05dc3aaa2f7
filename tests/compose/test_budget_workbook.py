"""The budget as a workbook: what stands in which cell, what is a formula, what is a question."""

from decimal import Decimal

import pytest

from escp_docs.model.figures import figures
from escp_docs.workbook import Role, SheetCell, Workbook, cells, stated_values
from tests.support.reading import spec
from tests.support.workbooks import BASE, example, made


def at(workbook: Workbook, sheet: str, address: str) -> SheetCell:
    (cell,) = [c for s, a, c in cells(workbook) if (s.name, a) == (sheet, address)]
    return cell


def column(workbook: Workbook, sheet: str, head: str) -> list[SheetCell]:
    (page,) = [one for one in workbook.sheets if one.name == sheet]
    heads = [cell.value for cell in page.rows[page.head - 1]]
    place = heads.index(head)
    return [row[place] for row in page.rows[page.head :] if place < len(row)]


def test_every_amount_that_is_not_stated_is_a_formula() -> None:
    book = example("wave-4i")

    amounts = [c for _, _, c in cells(book) if isinstance(c.value, Decimal)]
    typed = [c for c in amounts if not c.formula and c.role is not Role.STATED]
    numbers = column(book, "Cost lines", "No.")
    assert [c for c in typed if c not in numbers] == []
    assert [c.path for c in amounts if c.role is Role.STATED and c.formula] == []


def test_a_fraction_stays_a_live_fraction() -> None:
    assert at(made(), "Rates", "B5").formula == "2/3"


def test_the_totals_are_those_of_the_documents() -> None:
    money = figures(spec(BASE).spec)
    total = column(made(), "Summary", "Grant asked for")[len(money.partners)]

    assert total.value == money.grant
    assert total.role is Role.TOTAL


def test_less_that_is_asked_for_stands_beside_what_the_rate_gives() -> None:
    book = made(BASE + "  requested_grant_eur: {A: 10}\n")

    assert column(book, "Grant", "Grant stated")[0].value == Decimal(10)
    assert column(book, "Grant", "Grant asked for")[0].value == Decimal(10)
    at_the_rate = column(made(), "Grant", "Grant asked for")[0].value
    assert column(book, "Grant", "Grant at the rate")[0].value == at_the_rate


def test_a_partner_with_an_operating_grant_is_outside_the_base_of_indirect_costs() -> None:
    book = made(BASE.replace("{id: A", "{id: A, operating_grant: true", 1))

    lines = zip(
        column(book, "Cost lines", "Partner"),
        column(book, "Cost lines", "In the base of indirect costs"),
        column(book, "Cost lines", "Indirect cost"),
        strict=True,
    )
    (_, bases, costs) = zip(*((p, b, c) for p, b, c in lines if p.value == "A"), strict=True)
    assert {cell.value for cell in bases} == {"no"}
    assert {cell.value for cell in costs} == {Decimal(0)}
    assert all("B" in cell.formula and '="A"' in cell.formula for cell in bases)


def test_own_contributions_that_are_written_are_a_statement() -> None:
    book = made(BASE + "  own_contributions: [{partner: A, source: Fees, amount_eur: 5}]\n")

    assert [c.value for c in column(book, "Grant", "Own contribution")[:2]] == [5, 0]
    assert column(book, "Grant", "Cost not covered")[0].value != 0


def test_a_complete_budget_has_no_question_and_no_sheet_of_them() -> None:
    book = made()

    assert book.placeholders == ()
    assert "Open questions" not in [sheet.name for sheet in book.sheets]


@pytest.mark.parametrize(
    ("removed", "path", "sheet"),
    [
        ("  reimbursement_rate: 2/3\n", "budget.reimbursement_rate", "Rates"),
        ("  indirect_rate: 0.07\n", "budget.indirect_rate", "Rates"),
        (", B: 3000", "budget.person_month_eur.B", "Effort"),
        (", effort: {B: 1}", "roadmap.work_packages[1].effort", "Effort"),
        ("      unit_cost_eur: 333.33\n", "budget.costs[0].unit_cost_eur", "Cost lines"),
        ("      units: 3\n", "budget.costs[0].amount_eur", "Cost lines"),
        ("      amount_eur: 1000\n", "budget.costs[1].amount_eur", "Cost lines"),
        ("      description: Fares\n", "budget.costs[0].description", "Cost lines"),
        (", legal_name: Beta", "consortium.partners[1].legal_name", "Summary"),
    ],
)
def test_what_is_missing_is_a_question_in_its_cell(removed: str, path: str, sheet: str) -> None:
    assert removed in BASE
    book = made(BASE.replace(removed, ""))

    asked = {(s.name, c.path) for s, _, c in cells(book) if c.missing}
    assert (sheet, path) in asked
    assert ("Open questions", path) in asked
    assert path in [one.path for one in book.placeholders]


def test_sums_that_lack_a_fact_say_so() -> None:
    text = BASE.replace("      amount_eur: 1000\n", "")

    assert "lower bound" in str(at(made(text), "Summary", "A2").value)
    assert "lower bound" not in str(at(made(), "Summary", "A2").value)


def test_a_line_without_partner_work_package_and_category_keeps_its_cost() -> None:
    text = BASE + "    - {description: Rest, amount_eur: 7}\n"
    book, total = made(text), figures(spec(text).spec).total

    partners = column(book, "By partner", "Cost")
    assert [one.value for one in partners[-2:]] == [Decimal(7), total]
    assert column(book, "By work package", "Work package")[-2].missing
    assert [c.value for c in column(book, "Summary", "Eligible cost") if c.role is Role.CHECK] == [
        *(Decimal(0) for _ in range(3)),
        Decimal(7),  # nobody covers it yet
    ]


def test_without_a_budget_there_is_a_workbook_of_questions() -> None:
    book = made("")

    asked = [one.path for one in book.placeholders]
    assert asked[0] == "consortium.partners"
    assert {"budget.reimbursement_rate", "budget.costs", "roadmap.work_packages"} <= set(asked)


def test_a_text_of_the_spec_is_one_line_that_can_be_printed() -> None:
    book = made(BASE.replace("Fares", '"a\\tb\\n\\uE000\\u202E"'))

    assert column(book, "Cost lines", "What is paid for")[2].value == "a b [U+E000][U+202E]"


def test_a_figure_too_fine_for_a_sheet_is_no_formula() -> None:
    # Of 10,000.00 it is 50.0050001: a sheet could not tell on which side of half a cent that is.
    text = BASE.replace("4000.01", "4000").replace("0.07", "0.00500050001")
    indirect = column(made(text), "Cost lines", "Indirect cost")

    assert [bool(one.formula) for one in indirect[:2]] == [False, True]
    assert indirect[0].value == Decimal("50.01")


def test_sums_beyond_the_digits_of_a_sheet_are_figures_or_text() -> None:
    huge = "units: 1000000000000\n      unit_cost_eur: 900000000000.01"
    book = made(BASE.replace("amount_eur: 1000", huge))

    assert not any(cell.formula for _, _, cell in cells(book))
    assert (
        column(book, "Cost lines", "Direct cost")[3].value == "900,000,000,000,010,000,000,000.00"
    )


def test_the_values_of_the_spec_are_listed_by_their_paths() -> None:
    values = stated_values(made())

    assert values["budget.costs[0].unit_cost_eur"] == "333.33"
    assert values["budget.costs[2].eligible"] == "false"
    assert values["budget.costs[0].category"] == "travel"
    assert values["consortium.partners[0].legal_name"] == "Alpha"


LUMP = """\
consortium: {partners: [{id: A}, {id: B}]}
roadmap: {work_packages: [{id: WP1, effort: {A: 2}}]}
budget: {lump_sums: [{partner: A, work_package: WP1, amount_eur: 250000}]}
"""


def test_a_lump_sum_stands_in_its_own_category_and_is_paid_in_full() -> None:
    book = made(LUMP)

    assert column(book, "Cost lines", "Category")[0].value == "Lump sum"
    assert column(book, "Cost lines", "Rate")[0].value == 1
    assert column(book, "Grant", "Grant at the rate")[0].value == Decimal(250000)
    assert column(book, "Grant", "Grant at the rate")[0].formula
    assert [c.path for _, _, c in cells(book) if c.role is Role.MISSING and "rate" in c.path] == []


def test_rates_of_lines_are_named_cells_that_the_formulas_read() -> None:
    book = made(BASE + "  rates_by_category: {travel: 1}\n  rates_by_partner: {A: 0.5}\n")
    rate = column(book, "Cost lines", "Rate")[0]

    assert {"Rate_1", "Rate_2", "Line_rate"} <= set(book.names)
    assert rate.formula.startswith('IF(D5="Travel",Rate_1,IF(B5="A",Rate_2,N(Reimbursement_rate')


def test_where_all_lines_have_one_rate_there_is_no_column_for_it() -> None:
    assert "Line_rate" not in made().names
