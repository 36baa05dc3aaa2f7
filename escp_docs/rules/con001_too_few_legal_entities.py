"""CON001 too-few-legal-entities: the partners are fewer different legal entities than asked.

What it checks
    Partners that are one legal entity count once. Two entries are one entity when the first
    identifier that both carry agrees: the PIC; the registration number with the country, if the
    registers or the names agree too; the legal name with the country. Entries with different PICs
    are different entities, whatever hangs between them.

Why
    A proposal below the number is not eligible, however good its roadmap.

Met
    consortium: {partners: [{id: A, country: IT}, {id: B, country: FR}, {id: C, country: RO}]}

Not met
    consortium: {partners: [{id: A, country: IT}, {id: B, country: FR}]}

Undecided
    consortium: {}

Source
    least_legal_entities
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import count
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.legal_entities import linked

PARTNERS = "consortium.partners"


def check(case: Case[int]) -> Iterator[Outcome]:
    """Yield one answer, at the list of partners."""
    least = case.fact.value
    if case.spec.consortium.partners is None:
        yield case.undecided("no partner is listed", "Who are the partners?", PARTNERS)
        return
    number = len(linked(case.spec.partners, case.call.countries.state_of))
    said = f"{count(number, 'legal entity', 'legal entities')}; the call asks for {least} or more"
    if number >= least:
        yield case.met(said, PARTNERS)
    else:
        missing = count(least - number, "partner", "partners")
        yield case.not_met(said, PARTNERS, f"add {missing} with a legal entity of its own")


RULE = Rule("CON001", "too-few-legal-entities", lambda terms: terms.least_legal_entities, check)
