"""Marks on a map: a letter or number at its place, moved aside where two would cover each other."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final

from escp_docs.compose.figures.palette import DARK, INK, MARK, PAPER
from escp_docs.compose.figures.polygons import Panel
from escp_docs.compose.figures.projection import Point

_RADIUS: Final = 2.0
_APART: Final = 2 * _RADIUS + 0.4
_ROUNDS: Final = 200
_LEADER: Final = 1.2


@dataclass(frozen=True, slots=True)
class MapMarker:
    """A mark: its words, the point it means, whether it is a partner's, and where it is drawn."""

    words: str
    anchor: Point
    is_partner: bool
    at: Point


def spread_out(marks: list[MapMarker], panel: Panel) -> list[MapMarker]:
    """Return marks moved apart until none covers another, and back into their panel."""
    places = [one.at for one in marks]
    widths = [_half(one.words) for one in marks]
    for _ in range(_ROUNDS):
        moved = False
        for a, b in combinations(range(len(places)), 2):
            moved |= _part(places, a, b, widths[a] + widths[b] - 2 * _RADIUS + _APART)
        for index, place in enumerate(places):
            for other, one in enumerate(marks):
                moved |= other != index and _leave(places, index, place, one.anchor)
        places = [_inside(place, panel) for place in places]
        if not moved:
            break
    return [replace(one, at=place) for one, place in zip(marks, places, strict=True)]


def _part(places: list[Point], a: int, b: int, least: float) -> bool:
    """Move two marks apart if they are nearer than `least`; return whether they were."""
    (ax, ay), (bx, by) = places[a], places[b]
    far = math.hypot(bx - ax, by - ay)
    if far >= least:
        return False
    # Marks of one place part sideways, as far as need be.
    dx, dy = ((bx - ax) / far, (by - ay) / far) if far else (1.0, 0.0)
    step = (least - far) / 2 + 0.01
    places[a], places[b] = (ax - dx * step, ay - dy * step), (bx + dx * step, by + dy * step)
    return True


def _leave(places: list[Point], index: int, place: Point, anchor: Point) -> bool:
    """Move a mark off the point that another mark means; return whether it was."""
    far, least = math.dist(place, anchor), _RADIUS + 1
    if far >= least:
        return False
    dx, dy = ((place[0] - anchor[0]) / far, (place[1] - anchor[1]) / far) if far else (0.0, -1.0)
    step = least - far + 0.01
    places[index] = place[0] + dx * step, place[1] + dy * step
    return True


def _inside(place: Point, panel: Panel) -> Point:
    room = _RADIUS + 0.3
    right, bottom = panel.left + panel.width - room, panel.top + panel.height - room
    x = min(max(place[0], panel.left + room), right)
    return x, min(max(place[1], panel.top + room), bottom)


def _half(words: str) -> float:
    return max(_RADIUS, 0.75 * len(words) + 0.8)


def drawn(marks: list[MapMarker]) -> Iterator[str]:
    """Yield marks as SVG: the lines to their points first, so that no line crosses a mark."""
    for one in marks:
        if math.dist(one.at, one.anchor) > _LEADER:
            (x1, y1), (x2, y2) = one.anchor, one.at
            colour = DARK if one.is_partner else MARK
            yield (
                f'<path d="M{x1:.2f} {y1:.2f}L{x2:.2f} {y2:.2f}" stroke="{INK}" '
                f'stroke-width="0.25" fill="none"/><circle cx="{x1:.2f}" cy="{y1:.2f}" r="0.75" '
                f'fill="{colour}" stroke="{PAPER}" stroke-width="0.2"/>'
            )
    for one in marks:
        yield sign(one.words, one.at, is_partner=one.is_partner)


def sign(words: str, at: Point, *, is_partner: bool) -> str:
    """Return a mark alone: a partner's is round, a target's has corners."""
    half = _half(words)
    colour, corner = (DARK, _RADIUS) if is_partner else (MARK, 0.3)
    return (
        f'<rect x="{at[0] - half:.2f}" y="{at[1] - _RADIUS:.2f}" width="{2 * half:.2f}" '
        f'height="{2 * _RADIUS:g}" rx="{corner:g}" fill="{PAPER}" stroke="{colour}" '
        f'stroke-width="0.45"/><text x="{at[0]:.2f}" y="{at[1] + 0.85:.2f}" '
        f'text-anchor="middle" font-weight="600">{words}</text>'
    )
