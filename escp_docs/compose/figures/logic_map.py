"""From the work to its effect as SVG: work packages, targets, goals, indicators, their links."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final
from xml.sax.saxutils import escape

from msgspec import Struct

from escp_docs.compose.figures.boxes import FigureBox, drawn_node, node
from escp_docs.compose.figures.drawing import drawn, words
from escp_docs.compose.figures.palette import DARK, INK, LAND, MIDDLE, MUTED, PAPER, WIDTH_MM
from escp_docs.document import Figure
from escp_docs.language.language import Language
from escp_docs.model.spec import Spec

_WIDTHS: Final = (32.0, 22.0, 32.0, 52.0)
_APART: Final = (WIDTH_MM - 0.8 - sum(_WIDTHS)) / 3
_GAP: Final = 1.6
_HEAD: Final = 7.0
_PAD: Final = 1.0

_Entry = tuple[str, str]
"""What an entry is called by others, and what is written in its box."""


class _Column(Struct, frozen=True):
    """A column of boxes: its title, its boxes by name, and from where links lead to it."""

    title: str
    boxes: dict[str, FigureBox]
    links: tuple[tuple[str, str], ...]


def logic_map(spec: Spec, language: Language) -> Figure:
    """Return the map; caption, number and id are the template's to set."""
    said = language.figures.logic
    listed = _entries(spec, language)
    tall = max(_height(one, number) for number, one in enumerate(listed))
    titles = (said.work, said.targets, said.goals, said.indicators)
    links = ((), *_links(spec))
    columns = [
        _Column(title, _boxes(entries, number, tall), found)
        for number, (title, entries, found) in enumerate(zip(titles, listed, links, strict=True))
    ]
    body = [*_lines(columns), *_drawn(columns)]
    return drawn("".join(body), _HEAD + tall + 0.6, _spoken(columns, said.spoken))


def _entries(spec: Spec, language: Language) -> list[list[_Entry]]:
    packages = [(one.id, f"{one.id} {one.title or ''}") for one in spec.roadmap.work_packages or ()]
    targets = [
        (one.name, language.country(one.country) if one.country else one.shown)
        for one in spec.target_countries or ()
    ]
    goals = [(one.id, f"{one.id} {one.title or ''}") for one in spec.strategy.common_goals or ()]
    indicators = [(one.id, f"{one.id} {one.name or ''}") for one in spec.indicators or ()]
    return [packages, targets, goals, indicators]


def _links(spec: Spec) -> tuple[tuple[tuple[str, str], ...], ...]:
    """Return what the spec links: work packages and targets, targets and goals, and so on."""
    work = {
        (package.id, target): None
        for package in spec.roadmap.work_packages or ()
        for task in package.tasks or ()
        for target in task.targets or ()
    }
    goals = spec.strategy.common_goals or ()
    return (
        tuple(work),
        tuple((target, goal.id) for goal in goals for target in goal.targets or ()),
        tuple((goal.id, name) for goal in goals for name in goal.indicators or ()),
    )


def _left(number: int) -> float:
    return 0.3 + sum(_WIDTHS[:number]) + number * _APART


def _box(text: str, number: int, y: float) -> FigureBox:
    return node("", [text], (_left(number), y), _WIDTHS[number], pad=_PAD)


def _height(entries: Sequence[_Entry], number: int) -> float:
    return sum(_box(text, number, 0).height + _GAP for _, text in entries) - _GAP


def _boxes(entries: Sequence[_Entry], number: int, tall: float) -> dict[str, FigureBox]:
    """Return the boxes of a column, spread over its height."""
    spare = (tall - _height(entries, number)) / (len(entries) + 1)
    y = _HEAD + spare
    found: dict[str, FigureBox] = {}
    for name, text in entries:
        found[name] = _box(text, number, y)
        y += found[name].height + _GAP + spare
    return found


def _lines(columns: Sequence[_Column]) -> Iterator[str]:
    for before, column in pairwise(columns):
        for number, name in enumerate(before.boxes):
            colour = (DARK, MUTED, MIDDLE, INK)[number % 4]
            for start, end in column.links:
                if start == name and end in column.boxes:
                    yield _curve(before.boxes[start].right, column.boxes[end].left, colour)


def _curve(start: tuple[float, float], end: tuple[float, float], colour: str) -> str:
    (x1, y1), (x2, y2) = start, end
    bend = (x2 - x1) / 2
    return (
        f'<path d="M{x1:.2f} {y1:.2f}C{x1 + bend:.2f} {y1:.2f} {x2 - bend:.2f} {y2:.2f} '
        f'{x2:.2f} {y2:.2f}" stroke="{colour}" stroke-width="0.35" fill="none"/>'
        f'<circle cx="{x2:.2f}" cy="{y2:.2f}" r="0.6" fill="{colour}"/>'
    )


def _drawn(columns: Sequence[_Column]) -> Iterator[str]:
    for number, column in enumerate(columns):
        yield words(_left(number), 3.6, escape(column.title), 'font-weight="600"')
        for one in column.boxes.values():
            yield drawn_node(one, fill=LAND if number % 2 else PAPER)


def _spoken(columns: Sequence[_Column], form: str) -> str:
    told = []
    for before, column in pairwise(columns):
        for name, one in before.boxes.items():
            ends = [end for start, end in column.links if start == name and end in column.boxes]
            if ends:
                told.append(f"{' '.join(one.lines)} → {', '.join(ends)}")
    titles = ", ".join(one.title for one in columns)
    return form.format(columns=titles, links="; ".join(told))
