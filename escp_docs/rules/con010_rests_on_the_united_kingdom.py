"""CON010 rests-on-the-united-kingdom: a partner takes part by virtue of a general notice alone.

What it checks
    No partner is established in a country that the call file only treats as a Member State: the
    United Kingdom.

Why
    A general notice on the Withdrawal Agreement keeps such partners eligible; what this call says
    of them was not seen, so have the agency confirm it.

Met
    consortium: {partners: [{id: A, country: IT}]}

Not met
    consortium: {partners: [{id: A, country: GB}]}

Undecided
    consortium: {partners: [{id: A}]}

Source
    united_kingdom
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import PARTNERS, asked, no_partner, or_met


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer per partner at fault or in question, else one for all."""
    if case.spec.consortium.partners is None:
        yield no_partner(case)
        return
    yield from or_met(_found(case), case.met("no partner rests on a general notice", PARTNERS))


def _found(case: Case[bool]) -> Iterator[Outcome]:
    countries = case.call.countries
    treated = countries.treated_as_member_state
    for index, partner in enumerate(case.spec.partners):
        path = f"{PARTNERS}[{index}].country"
        if partner.country is None:
            yield case.undecided(
                f"the country of {partner.id} is not stated",
                f"In which country is {partner.id} established?",
                path,
            )
        elif treated and countries.state_of(partner.country) in treated.value:
            yield case.not_met(
                f"{partner.id} is established in {partner.country}; its eligibility rests on a "
                "general notice, not on the call",
                path,
                "have the agency confirm it, and keep enough partners from elsewhere",
            )


RULE = Rule(
    "CON010", "rests-on-the-united-kingdom", lambda terms: asked(terms.united_kingdom), check
)
