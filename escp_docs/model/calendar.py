"""What falls on which day: every date that a spec, its agreement and its call settle."""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from escp_docs.model.call import Call
from escp_docs.model.cash import HALF_YEAR
from escp_docs.model.project_months import day_of, first_day, last_day, months_later
from escp_docs.model.roadmap import Deliverable, Milestone
from escp_docs.model.schema import below
from escp_docs.model.spec import Spec


class Occasion(StrEnum):
    """What happens on a day; a language has words for each."""

    DEADLINE = "deadline"
    ANSWERS = "answers"
    START = "start"
    END = "end"
    COOPERATION = "cooperation"
    DELIVERABLE = "deliverable"
    MILESTONE = "milestone"
    INTERIM = "interim"
    TARGET = "target"
    COSTS = "costs"
    REPORTS = "reports"
    INSTALMENT = "instalment"
    RENEWAL = "renewal"
    EXPIRY = "expiry"
    STEP = "step"


class DatedEvent(Struct, frozen=True):
    """Something that begins on a day and ends on the same day or a later one.

    `names` fill the blanks of the words for its occasion; `who` are ids of partners; `path` leads
    to what states it, and is empty for what the call states.
    """

    first: date
    last: date
    occasion: Occasion
    names: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    path: str = ""


def dated_events(spec: Spec, call: Call) -> tuple[DatedEvent, ...]:
    """Return every event in order of its days; what has no date yet is left out."""
    found = (*_before(spec, call), *_action(spec), *_work(spec), *_money(spec), *_after(spec))
    return tuple(sorted(found, key=lambda one: (one.first, one.last)))


def _on(day: date | None, occasion: Occasion, *names: str, **more: object) -> Iterator[DatedEvent]:
    if day is not None:
        yield DatedEvent(day, day, occasion, names, **more)  # type: ignore[arg-type]  # its own fields


def _coordinator(spec: Spec) -> tuple[str, ...]:
    return (spec.consortium.coordinator,) if spec.consortium.coordinator else ()


def _before(spec: Spec, call: Call) -> Iterator[DatedEvent]:
    terms = call.terms(spec.strand) if spec.strand in call.strands else None
    for stage, deadline in terms.deadlines if terms else ():
        name = f"{call.title}: {stage}" if stage else call.title
        yield from _on(day_of(deadline.value), Occasion.DEADLINE, name, who=_coordinator(spec))
    yield from _on(spec.requests.deadline, Occasion.ANSWERS, path="requests.deadline")


def _action(spec: Spec) -> Iterator[DatedEvent]:
    start, months = spec.project.start_date, spec.project.duration_months
    yield from _on(start, Occasion.START, spec.project.acronym, path="project.start_date")
    if start and months:
        end = last_day(start, months)
        yield from _on(end, Occasion.END, spec.project.acronym, path="project.duration_months")


def _work(spec: Spec) -> Iterator[DatedEvent]:
    start = spec.project.start_date
    if start is None:
        return
    for index, package in enumerate(spec.roadmap.work_packages or ()):
        here = f"roadmap.work_packages[{index}]"
        for number, task in enumerate(package.tasks or ()):
            begin = first_day(start, task.start_month) if task.start_month else None
            if task.targets and begin and task.end_month:
                yield DatedEvent(
                    begin,
                    max(begin, last_day(start, task.end_month)),
                    Occasion.COOPERATION,
                    (task.id, task.title or ""),
                    (task.lead,) if task.lead else (),
                    f"{here}.tasks[{number}]",
                )
        for number, one in enumerate(package.deliverables or ()):
            path = f"{here}.deliverables[{number}]"
            yield from _due(start, one, Occasion.DELIVERABLE, path)
        for number, other in enumerate(package.milestones or ()):
            yield from _due(start, other, Occasion.MILESTONE, f"{here}.milestones[{number}]")
    yield from _indicators(spec, start)


def _due(
    start: date, one: Deliverable | Milestone, occasion: Occasion, path: str
) -> Iterator[DatedEvent]:
    if one.due_month:
        names, who = (one.id, one.title or ""), (one.lead,) if one.lead else ()
        yield from _on(last_day(start, one.due_month), occasion, *names, who=who, path=path)


def _indicators(spec: Spec, start: date) -> Iterator[DatedEvent]:
    for index, one in enumerate(spec.indicators or ()):
        names, who = (one.id, one.name or ""), (one.lead,) if one.lead else ()
        for number, step in enumerate(one.interim or ()):
            if step.month:
                path = f"indicators[{index}].interim[{number}]"
                day = last_day(start, step.month)
                yield from _on(day, Occasion.INTERIM, *names, who=who, path=path)
        if one.due_month:
            day = last_day(start, one.due_month)
            yield from _on(day, Occasion.TARGET, *names, who=who, path=f"indicators[{index}]")


def _money(spec: Spec) -> Iterator[DatedEvent]:
    agreement, start, months = spec.agreement, spec.project.start_date, spec.project.duration_months
    if agreement.grant_matters != "included" or start is None or not months:
        return
    everyone = tuple(one.id for one in spec.partners)
    if agreement.payments == "by_instalments":
        for index, one in enumerate(agreement.instalments or ()):
            if one.month:
                path = f"agreement.instalments[{index}]"
                day = first_day(start, one.month)
                yield from _on(day, Occasion.INSTALMENT, who=_coordinator(spec), path=path)
    if agreement.payments == "by_report":
        for month in range(HALF_YEAR, months, HALF_YEAR):
            day = last_day(start, month)
            yield from _on(day, Occasion.COSTS, who=everyone, path="agreement.payments")
    if agreement.report_days is not None:
        day = _later(last_day(start, months), agreement.report_days)
        yield from _on(day, Occasion.REPORTS, who=everyone, path="agreement.report_days")


def _later(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _after(spec: Spec) -> Iterator[DatedEvent]:
    start, months = spec.project.start_date, spec.project.duration_months
    if start is None or not months:
        return
    end, agreement = last_day(start, months), spec.agreement
    expiry = _expiry(spec, end)
    if expiry is not None:
        yield from _on(expiry, Occasion.EXPIRY, path=below("agreement", "term"))
        notice = agreement.termination_notice_months
        if agreement.term.renewal == "yearly" and notice is not None:
            # Before the last 12 months begin, where the notice is longer than a year.
            day = months_later(expiry, -min(notice, 12))
            yield from _on(day, Occasion.RENEWAL, path="agreement.termination_notice_months")
    for index, step in enumerate(spec.roadmap.long_term.steps or ()):
        day = months_later(end, 12 * step.year_after_project) if step.year_after_project else None
        who = (step.lead,) if step.lead else ()
        path = f"roadmap.long_term.steps[{index}]"
        yield from _on(day, Occasion.STEP, step.action or "", who=who, path=path)


def _expiry(spec: Spec, end: date) -> date | None:
    term = spec.agreement.term
    if term.kind == "project_end":
        return end
    if term.kind == "years_after_project" and term.years is not None:
        return months_later(end, int(12 * term.years))
    return None
