"""CON009 strand-b-beyond-the-union: a partner in Strand B is not from a Member State.

What it checks
    No partner is established outside the Member States. A country that the call treats as a Member
    State counts as one, and so does a territory of a Member State; an overseas territory in doubt
    leaves it open.

Why
    The strand asks for partners from three Member States; whether others may join beside them is
    not said, so ask the agency before you rely on it.

Met
    strand: B
    consortium: {partners: [{id: A, country: IT}, {id: B, country: FR}, {id: C, country: RO}]}

Not met
    strand: B
    consortium:
      partners:
        - {id: A, country: IT}
        - {id: B, country: FR}
        - {id: C, country: RO}
        - {id: D, country: TR}

Undecided
    strand: B
    consortium: {partners: [{id: A, country: IT}, {id: B, country: FR}, {id: C}]}

Source
    further_partners_beyond_the_union

Lists
    member_states, treated_as_member_state, territories, territories_in_doubt

Choice
    The finding stands also while the three are not complete; that they are missing is for CON004.
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import country_name
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import PARTNERS, asked, no_partner, or_met


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer per partner at fault or in question, else one for all."""
    if case.spec.consortium.partners is None:
        yield no_partner(case)
        return
    yield from or_met(
        _found(case), case.met("all partners are established in Member States", PARTNERS)
    )


def _found(case: Case[bool]) -> Iterator[Outcome]:
    for index, partner in enumerate(case.spec.partners):
        path = f"{PARTNERS}[{index}].country"
        if partner.country is None:
            yield case.undecided(
                f"the country of {partner.id} is not stated",
                f"In which country is {partner.id} established?",
                path,
            )
        elif case.call.countries.is_member_state(partner.country):
            continue
        elif (state := case.call.countries.doubted_state_of(partner.country)) is not None:
            yield case.undecided(
                f"whether {country_name(partner.country)}, where {partner.id} is established, "
                f"counts as {country_name(state)} is not certain",
                f"Does {partner.id} count as established in {country_name(state)}? Ask the agency.",
                path,
            )
        else:
            yield case.not_met(
                f"{partner.id} is established in {country_name(partner.country)}, which is no "
                "Member State; the texts seen do not say whether such partners may join",
                path,
                f"ask the agency, or make {partner.id} an associated organisation",
            )


RULE = Rule(
    "CON009",
    "strand-b-beyond-the-union",
    lambda terms: asked(terms.further_partners_beyond_the_union),
    check,
)
