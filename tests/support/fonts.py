"""Fonts of a machine, made for a test."""

from functools import lru_cache
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from escp_docs.files import other_fonts


def font(path: Path, letters: str, *, embeddable: bool = True, width: int = 1000) -> str:
    """Write a font in which each letter is a square; return its name."""
    names = [".notdef", "space", *(f"u{ord(one):X}" for one in letters)]
    pen = TTGlyphPen(None)
    for step, point in enumerate([(50, 0), (50, 700), (900, 700), (900, 0)]):
        (pen.lineTo if step else pen.moveTo)(point)
    pen.closePath()
    made = FontBuilder(1000, isTTF=True)
    made.setupGlyphOrder(names)
    made.setupCharacterMap({32: "space", **{ord(one): f"u{ord(one):X}" for one in letters}})
    made.setupGlyf({name: pen.glyph() for name in names})
    made.setupHorizontalMetrics(dict.fromkeys(names, (width, 50)))
    made.setupHorizontalHeader(ascent=800, descent=-200)
    called = {"familyName": "Squares", "styleName": "Regular", "psName": "Squares"}
    made.setupNameTable(called)
    made.setupOS2(fsType=0 if embeddable else 2)
    made.setupPost()
    made.save(path)
    return str(path)


def machine_with(monkeypatch: pytest.MonkeyPatch, *paths: str) -> None:
    """Let this machine have these fonts with letters of Asian scripts, and no others."""
    anew = lru_cache(other_fonts._found.__wrapped__)  # noqa: SLF001
    monkeypatch.setattr(other_fonts, "_found", anew)
    monkeypatch.setattr(other_fonts, "_files", lambda _: list(paths))
