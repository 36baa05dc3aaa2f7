"""CON002 ineligible-country: a partner is established where no partner may be.

What it checks
    Each partner is established in a country that the call admits: a Member State, or a third
    country that participates in COSME or, under another call, belongs to one of its sets. A
    territory counts as its state; a country that the call treats as a Member State counts as one.
    An overseas territory or Crown dependency in doubt leaves it open.

Why
    All members of the partnership have to be established in these countries; one that is not makes
    the consortium ineligible.

Met
    consortium: {partners: [{id: A, country: IT}, {id: B, country: TR}]}

Not met
    consortium: {partners: [{id: A, country: IT}, {id: B, country: US}]}

Undecided
    consortium: {partners: [{id: A, country: IT}, {id: B}]}

Source
    established_in

Lists
    member_states, cosme_countries, sets, treated_as_member_state, territories, territories_in_doubt
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import country_name, country_names
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import PARTNERS, no_partner, or_met
from escp_docs.rules.facts.country_sets import neither_of


def check(case: Case[tuple[str, ...]]) -> Iterator[Outcome]:
    """Yield one answer per partner at fault or in question, else one for all."""
    if case.spec.consortium.partners is None:
        yield no_partner(case)
        return
    codes = {partner.country or "" for partner in case.spec.partners}
    said = f"all partners are established in eligible countries ({country_names(codes)})"
    yield from or_met(_found(case), case.met(said, PARTNERS))


def _found(case: Case[tuple[str, ...]]) -> Iterator[Outcome]:
    for index, partner in enumerate(case.spec.partners):
        path, country = f"{PARTNERS}[{index}].country", partner.country
        if country is None:
            yield case.undecided(
                f"the country of {partner.id} is not stated",
                f"In which country is {partner.id} established?",
                path,
            )
            continue
        countries, day = case.call.countries, case.terms.counting_day
        belongs = countries.belongs_to_any(country, case.fact.value, day)
        if belongs:
            continue
        where = country_name(country)
        if (state := case.call.countries.doubted_state_of(country)) is not None:
            yield case.undecided(
                f"{partner.id} is established in {where}; the texts seen do not say whether "
                f"that counts as {country_name(state)}",
                f"Does the call admit a partner that is established in {where}? Ask the agency.",
                path,
            )
        elif belongs is None:
            yield case.undecided(
                f"{partner.id} is established in {where}; the texts seen do not say whether "
                "partners from there may take part",
                f"Does the call admit a partner that is established in {where}? Ask the agency.",
                path,
            )
        else:
            yield case.not_met(
                f"{partner.id} is established in {where}, {neither_of(case.call, case.fact.value)}",
                path,
                f"replace {partner.id} by a partner from an eligible country, or make it an "
                "associated organisation",
            )


RULE = Rule("CON002", "ineligible-country", lambda terms: terms.established_in, check)
