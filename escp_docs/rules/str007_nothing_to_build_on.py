"""STR007 nothing-to-build-on: the partnership builds on no strategy that exists.

What it checks
    `strategy.existing` names something that the partnership builds on.

Why
    Strand B takes existing internationalisation strategies further; who has none develops one
    first, as Strand A pays for.

Met
    strand: B
    strategy: {existing: [{output: internationalisation_strategy, title: Strategy of 2018}]}

Not met
    strand: B
    strategy: {existing: []}

Undecided
    strand: B
    strategy: {}

Source
    builds_on_strategies
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import asked

EXISTING = "strategy.existing"


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer, at what exists."""
    existing = case.spec.strategy.existing
    if existing is None:
        yield case.undecided(
            "what the partnership builds on is not stated",
            "On which strategies, roadmaps or agreements does the partnership build?",
            EXISTING,
        )
    elif existing:
        yield case.met("the partnership builds on what exists", EXISTING)
    else:
        yield case.not_met(
            "the partnership builds on nothing that exists",
            EXISTING,
            "name the strategy that it builds on, or apply in the strand that develops one",
        )


RULE = Rule("STR007", "nothing-to-build-on", lambda terms: asked(terms.builds_on_strategies), check)
