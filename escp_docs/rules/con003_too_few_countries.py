"""CON003 too-few-countries: the legal entities come from too few eligible countries.

What it checks
    The different countries of the legal entities are counted that are Member States or participate
    in COSME. A partner whose country is not stated may still bring one, and so may an overseas
    territory in doubt as its state; the answer waits for them where it matters.

Why
    A consortium from fewer countries is not eligible in this strand.

Met
    strand: A
    consortium: {partners: [{id: A, country: IT}, {id: B, country: FR}, {id: C, country: TR}]}

Not met
    strand: A
    consortium: {partners: [{id: A, country: IT}, {id: B, country: IT}, {id: C}]}

Undecided
    strand: A
    consortium: {partners: [{id: A, country: IT}, {id: B, country: FR}, {id: C}]}

Source
    least_countries

Lists
    member_states, cosme_countries, sets, participating, treated_as_member_state, territories,
    territories_in_doubt
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import count, country_names
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.countries import counted
from escp_docs.rules.facts.country_sets import either_of

PARTNERS = "consortium.partners"


def check(case: Case[int]) -> Iterator[Outcome]:
    """Yield one answer, at the list of partners."""
    least = case.fact.value
    if case.spec.consortium.partners is None:
        yield case.undecided("no partner is listed", "Who are the partners?", PARTNERS)
        return
    sets, day = case.call.countries.participating_sets, case.terms.counting_day
    countries = counted(
        case.spec, case.call, lambda code: case.call.countries.belongs_to_any(code, sets, day)
    )
    said = (
        f"{count(countries.least, 'country', 'countries')} ({country_names(countries.known)}); "
        f"the call asks for {least} or more"
    )
    if countries.least >= least:
        yield case.met(said, PARTNERS)
    elif countries.most < least:
        yield case.not_met(
            said,
            PARTNERS,
            f"add a partner established in another {either_of(case.call, sets)}",
        )
    else:
        yield case.undecided(said, *countries.question, PARTNERS)


RULE = Rule("CON003", "too-few-countries", lambda terms: terms.least_countries, check)
