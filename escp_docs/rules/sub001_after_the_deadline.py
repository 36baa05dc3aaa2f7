"""SUB001 after-the-deadline: the application is submitted after the deadline.

What it checks
    `project.submission_date` is no later than the deadline. A date without a time is in time up to
    and including the day of the deadline; a time is compared with the hour, by its offset.

Why
    The portal closes; a late application is not admissible.

Met
    project: {acronym: X, submission_date: 2020-12-02T17:00+01:00}

Not met
    project: {acronym: X, submission_date: 2020-12-02T17:01+01:00}

Undecided
    project: {acronym: X}

Source
    deadline

Choice
    The hour comes from a page of the platform, not from the announcement; it does not lower the
    severity.
"""

from collections.abc import Iterator
from datetime import date, datetime

from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule

DATE = "project.submission_date"


def check(case: Case[date | datetime]) -> Iterator[Outcome]:
    """Yield one answer, at the date."""
    submitted, deadline = case.spec.project.submission_date, case.fact.value
    hour = f"{deadline:%Y-%m-%d %H:%M} {case.fact.unit}"
    if submitted is None:
        yield case.undecided(
            f"no date of submission is stated; the deadline is {hour}",
            "When will the application be submitted?",
            DATE,
        )
    elif _late(submitted, deadline):
        yield case.not_met(
            f"submitted {_shown(submitted)}; the deadline is {hour}",
            DATE,
            "submit before the deadline",
        )
    else:
        yield case.met(f"submitted {_shown(submitted)}; the deadline is {hour}", DATE)


def _late(submitted: date | datetime, deadline: date | datetime) -> bool:
    if isinstance(submitted, datetime) and isinstance(deadline, datetime):
        return submitted > deadline
    return _day(submitted) > _day(deadline)


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _shown(moment: date | datetime) -> str:
    if isinstance(moment, datetime):
        return f"on {moment.isoformat(' ', 'minutes')}"
    return f"on {moment.isoformat()}"


RULE = Rule("SUB001", "after-the-deadline", lambda terms: terms.deadline, check)
