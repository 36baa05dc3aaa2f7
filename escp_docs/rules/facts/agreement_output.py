"""When the agreement is due as a deliverable."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from escp_docs.model.spec import Spec

WORK: Final = "roadmap.work_packages"
OUTPUT: Final = "partnership_agreement"
_LAST_YEAR: Final = 9999


@dataclass(frozen=True, slots=True)
class Due:
    """The project month in which the agreement is due, and the path that says so."""

    month: int
    path: str


def due(spec: Spec) -> Due | None:
    """Return when the first deliverable is due that carries the agreement; None while open."""
    found = [
        Due(one.due_month, f"{WORK}[{index}].deliverables[{position}].due_month")
        for index, package in enumerate(spec.roadmap.work_packages or ())
        for position, one in enumerate(package.deliverables or ())
        if OUTPUT in (one.output or ()) and one.due_month is not None
    ]
    return min(found, key=lambda one: one.month, default=None)


def first_day(start: date, month: int) -> date | None:
    """Return the first day of a project month that begins at `start`; None beyond all years."""
    years, months = divmod(start.month - 1 + month - 1, 12)
    if start.year + years > _LAST_YEAR:
        return None
    day = min(start.day, monthrange(start.year + years, months + 1)[1])
    return date(start.year + years, months + 1, day)


def last_day(start: date, month: int) -> date:
    """Return the last day of a project month: the day before the next one begins."""
    following = first_day(start, month + 1)
    return date.max if following is None else following - timedelta(days=1)
