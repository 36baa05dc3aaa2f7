"""CON007 same-entity-twice: two partners are one legal entity.

What it checks
    No two partners are one legal entity. Two entries are one entity when the first identifier that
    both carry agrees: PIC; registration number with country; name with country, in which case,
    spaces, accents and punctuation do not matter.

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
    consortium: {}

Source
    different_legal_entities
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import asked
from escp_docs.rules.facts.legal_entities import linked

PARTNERS = "consortium.partners"


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer per entry too many, with the place of the first, else one for all."""
    if case.spec.consortium.partners is None:
        yield case.undecided("no partner is listed", "Who are the partners?", PARTNERS)
        return
    found = False
    for first, *others in linked(case.spec.partners):
        for other in others:
            found = True
            one, two = case.spec.partners[first], case.spec.partners[other]
            yield case.not_met(
                f"{one.id} and {two.id} are one legal entity",
                f"{PARTNERS}[{other}]",
                f"remove {two.id}, or correct the identifiers that the two share",
                related=(f"{PARTNERS}[{first}]",),
            )
    if not found:
        yield case.met("no legal entity stands twice", PARTNERS)


RULE = Rule(
    "CON007", "same-entity-twice", lambda terms: asked(terms.different_legal_entities), check
)
