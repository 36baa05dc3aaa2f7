"""AGR003 no-common-actions: the agreement has no common actions to engage its members to.

What it checks
    `agreement.common_actions` names some, or the roadmap has a work package.

Why
    The agreement engages the members to develop common actions.

Met
    roadmap: {work_packages: [{id: WP1}]}

Not met
    agreement: {common_actions: none}
    roadmap: {work_packages: []}

Undecided
    agreement: {}

Source
    common_actions
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.model.not_written import NONE
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import asked

ACTIONS = "agreement.common_actions"


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer, at what says it."""
    actions, packages = case.spec.agreement.common_actions, case.spec.roadmap.work_packages
    if actions not in (None, NONE):
        yield case.met("the agreement names common actions", ACTIONS)
    elif packages:
        yield case.met("the work packages are the common actions", "roadmap.work_packages")
    elif actions == NONE and packages is not None:
        yield case.not_met(
            "there are neither common actions nor work packages",
            ACTIONS,
            "say what the members undertake in common",
        )
    else:
        yield case.undecided(
            "neither common actions nor work packages are stated",
            "What do the members undertake in common?",
            ACTIONS,
        )


RULE = Rule("AGR003", "no-common-actions", lambda terms: asked(terms.common_actions), check)
