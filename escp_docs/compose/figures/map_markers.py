"""Names on a map, each at its place, moved aside where two would cover each other."""

import math
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.compose.figures.drawing import LINE_MM, stacked, width_of
from escp_docs.compose.figures.palette import DARK, INK, MARK, PAPER, TEXT_MM
from escp_docs.compose.figures.polygons import Panel
from escp_docs.compose.figures.projection import Point

_PAD: Final = 0.9
_APART: Final = 0.5
_CLEAR: Final = 1.0  # around the point that another mark means
_ROUNDS: Final = 300
_LEADER: Final = 1.2


class MapMarker(Struct, frozen=True):
    """A mark: its words line by line, the point it means, whose it is, and where it is drawn."""

    lines: tuple[str, ...]
    anchor: Point
    is_partner: bool
    at: Point

    @property
    def half_width(self) -> float:
        """Half of how wide it is."""
        return max(width_of(line, bold=True) for line in self.lines) / 2 + _PAD + 0.3

    @property
    def half_height(self) -> float:
        """Half of how high it is."""
        return len(self.lines) * LINE_MM / 2 + _PAD / 2


def spread_out(
    marks: Sequence[MapMarker], panel: Panel, taken: Sequence[Point] = ()
) -> list[MapMarker]:
    """Return marks moved apart until none covers another, and back into their panel.

    `taken` are points that no mark is to cover besides those that other marks mean.
    """
    found = list(marks)
    for _ in range(_ROUNDS):
        moved = False
        for a, b in combinations(range(len(found)), 2):
            moved |= _part(found, a, b)
        for index in range(len(found)):
            points = [other.anchor for place, other in enumerate(marks) if place != index]
            for point in (*points, *taken):
                moved |= _leave(found, index, point)
        found = [_inside(one, panel) for one in found]
        if not moved:
            break
    return found


def _part(found: list[MapMarker], a: int, b: int) -> bool:
    """Move two marks apart along the shorter way if they overlap; return whether they did."""
    one, other = found[a], found[b]
    (ax, ay), (bx, by) = one.at, other.at
    over_x = one.half_width + other.half_width + _APART - abs(bx - ax)
    over_y = one.half_height + other.half_height + _APART - abs(by - ay)
    if over_x <= 0 or over_y <= 0:
        return False
    if over_x < over_y:
        step = (over_x / 2 + 0.01) * (1 if bx >= ax else -1)
        found[a] = replace(one, at=(ax - step, ay))
        found[b] = replace(other, at=(bx + step, by))
    else:
        step = (over_y / 2 + 0.01) * (1 if by >= ay else -1)
        found[a] = replace(one, at=(ax, ay - step))
        found[b] = replace(other, at=(bx, by + step))
    return True


def _leave(found: list[MapMarker], index: int, point: Point) -> bool:
    """Move a mark off a point; return whether it was."""
    one = found[index]
    x, y = one.at
    over_x = one.half_width + _CLEAR - abs(point[0] - x)
    over_y = one.half_height + _CLEAR - abs(point[1] - y)
    if over_x <= 0 or over_y <= 0:
        return False
    if over_y <= over_x:
        step = (over_y + 0.01) * (1 if y > point[1] else -1)
        found[index] = replace(one, at=(x, y + step))
    else:
        step = (over_x + 0.01) * (1 if x > point[0] else -1)
        found[index] = replace(one, at=(x + step, y))
    return True


def _inside(one: MapMarker, panel: Panel) -> MapMarker:
    wide, tall = one.half_width + 0.3, one.half_height + 0.3
    x = min(max(one.at[0], panel.left + wide), panel.left + panel.width - wide)
    y = min(max(one.at[1], panel.top + tall), panel.top + panel.height - tall)
    return replace(one, at=(x, y))


def drawn(marks: Sequence[MapMarker]) -> Iterator[str]:
    """Yield marks as SVG: the lines to their points first, so that no line crosses a mark."""
    for one in marks:
        (x1, y1), (x2, y2) = one.anchor, one.at
        if math.dist(one.at, one.anchor) > _LEADER:
            yield (
                f'<path d="M{x1:.2f} {y1:.2f}L{x2:.2f} {y2:.2f}" stroke="{INK}" '
                f'stroke-width="0.25" fill="none"/>{dot(one.anchor, is_partner=one.is_partner)}'
            )
    for one in marks:
        yield sign(one)


def dot(at: Point, *, is_partner: bool) -> str:
    """Return the point of a place."""
    return (
        f'<circle cx="{at[0]:.2f}" cy="{at[1]:.2f}" r="0.8" fill="{DARK if is_partner else MARK}" '
        f'stroke="{PAPER}" stroke-width="0.2"/>'
    )


def sign(one: MapMarker) -> str:
    """Return a mark alone: a partner's is round, a target's has corners."""
    wide, tall = one.half_width, one.half_height
    colour, corner = (DARK, min(2.0, tall)) if one.is_partner else (MARK, 0.3)
    x, y = one.at
    first = y - tall + _PAD / 2 + TEXT_MM * 0.95
    return (
        f'<rect x="{x - wide:.2f}" y="{y - tall:.2f}" width="{2 * wide:.2f}" '
        f'height="{2 * tall:.2f}" rx="{corner:g}" fill="{PAPER}" stroke="{colour}" '
        f'stroke-width="0.45"/>' + stacked(x, first, one.lines, bold=True, anchor="middle")
    )
