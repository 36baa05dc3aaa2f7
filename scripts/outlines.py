"""Make templates/look/world.json, the outlines of the map, from the npm package world-atlas.

The data are those of Natural Earth (public domain), simplified here: fine in Europe, coarse
elsewhere. Run it once with the unpacked package:

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    .venv/bin/python scripts/outlines.py package/countries-50m.json
"""

import json
import math
import sys
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

from babel.core import get_global

TARGET = Path(__file__).parents[1] / "templates" / "look" / "world.json"
SOURCE = (
    "Natural Earth 4.1 (public domain), 1:50 million, by the npm package world-atlas 2.0.2 (ISC), "
    "file countries-50m.json; simplified by scripts/outlines.py"
)

Point = tuple[float, float]
Ring = list[int]

_UNIT = 0.05  # degrees
_EUROPE = (-25.0, 34.0, 46.0, 72.0)
_LOWEST = -58.0
# Degrees that a simplified line may be off, and the least area of an island, in Europe and beyond.
_OFF = (0.05, 0.3)
_LEAST = (0.02, 0.6)
# What the data lack a code for: to which country the European Union counts it.
_NAMED = {"Kosovo": "XK", "N. Cyprus": "CY", "Somaliland": "SO"}


def main(path: Path) -> None:
    """Write the outlines."""
    world = json.loads(path.read_bytes())
    arcs = [_degrees(arc, world["transform"]) for arc in world["arcs"]]
    countries: dict[str, list[list[Ring]]] = {}
    for geometry in world["objects"]["countries"]["geometries"]:
        code = _code(geometry)
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for polygon in polygons:
            holder = "UA" if code == "RU" and _is_crimea(polygon[0], arcs) else code
            if holder:
                countries.setdefault(holder, []).append(polygon)
    kept = {code: _kept(polygons, arcs) for code, polygons in sorted(countries.items())}
    _write({code: polygons for code, polygons in kept.items() if polygons}, arcs)


def _code(geometry: dict[str, Any]) -> str:
    if "id" not in geometry:
        return _NAMED.get(geometry["properties"]["name"], "")
    codes = get_global("territory_aliases").get(geometry["id"], [""])
    return str(codes[0])


def _degrees(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    (scale_x, scale_y), (from_x, from_y) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append((x * scale_x + from_x, y * scale_y + from_y))
    return points


def _line(ring: Ring, arcs: list[list[Point]]) -> list[Point]:
    points: list[Point] = []
    for index in ring:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    return points


def _is_crimea(ring: Ring, arcs: list[list[Point]]) -> bool:
    """Return whether a ring of Russia in the data is what the Union holds to be Ukraine."""
    xs, ys = zip(*_line(ring, arcs), strict=True)
    return bool(min(xs) > 32 and max(xs) < 37 and min(ys) > 44 and max(ys) < 46.5)  # noqa: PLR2004


# --- what is kept ----------------------------------------------------------------------------


def _kept(polygons: list[list[Ring]], arcs: list[list[Point]]) -> list[list[Ring]]:
    """Return the polygons that are large enough to be seen, the largest always, it first."""
    ordered = sorted(polygons, key=lambda rings: -_area(_line(rings[0], arcs)))
    ordered = [rings for rings in ordered if max(y for _, y in _line(rings[0], arcs)) > _LOWEST]
    return ordered[:1] + [
        [ring for ring in rings if _is_seen(ring, arcs)]
        for rings in ordered[1:]
        if _is_seen(rings[0], arcs)
    ]


def _is_seen(ring: Ring, arcs: list[list[Point]]) -> bool:
    line = _line(ring, arcs)
    return _area(line) >= (_LEAST[0] if _in_europe(line) else _LEAST[1])


def _in_europe(line: Iterable[Point]) -> bool:
    left, low, right, high = _EUROPE
    return any(left < x < right and low < y < high for x, y in line)


def _area(line: list[Point]) -> float:
    """Return the area in square degrees at the equator."""
    pairs = zip(line, line[1:] + line[:1], strict=True)
    flat = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs) / 2
    middle = sum(y for _, y in line) / len(line)
    return abs(flat) * math.cos(math.radians(middle))


# --- simpler lines ---------------------------------------------------------------------------


def _simple(line: list[Point], off: float) -> list[Point]:
    """Return a line with fewer points (Douglas and Peucker), its ends kept."""
    if len(line) < 3:  # noqa: PLR2004
        return line
    ends = line[0], line[-1]
    far = max(range(1, len(line) - 1), key=lambda index: _distance(line[index], *ends))
    if _distance(line[far], *ends) <= off:
        return [line[0], line[-1]] if line[0] != line[-1] else [line[0], line[far], line[-1]]
    return _simple(line[: far + 1], off)[:-1] + _simple(line[far:], off)


def _distance(point: Point, start: Point, end: Point) -> float:
    narrow = math.cos(math.radians(point[1]))
    x, y = (point[0] - start[0]) * narrow, point[1] - start[1]
    dx, dy = (end[0] - start[0]) * narrow, end[1] - start[1]
    long = dx * dx + dy * dy
    share = max(0.0, min(1.0, (x * dx + y * dy) / long)) if long else 0.0
    return math.hypot(x - share * dx, y - share * dy)


# --- a place for a mark ----------------------------------------------------------------------


def _middle(line: list[Point]) -> Point:
    """Return the point inside a ring that is farthest from its edge, on a grid of it."""
    xs, ys = zip(*line, strict=True)
    grid = [
        (min(xs) + (max(xs) - min(xs)) * (i + 0.5) / 24, min(ys) + (max(ys) - min(ys)) * j / 24)
        for i in range(24)
        for j in range(1, 24)
    ]
    inside = [point for point in grid if _contains(line, point)] or [line[0]]
    return max(inside, key=lambda point: _room(line, point))


def _room(line: list[Point], point: Point) -> float:
    return min(_distance(point, a, b) for a, b in pairwise(line))


def _contains(line: list[Point], point: Point) -> bool:
    x, y = point
    crossings = 0
    for (x1, y1), (x2, y2) in pairwise(line):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            crossings += 1
    return crossings % 2 == 1


# --- the file --------------------------------------------------------------------------------


def _write(countries: dict[str, list[list[Ring]]], arcs: list[list[Point]]) -> None:
    signed = (i for polygons in countries.values() for r in polygons for s in r for i in s)
    used = sorted({i if i >= 0 else ~i for i in signed})
    number = {old: new for new, old in enumerate(used)}
    whole = {
        "source": SOURCE,
        "unit": _UNIT,
        "arcs": [_steps(_simple(arcs[i], _OFF[not _in_europe(arcs[i])])) for i in used],
        "countries": {
            code: {
                "at": [round(v, 1) for v in _middle(_line(polygons[0][0], arcs))],
                "rings": [
                    [number[i] if i >= 0 else ~number[~i] for i in ring]
                    for rings in polygons
                    for ring in rings
                ],
            }
            for code, polygons in countries.items()
        },
    }
    text = json.dumps(whole, separators=(",", ":"), ensure_ascii=False)
    TARGET.write_text(text.replace('"arcs"', '\n"arcs"').replace("]],", "]],\n") + "\n", "utf-8")
    print(TARGET, TARGET.stat().st_size, "bytes")


def _steps(line: list[Point]) -> list[int]:
    """Return a line as whole units: its start, then step by step."""
    found: list[int] = []
    last = (0, 0)
    for index, (x, y) in enumerate(line):
        point = round(x / _UNIT), round(y / _UNIT)
        if index == 0 or point != last:
            found += [point[0] - last[0], point[1] - last[1]]
        last = point
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
