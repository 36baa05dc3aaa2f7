"""What a partner may say of a spec, and what it may not."""

import pytest

from escp_docs.model.own_keys import is_own, is_own_entry
from escp_docs.model.schema import join
from escp_docs.model.stable_path import concrete, parse_key
from tests.support.documents import example

SPEC = example("wave").spec


def path(key: str) -> str:
    return join(concrete(parse_key(key), SPEC))


@pytest.mark.parametrize(
    ("key", "partner", "own"),
    [
        ("consortium.partners[SGTA].city", "SGTA", True),
        ("consortium.partners[SGTA].city", "STK", False),
        ("consortium.partners[SGTA].city", "CMA", True),
        ("consortium.partners[SGTA]", "SGTA", False),
        ("consortium.partners[SGTA].id", "SGTA", False),
        ("consortium.partners[SGTA].key_staff", "SGTA", True),
        ("roadmap.work_packages[WP1].effort.STK", "STK", True),
        ("roadmap.work_packages[WP1].effort.STK", "MINI", False),
        ("budget.person_month_eur.STK", "STK", True),
        ("agreement.background.STK", "STK", True),
        ("agreement.governing_law", "STK", False),
        ("agreement.wording", "STK", False),
        ("project.abstract", "STK", False),
        ("consortium.coordinator", "STK", False),
        ("target_countries", "STK", False),
    ],
)
def test_who_may_say_what(key: str, partner: str, *, own: bool) -> None:
    assert is_own(SPEC, path(key), partner) is own
    assert not is_own(SPEC, path(key), "")


def test_who_leads_an_entry_says_it_rather_than_who_leads_what_is_around_it() -> None:
    for number, package in enumerate(SPEC.roadmap.work_packages or ()):
        for inner, task in enumerate(package.tasks or ()):
            where = f"roadmap.work_packages[{number}].tasks[{inner}].title"
            leads = task.lead or package.lead
            others = {one.id for one in SPEC.partners} - {SPEC.consortium.coordinator, leads}
            assert is_own(SPEC, where, leads or "")
            assert not any(is_own(SPEC, where, one) for one in others)


def test_a_cost_line_is_for_the_partner_that_bears_it() -> None:
    assert is_own_entry(SPEC, "budget.costs", {"partner": "STK"}, "STK")
    assert not is_own_entry(SPEC, "budget.costs", {"partner": "MINI"}, "STK")
    assert is_own_entry(SPEC, "budget.costs", {"partner": "MINI"}, "CMA")
    assert not is_own_entry(SPEC, "budget.costs", {"partner": ""}, "")
