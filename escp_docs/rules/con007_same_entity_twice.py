"""CON007 same-entity-twice: two partners are one legal entity.

What it checks
    No two partners are one legal entity. Two entries are one entity when the first identifier that
    both carry agrees: the PIC; the registration number with the country, if the registers or the
    names agree too; the legal name with the country. In names and registers case, spaces, accents
    and punctuation do not matter; a territory is its state. Names that differ in the legal form or
    in the spelling of umlauts, one name with different identifiers, and one VAT number leave it
    open.

Why
    The call counts different legal entities; one that stands twice counts once.

Met
    consortium: {partners: [{id: A, pic: "900000001"}, {id: B, pic: "900000002"}]}

Not met
    consortium:
      partners:
        - {id: A, country: IT, legal_name: Cluster Méca}
        - {id: B, country: IT, legal_name: CLUSTER MECA.}

Undecided
    consortium:
      partners:
        - {id: A, country: IE, legal_name: Sea Cluster Ltd}
        - {id: B, country: IE, legal_name: Sea Cluster Limited}

Source
    different_legal_entities, legal_forms

Choice
    The announcement counts entities and forbids no double, so it is a warning; that too few are
    left is for CON001. Courts number their registers each for itself, so a number alone says
    nothing.
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import PARTNERS, asked, no_partner, or_met
from escp_docs.rules.facts.legal_entities import linked
from escp_docs.rules.facts.resembling import resembling


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer per entry too many or in question, with the place of the first."""
    if case.spec.consortium.partners is None:
        yield no_partner(case)
        return
    found = [*_twice(case), *_perhaps(case)]
    yield from or_met(found, case.met("no legal entity stands twice", PARTNERS))


def _twice(case: Case[bool]) -> Iterator[Outcome]:
    for first, *others in linked(case.spec.partners, case.call.countries.state_of):
        for other in others:
            one, two = case.spec.partners[first], case.spec.partners[other]
            yield case.not_met(
                f"{one.id} and {two.id} are one legal entity",
                f"{PARTNERS}[{other}]",
                f"remove {two.id}, or correct the identifiers that the two share",
                related=(f"{PARTNERS}[{first}]",),
            )


def _perhaps(case: Case[bool]) -> Iterator[Outcome]:
    partners = case.spec.partners
    for pair in resembling(partners, case.call.countries.state_of, case.terms.legal_forms):
        one, two = partners[pair.one], partners[pair.other]
        yield case.undecided(
            f"{one.id} and {two.id} have {pair.shared}",
            f"Are {one.id} and {two.id} one legal entity?",
            f"{PARTNERS}[{pair.other}].pic",
            f"{PARTNERS}[{pair.other}]",
        )


RULE = Rule(
    "CON007", "same-entity-twice", lambda terms: asked(terms.different_legal_entities), check
)
