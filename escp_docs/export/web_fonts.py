"""Put the fonts of a look into an HTML file: only the letters that it may show."""

import re
from base64 import b64encode
from functools import lru_cache
from html import unescape
from io import BytesIO

from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from escp_docs.export.look import FACES, Face, Look

_TAG = re.compile(r"<[^>]*>")
_FEATURES = ["ccmp", "kern", "liga", "lnum", "locl", "mark", "mkmk", "tnum"]
_BOLDEST = 600  # what the style sheets use; the bold faces are for word processors

# The letters of all official languages of the Union in Latin script, punctuation, and what the
# style sheet itself prints. A set that does not change from page to page is cut once for all.
_COMMON = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2027))))
_COMMON |= frozenset("ȘșȚț€−≤≥•◦▪↑→")


def font_faces(html: str, look: Look) -> str:
    """Return the CSS that holds the fonts of a page, cut down to its characters.

    Raises:
        ExportError: the look lacks a font.
    """
    others = frozenset(unescape(_TAG.sub("", html))) - _COMMON
    return "".join(_face(face, look, others) for face in FACES if _is_used(face, html))


def _is_used(face: Face, html: str) -> bool:
    if face.italic:
        # Bold italics are too rare for a file of their own: a browser slants the upright ones.
        return face.weight < _BOLDEST and "<em>" in html
    return face.weight <= _BOLDEST


def _face(face: Face, look: Look, others: frozenset[str]) -> str:
    style = "italic" if face.italic else "normal"
    data = _subset(look.font(face.file), others)
    return (
        f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};font-style:{style};'
        f'font-display:swap;src:url("data:font/woff;base64,{data}")format("woff")}}\n'
    )


@lru_cache(maxsize=32)
def _subset(font: bytes, others: frozenset[str]) -> str:
    """Return a font with the common letters and `others`, as WOFF in Base64.

    WOFF, not WOFF2: a third larger, and made in half the time.
    """
    options = Options(layout_features=_FEATURES, notdef_outline=True, hinting=False)
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(sorted(_COMMON | others)))
    target = BytesIO()
    with TTFont(BytesIO(font), recalcTimestamp=False, lazy=True) as face:
        subsetter.subset(face)
        face.flavor = "woff"
        face.save(target)
    return b64encode(target.getvalue()).decode()
