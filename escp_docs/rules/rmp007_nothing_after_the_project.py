"""RMP007 nothing-after-the-project: the partnership does not look beyond the end of the action.

What it checks
    `roadmap.long_term` has an agenda, says how the partnership is sustained, and looks ahead by
    more than 0 years.

Why
    The roadmap comes with a long-term cooperation agenda that sustains the partnership beyond the
    lifetime of the project.

Met
    roadmap:
      long_term: {horizon_years: 5, agenda: A mission a year, sustainability: Membership fees}

Not met
    roadmap:
      long_term: {horizon_years: 0, agenda: A mission a year, sustainability: Membership fees}

Undecided
    roadmap:
      long_term: {horizon_years: 5, agenda: A mission a year}

Source
    beyond_the_project
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import asked, or_met

AFTER = "roadmap.long_term"


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer per fault and question, else one for all."""
    met = case.met("the partnership looks beyond the end of the action", AFTER)
    yield from or_met(_found(case), met)


def _found(case: Case[bool]) -> Iterator[Outcome]:
    after = case.spec.roadmap.long_term
    if after.horizon_years is None:
        yield case.undecided(
            "how far the agenda looks ahead is not stated",
            "How many years after the end of the action does the agenda look ahead?",
            f"{AFTER}.horizon_years",
        )
    elif not after.horizon_years:
        yield case.not_met(
            "the agenda looks 0 years beyond the end of the action",
            f"{AFTER}.horizon_years",
            "plan for some years after the end",
        )
    if after.agenda is None:
        yield case.undecided(
            "the long-term cooperation agenda is not described",
            "What do the partners do together after the end of the action?",
            f"{AFTER}.agenda",
        )
    if after.sustainability is None:
        yield case.undecided(
            "how the partnership is sustained is not described",
            "What does the partnership live on after the grant?",
            f"{AFTER}.sustainability",
        )


RULE = Rule(
    "RMP007", "nothing-after-the-project", lambda terms: asked(terms.beyond_the_project), check
)
