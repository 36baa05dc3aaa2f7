"""The corpus notices every number, set and flag of the call file that is another one."""

import re
from decimal import Decimal
from itertools import groupby

import pytest

from escp_docs.model.call import Call
from escp_docs.rules import BY_CODE
from tests.rules.corpus import Case, cases
from tests.rules.manual_pages import sections
from tests.rules.mutants import Mutant, mutants
from tests.support.reading import call

BY_FACT = {
    name: tuple(found)
    for name, found in groupby(
        sorted(mutants(call()), key=lambda one: one.fact), key=lambda one: one.fact
    )
}


def adds_up(one: Call) -> bool:
    """Whether the money of a call is what its announcement shows: each sum closes exactly."""
    budgets = {name: terms.strand_budget_eur for name, terms in one.strands.items()}
    whole = sum((fact.value for fact in budgets.values() if fact), Decimal(0))
    return bool(
        one.total_budget_eur
        and whole == one.total_budget_eur.value
        and all(
            budgets[name] is not None
            and terms.highest_grant_eur is not None
            and terms.expected_projects is not None
            and terms.highest_grant_eur.value * terms.expected_projects.value == budgets[name].value  # type: ignore[union-attr]  # not None, said above
            for name, terms in one.strands.items()
        )
    )


def resting_on(fact: str) -> list[Case]:
    """Return the corpus, with the cases first whose rules name the fact."""
    codes = {
        code
        for code, rule in BY_CODE.items()
        if fact in re.findall(r"\w+", sections(rule)["Source"])
    }
    of_2020 = (one for one in cases() if all(read.call == call() for read in one.readings))
    return sorted(of_2020, key=lambda case: not codes & set(case.codes))


def survives(mutant: Mutant) -> bool:
    """Whether no case turns red under a mutant."""
    return adds_up(mutant.call) and all(
        case.found(mutant.call) == case.expected for case in resting_on(mutant.fact)
    )


def test_the_call_as_it_is_survives() -> None:
    assert survives(Mutant("as it is", "", call()))


@pytest.mark.parametrize("fact", BY_FACT)
def test_a_fact_that_is_another_one_turns_a_case_red(fact: str) -> None:
    assert [mutant.name for mutant in BY_FACT[fact] if survives(mutant)] == []
