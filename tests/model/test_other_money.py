"""Lump sums, rates by category and by partner, support to third parties: figures to the cent."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from escp_docs.model.costs import Way, categories, missing_facts
from escp_docs.model.figures import Figures, figures
from tests.support.reading import spec
from tests.support.sizes import examples

HEAD = """\
consortium: {partners: [{id: A}, {id: B}]}
roadmap: {work_packages: [{id: WP1, effort: {A: 2}}, {id: WP2, effort: {B: 1}}]}
"""
LUMP = HEAD + (
    "budget: {lump_sums: [{partner: A, work_package: WP1, amount_eur: 100000},"
    " {partner: B, work_package: WP2, amount_eur: 20000.50}]}"
)


def of(text: str) -> Figures:
    return figures(spec(text).spec)


def test_a_lump_sum_is_the_grant_and_work_has_no_cost_of_its_own() -> None:
    found = of(LUMP)

    assert found.grant == found.total == Decimal("120000.50")
    assert {line.way for line in found.lines} == {Way.LUMP_SUM}
    assert found.unknown == ()
    assert found.own == 0
    assert [one.person_months for one in found.partners] == [2, 1]


def test_a_lump_sum_asks_for_neither_rates_nor_costs() -> None:
    assert missing_facts(spec(LUMP).spec) == ()
    assert categories(spec(LUMP).spec) == ("lump_sum",)


def test_a_share_that_is_open_leaves_the_sum_open() -> None:
    found = of(LUMP.replace(", amount_eur: 20000.50", ""))

    assert found.unknown == ("budget.lump_sums[1].amount_eur",)
    assert found.grant == 100000


COSTS = (
    HEAD
    + """\
budget:
  reimbursement_rate: 0.9
  rates_by_category: {third_parties: 1}
  rates_by_partner: {B: 0.5}
  indirect_rate: 0.25
  indirect_base_excludes_subcontracting: true
  person_month_eur: {A: 1000, B: 1000}
  costs:
  - {partner: A, category: third_parties, description: Vouchers, units: 30, unit_cost_eur: 100}
"""
)


def test_each_cost_has_its_rate_and_support_carries_no_indirect_cost() -> None:
    found = of(COSTS)
    a, b = found.of("A"), found.of("B")

    assert a is not None
    assert b is not None
    assert a.eligible == 2000 + 500 + 3000
    assert a.grant == Decimal("0.9") * 2500 + 3000
    assert b.grant == Decimal("0.5") * 1250


def test_the_rate_of_a_category_comes_before_that_of_a_partner() -> None:
    found = of(COSTS.replace("partner: A, category", "partner: B, category")).of("B")

    assert found is not None
    assert found.grant == Decimal("0.5") * 1250 + 3000


def test_rates_by_partner_make_the_common_rate_needless() -> None:
    text = COSTS.replace("  reimbursement_rate: 0.9\n", "").replace("{B: 0.5}", "{A: 0.9, B: 0.5}")

    assert of(text).grant_unknown == ()
    assert of(text).grant == of(COSTS).grant


def test_categories_that_nobody_uses_are_not_shown() -> None:
    assert "third_parties" in categories(spec(COSTS).spec)
    assert "third_parties" not in categories(spec(HEAD).spec)


@settings(max_examples=examples(40))
@given(st.lists(st.decimals(0, 10**6, places=2), min_size=1, max_size=6), st.integers(0, 100))
def test_the_grant_is_never_more_than_the_rates_allow(amounts: list[Decimal], rate: int) -> None:
    lines = ", ".join(f"{{partner: A, category: other, amount_eur: {one}}}" for one in amounts)
    text = (
        "consortium: {partners: [{id: A}]}\nroadmap: {work_packages: []}\n"
        f"budget: {{rates_by_category: {{other: {rate / 100}}}, reimbursement_rate: 0.5,"
        f" indirect_rate: 0, costs: [{lines}]}}"
    )
    exact = Fraction(rate, 100) * Fraction(sum(amounts))

    assert exact - Fraction(1, 100) < Fraction(of(text).grant) <= exact
