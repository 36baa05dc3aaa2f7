"""The checklist and the sheet for the portal: what the call file says, and what it does not."""

from decimal import Decimal

import pytest
from msgspec.structs import replace

from escp_docs import files
from escp_docs.compose.document_types import requests
from escp_docs.document import Checkbox, Document, all_inlines
from escp_docs.export.html.writer import to_html
from escp_docs.model.plain_text import plain_text
from escp_docs.produced.expected_text import notes, pieces
from escp_docs.read import spec as reading
from escp_docs.read.spec import Reading
from tests.support.documents import composed, example
from tests.support.look import look
from tests.support.reading import call, read, spec

BUDGET = """\
project: {{acronym: X, title: "{title}", abstract: "{abstract}", keywords: [a, b]}}
strand: A
consortium: {{coordinator: A, partners: [{{id: A}}]}}
roadmap: {{work_packages: [{{id: W, effort: {{A: 10}}}}]}}
budget: {{reimbursement_rate: 0.5, indirect_rate: 0, person_month_eur: {{A: {cost}}},
  costs: [], incomes: []}}
"""


def made(name: str, found: Reading) -> Document:
    templates = files.templates(files.template_files(files.STDIN, None))
    return composed(found, requests(found.spec)[name], templates)


def words(document: Document) -> str:
    return "\n".join(pieces(document)).replace("\u00a0", " ")


def budget(cost: int, title: str = "t", abstract: str = "a") -> Reading:
    return spec(BUDGET.format(cost=cost, title=title, abstract=abstract))


@pytest.mark.parametrize(
    ("cost", "said"),
    [
        pytest.param(12_000, "Not asked for with a grant of EUR 60,000", id="at the limit"),
        pytest.param(12_001, "(the grant of EUR 60,005 is above EUR 60,000)", id="above"),
    ],
)
def test_accounts_are_asked_for_above_the_amount_of_the_call_file(cost: int, said: str) -> None:
    assert said in words(made("checklist", budget(cost)))


def test_the_amount_is_that_of_the_call_file_and_of_no_template() -> None:
    found = budget(12_001)
    assert found.call.submission is not None
    raised = tuple(
        paper.updated(
            {"value": paper.value.updated({"above_eur": Decimal(70_000)})}
            if paper.value.above_eur == 60_000
            else {}
        )
        for paper in found.call.submission.papers
    )
    submission = found.call.submission.updated({"papers": raised})
    other = replace(found, call=found.call.updated({"submission": submission}))

    assert "EUR 60,005, which is not above EUR 70,000" in words(made("checklist", other))


def test_an_unknown_grant_leaves_it_open_whether_accounts_are_asked_for() -> None:
    found = spec("consortium: {coordinator: A, partners: [{id: A}]}\n")

    assert "the grant is not known yet" in words(made("checklist", found))


def test_the_checklist_has_the_dates_their_source_and_boxes_to_tick() -> None:
    document = made("checklist", example("wave"))
    boxes = [one for one in all_inlines(document) if isinstance(one, Checkbox)]

    for date in ("24 November 2020", "30 November 2020", "2 December 2020, 17:00"):
        assert date in words(document)
    assert {one.checked for one in boxes} == {True, False}
    assert any("Deadline" in note for note in notes(document))


def test_the_checklist_says_what_nobody_knows() -> None:
    for one in call().unknown:
        assert one.topic in words(made("checklist", example("shield")))


def test_a_call_that_says_nothing_of_papers_is_said_to_say_nothing() -> None:
    name = "cos-clusint-2019-3-01"
    calls = {name: reading.call(files.source(files.call_sources()[name]))}
    found = read(f"call: {name}\nproject: {{acronym: X}}\n", calls=calls)

    assert "does not say which papers belong" in words(made("checklist", found))
    assert "does not say what Part A asks for" in words(made("portal-sheet", found))


def test_the_sheet_counts_the_characters_as_the_form_does() -> None:
    project = example("wave").spec.project
    found = words(made("portal-sheet", example("wave")))

    assert f"{len(project.title or '')} of 200" in found
    assert f"{len(plain_text(project.abstract or ''))} of 2000" in found
    assert f"{len(', '.join(project.keywords or ()))} of 200" in found


def test_a_text_too_long_for_the_form_is_told() -> None:
    found = words(made("portal-sheet", budget(1, title="t" * 201, abstract="a" * 2000)))

    assert "201 of 200 – too long" in found
    assert "2000 of 2000\n" in found


def test_the_sheet_has_the_budget_row_of_each_partner_ready_for_a_form() -> None:
    found = [one.strip() for one in pieces(made("portal-sheet", budget(12_001)))]
    row = found.index("A", found.index("EU contribution"))

    assert found[row + 1 : row + 9] == [
        *("120010.00", "0.00", "0.00", "0.00", "0.00", "0.00", "120010.00", "60005.00")
    ]


def test_a_click_selects_a_value_without_a_script() -> None:
    page = to_html(made("portal-sheet", example("wave")), look()).decode()

    assert '<main id="main:start" class="portal-sheet"' in page
    assert ".portal-sheet td { -webkit-user-select: all; user-select: all;" in page
    assert "<script" not in page
