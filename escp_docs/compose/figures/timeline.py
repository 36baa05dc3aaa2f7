"""The roadmap month by month as SVG: work packages, tasks, deliverables and milestones."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final
from xml.sax.saxutils import escape

from msgspec import Struct

from escp_docs.compose.figures.drawing import (
    LINE_MM,
    box,
    drawn,
    lines_of,
    rule,
    stacked,
    width_of,
    words,
)
from escp_docs.compose.figures.month_axis import MonthAxis
from escp_docs.compose.figures.palette import (
    DARK,
    MIDDLE,
    MUTED,
    PAPER,
    RULE,
    TALLEST_MM,
    TEXT_MM,
    WIDTH_MM,
)
from escp_docs.compose.figures.timeline_marks import (
    DueMark,
    diamond,
    lanes,
    marks_of,
    triangle,
)
from escp_docs.document import Figure
from escp_docs.language.figure_words import TimelineWords
from escp_docs.model.roadmap import WorkPackage
from escp_docs.model.spec import Spec

_LABELS: Final = 58.0
_GAP: Final = 3.0  # between a label and the months
_MARGIN: Final = 4.0  # room for a mark in the last month
_PAD: Final = 1.9  # above and below the words of a work package
_CLOSE: Final = 1.1  # the same of a task
_LANE: Final = 3.4
_HEAD: Final = 11.0
_FOOT: Final = 8.0
_INDENT: Final = 2.0
_SMALLEST: Final = 0.85  # a timeline that would be drawn smaller than this has no tasks


class _Row(Struct, frozen=True):
    """A work package or a task: its label line by line, its months, what is due in it."""

    label: tuple[str, ...]
    start: int
    end: int
    is_package: bool
    due: tuple[tuple[DueMark, ...], ...] = ()

    @property
    def height(self) -> float:
        """How high the row is: its label, or its bar with what is due below it."""
        words_high = max(len(self.label) * LINE_MM, LINE_MM + len(self.due) * _LANE)
        return words_high + self.pad

    @property
    def pad(self) -> float:
        """The room above and below the words, together."""
        return _PAD if self.is_package else _CLOSE


def timeline(spec: Spec, said: TimelineWords) -> Figure:
    """Return the timeline; caption, number and id are the template's to set.

    Tasks are left out, and the legend says so, where the whole would not fit on a page.
    """
    packages = tuple(
        one
        for one in spec.roadmap.work_packages or ()
        if one.start_month is not None and one.end_month is not None
    )
    axis = _axis(spec, packages)
    rows = tuple(row for package in packages for row in _rows(package, axis))
    with_tasks = _height(rows) <= TALLEST_MM / _SMALLEST
    if not with_tasks:
        rows = tuple(row for row in rows if row.is_package)
    height = _height(rows)
    bottom = height - _FOOT
    body = [
        *axis.drawn(bottom, spec.project.start_date, said.project_month),
        *_drawn(rows, axis),
        *_legend(height - 2.4, said, with_tasks=with_tasks),
    ]
    return drawn("".join(body), height, _spoken(spec, packages, axis.months, said))


def _axis(spec: Spec, packages: Sequence[WorkPackage]) -> MonthAxis:
    due = [mark.month for package in packages for mark in marks_of(package)]
    ends = [one.end_month or 1 for one in packages]
    ends += [task.end_month or 1 for one in packages for task in one.tasks or ()]
    months = max([spec.project.duration_months or 1, *ends, *due])
    return MonthAxis(_LABELS + _GAP, WIDTH_MM - _MARGIN, _HEAD, months)


def _height(rows: Sequence[_Row]) -> float:
    return _HEAD + sum(row.height for row in rows) + 1.5 + _FOOT


def _rows(package: WorkPackage, axis: MonthAxis) -> Iterator[_Row]:
    yield _Row(
        tuple(lines_of(f"{package.id} {package.title or ''}", _LABELS, bold=True)),
        package.start_month or 1,
        package.end_month or 1,
        is_package=True,
        due=lanes(marks_of(package), axis),
    )
    for task in package.tasks or ():
        if task.start_month is not None and task.end_month is not None:
            label = tuple(lines_of(f"{task.id} {task.title or ''}", _LABELS - _INDENT))
            yield _Row(label, task.start_month, task.end_month, is_package=False)


def _drawn(rows: Sequence[_Row], axis: MonthAxis) -> Iterator[str]:
    y = _HEAD + 0.5
    for number, row in enumerate(rows):
        if row.is_package and number:
            yield rule((0, y), (WIDTH_MM, y), RULE, 0.2)
        middle = y + row.pad / 2 + LINE_MM / 2
        thick = 3.0 if row.is_package else 2.2
        left, right = axis.begin(row.start), max(axis.end(row.end), axis.begin(row.start))
        colour = DARK if row.is_package else MIDDLE
        yield box(left, middle - thick / 2, right - left, thick, fill=colour, corner=0.5)
        foot = middle + TEXT_MM * 0.34
        indent = 0 if row.is_package else _INDENT
        yield stacked(indent, foot, row.label, bold=row.is_package)
        for lane, marks in enumerate(row.due):
            yield from _due(marks, middle + LINE_MM / 2 + (lane + 0.5) * _LANE, axis)
        y += row.height


def _due(marks: Sequence[DueMark], y: float, axis: MonthAxis) -> Iterator[str]:
    for mark in marks:
        x = axis.end(mark.month)
        at, wide = mark.label_at(axis), width_of(mark.label)
        yield box(at, y - TEXT_MM * 0.5, wide, TEXT_MM, fill=PAPER, corner=0)  # lines end at it
        yield triangle(x, y) if mark.is_milestone else diamond(x, y)
        yield words(at, y + TEXT_MM * 0.34, escape(mark.label))


def _legend(y: float, said: TimelineWords, *, with_tasks: bool) -> Iterator[str]:
    yield rule((0, y - 4.4), (WIDTH_MM, y - 4.4), RULE, 0.2)
    x = _LABELS + _GAP
    yield box(x, y - 2.4, 6, 2.4, fill=DARK, corner=0.5)
    yield words(x + 7.5, y, escape(said.work_package))
    if with_tasks:
        yield box(x + 31, y - 2.2, 6, 2, fill=MIDDLE, corner=0.5)
        yield words(x + 38.5, y, escape(said.task))
    else:
        yield words(0, y, escape(said.no_tasks), f'fill="{MUTED}"')
    yield diamond(x + 51, y - 1)
    yield words(x + 54, y, escape(said.deliverable))
    yield triangle(x + 74, y - 1)
    yield words(x + 77, y, escape(said.milestone))


def _spoken(spec: Spec, packages: tuple[WorkPackage, ...], months: int, said: TimelineWords) -> str:
    spans = "; ".join(_spoken_package(one, said) for one in packages)
    start = spec.project.start_date
    begin = said.spoken_start.format(start=f"{start:%Y-%m-%d}") if isinstance(start, date) else ""
    return said.spoken.format(packages=len(packages), months=months, begin=begin, spans=spans)


def _spoken_package(package: WorkPackage, said: TimelineWords) -> str:
    span = said.spoken_span.format(
        package=f"{package.id} {package.title or ''}".strip(),
        start=package.start_month,
        end=package.end_month,
    )
    due = ", ".join(
        said.spoken_due.format(mark=one.label, month=one.month) for one in marks_of(package)
    )
    return f"{span} ({due})" if due else span
