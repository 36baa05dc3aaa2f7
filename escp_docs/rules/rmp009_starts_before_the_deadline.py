"""RMP009 starts-before-the-deadline: the action starts too early, or many years too late.

What it checks
    `project.start_date` is no earlier than the day of the deadline or the earliest start that the
    call names, nor before the months that an award takes, nor later than a few years. The days at
    either end are met.

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
    no_retroactive_costs, earliest_start, months_before_a_start, years_until_a_start

Lists
    deadline
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import count
from escp_docs.model.call import Terms
from escp_docs.model.fact import Fact
from escp_docs.model.project_months import months_later
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import asked

START = "project.start_date"


def check(case: Case[Any]) -> Iterator[Outcome]:
    """Yield one answer, at the start date."""
    start, deadline = case.spec.project.start_date, _deadline(case)
    earliest = case.terms.earliest_start
    said = f"the action starts on {start}; the deadline is {deadline}"
    if start is None:
        yield case.undecided(
            f"no start date is stated; the deadline is {deadline}",
            "On which day does the action start?",
            START,
        )
    elif earliest and start < earliest.value:
        yield case.against(earliest).not_met(
            f"the action starts on {start}; the call has it start on {earliest.value} or later",
            START,
            f"start it on {earliest.value} or later",
        )
    elif start < deadline and asked(case.terms.no_retroactive_costs):
        yield case.not_met(said, START, "start it after the deadline")
    else:
        yield _in_time(case, start, deadline) or case.met(said, START)


def _in_time(case: Case[Any], start: date, deadline: date) -> Outcome | None:
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


def _deadline(case: Case[Any]) -> date:
    day = case.terms.counting_day
    assert day is not None
    return day


def _fact(terms: Terms) -> Fact[Any] | None:
    found = asked(terms.no_retroactive_costs) or terms.earliest_start
    return found if terms.counting_day else None


RULE = Rule("RMP009", "starts-before-the-deadline", _fact, check)
