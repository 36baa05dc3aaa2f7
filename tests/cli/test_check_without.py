"""`check --without`: what breaks if a partner leaves."""

from decimal import Decimal
from typing import Any

import pytest

from escp_docs.model.without_partner import departure
from tests.support.places import SPECS
from tests.support.program import report, run
from tests.support.reading import HEAD, PROJECT, spec

TEXT = """
strand: A
consortium:
  coordinator: A
  partners:
    - {id: A, country: IT}
    - {id: B, country: FR}
    - {id: C, country: RO}
    - {id: D, country: US}
  affiliated_entities: [{name: X, partner: A}, {name: Y, partner: B}]
target_countries:
  - {country: CA, lead: A, international_partners: [{name: N, lead: A}]}
  - {country: JP, lead: B}
roadmap:
  work_packages:
    - id: WP1
      lead: A
      tasks: [{id: T1, lead: B, partners: [C, A]}, {id: T2, lead: A}]
      deliverables: [{id: D1, lead: A}]
      milestones: [{id: M1, lead: A}]
      effort: {A: 2, B: 3}
  long_term: {steps: [{lead: A}]}
indicators: [{id: K1, lead: A}]
budget:
  reimbursement_rate: 0.5
  indirect_rate: 0
  person_month_eur: {A: 1000, B: 1000}
  costs:
    - {partner: B, amount_eur: 10, category: travel}
    - {partner: A, amount_eur: 100, category: travel}
  incomes: [{partner: A, amount_eur: 1}]
  own_contributions: [{partner: A, amount_eur: 1}]
  requested_grant_eur: {A: 900}
agreement:
  members: [B, A]
  governance: {steering_committee: [A]}
  background: {A: x}
  brand_owner: A
  data_protection: {contact: A}
"""


def test_everything_that_names_the_partner_is_told() -> None:
    read = spec(TEXT)
    gone = departure(read.spec, "A")

    assert set(gone.vacant) == {
        "consortium.coordinator",
        "target_countries[0].lead",
        "target_countries[0].international_partners[0].lead",
        "roadmap.work_packages[0].lead",
        "roadmap.work_packages[0].tasks[1].lead",
        "roadmap.work_packages[0].deliverables[0].lead",
        "roadmap.work_packages[0].milestones[0].lead",
        "roadmap.long_term.steps[0].lead",
        "indicators[0].lead",
        "agreement.brand_owner",
        "agreement.data_protection.contact",
    }
    assert set(gone.entries) == {
        "consortium.affiliated_entities[0]",
        "roadmap.work_packages[0].effort.A",
        "budget.person_month_eur.A",
        "budget.costs[1]",
        "budget.incomes[0]",
        "budget.own_contributions[0]",
        "budget.requested_grant_eur.A",
        "agreement.background.A",
    }
    assert set(gone.mentions) == {
        "roadmap.work_packages[0].tasks[0].partners[1]",
        "agreement.members[1]",
        "agreement.governance.steering_committee[0]",
    }


def test_what_goes_is_counted() -> None:
    gone = departure(spec(TEXT).spec, "A")

    assert (gone.person_months, gone.cost_eur) == (Decimal(2), Decimal(2100))
    assert (gone.grant_eur, gone.grant_left_eur) == (Decimal(900), Decimal(1505))


def test_nothing_of_the_partner_is_left() -> None:
    left = departure(spec(TEXT).spec, "A").spec

    assert "'A'" not in repr(left.updated({"strand": None}))
    assert [partner.id for partner in left.partners] == ["B", "C", "D"]


@pytest.mark.parametrize("partner", ["A", "B", "C", "D"])
def test_paths_lead_back_to_the_spec_as_written(partner: str) -> None:
    read = spec(TEXT)
    gone = departure(read.spec, partner)

    for index, left in enumerate(gone.spec.partners):
        path = gone.as_written(f"consortium.partners[{index}]")
        position = int(path.partition("[")[2][:-1])
        assert read.spec.partners[position] is left


def test_a_word_is_no_partner() -> None:
    read = spec("consortium: {partners: [{id: joint}]}\nagreement: {brand_owner: joint}\n")

    assert departure(read.spec, "joint").spec.agreement.brand_owner == "joint"


def without(partner: str) -> dict[str, Any]:
    return report("-", "--without", partner, text=HEAD + PROJECT + TEXT)


def test_rules_that_change_are_told_with_the_places_of_the_spec_as_written() -> None:
    found = without("B")
    appear = {one["code"]: one for one in found["as_written"]["appear"]}
    (fault,) = [one for one in found["outcomes"] if one["code"] == "CON002"]

    assert found["without"]["partner"] == "B"
    assert "CON003" in appear
    assert fault["place"]["path"] == "consortium.partners[D].country"
    assert "CON002" not in appear


def test_an_ineligible_partner_that_leaves_takes_its_finding_along() -> None:
    found = without("D")

    assert {one["code"] for one in found["as_written"]["disappear"]} >= {"CON002"}


def test_the_text_says_what_is_without_a_lead() -> None:
    status, output = run("check", str(SPECS / "wave-4i"), "--without", "CMA")

    assert status == 0
    assert "wave-4i without CMA: eligible" in output
    assert "without a lead, work packages: WP1\n" in output
    assert "to fill again: consortium.coordinator" in output
    assert "of grant stay" in output


def test_of_several_specs_those_without_the_partner_are_judged_as_written() -> None:
    both = (str(SPECS / "wave-4i"), str(SPECS / "shield-4i.yaml"))
    status, output = run("check", *both, "--without", "CMA")

    assert status == 0
    assert "shield-4i.yaml: eligible" in output


def test_several_partners_can_be_gone_at_once() -> None:
    both = departure(spec(TEXT).spec, "A", "B")
    one_by_one = departure(departure(spec(TEXT).spec, "A").spec, "B")

    assert both.spec == one_by_one.spec
    assert both.partners == ("A", "B")
    assert [one.id for one in both.spec.partners] == ["C", "D"]


def test_one_that_is_named_twice_is_gone_once_and_three_are_listed() -> None:
    text = HEAD + PROJECT + TEXT

    _, twice = run("check", "-", "--without", "A", "--without", "A", text=text)
    _, three = run("check", "-", "--without", "A", "--without", "B", "--without", "C", text=text)

    assert "without A: " in twice
    assert "without A, B and C: " in three


def test_check_without_two_judges_without_both() -> None:
    text = HEAD + PROJECT + TEXT
    both = ("-", "--without", "A", "--without", "B")

    _, told = run("check", *both, text=text)
    found = report(*both, text=text)

    assert "without A and B: ineligible" in told
    assert "lists that name them" in told
    assert found["without"]["partners"] == ["A", "B"]
    counted = next(one for one in found["outcomes"] if one["code"] == "CON003")
    assert "Romania" in counted["message"]
    assert "IT" not in counted["message"]
