"""STR002 goal-without-a-market: a common goal names none of the targets.

What it checks
    At least one common goal names a target; that is asked for. Each common goal should: one that
    names none while others do is a warning.

Why
    The goals of the partnership are to be towards specific third markets, not exports in general.

Met
    target_countries: [{country: CA}]
    strategy: {common_goals: [{id: G1, targets: [CA]}]}

Not met
    strategy: {common_goals: [{id: G1, targets: []}]}

Undecided
    strategy: {common_goals: [{id: G1}]}

Source
    goals_towards_markets, every_goal_towards_a_market
"""

from collections.abc import Iterator, Sequence

from escp_docs.finding import Outcome
from escp_docs.model.strategy import Goal
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import asked, or_met

GOALS = "strategy.common_goals"


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer for all goals, or one per goal at fault or in question."""
    goals = case.spec.strategy.common_goals
    if goals is None:
        yield case.undecided(
            "no common goal is listed",
            "Which common goals does the partnership have, and towards which targets?",
            GOALS,
        )
    elif not any(goal.targets or goal.targets is None for goal in goals):
        yield case.not_met(
            "no common goal names a target", GOALS, "add to each goal the targets that it serves"
        )
    else:
        yield from or_met(_found(case, goals), case.met("all common goals name targets", GOALS))


def _found(case: Case[bool], goals: Sequence[Goal]) -> Iterator[Outcome]:
    each = asked(case.terms.every_goal_towards_a_market)
    some_named = any(goal.targets for goal in goals)
    for index, goal in enumerate(goals):
        path = f"{GOALS}[{index}].targets"
        if goal.targets is None and (each is not None or not some_named):
            severe = case.against(each) if each is not None and some_named else case
            yield severe.undecided(
                f"which targets {goal.id} serves is not stated",
                f"Which targets does the goal {goal.id} serve?",
                path,
            )
        elif goal.targets == () and each is not None:
            yield case.against(each).not_met(
                f"the goal {goal.id} names no target", path, "add the targets that it serves"
            )


RULE = Rule(
    "STR002", "goal-without-a-market", lambda terms: asked(terms.goals_towards_markets), check
)
