"""The legend of a map: partners and targets, each with its mark."""

from dataclasses import dataclass
from textwrap import wrap
from typing import Final
from xml.sax.saxutils import escape

from escp_docs.compose.figures.drawing import short, words
from escp_docs.compose.figures.map_markers import sign
from escp_docs.compose.figures.palette import DARK, MARK, WARM, WIDTH_MM
from escp_docs.compose.figures.polygons import hatching, path
from escp_docs.compose.figures.projection import Point
from escp_docs.compose.markdown.glyphs import printable
from escp_docs.language.figure_words import MapWords

_LINE: Final = 3.4
_ENTRY: Final = 1.6
_LETTERS: Final = 27  # of a line
_HATCH: Final = 0.9


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A line of the legend: the mark, the words, the countries."""

    mark: str
    words: str
    codes: tuple[str, ...]


def legend(
    partners: list[LegendEntry], targets: list[LegendEntry], corner: Point, said: MapWords
) -> tuple[str, float]:
    """Return the legend as SVG, its corner at left and top, and how far down it reaches."""
    left, top = corner
    half = (WIDTH_MM - left) / 2
    first, low = _column(left, top, said.partners, partners, is_partner=True)
    second, deep = _column(left + half, top, said.targets, targets, is_partner=False)
    return first + second, max(low, deep)


def _column(
    x: float, top: float, title: str, entries: list[LegendEntry], *, is_partner: bool
) -> tuple[str, float]:
    y = top + 3.4
    parts = [
        _swatch(x, y, is_partner=is_partner),
        words(x + 7.5, y, escape(title), 'font-weight="600"'),
    ]
    y += 6
    for entry in entries:
        parts.append(sign(entry.mark, (x + 2.4, y - 0.9), is_partner=is_partner))
        for line in wrap(printable(entry.words), _LETTERS)[:3]:
            parts.append(words(x + 6.2, y, short(line, _LETTERS + 3)))
            y += _LINE
        y += _ENTRY
    return "".join(parts), y - _LINE


def _swatch(x: float, y: float, *, is_partner: bool) -> str:
    corners = ((x, y - 2.4), (x + 5.5, y - 2.4), (x + 5.5, y + 0.4), (x, y + 0.4))
    filled = f'<path d="{path([corners])}" fill="{DARK if is_partner else WARM}"/>'
    if is_partner:
        return filled
    lines = hatching([corners], 0.9)
    return f'{filled}<path d="{lines}" stroke="{MARK}" stroke-width="0.22" fill="none"/>'
