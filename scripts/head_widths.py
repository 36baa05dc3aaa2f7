"""Write the widths of the letters of running heads: escp_docs/language/head_widths.py.

`make generated` does it, when a font has changed.
"""

from collections import defaultdict
from io import BytesIO
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont

from escp_docs import files
from escp_docs.export.look import FACES, SANS

TABLE: Final = Path(__file__).parents[1] / "escp_docs" / "language" / "head_widths.py"
# Latin, Greek and Cyrillic letters, and punctuation.
_POINTS: Final = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x250),
    *range(0x386, 0x460),
    *range(0x2010, 0x2040),
)
_EM: Final = 1000
_IN_A_ROW: Final = 18
_REGULAR: Final = 400

_MODULE: Final = '''"""How wide the letters of running heads are; `make generated` makes this."""

from typing import Final

# Thousandths of the size of the type, and the code points that are so wide, in hexadecimal.
WIDTHS: Final = """
{rows}
"""
'''


def module() -> str:
    """Return the text of the module."""
    look = files.look(files.template_files(files.STDIN, None))
    regular = (one for one in FACES if one.weight == _REGULAR and not one.italic)
    (face,) = (one for one in regular if one.family == SANS)
    letters: dict[int, list[str]] = defaultdict(list)
    with TTFont(BytesIO(look.font(face.file)), lazy=True) as font:
        glyphs, metrics = font.getBestCmap(), font["hmtx"]
        for point in _POINTS:
            if point in glyphs:
                width = round(metrics[glyphs[point]][0] * _EM / font["head"].unitsPerEm)
                letters[width].append(f"{point:x}")
    rows = [
        f"{width} {' '.join(points[start : start + _IN_A_ROW])}"
        for width, points in sorted(letters.items())
        for start in range(0, len(points), _IN_A_ROW)
    ]
    return _MODULE.format(rows="\n".join(rows))
