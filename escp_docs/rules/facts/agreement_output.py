"""When the agreement is due as a deliverable."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from escp_docs.model.spec import Spec
from escp_docs.rules.facts.calendar_months import months_later

WORK: Final = "roadmap.work_packages"
OUTPUT: Final = "partnership_agreement"


@dataclass(frozen=True, slots=True)
class DueMonth:
    """The project month in which the agreement is due, and the path that says so."""

    month: int
    path: str


def due(spec: Spec) -> DueMonth | None:
    """Return when the first deliverable is due that carries the agreement; None while open."""
    found = [
        DueMonth(one.due_month, f"{WORK}[{index}].deliverables[{position}].due_month")
        for index, package in enumerate(spec.roadmap.work_packages or ())
        for position, one in enumerate(package.deliverables or ())
        if OUTPUT in (one.output or ()) and one.due_month is not None
    ]
    return min(found, key=lambda one: one.month, default=None)


def first_day(start: date, month: int) -> date | None:
    """Return the first day of a project month that begins at `start`; None beyond all years."""
    return months_later(start, month - 1)


def last_day(start: date, month: int) -> date:
    """Return the last day of a project month: the day before the next one begins."""
    following = first_day(start, month + 1)
    return date.max if following is None else following - timedelta(days=1)
