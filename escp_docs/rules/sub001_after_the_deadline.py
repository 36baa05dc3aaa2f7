"""SUB001 after-the-deadline: the application is submitted after the deadline.

What it checks
    `project.submission_date` is no later than the deadline. A date without a time is in time up to
    and including the day of the deadline; a time is compared with the hour, by its offset.

Why
    The announcement sets a day, and the platform's news the hour.

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
from datetime import date, datetime, timedelta
from typing import Final

from escp_docs.finding import Outcome
from escp_docs.model.project_months import day_of
from escp_docs.rule import Case, Rule

DATE = "project.submission_date"
_CLOCK_HOLDS: Final = timedelta(days=7)
"""How near a moment must be for its hour by the offset of the deadline to be that of the place."""


def check(case: Case[date | datetime]) -> Iterator[Outcome]:
    """Yield one answer, at the date."""
    submitted, deadline = case.spec.project.submission_date, case.fact.value
    hour = f"the deadline is {_moment(deadline)} {case.fact.unit}".rstrip()
    if submitted is None:
        yield case.undecided(
            f"no date of submission is stated; {hour}",
            "When will the application be submitted?",
            DATE,
        )
    elif _late(submitted, deadline):
        said = f"submitted on {_shown(case, submitted)}; {hour}"
        yield case.not_met(said, DATE, "submit before the deadline")
    else:
        yield case.met(f"submitted on {_shown(case, submitted)}; {hour}", DATE)


def _late(submitted: date | datetime, deadline: date | datetime) -> bool:
    if isinstance(submitted, datetime) and isinstance(deadline, datetime):
        return submitted > deadline
    return day_of(submitted) > day_of(deadline)


def _shown(case: Case[date | datetime], submitted: date | datetime) -> str:
    """Return a date as it was written, and by the clock of the deadline if that is another."""
    deadline = case.fact.value
    if not isinstance(submitted, datetime):
        return submitted.isoformat()
    offset = submitted.isoformat()[-len("+00:00") :]
    written = f"{_moment(submitted)} UTC{'' if offset == '+00:00' else offset}"
    if not isinstance(deadline, datetime) or abs(submitted - deadline) > _CLOCK_HOLDS:
        return written
    there = submitted.astimezone(deadline.tzinfo)
    if there.utcoffset() == submitted.utcoffset():
        return f"{_moment(submitted)} {case.fact.unit}"
    return f"{written}, that is {_moment(there)} {case.fact.unit}"


def _moment(moment: date | datetime) -> str:
    """Return a date, and its hour with seconds and their parts only where there are any."""
    if not isinstance(moment, datetime):
        return moment.isoformat()
    clock = moment.time().replace(tzinfo=None)
    precision = "minutes" if not (clock.second or clock.microsecond) else "auto"
    return f"{moment.date()} {clock.isoformat(precision)}"


RULE = Rule("SUB001", "after-the-deadline", lambda terms: terms.last_deadline, check)
