"""Brackets as they look: one that stands in Hebrew or Arabic words is drawn as the other one.

WeasyPrint takes for the meaning of a sign whatever letter it was first drawn for. Where that was in
words from right to left, every bracket of the file would mean the other one, to a screen reader and
to whoever copies a sentence.
"""

from collections.abc import Mapping
from io import BytesIO
from typing import Any, Final
from unicodedata import bidirectional, mirrored

import pydyf
from fontTools.ttLib import TTFont
from weasyprint.text.fonts import get_hb_object_data

_TURNED: Final = frozenset({"R", "AL"})


def keep_brackets(fonts: Mapping[Any, Any], pdf: pydyf.PDF) -> None:
    """Let each bracket in a PDF mean itself; `fonts` are those that WeasyPrint drew it with."""
    drawn = [text for font in fonts.values() for text in font.to_unicode.values()]
    if not any(bidirectional(letter) in _TURNED for text in drawn for letter in text):
        return
    maps = {
        one["BaseFont"]: pdf.objects[int(one["ToUnicode"].split()[0])]
        for one in pdf.objects
        if isinstance(one, dict) and one.get("Type") == "/Font" and "ToUnicode" in one
    }
    for font in fonts.values():
        if any(map(_is_bracket, font.to_unicode.values())) and font.name in maps:
            known = _signs(font)
            stream = maps[font.name]
            stream.stream = [_as_it_looks(line, known) for line in stream.stream]


def _signs(font: Any) -> dict[bytes, bytes]:  # noqa: ANN401  # a font of WeasyPrint
    """Return the line of each bracket in the map of a font, by how the line begins."""
    whole = TTFont(BytesIO(get_hb_object_data(font.hb_face)), fontNumber=font.index, lazy=True)
    letters = whole.getBestCmap() or {}
    return {
        b"<%04x>" % whole.getGlyphID(name): b"<%04x> <%04x>" % (whole.getGlyphID(name), point)
        for point, name in letters.items()
        if _is_bracket(chr(point))
    }


def _is_bracket(text: str) -> bool:
    return len(text) == 1 and mirrored(text) == 1


def _as_it_looks(line: bytes, known: Mapping[bytes, bytes]) -> bytes:
    begin, _, meaning = line.partition(b" ")
    digits = meaning.strip(b"<>")
    is_one = len(digits) == len("0028") and begin in known
    return known[begin] if is_one and mirrored(chr(int(digits, 16))) else line
