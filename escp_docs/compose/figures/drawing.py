"""The pieces that all drawn figures are made of."""

from collections.abc import Iterator, Sequence
from typing import Final
from xml.sax.saxutils import escape

from escp_docs.compose.figures.palette import FONTS, INK, MUTED, TALLEST_MM, TEXT_MM, WIDTH_MM
from escp_docs.compose.markdown.glyphs import printable
from escp_docs.document import Figure
from escp_docs.language.line_width import ems
from escp_docs.pattern import pattern

LINE: Final = 1.25
"""From one line of a label to the next, in sizes of its type."""
LINE_MM: Final = TEXT_MM * LINE
"""The same for labels of the usual size, in millimetres."""
_HYPHEN: Final = pattern(r"(?<=\w[-–—/])(?=\w)")


def drawn(body: str, height: float, spoken: str) -> Figure:
    """Return a figure as wide as the text; caption, number and id are the template's to set.

    Args:
        body: What is drawn, in millimetres.
        height: How high it is. What is higher than a page is drawn smaller as a whole.
        spoken: What it shows, in words.
    """
    scale = min(1.0, TALLEST_MM / height)
    svg = picture(WIDTH_MM, height, body)
    return Figure(svg, printable(spoken), (), 0, "", WIDTH_MM * scale, height * scale)


def picture(width: float, height: float, body: str) -> str:
    """Return a picture as SVG; `width` and `height` are in millimetres, as all in `body`."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:.2f}" '
        f'font-family="{FONTS}" font-size="{TEXT_MM:g}" fill="{INK}">{body}</svg>'
    )


def width_of(text: str, *, bold: bool = False, size: float = TEXT_MM) -> float:
    """Return how wide a line of words is, in millimetres."""
    return ems(text, bold=bold) * size


def lines_of(text: str, room: float, *, bold: bool = False, size: float = TEXT_MM) -> list[str]:
    """Return a label as lines that fit into a width, whole; a word too long for one is parted."""
    lines: list[str] = []
    line = ""
    for gap, piece in _pieces(printable(" ".join(text.split())), room, bold=bold, size=size):
        longer = f"{line}{gap}{piece}" if line else piece
        if line and width_of(longer, bold=bold, size=size) > room:
            lines.append(line)
            line = piece
        else:
            line = longer
    return [*lines, line] if line else lines


def _pieces(text: str, room: float, *, bold: bool, size: float) -> Iterator[tuple[str, str]]:
    """Yield what stays together, with the blank before it: words, parted at their hyphens.

    A word that no line can hold is parted where the line ends.
    """
    for word in text.split():
        gap = " "
        for part in _HYPHEN.split(word):
            rest = part
            while rest and width_of(rest, bold=bold, size=size) > room:
                end = _longest(rest, room, bold=bold, size=size)
                yield gap, rest[:end]
                gap, rest = "", rest[end:]
            if rest:
                yield gap, rest
            gap = ""


def _longest(word: str, room: float, *, bold: bool, size: float) -> int:
    for end in range(len(word), 1, -1):
        if width_of(word[:end], bold=bold, size=size) <= room:
            return end
    return 1


def words(x: float, y: float, escaped: str, more: str = "") -> str:
    """Return a line of words that begins at a point; `more` are further attributes."""
    space = " " if more else ""
    return f'<text x="{x:.2f}" y="{y:.2f}"{space}{more}>{escaped}</text>'


def stacked(  # noqa: PLR0913  # where, what and how
    x: float,
    y: float,
    lines: Sequence[str],
    *,
    bold: bool = False,
    muted: bool = False,
    anchor: str = "",
    fill: str = "",
    size: float = TEXT_MM,
) -> str:
    """Return lines of words below one another, the first with its foot at `y`."""
    more = [
        'font-weight="600"' if bold else "",
        f'fill="{fill or MUTED}"' if fill or muted else "",
        f'text-anchor="{anchor}"' if anchor else "",
        f'font-size="{size:g}"' if size != TEXT_MM else "",
    ]
    attributes = " ".join(filter(None, more))
    return "".join(
        words(x, y + index * size * LINE, escape(line), attributes)
        for index, line in enumerate(lines)
    )


def box(  # noqa: PLR0913  # where, how large and how
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    fill: str,
    stroke: str = "",
    corner: float = 0.8,
) -> str:
    """Return a rectangle with rounded corners."""
    line = f' stroke="{stroke}" stroke-width="0.35"' if stroke else ""
    return (
        f'<rect x="{x:.2f}" y="{y:.2f}" width="{max(width, 0):.2f}" height="{max(height, 0):.2f}" '
        f'rx="{corner:g}" fill="{fill}"{line}/>'
    )


def rule(start: tuple[float, float], end: tuple[float, float], colour: str, width: float) -> str:
    """Return a straight line."""
    (x1, y1), (x2, y2) = start, end
    return (
        f'<path d="M{x1:.2f} {y1:.2f}L{x2:.2f} {y2:.2f}" stroke="{colour}" '
        f'stroke-width="{width:g}" fill="none"/>'
    )
