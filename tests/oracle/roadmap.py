"""Requirements on the work: "preparatory and implementation-related actions", and their outputs."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from tests.oracle import stated
from tests.oracle.answers import NOT_ASKED, Answer, Said, error, every, holds, warning
from tests.oracle.stated import Entry, below, part, work_packages

_OUTPUTS: Final = {
    "A": ("partnership_agreement", "implementation_roadmap", "internationalisation_strategy"),
    "B": ("partnership_agreement", "implementation_roadmap"),
}
_EARLIEST_START: Final = date(2021, 6, 2)  # six months after the deadline
_LATEST_START: Final = date(2023, 12, 2)  # three years after it


def rmp001(spec: Entry, strand: str) -> Said:
    """Asked: "The projects under Strand A should comprise preparatory ... actions"."""
    return error(_has_work(spec, "preparatory")) if strand == "A" else NOT_ASKED


def rmp002(spec: Entry, _strand: str) -> Said:
    """Asked: "... and implementation-related actions"; Strand B: "first implementation"."""
    return error(_has_work(spec, "implementation"))


def _has_work(spec: Entry, kind: str) -> Answer:
    packages = work_packages(spec)
    if packages is None:
        return Answer.OPEN
    kinds = [stated.choice(one, "kind") for one in packages]
    own = {stated.choice(task, "kind") for task in below(packages, "tasks")}
    if kind in kinds or kind in own:
        return Answer.MET
    may_be = None in kinds or any(one.get("tasks") is None for one in packages)
    return Answer.OPEN if may_be else Answer.NOT_MET


def rmp004(spec: Entry, _strand: str) -> Said:
    """Derived: work ends no earlier than it starts."""
    packages = work_packages(spec)
    if packages is None:
        return warning(Answer.OPEN)
    answers = [_in_order(one) for one in (*packages, *below(packages, "tasks"))]
    answers += [Answer.OPEN for one in packages if one.get("tasks") is None]
    return warning(every(answers))


def _in_order(work: Entry) -> Answer:
    start, end = stated.number(work, "start_month"), stated.number(work, "end_month")
    if start is None or end is None:
        return holds(True if start == 1 else None)  # no month comes before the first
    return holds(start <= end)


def rmp006(spec: Entry, strand: str) -> Said:
    """Agreement, strategy and roadmap of "Forming a Partnership" and of the preparatory actions."""
    existing = [stated.choice(one, "output") for one in _existing(spec)]
    carried = {output for one in _deliverables(spec) for output in _outputs(one) or ()}
    packages = work_packages(spec)
    may_carry = (
        packages is None
        or any(one.get("deliverables") is None for one in packages)
        or any(_outputs(one) is None for one in _deliverables(spec))
        or None in existing
    )
    answers = (
        Answer.MET if one in carried or one in existing else holds(None if may_carry else False)
        for one in _OUTPUTS[strand]
    )
    return error(every(answers))


def _existing(spec: Entry) -> Iterator[Entry]:
    yield from stated.entries(part(spec, "strategy"), "existing") or ()


def _deliverables(spec: Entry) -> Iterator[Entry]:
    return below(work_packages(spec), "deliverables")


def _outputs(deliverable: Entry) -> list[str] | None:
    written: Any = deliverable.get("output")
    if isinstance(written, list):
        return written
    found = stated.choice(deliverable, "output")
    return None if found is None else [found]


def rmp007(spec: Entry, _strand: str) -> Said:
    """Asked: "a long-term cooperation agenda ... beyond the lifetime of the project"."""
    plan = part(part(spec, "roadmap"), "long_term")
    years = stated.number(plan, "horizon_years")
    written = stated.text(plan, "agenda") and stated.text(plan, "sustainability")
    answers = [holds(True if written else None), holds(None if years is None else years > 0)]
    return error(every(answers))


def rmp008(spec: Entry, _strand: str) -> Said:
    """Sibling: each beneficiary has a part in the work."""
    applicants = stated.partners(spec)
    if applicants is None:
        return warning(Answer.OPEN)
    return warning(every(_is_at_work(spec, one["id"]) for one in applicants))


def _is_at_work(spec: Entry, who: str) -> Answer:
    efforts = [stated.numbers(one, "effort") or {} for one in work_packages(spec) or ()]
    months = [one[who] for one in efforts if who in one]
    if any(months) or who in _named_at_work(spec):
        return Answer.MET
    return Answer.OPEN if None in months or _may_name_anybody(spec) else Answer.NOT_MET


def _named_at_work(spec: Entry) -> Iterator[str | None]:
    for one in (*(work_packages(spec) or ()), *_pieces(spec)):
        yield stated.choice(one, "lead")
        yield from one.get("partners") or ()


def _may_name_anybody(spec: Entry) -> bool:
    packages = work_packages(spec)
    if packages is None:
        return True
    lists = ("tasks", "deliverables", "milestones")
    return (
        any(stated.numbers(one, "effort") is None for one in packages)
        or any(one.get(key) is None for one in packages for key in lists)
        or any(stated.choice(one, "lead") is None for one in (*packages, *_pieces(spec)))
        or any(task.get("partners") is None for task in below(packages, "tasks"))
    )


def _pieces(spec: Entry) -> Iterator[Entry]:
    for key in ("tasks", "deliverables", "milestones"):
        yield from below(work_packages(spec), key)


def rmp009(spec: Entry, _strand: str) -> Said:
    """Secondary: nothing starts before the deadline; derived: hardly ever within six months."""
    start = stated.moment(part(spec, "project"), "start_date")
    return warning(holds(None if start is None else _EARLIEST_START <= start <= _LATEST_START))
