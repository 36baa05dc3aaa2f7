"""CON004 too-few-member-states: the legal entities come from too few Member States.

What it checks
    The different Member States of the legal entities are counted. A country that the call treats as
    a Member State counts as one, and so does a territory of a Member State; an overseas territory
    in doubt may.

Why
    A consortium with entities from fewer Member States is not eligible.

Met
    strand: A
    consortium: {partners: [{id: A, country: IT}, {id: B, country: FR}, {id: C, country: TR}]}

Not met
    strand: A
    consortium: {partners: [{id: A, country: IT}, {id: B, country: TR}, {id: C, country: RS}]}

Undecided
    strand: A
    consortium: {partners: [{id: A, country: IT}, {id: B, country: TR}, {id: C}]}

Source
    least_member_states

Lists
    member_states, treated_as_member_state, territories, territories_in_doubt
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import count, country_names
from escp_docs.model.call.country_sets import MEMBER_STATES
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.countries import counted

PARTNERS = "consortium.partners"


def check(case: Case[int]) -> Iterator[Outcome]:
    """Yield one answer, at the list of partners."""
    least = case.fact.value
    if case.spec.consortium.partners is None:
        yield case.undecided("no partner is listed", "Who are the partners?", PARTNERS)
        return
    states = counted(
        case.spec, case.call, lambda code: case.call.countries.belongs(code, MEMBER_STATES)
    )
    treated = case.call.countries.treated_as_member_state
    as_one = [one for one in states.known if treated and one in treated.value]
    counted_as = f", {country_names(as_one)} counted as one" if as_one else ""
    said = (
        f"{count(states.least, 'Member State', 'Member States')} "
        f"({country_names(states.known)}{counted_as}); "
        f"the call asks for {least} or more"
    )
    if states.least >= least:
        yield case.met(said, PARTNERS)
    elif states.most < least:
        others = f" other than {country_names(states.known)}" if states.known else ""
        yield case.not_met(said, PARTNERS, f"add a partner from a Member State{others}")
    else:
        yield case.undecided(said, *states.question, PARTNERS)


RULE = Rule("CON004", "too-few-member-states", lambda terms: terms.least_member_states, check)
