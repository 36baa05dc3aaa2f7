"""STR001 no-joint-strategy: the joint strategic vision is not described.

What it checks
    `strategy.vision` is there.

Why
    A partnership is expected to develop a joint European vision with a global perspective; without
    one there is nothing for the strategy and the roadmap to rest on.

Met
    strategy: {vision: Light machines for dry soils}

Undecided
    strategy: {}

Source
    joint_strategy
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import asked

VISION = "strategy.vision"


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer, at the vision."""
    if case.spec.strategy.vision is None:
        yield case.undecided(
            "the joint vision is not described",
            "What is the joint vision, and where does it want to be in the world?",
            VISION,
        )
    else:
        yield case.met("the joint vision is described", VISION)


RULE = Rule("STR001", "no-joint-strategy", lambda terms: asked(terms.joint_strategy), check)
