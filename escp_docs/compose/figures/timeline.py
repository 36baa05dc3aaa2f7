"""The roadmap month by month as SVG: work packages, tasks, deliverables and milestones."""

from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape

from escp_docs.compose.figures.drawing import picture, short
from escp_docs.compose.figures.palette import (
    DARK,
    MARK,
    MIDDLE,
    MUTED,
    PAPER,
    RULE,
    TALLEST_MM,
    WIDTH_MM,
)
from escp_docs.compose.markdown.glyphs import printable
from escp_docs.document import Figure
from escp_docs.language.figure_words import TimelineWords
from escp_docs.model.roadmap import WorkPackage
from escp_docs.model.spec import Spec

_LABELS: Final = 64.0
_MARGIN: Final = 2.0  # room for a mark in the last month
_ROW: Final = 5.2
_HEAD: Final = 9.0
_FOOT: Final = 9.0
_LONGEST_LABEL: Final = 48
_YEAR: Final = 12
_MOST_ROWS: Final = 52  # with more of them the words would be smaller than 5 points on a page

_Row = tuple[str, int, int]
"""What a row says, and its first and last month."""


def timeline(spec: Spec, said: TimelineWords) -> Figure:
    """Return the timeline; caption, number and id are the template's to set.

    Tasks are left out, and the legend says so, where they would make it too small to read.
    """
    packages = tuple(
        one
        for one in spec.roadmap.work_packages or ()
        if one.start_month is not None and one.end_month is not None
    )
    months = max(
        [spec.project.duration_months or 1, *(one.end_month or 1 for one in packages)], default=1
    )
    tasks = tuple(_dated(package) for package in packages)
    too_many = len(packages) + sum(map(len, tasks)) > _MOST_ROWS
    if too_many:
        tasks = tuple([] for _ in packages)
    rows = len(packages) + sum(map(len, tasks))
    height = _HEAD + _ROW * max(rows, 1) + _FOOT
    body = "".join(_body(packages, tasks, months, height, said.project_month))
    svg = picture(WIDTH_MM, height, body + _legend(height, said, with_tasks=not too_many))
    scale = min(1.0, TALLEST_MM / height)
    return Figure(svg, _said(packages, months, said), (), 0, "", WIDTH_MM * scale, height * scale)


def _dated(package: WorkPackage) -> list[_Row]:
    return [
        (f"{task.id} {task.title or ''}", task.start_month, task.end_month)
        for task in package.tasks or ()
        if task.start_month is not None and task.end_month is not None
    ]


def _body(
    packages: tuple[WorkPackage, ...],
    tasks: tuple[list[_Row], ...],
    months: int,
    height: float,
    axis: str,
) -> Iterator[str]:
    step = (WIDTH_MM - _LABELS - _MARGIN) / months
    yield from _grid(months, step, height, axis)
    y = _HEAD
    for package, dated in zip(packages, tasks, strict=True):
        yield _bar(package.start_month or 1, package.end_month or 1, step, y, DARK, 3.0)
        yield _label(f"{package.id} {package.title or ''}", y, bold=True)
        yield from _marks(package, step, y)
        y += _ROW
        for label, start, end in dated:
            yield _bar(start, end, step, y, MIDDLE, 2.2)
            yield _label(label, y, bold=False)
            y += _ROW


def _grid(months: int, step: float, height: float, axis: str) -> Iterator[str]:
    every = 3 if months > _YEAR else 1
    for month in range(months + 1):
        x = _LABELS + month * step
        if month % every == 0:
            yield (
                f'<path d="M{x:.2f} {_HEAD - 1.5:.2f}V{height - _FOOT:.2f}" stroke="{RULE}" '
                f'stroke-width="{0.35 if month % _YEAR == 0 else 0.15}"/>'
            )
        if month and month % every == 0:
            middle = x - step / 2
            yield (
                f'<text x="{middle:.2f}" y="{_HEAD - 2.6:.2f}" text-anchor="middle" '
                f'fill="{MUTED}">{month}</text>'
            )
    yield f'<text x="0" y="{_HEAD - 2.6:.2f}" fill="{MUTED}">{escape(axis)}</text>'


def _bar(start: int, end: int, step: float, y: float, colour: str, thick: float) -> str:  # noqa: PLR0913, PLR0917
    x, width = _LABELS + (start - 1) * step, max(end - start + 1, 0) * step
    top = y + (_ROW - thick) / 2
    return (
        f'<rect x="{x:.2f}" y="{top:.2f}" width="{width:.2f}" height="{thick:g}" rx="0.5" '
        f'fill="{colour}"/>'
    )


def _label(text: str, y: float, *, bold: bool) -> str:
    weight = ' font-weight="600"' if bold else f' fill="{MUTED}"'
    indent = 0 if bold else 2
    shown = short(text, _LONGEST_LABEL)
    return f'<text x="{indent}" y="{y + _ROW / 2 + 0.9:.2f}"{weight}>{shown}</text>'


def _marks(package: WorkPackage, step: float, y: float) -> Iterator[str]:
    middle = y + _ROW / 2
    for deliverable in package.deliverables or ():
        if deliverable.due_month is not None:
            yield _diamond(_LABELS + deliverable.due_month * step, middle)
    for milestone in package.milestones or ():
        if milestone.due_month is not None:
            yield _triangle(_LABELS + milestone.due_month * step, middle)


def _diamond(x: float, y: float) -> str:
    return (
        f'<path d="M{x:.2f} {y - 1.5:.2f}l1.5 1.5l-1.5 1.5l-1.5 -1.5z" fill="{PAPER}" '
        f'stroke="{MARK}" stroke-width="0.45"/>'
    )


def _triangle(x: float, y: float) -> str:
    return (
        f'<path d="M{x:.2f} {y - 1.6:.2f}l1.6 2.8h-3.2z" fill="{MARK}" stroke="{PAPER}" '
        f'stroke-width="0.25"/>'
    )


def _legend(height: float, said: TimelineWords, *, with_tasks: bool) -> str:
    y = height - 3.2
    task = (
        f'<rect x="{_LABELS + 30}" y="{y - 2:.2f}" width="6" height="2" rx="0.5" fill="{MIDDLE}"/>'
        f'<text x="{_LABELS + 37.5}" y="{y:.2f}">{escape(said.task)}</text>'
    )
    none = f'<text x="0" y="{y:.2f}" fill="{MUTED}">{escape(said.no_tasks)}</text>'
    return (
        f'<rect x="{_LABELS}" y="{y - 2.2:.2f}" width="6" height="2.4" rx="0.5" fill="{DARK}"/>'
        f'<text x="{_LABELS + 7.5}" y="{y:.2f}">{escape(said.work_package)}</text>'
        f"{task if with_tasks else none}"
        f"{_diamond(_LABELS + 50, y - 0.9)}"
        f'<text x="{_LABELS + 53}" y="{y:.2f}">{escape(said.deliverable)}</text>'
        f"{_triangle(_LABELS + 75, y - 0.9)}"
        f'<text x="{_LABELS + 78}" y="{y:.2f}">{escape(said.milestone)}</text>'
    )


def _said(packages: tuple[WorkPackage, ...], months: int, said: TimelineWords) -> str:
    spans = "; ".join(
        said.spoken_span.format(
            package=f"{one.id} {one.title or ''}", start=one.start_month, end=one.end_month
        )
        for one in packages
    )
    return printable(said.spoken.format(packages=len(packages), months=months, spans=spans))
