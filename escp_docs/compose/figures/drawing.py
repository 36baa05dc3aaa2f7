"""The pieces that all drawn figures are made of."""

from xml.sax.saxutils import escape

from escp_docs.compose.figures.palette import FONTS, INK, TEXT_MM
from escp_docs.compose.markdown.glyphs import printable


def picture(width: float, height: float, body: str) -> str:
    """Return a picture as SVG; `width` and `height` are in millimetres, as all in `body`."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:.2f}" '
        f'font-family="{FONTS}" font-size="{TEXT_MM:g}" fill="{INK}">{body}</svg>'
    )


def short(text: str, longest: int) -> str:
    """Return words for a picture, cut to a number of characters, escaped."""
    shown = printable(text)
    if len(shown) > longest:
        shown = shown[: longest - 1].rstrip() + "…"
    return escape(shown)


def words(x: float, y: float, escaped: str, more: str = "") -> str:
    """Return a line of words that begins at a point; `more` are further attributes."""
    space = " " if more else ""
    return f'<text x="{x:.2f}" y="{y:.2f}"{space}{more}>{escaped}</text>'
