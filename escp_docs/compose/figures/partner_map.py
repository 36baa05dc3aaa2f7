"""The partners and their targets on a map: the world, and Europe larger, with a legend."""

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from msgspec.structs import replace

from escp_docs.compose.figures import projection
from escp_docs.compose.figures.drawing import LINE, lines_of, stacked
from escp_docs.compose.figures.drawing import drawn as drawn_figure
from escp_docs.compose.figures.map_legend import LegendEntry, legend
from escp_docs.compose.figures.map_markers import MapMarker, dot, drawn, spread_out
from escp_docs.compose.figures.palette import (
    DARK,
    INK,
    LAND,
    MARK,
    PAPER,
    RULE,
    TEXT_MM,
    WARM,
    WIDTH_MM,
)
from escp_docs.compose.figures.polygons import Panel, hatching, path
from escp_docs.compose.markdown.glyphs import printable
from escp_docs.document import Figure
from escp_docs.language.language import Language
from escp_docs.model.spec import Spec

_NORTH, _SOUTH = 84, -58
_EUROPE: Final = (84.0, 70.0)  # millimetres
_AROUND: Final = (-70, 15, 110, 85)  # degrees around Europe
_GAP: Final = 5.0
_SMALL: Final = 90.0  # square millimetres that a mark would hide too much of
_WIDEST_MARK: Final = 30.0  # of a name on the map; a longer one takes several lines

_Known = Mapping[str, projection.Country]


def partner_map(spec: Spec, outlines: str, language: Language) -> Figure:
    """Return the map; caption, number and id are the template's to set.

    Args:
        spec: The partnership.
        outlines: The text of templates/look/world.json.
        language: Whose words the map has.
    """
    partners, targets = _partners(spec, language), _targets(spec, language)
    return _map(tuple(partners), tuple(targets), outlines, language)


@lru_cache(maxsize=8)  # it depends on little, and takes longer than all other figures
def _map(
    partners: tuple[LegendEntry, ...],
    targets: tuple[LegendEntry, ...],
    outlines: str,
    language: Language,
) -> Figure:
    said = language.figures.map
    known = projection.countries(outlines)
    world, europe = _panels(known, partners)
    listed, below = legend(partners, targets, (europe.left + europe.width + _GAP, europe.top), said)
    ways = list(_routes(world, known, partners, targets))
    bottom = max(europe.top + europe.height, below) + _GAP
    notes = [said.outlines, *([f"→ {said.routes}"] if ways else [])]
    if any("XK" in one.codes for one in (*partners, *targets)):
        notes = [f"* {said.kosovo}", *notes]
    lines = [line for note in notes for line in lines_of(note, WIDTH_MM)]
    body = [*_land(world, known, partners, targets), *_land(europe, known, partners, targets)]
    body += [*_frame(europe), *ways, *_marks(world, known, targets, is_partner=False)]
    body += [*_marks(europe, known, partners, is_partner=True), listed]
    body.append(stacked(0, bottom, lines, muted=True))
    height = bottom + (len(lines) - 1) * TEXT_MM * LINE + 1.2
    return drawn_figure("".join(body), height, _spoken(partners, targets, language))


# --- what is shown ---------------------------------------------------------------------------


def _partners(spec: Spec, language: Language) -> list[LegendEntry]:
    lead = spec.consortium.coordinator
    ordered = sorted(spec.partners, key=lambda one: one.id != lead)
    return [
        LegendEntry(one.id, f"{one.id}, {_country(one.country, language)}", (one.country,))
        for one in ordered
        if one.country
    ]


def _targets(spec: Spec, language: Language) -> list[LegendEntry]:
    found = []
    for one in spec.target_countries or ():
        name = _country(one.country, language) if one.country else printable(one.region or "")
        codes = (one.country,) if one.country else one.countries or ()
        found.append(LegendEntry(name, name, codes, one.lead or ""))
    return [_with_countries(one, language) for one in found]


def _with_countries(target: LegendEntry, language: Language) -> LegendEntry:
    """Return the entry of a region with the names of its countries, if there are several."""
    if len(target.codes) < 2:  # noqa: PLR2004  # a country, or a region of unknown countries
        return target
    names = ", ".join(_country(one, language) for one in target.codes)
    return replace(target, words=f"{target.words} ({names})")


def _country(code: str, language: Language) -> str:
    return language.country(code) + ("*" if code == "XK" else "")


def _spoken(
    partners: Sequence[LegendEntry], targets: Sequence[LegendEntry], language: Language
) -> str:
    """Return in words what the map shows."""
    said = language.figures.map
    who = "; ".join(printable(one.words) for one in partners) or said.nobody
    where = "; ".join(f"{one.words}, {one.lead}" if one.lead else one.words for one in targets)
    return said.spoken.format(partners=who, targets=where or said.nobody)


# --- the maps --------------------------------------------------------------------------------


def _panels(known: _Known, partners: Sequence[LegendEntry]) -> tuple[Panel, Panel]:
    left, right = projection.whole((-180, 0))[0], projection.whole((180, 0))[0]
    high, deep = projection.whole((0, _NORTH))[1], projection.whole((0, _SOUTH))[1]
    scale = WIDTH_MM / (right - left)
    height = (deep - high) * scale
    world = Panel(projection.whole, 0, 0, WIDTH_MM, height, (left, high), scale)
    return world, _europe(known, partners, height + _GAP)


def _europe(known: _Known, partners: Sequence[LegendEntry], top: float) -> Panel:
    """Return the frame that holds most of Europe and every partner."""
    ends: list[projection.Point] = [(-9.5, 38), (24, 36), (28, 60), (5, 61)]
    codes = [code for one in partners for code in one.codes if code in known]
    ends += [point for code in codes for point in known[code].rings[0]]
    xs, ys = zip(*map(projection.europe, ends), strict=True)
    width, height = _EUROPE
    middle = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    room = 0.02
    scale = min(width / (max(xs) - min(xs) + room), height / (max(ys) - min(ys) + room))
    low = middle[0] - width / 2 / scale, middle[1] - height / 2 / scale
    return Panel(projection.europe, 0, top, width, height, low, scale, _AROUND)


def _land(
    panel: Panel,
    known: _Known,
    partners: Sequence[LegendEntry],
    targets: Sequence[LegendEntry],
) -> Iterator[str]:
    """Yield the countries of a panel: land first, then targets, partners last."""
    home = {code for one in partners for code in one.codes}
    away = {code for one in targets for code in one.codes} - home
    border = f'stroke="{PAPER}" stroke-width="0.15" stroke-linejoin="round"'
    for fill, codes in ((LAND, known.keys() - home - away), (WARM, away), (DARK, home)):
        shapes = [
            ring for code in sorted(codes & known.keys()) for ring in panel.shapes(known[code])
        ]
        if shapes:
            yield f'<path d="{path(shapes)}" fill="{fill}" fill-rule="evenodd" {border}/>'
        if shapes and fill == WARM:
            lines = hatching(shapes, 0.9)
            yield f'<path d="{lines}" stroke="{MARK}" stroke-width="0.22" fill="none"/>'


def _frame(panel: Panel) -> Iterator[str]:
    yield (
        f'<rect x="{panel.left + 0.1:.2f}" y="{panel.top:.2f}" width="{panel.width - 0.1:.2f}" '
        f'height="{panel.height:.2f}" fill="none" stroke="{RULE}" stroke-width="0.2"/>'
    )


def _shown(panel: Panel, known: _Known, entry: LegendEntry) -> str | None:
    """Return the country of an entry on which its name stands: the largest that is drawn."""
    seen = [code for code in entry.codes if code in known]
    if not seen:
        return None
    found = max(seen, key=lambda code: _extent(panel, known[code]))
    return found if panel.holds(panel.place(known[found].middle)) else None


def _marks(
    panel: Panel, known: _Known, entries: Sequence[LegendEntry], *, is_partner: bool
) -> Iterator[str]:
    """Yield the marks of a panel: one for each country of partners, one for each target."""
    placed: dict[str, list[str]] = {}
    for entry in entries:
        code = _shown(panel, known, entry)
        if code is not None:
            placed.setdefault(code, []).append(entry.mark)
    marks: list[MapMarker] = []
    for code, labels in placed.items():
        anchor, extent = panel.place(known[code].middle), _extent(panel, known[code])
        lines = tuple(lines_of(", ".join(labels), _WIDEST_MARK, bold=True))
        one = MapMarker(lines, anchor, is_partner, anchor)
        aside = one.half_height + 1.6 if extent < _SMALL else 0
        marks.append(replace(one, at=(anchor[0], anchor[1] - aside)))
    yield from drawn(spread_out(marks, panel))


def _routes(
    panel: Panel, known: _Known, partners: Sequence[LegendEntry], targets: Sequence[LegendEntry]
) -> Iterator[str]:
    """Yield the way from the partner that leads the work on a target to that target."""
    homes = {one.mark: _shown(panel, known, one) for one in partners}
    for target in targets:
        home, there = homes.get(target.lead), _shown(panel, known, target)
        if home is None or there is None or home == there:
            continue
        (x1, y1), (x2, y2) = (panel.place(known[code].middle) for code in (home, there))
        far = math.dist((x1, y1), (x2, y2))
        bend = (x1 + x2) / 2, max((y1 + y2) / 2 - far / 5, panel.top + 1)
        yield (
            f'<path d="M{x1:.2f} {y1:.2f}Q{bend[0]:.2f} {bend[1]:.2f} {x2:.2f} {y2:.2f}" '
            f'stroke="{INK}" stroke-width="0.4" stroke-dasharray="1.4 0.9" fill="none"/>'
            + dot((x1, y1), is_partner=True)
        )


def _extent(panel: Panel, country: projection.Country) -> float:
    """Return how large a country is on the paper: the area of its largest part."""
    places = [panel.place(point) for point in country.rings[0]]
    pairs = zip(places, places[1:] + places[:1], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2
