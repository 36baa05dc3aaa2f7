"""CON002 ineligible-country: a partner is established where no partner may be.

What it checks
    Each partner is established in a Member State or in a third country that participates in COSME.
    A territory counts as its state; a country that the call treats as a Member State counts as one.

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
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import listed
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.countries import admitted

PARTNERS = "consortium.partners"


def check(case: Case[tuple[str, ...]]) -> Iterator[Outcome]:
    """Yield one answer per partner at fault or in question, else one for all."""
    if case.spec.consortium.partners is None:
        yield case.undecided("no partner is listed", "Who are the partners?", PARTNERS)
        return
    found = False
    for index, partner in enumerate(case.spec.partners):
        path = f"{PARTNERS}[{index}].country"
        if partner.country is None:
            found = True
            yield case.undecided(
                f"the country of {partner.id} is not stated",
                f"In which country is {partner.id} established?",
                path,
            )
        elif not admitted(case.call.countries, case.fact.value, partner.country):
            found = True
            yield case.not_met(
                f"{partner.id} is established in {partner.country}, neither a Member State nor a "
                "COSME participating country",
                path,
                f"replace {partner.id} by a partner from an eligible country, or make it an "
                "associated organisation",
            )
    if not found:
        codes = dict.fromkeys(partner.country or "" for partner in case.spec.partners)
        yield case.met(
            f"all partners are established in eligible countries ({listed(codes)})", PARTNERS
        )


RULE = Rule("CON002", "ineligible-country", lambda terms: terms.established_in, check)
