"""CON010 rests-on-the-united-kingdom: a partner takes part by virtue of a general notice alone.

What it checks
    No partner is established in a country that the call file only treats as a Member State: the
    United Kingdom.

Why
    A general notice on the Withdrawal Agreement keeps such partners eligible, but for restrictions
    that a call states for reasons of security; what this call says of them was not seen, so have
    the agency confirm it. In the Defence and Security sector the reservation matters most.

Met
    consortium: {partners: [{id: A, country: IT}]}

Not met
    consortium: {partners: [{id: A, country: GB}]}

Undecided
    consortium: {partners: [{id: A}]}

Source
    united_kingdom

Lists
    treated_as_member_state
"""

from collections.abc import Iterator
from typing import Final

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import country_name
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import PARTNERS, asked, no_partner, or_met

_RESERVED: Final = ", and the notice reserves restrictions for reasons of security"


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
            reserved = _RESERVED if _in_defence(case) else ""
            yield case.not_met(
                f"{partner.id} is established in {country_name(partner.country)}; its "
                f"eligibility rests on a general notice, not on the call{reserved}",
                path,
                "have the agency confirm it, and keep enough partners from elsewhere",
            )


def _in_defence(case: Case[bool]) -> bool:
    """Whether the strand is for actions in the Defence and Security sector."""
    defence = case.terms.defence_and_security
    return defence is not None and defence.value


RULE = Rule(
    "CON010", "rests-on-the-united-kingdom", lambda terms: asked(terms.united_kingdom), check
)
