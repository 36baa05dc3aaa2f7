"""The budget in figures: rounding, rates, what is asked for, and what is not known."""

import re
from decimal import Decimal
from fractions import Fraction
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escp_docs.model.costs import CATEGORIES, CostLine
from escp_docs.model.figures import Figures, figures
from tests.support.reading import spec

BASE = """\
consortium: {partners: [{id: A}, {id: B}]}
roadmap:
  work_packages:
    - {id: WP1, effort: {A: 2.5, B: 1}}
    - {id: WP2, effort: {A: 1}}
budget:
  reimbursement_rate: 0.9
  indirect_rate: 0.07
  indirect_base_excludes_subcontracting: true
  person_month_eur: {A: 4000.01, B: 3000}
  costs:
    - {partner: A, work_package: WP1, category: travel, units: 3, unit_cost_eur: 333.33}
    - {partner: B, work_package: WP2, category: subcontracting, amount_eur: 1000}
    - {partner: B, work_package: WP2, category: other, amount_eur: 500, eligible: false}
"""


def money(text: str = BASE, **changes: str) -> Figures:
    for old, new in changes.items():
        assert old.replace("_", " ") in text or old in text
        text = text.replace(old, new)
    return figures(spec(text).spec)


def test_personnel_is_effort_times_the_cost_of_a_person_month_rounded_to_the_cent() -> None:
    found = money()

    personnel = {
        (line.partner, line.work_package): line.amount
        for line in found.lines
        if line.category == "personnel"
    }
    # 2.5 x 4000.01 = 10000.025, rounded half up
    assert personnel == {
        ("A", "WP1"): Decimal("10000.03"),
        ("B", "WP1"): Decimal("3000.00"),
        ("A", "WP2"): Decimal("4000.01"),
    }


def test_a_partner_with_an_operating_grant_has_no_indirect_cost() -> None:
    granted = money(BASE.replace("{id: A}", "{id: A, operating_grant: true}"))

    assert granted.indirect(lambda line: line.partner == "A") == 0
    of_others = granted.indirect(lambda line: line.partner == "B")
    assert of_others == money().indirect(lambda line: line.partner == "B") > 0


def test_paths_of_partners_whose_id_has_a_dot_lead_to_them() -> None:
    dotted = re.sub(r"\bA\b", "A.1", BASE)
    read = spec(dotted)

    (line, *_) = [one for one in figures(read.spec).lines if one.partner == "A.1"]
    assert line.path == "roadmap.work_packages[0].effort[A.1]"
    assert line.path in read.places
    unpaid = money(dotted.replace("person_month_eur: {A.1: 4000.01, ", "person_month_eur: {"))
    assert "budget.person_month_eur[A.1]" in unpaid.unknown


def test_indirect_costs_are_rounded_line_by_line_and_leave_subcontracting_out() -> None:
    found = money()

    assert [line.indirect for line in found.lines] == [
        Decimal("700.00"),  # of 10000.03
        Decimal("210.00"),
        Decimal("280.00"),  # of 4000.01
        Decimal("70.00"),  # of 999.99
        Decimal(0),
        Decimal(0),  # not eligible
    ]


def test_subcontracting_is_in_the_base_if_the_spec_says_so() -> None:
    text = BASE.replace("excludes_subcontracting: true", "excludes_subcontracting: false")

    assert money(text).lines[4].indirect == Decimal("70.00")


def test_grant_is_rounded_down_and_the_partner_pays_the_rest() -> None:
    partner = money().of("A")

    assert partner is not None
    assert partner.eligible == Decimal("16050.03")
    assert partner.grant == Decimal("14445.02")  # 0.9 x 16050.03 = 14445.027
    assert partner.own == partner.total - partner.grant


def test_costs_that_are_not_eligible_are_paid_by_the_partner_alone() -> None:
    partner = money().of("B")

    assert partner is not None
    assert (partner.not_eligible, partner.total) == (Decimal(500), Decimal("4710.00"))
    assert partner.grant == Decimal("3789.00")


def test_a_personnel_line_replaces_the_computed_one_of_its_partner_and_work_package() -> None:
    line = "  - {partner: A, work_package: WP2, category: personnel, amount_eur: 100}\n"
    found = money(BASE + "  " + line)

    amounts = [one.amount for one in found.lines if one.category == "personnel"]
    assert amounts == [Decimal("10000.03"), Decimal("3000.00"), Decimal(100)]


def test_less_can_be_asked_for_than_the_rate_gives() -> None:
    partner = money(BASE + "  requested_grant_eur: {A: 10}\n").of("A")

    assert partner is not None
    assert partner.grant == Decimal(10)


def test_own_contributions_that_are_written_are_a_statement() -> None:
    found = money(BASE + "  own_contributions: [{partner: A, amount_eur: 5}]\n")

    assert [one.own for one in found.partners] == [Decimal(5), Decimal(0)]


@pytest.mark.parametrize(
    ("removed", "path"),
    [
        ("  reimbursement_rate: 0.9\n", "budget.reimbursement_rate"),
        ("  indirect_rate: 0.07\n", "budget.indirect_rate"),
        (", B: 3000", "budget.person_month_eur.B"),
        (", effort: {A: 1}", "roadmap.work_packages[1].effort"),
        (", unit_cost_eur: 333.33", "budget.costs[0].unit_cost_eur"),
        (
            "  indirect_base_excludes_subcontracting: true\n",
            "budget.indirect_base_excludes_subcontracting",
        ),
    ],
)
def test_what_is_missing_is_named_and_the_rest_is_a_lower_bound(removed: str, path: str) -> None:
    assert removed in BASE
    found = money(BASE.replace(removed, ""))

    assert path in found.unknown
    assert found.grant <= money().grant


def test_nothing_is_unknown_in_a_complete_budget() -> None:
    assert money().unknown == ()


def test_an_effort_of_nothing_needs_no_cost_of_a_person_month() -> None:
    assert money(BASE.replace("B: 1}", "B: 0}").replace(", B: 3000", "")).unknown == ()


def _in(category: str, line: CostLine) -> bool:
    return line.category == category


amounts = st.decimals(min_value=0, max_value=10**6, places=2)


@given(
    st.lists(
        st.tuples(st.sampled_from("AB"), st.sampled_from(CATEGORIES[1:]), amounts), max_size=12
    ),
    st.fractions(min_value=0, max_value=1, max_denominator=1000),
    st.fractions(min_value=0, max_value=1, max_denominator=1000),
)
def test_totals_agree_by_every_way_of_adding_up(
    costs: list[tuple[str, str, Decimal]], rate: Fraction, indirect: Fraction
) -> None:
    lines = "".join(
        f"    - {{partner: {partner}, work_package: WP1, category: {category}, "
        f"amount_eur: {amount:f}}}\n"
        for partner, category, amount in costs
    )
    text = BASE[: BASE.index("  costs:")].replace("0.9", str(rate)).replace("0.07", str(indirect))
    found = money(text + f"  costs:\n{lines}" if lines else text + "  costs: []\n")

    whole = found.eligible(lambda _: True)
    by_category = [found.direct(partial(_in, category)) for category in CATEGORIES]
    assert whole == sum(by_category) + found.indirect(lambda _: True)
    assert whole == sum(one.eligible for one in found.partners)
    for one in found.partners:
        exact = rate * Fraction(one.eligible)
        assert 0 <= exact - Fraction(one.grant) < Fraction(1, 100)
        assert one.own + one.grant == one.total
