"""BUD001 and BUD011 under calls that say more of money than that of 2020."""

import pytest

from escp_docs.finding import Answer, Outcome
from escp_docs.judging.verdict import judge
from tests.support.own_calls import own_call
from tests.support.reading import read

SPEC = """\
call: other-call
strand: one
project: {acronym: X}
consortium: {partners: [{id: A, country: IT, kind: other}, {id: B, country: DE}]}
roadmap: {work_packages: []}
budget:
  reimbursement_rate: 0.9
  indirect_rate: 0
  indirect_base_excludes_subcontracting: true
  costs:
  - {partner: A, category: other, description: O, amount_eur: 6000}
  - {partner: B, category: subcontracting, description: S, amount_eur: 2000}
  - {partner: B, category: third_parties, units: 20, unit: voucher, unit_cost_eur: 100}
"""


def said(money: str, code: str = "BUD011", text: str = SPEC, terms: str = "") -> list[Outcome]:
    call = own_call(f"money:\n  {money}\n{terms}")
    found = read(text, calls={"other-call": call})
    return [one.outcome for one in judge(found.spec, call).judged if one.rule.code == code]


@pytest.mark.parametrize(
    ("money", "answer", "words"),
    [
        ("least_grant_eur: {value: 9000, FACT}", Answer.MET, "least grant"),
        ("least_grant_eur: {value: 9000.01, FACT}", Answer.NOT_MET, "EUR 9,000.00"),
        ("least_partner_grant_eur: {value: 3600, FACT}", Answer.MET, "least grant of a partner"),
        ("least_partner_grant_eur: {value: 3601, FACT}", Answer.NOT_MET, "B asks for EUR 3,600.00"),
        ("highest_partner_grant_eur: {value: 5400, FACT}", Answer.MET, "highest"),
        ("highest_partner_grant_eur: {value: 5399, FACT}", Answer.NOT_MET, "A asks for"),
        ("highest_partner_share: {value: 0.6, FACT}", Answer.MET, "60 %"),
        ("highest_partner_share: {value: 0.59, FACT}", Answer.NOT_MET, "A has 60 %"),
        ("highest_subcontracting_share: {value: 0.2, FACT}", Answer.MET, "20 %"),
        ("highest_subcontracting_share: {value: 0.19, FACT}", Answer.NOT_MET, "at most 19 %"),
        ("third_parties: {least_share: {value: 0.3, FACT}}", Answer.NOT_MET, "at least 30 %"),
        ("third_parties: {highest_share: {value: 0.2, FACT}}", Answer.MET, "at most 20 %"),
        ("third_parties: {highest_per_recipient_eur: {value: 99, FACT}}", Answer.NOT_MET, "100.00"),
        ("third_parties: {highest_per_recipient_eur: {value: 100, FACT}}", Answer.MET, "100.00"),
        ("unit_costs: {value: [{unit: Voucher, amount_eur: 120}], FACT}", Answer.NOT_MET, "120.00"),
        ("unit_costs: {value: [{unit: voucher, amount_eur: 100}], FACT}", Answer.MET, "those of"),
        ("contribution_in_kind: {value: false, FACT}", Answer.MET, "in kind"),
        ("lump_sums_eur: {value: [9000], FACT}", Answer.UNDECIDED, "no lump sum is shared out"),
    ],
)
def test_each_bound_is_judged_to_the_cent(money: str, answer: Answer, words: str) -> None:
    (found,) = said(money)

    assert (found.answer, words in found.message) == (answer, True), found.message


@pytest.mark.parametrize(
    "money",
    [
        "least_grant_eur: {value: 9001, FACT}",
        "highest_partner_grant_eur: {value: 1, FACT}",
        "highest_subcontracting_share: {value: 0.1, FACT}",
    ],
)
def test_what_turns_on_an_open_cost_is_open(money: str) -> None:
    (found,) = said(money, text=SPEC.replace(", amount_eur: 6000", ""))

    assert found.answer is Answer.UNDECIDED
    assert found.key == "budget.costs[0].amount_eur"


def test_support_whose_recipients_are_not_counted_is_a_question() -> None:
    text = SPEC.replace("units: 20, unit: voucher, unit_cost_eur: 100", "amount_eur: 2000")
    (found,) = said("third_parties: {highest_per_recipient_eur: {value: 100, FACT}}", text=text)

    assert found.answer is Answer.UNDECIDED


def test_a_contribution_in_kind_is_refused_where_it_stands() -> None:
    own = "  own_contributions: [{partner: B, source: Work, amount_eur: 1000, in_kind: true}]\n"
    (found,) = said("contribution_in_kind: {value: false, FACT}", text=SPEC + own)

    assert (found.answer, found.path) == (Answer.NOT_MET, "budget.own_contributions[0]")


COMMON = "all_strands: {highest_rate: {value: 0.9, FACT}}\n"


@pytest.mark.parametrize(
    ("money", "rates", "path"),
    [
        ("{value: {third_parties: 1}, FACT}", "{third_parties: 1}", None),
        ("{value: {third_parties: 0.95}, FACT}", "{third_parties: 1}", "third_parties"),
        ("{value: {third_parties: 1}, FACT}", "{other: 1}", "other"),
    ],
)
def test_a_rate_by_category_is_held_against_that_of_the_call(
    money: str, rates: str, path: str | None
) -> None:
    text = SPEC + f"  rates_by_category: {rates}\n"
    (found,) = said(f"rates_by_category: {money}", "BUD001", text, COMMON)

    assert found.answer is (Answer.MET if path is None else Answer.NOT_MET)
    assert path is None or found.path == f"budget.rates_by_category.{path}"


def test_a_kind_of_entity_that_is_paid_less_needs_a_rate_of_its_own() -> None:
    money = "rates_by_kind: {value: {other: 0.7}, FACT}"
    (found,) = said(money, "BUD001", SPEC, COMMON)
    mended = SPEC + "  rates_by_partner: {A: 0.7}\n"

    assert (found.answer, found.path) == (Answer.NOT_MET, "budget.reimbursement_rate")
    assert [one.answer for one in said(money, "BUD001", mended, COMMON)] == [Answer.MET]
