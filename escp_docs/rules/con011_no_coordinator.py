"""CON011 no-coordinator: no partner is named as coordinator.

What it checks
    `consortium.coordinator` names a partner.

Why
    The coordinator submits the application and stands in the first row of its first table.

Met
    consortium: {coordinator: A, partners: [{id: A}]}

Undecided
    consortium: {partners: [{id: A}]}

Source
    coordinator
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import asked

COORDINATOR = "consortium.coordinator"


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer, at the coordinator."""
    coordinator = case.spec.consortium.coordinator
    if coordinator is None:
        yield case.undecided(
            "no coordinator is named", "Which partner coordinates the action?", COORDINATOR
        )
    else:
        yield case.met(f"{coordinator} coordinates", COORDINATOR)


RULE = Rule("CON011", "no-coordinator", lambda terms: asked(terms.coordinator), check)
