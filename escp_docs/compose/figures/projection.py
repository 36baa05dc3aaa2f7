"""The outlines of countries, and the ways to lay them flat."""

import json
import math
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import accumulate

from msgspec import Struct

Point = tuple[float, float]
Ring = tuple[Point, ...]
Project = Callable[[Point], Point]


class Country(Struct, frozen=True):
    """The rings of a country, its largest first, and a point in the middle of that, in degrees."""

    rings: tuple[Ring, ...]
    middle: Point


@lru_cache(maxsize=2)
def countries(text: str) -> Mapping[str, Country]:
    """Return the countries of an outline file (templates/look/world.json) by their code."""
    world = json.loads(text)
    arcs = [_points(arc, world["unit"]) for arc in world["arcs"]]
    return {
        code: Country(
            tuple(_ring(ring, arcs) for ring in one["rings"]), (one["at"][0], one["at"][1])
        )
        for code, one in world["countries"].items()
    }


def _points(steps: list[int], unit: float) -> Ring:
    """Return the points of a line that is kept as its start and its steps."""
    xs, ys = accumulate(steps[::2]), accumulate(steps[1::2])
    return tuple((x * unit, y * unit) for x, y in zip(xs, ys, strict=True))


def _ring(indices: list[int], arcs: list[Ring]) -> Ring:
    points: list[Point] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    return _unbroken(points)


def _unbroken(points: list[Point]) -> Ring:
    """Return a ring that goes on beyond the 180th meridian, where else it would jump back."""
    turn, last, ring = 0, points[0][0], []
    for x, y in points:
        turn -= round((x - last) / 360) * 360
        last = x
        ring.append((x + turn, y))
    return tuple(ring)


def whole(point: Point) -> Point:
    """Return a point of the world on the plane: the Natural Earth projection."""
    x, y = math.radians(point[0]), math.radians(point[1])
    square = y * y
    wide = square * square * (-0.013791 + square * square * (0.003971 - 0.001529 * square))
    high = square * square * square * (-0.044475 + 0.028874 * square - 0.005916 * square * square)
    return (
        x * (0.8707 - 0.131979 * square + wide),
        -y * (1.007226 + 0.015085 * square + high),
    )


_FIRST, _SECOND, _CENTRE, _MERIDIAN = map(math.radians, (42, 62, 52, 14))
_SLOPE = (math.cos(_FIRST) - math.cos(_SECOND)) / (_SECOND - _FIRST)
_APEX = math.cos(_FIRST) / _SLOPE + _FIRST


def europe(point: Point) -> Point:
    """Return a point of Europe on the plane: an equidistant conic projection."""
    x, y = math.radians(point[0]), math.radians(point[1])
    far, turn = _APEX - y, _SLOPE * (x - _MERIDIAN)
    return far * math.sin(turn), -(_APEX - _CENTRE) + far * math.cos(turn)
