"""AGR003 no-common-actions: the agreement has no common actions to engage its members to.

What it checks
    `agreement.common_actions` is there, or the roadmap has a work package.

Why
    The agreement engages the members to develop common actions.

Met
    roadmap: {work_packages: [{id: WP1}]}

Undecided
    agreement: {}

Source
    common_actions
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import asked

ACTIONS = "agreement.common_actions"


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer, at what says it."""
    if case.spec.agreement.common_actions is not None:
        yield case.met("the agreement names common actions", ACTIONS)
    elif case.spec.roadmap.work_packages:
        yield case.met("the work packages are the common actions", "roadmap.work_packages")
    else:
        yield case.undecided(
            "neither common actions nor work packages are stated",
            "What do the members undertake in common?",
            ACTIONS,
        )


RULE = Rule("AGR003", "no-common-actions", lambda terms: asked(terms.common_actions), check)
