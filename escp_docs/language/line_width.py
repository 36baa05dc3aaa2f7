"""How wide a line of words is in the upright sans-serif of the look; kerning is left aside."""

from functools import cache
from typing import Final

from escp_docs.language.head_widths import WIDTHS

_WIDEST: Final = 1000  # an em, for letters that are not in the table
_BOLDER: Final = 1.06  # the semibold is at most so much wider
_EM: Final = 1000


def ems(line: str, *, bold: bool = False) -> float:
    """Return the width of a line, in sizes of its type."""
    known = _by_letter()
    return sum(known.get(one, _WIDEST) for one in line) / _EM * (_BOLDER if bold else 1)


@cache
def _by_letter() -> dict[str, int]:
    found: dict[str, int] = {}
    for row in WIDTHS.split("\n"):
        width, *points = row.split() or ("0",)
        found |= {chr(int(point, 16)): int(width) for point in points}
    return found
