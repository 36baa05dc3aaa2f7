"""What is due in a work package: marks with their numbers, in lanes in which none is covered."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.compose.figures.drawing import width_of
from escp_docs.compose.figures.month_axis import MonthAxis
from escp_docs.compose.figures.palette import MARK, PAPER
from escp_docs.compose.markdown.glyphs import printable
from escp_docs.model.roadmap import WorkPackage

_HALF: Final = 1.6  # of a mark
_BESIDE: Final = 0.5  # between a mark and its number


class DueMark(Struct, frozen=True):
    """A deliverable or milestone: its number, and the month at whose end it is due.

    `before` says that the number stands before the mark.
    """

    label: str
    month: int
    is_milestone: bool
    before: bool = False

    def label_at(self, axis: MonthAxis) -> float:
        """Return where the number begins."""
        if self.before:
            return axis.end(self.month) - _HALF - _BESIDE - width_of(self.label)
        return axis.end(self.month) + _HALF + _BESIDE

    def span(self, axis: MonthAxis) -> tuple[float, float]:
        """Return where mark and number begin and end."""
        at, x = self.label_at(axis), axis.end(self.month)
        return min(at, x - _HALF), max(at + width_of(self.label), x + _HALF)


def marks_of(package: WorkPackage) -> tuple[DueMark, ...]:
    """Return what is due in a work package, by months."""
    found = [
        DueMark(printable(one.id), one.due_month, is_milestone=is_milestone)
        for is_milestone, due in ((False, package.deliverables), (True, package.milestones))
        for one in due or ()
        if one.due_month is not None
    ]
    return tuple(sorted(found, key=lambda one: one.month))


def lanes(marks: Sequence[DueMark], axis: MonthAxis) -> tuple[tuple[DueMark, ...], ...]:
    """Return marks in as few lanes as are needed for none to cover another."""
    found: list[list[DueMark]] = []
    for mark in marks:
        ways = [one for one in (mark, replace(mark, before=True)) if _fits(one, axis)]
        free = (
            (lane, one)
            for lane in found
            for one in ways
            if all(_apart(one, other, axis) for other in lane)
        )
        lane, one = next(free, ([], (*ways, mark)[0]))
        if not lane:
            found.append(lane)
        lane.append(one)
    return tuple(map(tuple, found))


def _fits(mark: DueMark, axis: MonthAxis) -> bool:
    begin, end = mark.span(axis)
    return begin >= axis.left and end <= axis.right + 2 * _HALF


def _apart(one: DueMark, other: DueMark, axis: MonthAxis) -> bool:
    (begin, end), (from_, to) = one.span(axis), other.span(axis)
    return begin >= to + _BESIDE or end + _BESIDE <= from_


def diamond(x: float, y: float) -> str:
    """Return the mark of a deliverable."""
    return (
        f'<path d="M{x:.2f} {y - 1.5:.2f}l1.5 1.5l-1.5 1.5l-1.5 -1.5z" fill="{PAPER}" '
        f'stroke="{MARK}" stroke-width="0.45"/>'
    )


def triangle(x: float, y: float) -> str:
    """Return the mark of a milestone."""
    return (
        f'<path d="M{x:.2f} {y - 1.6:.2f}l1.6 2.8h-3.2z" fill="{MARK}" stroke="{PAPER}" '
        f'stroke-width="0.25"/>'
    )
