"""Write the table of the characters that the shipped fonts have.

That is escp_docs/compose/checks/font_coverage.py.

`make generated` does it, when a font has changed.
"""

import textwrap
import unicodedata
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont

from escp_docs import files
from escp_docs.export.look import FACES

TABLE = Path(__file__).parents[1] / "escp_docs" / "compose" / "checks" / "font_coverage.py"

# What no page can show, whatever a font says: control, private-use, unassigned characters, and
# the separators of lines and paragraphs.
_NEVER = {"Cc", "Co", "Cn", "Cs", "Zl", "Zp"}

# They turn the reading direction of what follows: a value could make a page say another thing
# than the spec does ("Trojan Source", CVE-2021-42574).
_TURNING = set(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))

# They frame a note between lines. A font may name them, but none draws them, and a PDF with one
# cannot be searched.
_FRAMING = set(map(chr, range(0xFFF9, 0xFFFC)))

_MODULE = '''"""The characters that the shipped fonts have; `make generated` makes this."""

from typing import Final

# First and last code point of each range, in hexadecimal; one alone is first and last.
RANGES: Final = """
{ranges}
"""
'''


def covered() -> list[int]:
    """Return the code points that can be printed in each weight."""
    look = files.look(files.template_files(files.STDIN, None))
    upright: dict[int, set[int]] = {}
    for face in FACES:
        if not face.italic:
            with TTFont(BytesIO(look.font(face.file)), lazy=True) as font:
                # Where a family has no half-bold face, its bold one stands in.
                for weight in {face.weight, 600 if "DejaVu" in face.family else face.weight}:
                    upright.setdefault(weight, set()).update(font.getBestCmap())
    found = upright[400] & upright[600]
    return sorted(point for point in found if _printable(chr(point)))


def _printable(character: str) -> bool:
    return unicodedata.category(character) not in _NEVER and character not in _TURNING | _FRAMING


def ranges(points: list[int]) -> list[str]:
    """Return sorted code points as ranges: 20-7E."""
    found: list[list[int]] = []
    for point in points:
        if found and found[-1][1] == point - 1:
            found[-1][1] = point
        else:
            found.append([point, point])
    return [f"{a:X}" if a == b else f"{a:X}-{b:X}" for a, b in found]


def module() -> str:
    """Return the table as a Python module."""
    return _MODULE.format(ranges=textwrap.fill(" ".join(ranges(covered())), 98))
