"""STR003 no-complementarities: how the partners complement each other is not described.

What it checks
    `strategy.complementarities` is there.

Why
    Members are to foster complementarities between them; partners that all do the same are no
    partnership.

Met
    strategy: {complementarities: One has the test sites and the other the buyers}

Undecided
    strategy: {}

Source
    complementarities
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import asked

COMPLEMENTARITIES = "strategy.complementarities"


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer, at the text."""
    if case.spec.strategy.complementarities is None:
        yield case.undecided(
            "the complementarities are not described",
            "What does each partner have that the others lack?",
            COMPLEMENTARITIES,
        )
    else:
        yield case.met("the complementarities are described", COMPLEMENTARITIES)


RULE = Rule("STR003", "no-complementarities", lambda terms: asked(terms.complementarities), check)
