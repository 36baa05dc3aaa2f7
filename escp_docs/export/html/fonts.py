"""Put the fonts of a look into an HTML file: only the letters that it may show."""

from base64 import b64encode
from functools import lru_cache
from html import unescape
from io import BytesIO

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from escp_docs.export.font_names import KEPT, rename
from escp_docs.export.look import FALLBACK, WEB, Face, Look
from escp_docs.pattern import pattern

COMMON = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2027))))
COMMON |= frozenset("ȘșȚț€−≤≥•◦▪↑→")
"""The letters of all official languages of the Union in Latin script, punctuation, and what the
style sheet itself prints. A set that does not change from page to page is cut once for all."""
FEATURES = ("ccmp", "kern", "liga", "lnum", "locl", "mark", "mkmk", "tnum")

_TAG = pattern(r"<[^>]*>")
_ALL_FEATURES = ("*",)  # the letters of other scripts join and change by them


def font_faces(html: str, look: Look) -> str:
    """Return the CSS that holds the fonts of a page, cut down to its characters.

    Raises:
        ExportError: the look lacks a font.
    """
    others = frozenset(unescape(_TAG.sub("", html))) - COMMON
    usual = [face for face in WEB if not face.italic or "<em>" in html]
    faces = "".join(_face(face, look.font(WEB[face].file)) for face in usual)
    known: set[str] = set()
    for face in usual:
        # In a file of their own, for the common ones were cut once for all pages.
        letters = others & _letters(look.font(face.file))
        faces += _more(face, look, letters, FEATURES)
        known |= letters
    return faces + "".join(_more(face, look, others - known, _ALL_FEATURES) for face in FALLBACK)


def _more(face: Face, look: Look, letters: frozenset[str], features: tuple[str, ...]) -> str:
    """Return a face for a few letters beside the common ones; nothing if none of them shows."""
    if not any(map(str.isprintable, letters)):
        return ""
    return _face(face, cut(look.font(face.file), letters, features), letters)


def _face(face: Face, data: bytes, letters: frozenset[str] = frozenset()) -> str:
    style = "italic" if face.italic else "normal"
    span = ",".join(f"U+{ord(one):X}" for one in sorted(letters))
    limit = f"unicode-range:{span};" if span else ""
    text = b64encode(data).decode()
    return (
        f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};font-style:{style};'
        f'font-display:swap;{limit}src:url("data:font/woff;base64,{text}")format("woff")}}\n'
    )


@lru_cache(maxsize=32)
def _letters(font: bytes) -> frozenset[str]:
    with TTFont(BytesIO(font), lazy=True) as face:
        return frozenset(map(chr, face.getBestCmap()))


@lru_cache(maxsize=64)  # pages of one build want the same signs
def cut(font: bytes, letters: frozenset[str], features: tuple[str, ...]) -> bytes:
    """Return a font with some letters, as WOFF.

    WOFF, not WOFF2: a third larger, and made in half the time.
    """
    options = Options(layout_features=list(features), notdef_outline=True, hinting=False)
    options.name_IDs = list(KEPT)
    options.drop_tables += ["FFTM"]  # the time at which FontForge made the font
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(sorted(letters)))
    target = BytesIO()
    with TTFont(BytesIO(font), recalcTimestamp=False, lazy=True) as face:
        subsetter.subset(face)
        rename(face)
        face.flavor = "woff"
        face.save(target)
    return target.getvalue()
