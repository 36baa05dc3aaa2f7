"""The legend of a map: partners and targets, each with its name and its countries."""

from collections.abc import Sequence
from typing import Final
from xml.sax.saxutils import escape

from msgspec import Struct

from escp_docs.compose.figures.drawing import LINE_MM, lines_of, stacked, words
from escp_docs.compose.figures.palette import DARK, MARK, WARM, WIDTH_MM
from escp_docs.compose.figures.polygons import hatching, path
from escp_docs.compose.figures.projection import Point
from escp_docs.language.figure_words import MapWords

_ENTRY: Final = 1.2
_HATCH: Final = 0.9
_GAP: Final = 3.0


class LegendEntry(Struct, frozen=True):
    """A line of the legend: the name on the map, the words, the countries; who leads there."""

    mark: str
    words: str
    codes: tuple[str, ...]
    lead: str = ""


def legend(
    partners: Sequence[LegendEntry], targets: Sequence[LegendEntry], corner: Point, said: MapWords
) -> tuple[str, float]:
    """Return the legend as SVG, its corner at left and top, and how far down it reaches."""
    left, top = corner
    half = (WIDTH_MM - left - _GAP) / 2
    first, low = _column((left, top), half, said.partners, partners, is_partner=True)
    second, deep = _column((left + half + _GAP, top), half, said.targets, targets, is_partner=False)
    return first + second, max(low, deep)


def _column(
    corner: Point, width: float, title: str, entries: Sequence[LegendEntry], *, is_partner: bool
) -> tuple[str, float]:
    x, top = corner
    y = top + 3.4
    parts = [
        _swatch(x, y, is_partner=is_partner),
        words(x + 7.5, y, escape(title), 'font-weight="600"'),
    ]
    y += 5.6
    for entry in entries:
        lines = lines_of(entry.words, width)
        parts.append(stacked(x, y, lines))
        y += len(lines) * LINE_MM + _ENTRY
    return "".join(parts), y - LINE_MM


def _swatch(x: float, y: float, *, is_partner: bool) -> str:
    corners = ((x, y - 2.4), (x + 5.5, y - 2.4), (x + 5.5, y + 0.4), (x, y + 0.4))
    filled = f'<path d="{path([corners])}" fill="{DARK if is_partner else WARM}"/>'
    if is_partner:
        return filled
    lines = hatching([corners], _HATCH)
    return f'{filled}<path d="{lines}" stroke="{MARK}" stroke-width="0.22" fill="none"/>'
