"""What messages and questions say: the moment, the missing fact, the person, one thing as one."""

import re
from fractions import Fraction

import pytest

from escp_docs.judging.verdict import judge
from escp_docs.language.rule_words import percent
from escp_docs.rules import ALL_RULES
from tests.rules.corpus import cases
from tests.support.reading import outcomes, spec

DEADLINE = "the deadline is 2020-12-02 17:00 Brussels time"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2020-12-02", "submitted on 2020-12-02"),
        ("2020-12-02T17:00+01:00", "submitted on 2020-12-02 17:00 Brussels time"),
        ("2020-12-02T17:00:01+01:00", "submitted on 2020-12-02 17:00:01 Brussels time"),
        (
            "2020-12-02T16:30Z",
            "submitted on 2020-12-02 16:30 UTC, that is 2020-12-02 17:30 Brussels time",
        ),
        (
            "2020-12-03T01:00+09:00",
            "submitted on 2020-12-03 01:00 UTC+09:00, that is 2020-12-02 17:00 Brussels time",
        ),
        ("2020-07-01T12:00+02:00", "submitted on 2020-07-01 12:00 UTC+02:00"),
    ],
)
def test_a_moment_is_told_as_written_and_by_the_clock_of_the_deadline(
    written: str, said: str
) -> None:
    text = f"project: {{acronym: X, submission_date: {written}}}\n"

    assert outcomes(text, "SUB001")[0].message == f"{said}; {DEADLINE}"


@pytest.mark.parametrize(
    ("share", "said"),
    [("0.9", "90 %"), ("1", "100 %"), ("0", "0 %"), ("0.075", "7.5 %"), ("2/3", "2/3")],
)
def test_a_share_is_told_as_a_percentage_where_it_is_one(share: str, said: str) -> None:
    assert percent(Fraction(share)) == said


def test_a_rate_that_is_hardly_above_the_limit_is_not_told_as_the_limit() -> None:
    (told,) = outcomes("budget: {reimbursement_rate: 0.90000000000001}\n", "BUD001")

    assert told.message.startswith("a reimbursement rate of 90.000000000001 %; ")


def test_no_sector_at_all_is_a_number_without_names() -> None:
    text = "project: {acronym: X, sectors: []}\nconsortium: {partners: []}\n"
    described = "strategy: {cross_sector_cooperation: We cross borders}\n"

    assert outcomes(text + described, "STR004")[0].message.startswith("0 sectors; ")


def test_in_strand_b_the_reservation_for_reasons_of_security_is_named() -> None:
    partners = "consortium: {partners: [{id: A, country: GB}]}\n"

    assert "security" in outcomes(f"strand: B\n{partners}", "CON010")[0].message
    assert "security" not in outcomes(f"strand: A\n{partners}", "CON010")[0].message


def test_the_united_kingdom_is_no_member_state_but_counted_as_one() -> None:
    partners = "consortium: {partners: [{id: A, country: IT}, {id: B, country: UK}]}\n"

    assert (
        "United Kingdom counted as one" in outcomes(f"strand: A\n{partners}", "CON004")[0].message
    )


MONEY = """\
strand: A
consortium: {coordinator: CMA, partners: [{id: CMA}, {id: STK}]}
roadmap: {work_packages: [{id: WP1, lead: CMA, effort: {CMA: 2}}]}
budget:
  reimbursement_rate: 0.9
  indirect_rate: 0.07
  indirect_base_excludes_subcontracting: true
  person_month_eur: {CMA: 4000}
  costs:
    - {partner: STK, work_package: WP1, category: travel, units: 2, unit_cost_eur: 500}
  incomes: []
  own_contributions: []
  requested_grant_eur: {STK: 10}
"""


@pytest.mark.parametrize(
    ("removed", "code", "question", "ask"),
    [
        (
            ", category: travel",
            "BUD001",
            "To which category does cost line 1 of STK belong?",
            "STK",
        ),
        (
            ", unit_cost_eur: 500",
            "BUD004",
            "What does one unit of cost line 1 of STK come to, in euro?",
            "STK",
        ),
        (
            "  person_month_eur: {CMA: 4000}\n",
            "BUD003",
            "What does a person-month of CMA cost, in euro?",
            "CMA",
        ),
        ("partner: STK, ", "BUD004", "Which partner bears cost line 1?", "CMA"),
        (
            "  indirect_rate: 0.07\n",
            "BUD001",
            "What is the flat rate of indirect costs on direct costs?",
            "CMA",
        ),
        (
            ", effort: {CMA: 2}",
            "BUD004",
            "How many person-months does each partner spend on WP1?",
            "CMA",
        ),
    ],
)
def test_a_question_about_money_asks_for_what_is_missing_whom_it_is_about(
    removed: str, code: str, question: str, ask: str
) -> None:
    found = [one for one in outcomes(MONEY.replace(removed, ""), code) if one.question]

    assert {(one.question, one.ask) for one in found} == {(question, ask)}


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("strand: A\nproject: {acronym: X, duration_months: 1}\n", "RMP003", "takes 1 month;"),
        ("project: {acronym: X}\n", "FRM006", "the keywords are not stated"),
        ("consortium: {partners: [{id: A}]}\n", "FRM006", "the key staff of A are not stated"),
        ("project: {acronym: X}\n", "FRM006", "the duration is not stated"),
        ("agreement: {governance: {notice_days: 0}}\n", "AGR006", "0 days of notice are agreed"),
        (
            "agreement: {term: {kind: years_after_project, years: 1}}\n",
            "AGR004",
            "outlasts the project by 1 year",
        ),
    ],
)
def test_one_is_told_as_one_and_many_as_many(text: str, code: str, said: str) -> None:
    assert any(said in one.message for one in outcomes(text, code))


def test_no_message_counts_one_thing_as_many() -> None:
    many = re.compile(
        r"(?<![\d.,])1 (months|years|countries|targets|entities|partners|states|characters|days)\b",
        re.IGNORECASE,
    )
    for case in cases():
        for read in case.readings:
            for one in judge(read.spec, read.call).judged:
                said = (one.outcome.message, one.outcome.fix or "", one.outcome.question or "")
                assert not many.search(" ".join(said)), (case.name, said)


def test_every_question_ends_as_one_and_no_message_does() -> None:
    found = spec("project: {acronym: X}\n")
    for one in judge(found.spec, found.call, ALL_RULES).judged:
        assert not one.outcome.message.endswith((".", "?"))
        assert one.outcome.question is None or one.outcome.question.rstrip(".").endswith(
            ("?", "agency")
        )
