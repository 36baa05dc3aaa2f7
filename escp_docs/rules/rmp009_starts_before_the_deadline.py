"""RMP009 starts-before-the-deadline: the action starts while the call is still open.

What it checks
    `project.start_date` is no earlier than the day of the deadline.

Why
    Costs that arise before the application are not reimbursed, and an action that has started needs
    no grant to start.

Met
    project: {acronym: X, start_date: 2021-09-01}

Not met
    project: {acronym: X, start_date: 2020-12-01}

Undecided
    project: {acronym: X}

Source
    no_retroactive_costs
"""

from collections.abc import Iterator
from datetime import datetime

from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import asked

START = "project.start_date"


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer, at the start date."""
    start = case.spec.project.start_date
    assert case.terms.deadline is not None
    moment = case.terms.deadline.value
    deadline = moment.date() if isinstance(moment, datetime) else moment
    said = f"the deadline is {deadline}"
    if start is None:
        yield case.undecided(
            f"no start date is stated; {said}", "On which day does the action start?", START
        )
    elif start < deadline:
        yield case.not_met(
            f"the action starts on {start}; {said}", START, "start it after the deadline"
        )
    else:
        yield case.met(f"the action starts on {start}; {said}", START)


RULE = Rule(
    "RMP009",
    "starts-before-the-deadline",
    lambda terms: asked(terms.no_retroactive_costs) if terms.deadline else None,
    check,
)
