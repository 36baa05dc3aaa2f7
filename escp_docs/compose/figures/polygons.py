"""Shapes on paper: laid flat, cut to a frame, hatched, written as paths."""

import math
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from msgspec import Struct

from escp_docs.compose.figures.projection import Country, Point, Project, Ring

Box = tuple[float, float, float, float]
"""The least and the greatest of both axes: x, y, x, y."""

_FINEST_MM: Final = 0.18
_SLANT: Final = math.sqrt(0.5)


class Panel(Struct, frozen=True):
    """A frame on the paper, in millimetres, and what of the plane is seen in it."""

    project: Project
    left: float
    top: float
    width: float
    height: float
    low: Point  # the corner of the plane at left and top
    scale: float
    reach: Box = (-360, -90, 360, 90)  # in degrees; what lies beyond is not laid flat at all

    def place(self, point: Point) -> Point:
        """Return where a point in degrees stands on the paper."""
        x, y = self.project(point)
        return self.left + (x - self.low[0]) * self.scale, self.top + (y - self.low[1]) * self.scale

    def shapes(self, country: Country) -> list[Ring]:
        """Return the rings of a country on the paper, cut to the frame."""
        frame = self.left, self.top, self.left + self.width, self.top + self.height
        near = (_cut(ring, self.reach) for ring in country.rings)
        placed = (_thinned(map(self.place, ring)) for ring in near)
        cut = (_cut(ring, frame) for ring in placed)
        return [ring for ring in cut if len(ring) > 2]  # noqa: PLR2004  # less has no area

    def holds(self, point: Point) -> bool:
        """Return whether a point on the paper is inside the frame."""
        inside = self.left <= point[0] <= self.left + self.width
        return inside and self.top <= point[1] <= self.top + self.height


def _cut(ring: Ring, box: Box) -> Ring:
    """Return what of a ring is inside a box (Sutherland and Hodgman)."""
    for axis, limit, side in ((0, box[0], 1), (0, box[2], -1), (1, box[1], 1), (1, box[3], -1)):
        if any((point[axis] - limit) * side < 0 for point in ring):
            ring = tuple(_within(ring, axis, limit, side))
    return ring


def _within(ring: Ring, axis: int, limit: float, side: int) -> Iterator[Point]:
    for last, point in pairwise((*ring[-1:], *ring)):
        before, after = (last[axis] - limit) * side, (point[axis] - limit) * side
        if (before < 0) != (after < 0):
            share = before / (before - after)
            yield (
                last[0] + (point[0] - last[0]) * share,
                last[1] + (point[1] - last[1]) * share,
            )
        if after >= 0:
            yield point


def _thinned(points: Iterable[Point]) -> Ring:
    """Return a ring without points that nobody can tell apart."""
    kept: list[Point] = []
    for point in points:
        if not kept or math.dist(kept[-1], point) >= _FINEST_MM:
            kept.append(point)
    return tuple(kept)


def path(rings: Iterable[Ring]) -> str:
    """Return rings as the `d` of a path, in hundredths of a millimetre."""
    return "".join(map(_closed, rings))


def _closed(ring: Ring) -> str:
    points = [(round(x * 100), round(y * 100)) for x, y in ring]
    steps = (
        f"{_short(x2 - x1)}{'' if y2 < y1 else ' '}{_short(y2 - y1)}"
        for (x1, y1), (x2, y2) in pairwise(points)
    )
    return f"M{points[0][0] / 100:g} {points[0][1] / 100:g}l{' '.join(steps)}z"


def _short(hundredths: int) -> str:
    return f"{hundredths / 100:g}"


def hatching(rings: Iterable[Ring], apart: float) -> str:
    """Return slanting lines across shapes as the `d` of a path; even and odd as filling does."""
    edges = [((_turned(a), _turned(b))) for ring in rings for a, b in pairwise((*ring, *ring[:1]))]
    crossings: dict[int, list[float]] = {}
    for (x1, y1), (x2, y2) in edges:
        for line in range(math.ceil(min(y1, y2) / apart), math.ceil(max(y1, y2) / apart)):
            share = (line * apart - y1) / (y2 - y1)
            crossings.setdefault(line, []).append(x1 + (x2 - x1) * share)
    return "".join(_dashes(line * apart, sorted(xs)) for line, xs in sorted(crossings.items()))


def _dashes(y: float, xs: list[float]) -> str:
    ends = ((_back((a, y)), _back((b, y))) for a, b in zip(xs[::2], xs[1::2], strict=False))
    return "".join(f"M{ax:.2f} {ay:.2f}L{bx:.2f} {by:.2f}" for (ax, ay), (bx, by) in ends)


def _turned(point: Point) -> Point:
    return (point[0] - point[1]) * _SLANT, (point[0] + point[1]) * _SLANT


def _back(point: Point) -> Point:
    return (point[0] + point[1]) * _SLANT, (point[1] - point[0]) * _SLANT
