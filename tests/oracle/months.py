"""Requirements on months: nothing is due when the action is over."""

from collections.abc import Iterator
from decimal import Decimal

from tests.oracle import stated
from tests.oracle.answers import Answer, Said, every, holds, warning
from tests.oracle.stated import Entry, below, part, work_packages

_Month = Decimal | None


def rmp003(spec: Entry, strand: str) -> Said:
    """Secondary: 30 to 36 months in Strand A, 18 to 24 in Strand B."""
    months = _duration(spec)
    least, most = (30, 36) if strand == "A" else (18, 24)
    return warning(holds(None if months is None else least <= months <= most))


def rmp005(spec: Entry, _strand: str) -> Said:
    """Sibling: applicants ask whether something may be due in month 25 of 24.

    Lists that are absent may hold something late; absent interim values are none.
    """
    return warning(every([*_in_time(spec), *_within_its_work_package(spec), *_listed(spec)]))


def _duration(spec: Entry) -> _Month:
    return stated.number(part(spec, "project"), "duration_months")


def _in_time(spec: Entry) -> Iterator[Answer]:
    last = _duration(spec)
    packages = work_packages(spec) or ()
    for one in (*packages, *below(packages, "tasks")):
        yield _no_later(stated.number(one, "start_month"), last)
        yield _no_later(stated.number(one, "end_month"), last)
    for one in (*below(packages, "deliverables"), *below(packages, "milestones")):
        yield _no_later(stated.number(one, "due_month"), last)
    for one in stated.entries(spec, "indicators") or ():
        if not stated.flag(one, "after_project"):
            yield _no_later(stated.number(one, "due_month"), last)
            for value in stated.entries(one, "interim") or ():
                yield _no_later(stated.number(value, "month"), last)


def _within_its_work_package(spec: Entry) -> Iterator[Answer]:
    for package in work_packages(spec) or ():
        first, last = stated.number(package, "start_month"), stated.number(package, "end_month")
        for task in stated.entries(package, "tasks") or ():
            for key in ("start_month", "end_month"):
                month = stated.number(task, key)
                yield _no_later(first, month)
                yield _no_later(month, last)


def _no_later(one: _Month, other: _Month) -> Answer:
    """Return whether a month is no later than another; none comes before the first."""
    if one == 1:
        return Answer.MET
    return holds(None if one is None or other is None else one <= other)


def _listed(spec: Entry) -> Iterator[Answer]:
    packages = work_packages(spec)
    lists = [spec.get("indicators"), packages]
    lists += [one.get(key) for one in packages or () for key in _LISTS]
    yield from (holds(None if one is None else True) for one in lists)


_LISTS = ("tasks", "deliverables", "milestones")
