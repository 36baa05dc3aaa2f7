"""How wide words are, by the metrics of the shipped fonts; kerning is left aside."""

from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO
from typing import Final

from fontTools.ttLib import TTFont
from msgspec import Struct

from escp_docs.export.look import FACES, FALLBACK, SANS, Look

_MM_PER_POINT: Final = 25.4 / 72
_BOLD: Final = 700
_REGULAR: Final = 400


class _Advances(Struct, frozen=True):
    """How far each character moves on, in units of its font; what lacks moves on as an em."""

    by_character: Mapping[int, int]
    em: int


class TextWidth:
    """Measures words in the font of tables, captions and running heads.

    Args:
        look: Has the fonts.
    """

    def __init__(self, look: Look) -> None:
        self._faces = {bold: _faces(look, _BOLD if bold else _REGULAR) for bold in (False, True)}

    def mm(self, text: str, points: float, *, bold: bool = False) -> float:
        """Return the width of a line of text, in millimetres, at a size in points."""
        return sum(self._ems(character, bold=bold) for character in text) * points * _MM_PER_POINT

    def _ems(self, character: str, *, bold: bool) -> float:
        for face in self._faces[bold]:
            if (advance := face.by_character.get(ord(character))) is not None:
                return advance / face.em
        return 1.0


def _faces(look: Look, weight: int) -> tuple[_Advances, ...]:
    """Return the upright face of a weight, and what stands in for the letters it lacks."""
    named = [
        face
        for face in (*FACES, *FALLBACK)
        if face.weight == weight and not face.italic and (face.family == SANS or face in FALLBACK)
    ]
    return tuple(_advances(look.font(face.file)) for face in dict.fromkeys(named))


@lru_cache(maxsize=8)
def _advances(font: bytes) -> _Advances:
    with TTFont(BytesIO(font), lazy=True) as face:
        metrics, glyphs = face["hmtx"], face.getBestCmap()
        return _Advances(
            {character: metrics[glyph][0] for character, glyph in glyphs.items()},
            face["head"].unitsPerEm,
        )
