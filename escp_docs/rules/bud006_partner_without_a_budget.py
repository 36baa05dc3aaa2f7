"""BUD006 partner-without-a-budget: a partner has tasks, and no costs.

What it checks
    Once costs are given, each partner that leads or takes part in anything has a cost line or
    person-months.

Why
    The form has a budget row for each participant.

Met
    consortium: {partners: [{id: A}]}
    roadmap: {work_packages: [{id: WP1, lead: A, effort: {A: 3}}]}

Not met
    consortium: {partners: [{id: A}, {id: B}]}
    roadmap: {work_packages: [{id: WP1, lead: B, effort: {A: 3}}]}
    budget: {costs: []}

Undecided
    consortium: {partners: [{id: A}, {id: B}]}
    roadmap: {work_packages: [{id: WP1, lead: B, effort: {A: 3}}]}

Source
    every_partner_has_a_budget
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.model.costs import bearers
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import PARTNERS, asked, no_partner, or_met
from escp_docs.rules.facts.missing_questions import asking_for
from escp_docs.rules.facts.work_shares import workers


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer per partner at fault or in question, else one for all."""
    if case.spec.consortium.partners is None:
        yield no_partner(case)
        return
    met = case.met("all partners that have tasks have costs", PARTNERS)
    yield from or_met(_found(case), met)


def _found(case: Case[bool]) -> Iterator[Outcome]:
    working, paid = workers(case.spec), bearers(case.spec)
    open_path = next(iter(paid.open_paths), None)
    if not paid.known and open_path is None:
        return  # no costs are given at all
    for index, partner in enumerate(case.spec.partners):
        works = partner.id in working.known
        if partner.id in paid.known or not (works or working.open_path):
            continue
        path = f"{PARTNERS}[{index}]"
        unsaid = open_path or (None if works else working.open_path)
        if unsaid is None:
            yield case.not_met(
                f"{partner.id} has tasks, but neither person-months nor another cost",
                path,
                f"give {partner.id} the costs of its tasks",
            )
        else:
            yield case.undecided(
                f"what the work of {partner.id} costs is not stated",
                asking_for(case.spec, unsaid),
                unsaid,
                path,
            )


RULE = Rule(
    "BUD006",
    "partner-without-a-budget",
    lambda terms: asked(terms.every_partner_has_a_budget),
    check,
)
