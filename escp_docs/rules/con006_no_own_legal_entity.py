"""CON006 no-own-legal-entity: a partner has no legal entity of its own.

What it checks
    Each partner states `own_legal_entity: true`. A partner that names the clusters that it
    `represents` is the legal entity that stands for them; it need not say so again.

Why
    Clusters take part through organisations that have a legal entity of their own.

Met
    consortium: {partners: [{id: A, own_legal_entity: true}]}

Not met
    consortium: {partners: [{id: A, own_legal_entity: false}]}

Undecided
    consortium: {partners: [{id: A}]}

Source
    own_legal_entity
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import asked

PARTNERS = "consortium.partners"


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer per partner at fault or in question, else one for all."""
    if case.spec.consortium.partners is None:
        yield case.undecided("no partner is listed", "Who are the partners?", PARTNERS)
        return
    found = False
    for index, partner in enumerate(case.spec.partners):
        path = f"{PARTNERS}[{index}].own_legal_entity"
        if partner.own_legal_entity is None and partner.represents:
            continue
        if partner.own_legal_entity is None:
            found = True
            yield case.undecided(
                f"whether {partner.id} has an own legal entity is not stated",
                f"Does {partner.id} have an own independent legal entity?",
                path,
            )
        elif not partner.own_legal_entity:
            found = True
            yield case.not_met(
                f"{partner.id} has no own independent legal entity",
                path,
                f"let the body that {partner.id} belongs to apply, or found a legal entity",
            )
    if not found:
        yield case.met("all partners have an own independent legal entity", PARTNERS)


RULE = Rule("CON006", "no-own-legal-entity", lambda terms: asked(terms.own_legal_entity), check)
