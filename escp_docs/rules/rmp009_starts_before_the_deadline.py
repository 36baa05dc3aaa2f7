"""RMP009 starts-before-the-deadline: the action starts too early, or many years too late.

What it checks
    `project.start_date` is no earlier than the day of the deadline, nor before the months that an
    award takes, nor later than a few years. The days at either end are met.

Why
    The edition of 2016 reimbursed no cost that arose before the application; and an applicant of
    2019 began ten months after that deadline.

Met
    project: {acronym: X, start_date: 2021-09-01}

Not met
    project: {acronym: X, start_date: 2020-12-01}

Undecided
    project: {acronym: X}

Source
    no_retroactive_costs, months_before_a_start, years_until_a_start

Lists
    deadline
"""

from collections.abc import Iterator
from datetime import date

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import count
from escp_docs.model.project_months import day_of, months_later
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import asked

START = "project.start_date"


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer, at the start date."""
    start, deadline = case.spec.project.start_date, _deadline(case)
    said = f"the action starts on {start}; the deadline is {deadline}"
    if start is None:
        yield case.undecided(
            f"no start date is stated; the deadline is {deadline}",
            "On which day does the action start?",
            START,
        )
    elif start < deadline:
        yield case.not_met(said, START, "start it after the deadline")
    else:
        yield _in_time(case, start, deadline) or case.met(said, START)


def _in_time(case: Case[bool], start: date, deadline: date) -> Outcome | None:
    """Return what is wrong with a start after the deadline; None if nothing."""
    soonest, latest = case.terms.months_before_a_start, case.terms.years_until_a_start
    first = months_later(deadline, soonest.value) if soonest else None
    if soonest and first and start < first:
        return case.against(soonest).not_met(
            f"the action starts on {start}, less than {count(soonest.value, 'month', 'months')} "
            "after the deadline",
            START,
            f"start it on {first} or later",
        )
    last = months_later(deadline, 12 * latest.value) if latest else None
    if latest and last and start > last:
        return case.against(latest).not_met(
            f"the action starts on {start}, more than {count(latest.value, 'year', 'years')} after "
            "the deadline",
            START,
            "correct the year",
        )
    return None


def _deadline(case: Case[bool]) -> date:
    assert case.terms.deadline is not None
    return day_of(case.terms.deadline.value)


RULE = Rule(
    "RMP009",
    "starts-before-the-deadline",
    lambda terms: asked(terms.no_retroactive_costs) if terms.deadline else None,
    check,
)
