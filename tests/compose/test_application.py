"""The application: what it rests on, dates beside months, nothing told twice, hints in drafts."""

import re
from decimal import Decimal
from functools import cache

import pytest

from escp_docs import files
from escp_docs.compose.document_types import DOCUMENT_TYPES, DocumentRequest
from escp_docs.compose.documents import compose
from escp_docs.document import (
    Document,
    Figure,
    Heading,
    Paragraph,
    Passage,
    Style,
    Table,
    inlines,
    plain,
    walk,
)
from escp_docs.model.costs import CATEGORIES
from escp_docs.model.figures import figures
from tests.support.documents import PRINTED, document, example
from tests.support.reading import spec

_LONG = 60  # letters; a shorter one may be said of two things

SMALL = """\
call: cos-clusint-2020-3-01
strand: A
project: {acronym: X, start_date: 2021-09-01, duration_months: 24}
consortium:
  coordinator: A
  partners:
  - {id: A, legal_name: Alpha, country: NL, profile: Six words stand in this text.}
  - {id: B, legal_name: Beta, country: PT}
target_countries:
- {country: US, lead: A}
- {country: JP, lead: B}
roadmap:
  work_packages:
  - id: WP1
    title: Work
    lead: A
    start_month: 1
    end_month: 4
    effort: {A: 2, B: 1.5}
    tasks:
    - {id: T1, title: Both, lead: A, start_month: 1, end_month: 4, targets: [US, JP]}
    - {id: T2, title: One, lead: B, start_month: 2, end_month: 3, targets: [US]}
    deliverables: [{id: D1, title: Paper, lead: A, due_month: 4}]
risks:
- {id: R1, description: It rains., likelihood: low, impact: high, mitigation: Umbrella.}
budget:
  reimbursement_rate: 0.9
  indirect_rate: 0.07
  indirect_base_excludes_subcontracting: true
  person_month_eur: {A: 4000, B: 3000.5}
  costs:
  - {partner: A, work_package: WP1, category: travel, description: Trips, units: 3, unit: trip,
     unit_cost_eur: 700.5}
  - {partner: B, work_package: WP1, category: equipment, description: A pump, amount_eur: 900,
     eligible: false}
  own_contributions: [{partner: A, source: Fees of members, amount_eur: 1234.5}]
"""


def tables(found: Document) -> dict[str, Table]:
    return {one.id or one.summary: one for one in walk(found.blocks) if isinstance(one, Table)}


def rows(table: Table) -> list[list[str]]:
    return [
        [" ".join(plain(inlines(block)) for block in walk(cell.blocks)).strip() for cell in row]
        for row in table.rows
    ]


def said(found: Document) -> str:
    texts = (plain(inlines(one)) for one in walk(found.blocks))
    return " ".join(texts).replace("\u00a0", " ")


def small(changed: str = SMALL, *, draft: bool = False) -> Document:
    read, paper = spec(changed), DocumentRequest(DOCUMENT_TYPES["application"])
    return compose(paper, read.spec, read.call, _templates(), PRINTED, draft=draft)


@cache
def _templates() -> dict[str, str]:
    return files.templates(files.template_files(files.STDIN, None))


def test_every_cost_line_is_printed_with_its_units_and_its_unit_cost() -> None:
    found = tables(small())

    assert rows(found["lines-travel"]) == [["A", "WP1", "Trips", "3", "trip", "700.50", "2,101.50"]]
    assert rows(found["lines-equipment"]) == [
        ["B", "WP1", "A pump (not eligible)", "", "", "", "900.00"]
    ]
    assert "lines-subcontracting" not in found


@pytest.mark.parametrize("name", ["wave", "shield"])
def test_the_basis_of_the_costs_adds_up_to_the_tables_of_the_budget(name: str) -> None:
    found, money = tables(document("application", name)), figures(example(name).spec)

    for category in CATEGORIES:
        lines = found.get(f"lines-{category}")
        stated = [row for row in rows(lines) if "(not eligible)" not in row[2]] if lines else []
        computed = rows(found["rates-table"]) if category == "personnel" else []
        amounts = [row[-1] for row in (*stated, *computed) if row[-1]]
        whole = sum(Decimal(one.replace(",", "")) for one in amounts)
        assert whole == money.direct(lambda line: line.category == category)  # noqa: B023
    last = rows(found["grid-costs"])[-1][1:]
    assert sum(Decimal(one.replace(",", "")) for one in last) == money.eligible(lambda _: True)


def test_rates_and_sources_of_own_money_are_told() -> None:
    found = tables(small())

    assert rows(found["rates-table"]) == [
        ["A", "2.0", "4,000.00", "8,000.00"],
        ["B", "1.5", "3,000.50", "4,500.75"],
    ]
    assert rows(found["own-sources"]) == [["A", "Fees of members", "1,234.50"]]


def test_a_cost_that_is_not_known_is_a_question_and_no_nought() -> None:
    found = tables(small(SMALL.replace("units: 3, ", "").replace("B: 3000.5", "")))

    row = rows(found["lines-travel"])[0]
    assert row[3].startswith("[")
    assert row[6] == ""
    assert rows(found["rates-table"])[1][2].startswith("[")


def test_months_stand_beside_their_dates() -> None:
    words = said(small())

    assert "1 to 4 (September 2021 to December 2021)" in words
    assert "D1: 4 (December 2021)" in words
    assert "2021" not in said(small(SMALL.replace("start_date: 2021-09-01, ", "")))


def test_states_have_their_article_in_a_sentence() -> None:
    words = said(small())

    assert "two countries: the Netherlands and Portugal." in words
    assert "All of them are Member States of the European Union." in words
    assert "to two targets beyond Europe: the United States and Japan" in words


def test_work_for_several_targets_is_told_once() -> None:
    found = tables(small())

    assert [row[0] for row in rows(found["shared-activities"])] == ["T1"]
    assert rows(found["shared-activities"])[0][4:] == ["●", "●"]
    assert [row[0] for row in rows(found["activities-1"])] == ["T2"]
    assert "activities-2" not in found


@pytest.mark.parametrize("name", ["wave", "shield"])
def test_no_text_of_the_spec_is_told_twice(name: str) -> None:
    """A description, a mitigation, a means of verification, a prose: each stands in one place."""
    found, read = document("application", name), example(name).spec
    words = said(found)
    once = [
        *(text for risk in read.risks or () for text in (risk.description, risk.mitigation)),
        *(one.verification for one in read.indicators or ()),
        *(
            text
            for package in read.roadmap.work_packages or ()
            for text in (
                *(one.description for one in package.tasks or ()),
                *(one.verification for one in package.milestones or ()),
            )
        ),
    ]

    for text in (one for one in once if one and len(one) > _LONG):
        assert words.count(" ".join(text.split())) == 1, text
    passages = [one.path for one in walk(found.blocks) if isinstance(one, Passage)]
    assert len(passages) == len(set(passages))


def test_what_the_call_asks_stands_on_one_page_with_the_sections_that_answer() -> None:
    found = tables(document("application", "wave"))["demands-table"]

    asked = rows(found)
    assert len(asked) >= 10
    assert all(re.fullmatch("Section\u00a0[AB](\\.\\d+)*", row[-1]) for row in asked)
    assert any("519 members" in row[1] or "members" in row[1] for row in asked)


def test_a_demand_of_one_call_is_not_told_of_another() -> None:
    other = SMALL.replace("strand: A\n", "strand: B\n")

    assert len(rows(tables(small(other))["demands-table"])) < len(
        rows(tables(small())["demands-table"])
    )


def hints(found: Document) -> list[str]:
    return [
        plain(one.children)
        for one in walk(found.blocks)
        if isinstance(one, Paragraph)
        and one.style is Style.SMALL
        and plain(one.children).startswith("Draft:")
    ]


def test_a_draft_says_which_text_is_short_and_what_is_final_does_not() -> None:
    assert hints(small(draft=True)) == [
        "Draft: this text has 6 words; such a section usually takes about 60."
    ]
    assert hints(small(draft=False)) == []
    assert hints(document("application", "wave")) == []


def test_sub_headings_are_headings() -> None:
    found = [
        plain(one.children)
        for one in walk(document("application", "wave").blocks)
        if isinstance(one, Heading) and one.level == 4
    ]

    assert "Why this target" in found
    assert any(one.startswith("T1.1: ") for one in found)


def test_who_answers_for_what_is_in_one_table() -> None:
    assert rows(tables(small())["duties-table"]) == [
        ["A (Coordinator)", "WP1", "United States", "–"],
        ["B", "–", "Japan", "–"],
    ]


def test_a_partner_that_is_no_cluster_is_not_called_one() -> None:
    honest = SMALL.replace("country: PT}", "country: PT, kind: other, own_legal_entity: false}")
    words = said(small(honest))

    assert "Every partner is a cluster organisation" not in words
    assert any(isinstance(one, Figure) for one in walk(small().blocks))
