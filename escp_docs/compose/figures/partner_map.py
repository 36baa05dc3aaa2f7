"""The partners and their targets on a map: the world, and Europe larger, with a legend."""

from collections.abc import Iterator, Mapping
from string import ascii_uppercase
from textwrap import wrap
from typing import Final

from escp_docs.compose.figures import projection
from escp_docs.compose.figures.drawing import picture, short, words
from escp_docs.compose.figures.map_legend import LegendEntry, legend
from escp_docs.compose.figures.map_markers import MapMarker, drawn, spread_out
from escp_docs.compose.figures.palette import (
    DARK,
    LAND,
    MARK,
    MUTED,
    PAPER,
    RULE,
    TALLEST_MM,
    WARM,
    WIDTH_MM,
)
from escp_docs.compose.figures.polygons import Panel, hatching, path
from escp_docs.compose.markdown.glyphs import printable
from escp_docs.document import Figure
from escp_docs.language.language import Language
from escp_docs.model.spec import Spec

_NORTH, _SOUTH = 80, -58
_EUROPE: Final = (84.0, 70.0)  # millimetres
_AROUND: Final = (-70, 15, 110, 85)  # degrees around Europe
_GAP: Final = 5.0
_SMALL: Final = 45.0  # square millimetres that a mark would hide too much of


def partner_map(spec: Spec, outlines: str, language: Language) -> Figure:
    """Return the map; caption, number and id are the template's to set.

    Args:
        spec: The partnership.
        outlines: The text of templates/look/world.json.
        language: Whose words the map has.
    """
    said = language.figures.map
    partners, targets = _partners(spec, language), _targets(spec, language)
    known = projection.countries(outlines)
    world, europe = _panels(known, partners)
    listed, below = legend(
        partners, targets, (europe.left + europe.width + _GAP + 1, europe.top), said
    )
    bottom = max(europe.top + europe.height, below) + _GAP
    notes = [said.outlines]
    if any("XK" in one.codes for one in (*partners, *targets)):
        notes = [*wrap(f"* {said.kosovo}", 170), *notes]
    body = [*_land(world, known, partners, targets), *_land(europe, known, partners, targets)]
    body += [*_frame(europe), *_marks(world, known, targets, is_partner=False)]
    body += [*_marks(europe, known, partners, is_partner=True), listed]
    for index, note in enumerate(notes):
        body.append(
            words(0, bottom + index * 3, short(note, 200), f'font-size="2.2" fill="{MUTED}"')
        )
    height = bottom + 3 * (len(notes) - 1) + 1
    scale = min(1.0, TALLEST_MM / height)
    svg = picture(WIDTH_MM, height, "".join(body))
    return Figure(
        svg, _said(partners, targets, language), (), 0, "", WIDTH_MM * scale, height * scale
    )


# --- what is shown ---------------------------------------------------------------------------


def _partners(spec: Spec, language: Language) -> list[LegendEntry]:
    lead = spec.consortium.coordinator
    ordered = sorted(spec.partners, key=lambda one: one.id != lead)
    return [
        LegendEntry(str(number), f"{one.id}, {_country(one.country, language)}", (one.country,))
        for number, one in enumerate(ordered, 1)
        if one.country
    ]


def _targets(spec: Spec, language: Language) -> list[LegendEntry]:
    return [
        LegendEntry(
            ascii_uppercase[index] if index < len(ascii_uppercase) else f"Z{index - 24}",
            _country(one.country, language) if one.country else printable(one.region or ""),
            (one.country,) if one.country else one.countries or (),
        )
        for index, one in enumerate(spec.target_countries or ())
    ]


def _country(code: str, language: Language) -> str:
    return language.country(code) + ("*" if code == "XK" else "")


def _said(partners: list[LegendEntry], targets: list[LegendEntry], language: Language) -> str:
    """Return in words what the map shows."""
    said = language.figures.map
    who = "; ".join(printable(one.words) for one in partners) or said.nobody
    where = "; ".join(_said_target(one, language) for one in targets) or said.nobody
    return said.spoken.format(partners=who, targets=where)


def _said_target(target: LegendEntry, language: Language) -> str:
    if len(target.codes) < 2:  # noqa: PLR2004  # a country, or a region of unknown countries
        return target.words
    return f"{target.words} ({', '.join(_country(one, language) for one in target.codes)})"


# --- the maps --------------------------------------------------------------------------------


def _panels(
    known: Mapping[str, projection.Country], partners: list[LegendEntry]
) -> tuple[Panel, Panel]:
    left, right = projection.whole((-180, 0))[0], projection.whole((180, 0))[0]
    high, deep = projection.whole((0, _NORTH))[1], projection.whole((0, _SOUTH))[1]
    scale = WIDTH_MM / (right - left)
    height = (deep - high) * scale
    world = Panel(projection.whole, 0, 0, WIDTH_MM, height, (left, high), scale)
    return world, _europe(known, partners, height + _GAP)


def _europe(
    known: Mapping[str, projection.Country], partners: list[LegendEntry], top: float
) -> Panel:
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
    known: Mapping[str, projection.Country],
    partners: list[LegendEntry],
    targets: list[LegendEntry],
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


def _marks(
    panel: Panel,
    known: Mapping[str, projection.Country],
    entries: list[LegendEntry],
    *,
    is_partner: bool,
) -> Iterator[str]:
    """Yield the marks of a panel: one for each country of partners, one for each target."""
    placed: dict[str, list[str]] = {}
    for entry in entries:
        seen = [code for code in entry.codes if code in known]
        if seen:
            placed.setdefault(max(seen, key=lambda code: _extent(panel, known[code])), []).append(
                entry.mark
            )
    marks: list[MapMarker] = []
    for code, labels in placed.items():
        anchor, extent = panel.place(known[code].middle), _extent(panel, known[code])
        if panel.holds(anchor):
            words_ = ", ".join(labels)
            aside = 3.2 + extent**0.5 / 4 if extent < _SMALL else 0
            marks.append(
                MapMarker(words_, anchor, is_partner, (anchor[0] + aside, anchor[1] - aside))
            )
    yield from drawn(spread_out(marks, panel))


def _extent(panel: Panel, country: projection.Country) -> float:
    """Return how large a country is on the paper: the area of its largest part."""
    places = [panel.place(point) for point in country.rings[0]]
    pairs = zip(places, places[1:] + places[:1], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2
