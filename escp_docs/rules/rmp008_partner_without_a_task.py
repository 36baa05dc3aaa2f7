"""RMP008 partner-without-a-task: a partner has nothing to do.

What it checks
    Each partner leads or takes part in a work package, task, deliverable or milestone. A partner
    with person-months takes part in the work package.

Why
    The form asks for the role and the tasks of each participant.

Met
    consortium: {partners: [{id: A}]}
    roadmap: {work_packages: [{id: WP1, lead: A}]}

Not met
    consortium: {partners: [{id: A}, {id: B}]}
    roadmap:
      work_packages:
        - {id: WP1, lead: A, effort: {A: 3}, tasks: [], deliverables: [], milestones: []}

Undecided
    consortium: {partners: [{id: A}, {id: B}]}
    roadmap: {work_packages: [{id: WP1, lead: A}]}

Source
    every_partner_has_tasks
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import PARTNERS, asked, no_partner
from escp_docs.rules.facts.work_shares import workers


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer per partner at fault or in question, else one for all."""
    if case.spec.consortium.partners is None:
        yield no_partner(case)
        return
    found = workers(case.spec)
    idle = [one for one in enumerate(case.spec.partners) if one[1].id not in found.known]
    for index, partner in idle:
        path = f"{PARTNERS}[{index}]"
        if found.open_path is None:
            yield case.not_met(
                f"{partner.id} neither leads nor takes part in anything",
                path,
                f"give {partner.id} a task, or make it an associated organisation",
            )
        else:
            yield case.undecided(
                f"{partner.id} neither leads nor takes part in anything so far",
                f"In which work packages and tasks does {partner.id} take part?",
                found.open_path,
                path,
            )
    if not idle:
        yield case.met("all partners take part in the work", PARTNERS)


RULE = Rule(
    "RMP008", "partner-without-a-task", lambda terms: asked(terms.every_partner_has_tasks), check
)
