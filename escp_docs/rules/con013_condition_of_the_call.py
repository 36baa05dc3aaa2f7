"""CON013 condition-of-the-call: a condition that the call states in its own words is not met.

What it checks
    Each condition that the call file lists for the strand, one answer each: how many different
    entities, countries or regions there are of those that the condition counts, what is planned,
    which topics are chosen, and what a named person has declared. Partners that are one legal
    entity count once. What is open may still turn out either way: the answer waits where it
    matters.

Why
    Each call has conditions of its own, and one that is not met can make the application
    ineligible.

Met
    call: horizon-ria-standard
    consortium:
      partners:
        - {id: A, country: IT, controlled_by: []}
        - {id: B, country: FR, controlled_by: []}
        - {id: C, country: TR, controlled_by: []}
    declarations:
      - {condition: gender-equality-plan, holds: true, by: Anna Rossi}
      - {condition: dissemination-plan, holds: true, by: Anna Rossi}

Not met
    call: horizon-ria-standard
    consortium: {partners: [{id: A, country: IT}, {id: B, country: US}]}

Undecided
    call: horizon-ria-standard
    consortium: {partners: [{id: A, country: IT}, {id: B}]}

Source
    conditions

Choice
    A condition is as severe as its source is sure. Conditions that CON001 to CON004 state are
    theirs: the call of 2020 has no other.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from escp_docs.finding import Outcome
from escp_docs.model.call import Terms
from escp_docs.model.call.conditions import Condition, Demand
from escp_docs.rule import Case, Rule


def check(case: Case[Demand]) -> Iterator[Outcome]:
    """Yield one answer per condition of the strand, which it names."""
    for condition in case.terms.conditions:
        yield replace(_outcome(case.against(condition), condition), condition=condition.id)


def _outcome(case: Case[Demand], condition: Condition) -> Outcome:
    from escp_docs.rules.composition.ruling import ruling  # noqa: PLC0415  # few calls need it
    from escp_docs.rules.composition.setting import Setting  # noqa: PLC0415

    setting = Setting(case.spec, case.call, case.terms.counting_day)
    found = ruling(setting, condition)
    said = f"{condition.id}: {found.said}"
    if found.holds:
        return case.met(said, found.paths[0])
    if found.holds is None:
        question = found.question
        assert question is not None, condition
        return case.undecided(said, question.words, question.key, question.path)
    return case.not_met(said, found.paths[0], found.fix, related=found.paths[1:])


def _first(terms: Terms) -> Condition | None:
    return next(iter(terms.conditions), None)


RULE = Rule("CON013", "condition-of-the-call", _first, check)
