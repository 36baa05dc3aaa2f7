"""The emblem of the European Union, drawn by its published geometry.

Source: Annex to Commission Implementing Regulation (EU) No 763/2014: a blue field one and a half
times as long as it is high; twelve golden stars whose middles stand like the hours on the face of a
clock, on a circle of a third of the height; each star with five points, one of them upright, on a
circle of an eighteenth of the height.
"""

import math
from typing import Final

BLUE: Final = "#003399"
YELLOW: Final = "#FFCC00"
_HIGH: Final = 180.0
_STARS: Final = 12
_POINTS: Final = 5
_INNER: Final = (3 - math.sqrt(5)) / 2  # where the sides of a star with five points cross


def emblem() -> str:
    """Return the emblem as SVG, three units across to two high."""
    stars = "".join(_star(*_middle(number)) for number in range(_STARS))
    wide = 1.5 * _HIGH
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {_HIGH:g}">'
        f'<rect width="{wide:g}" height="{_HIGH:g}" fill="{BLUE}"/>'
        f'<path d="{stars}" fill="{YELLOW}"/></svg>'
    )


def _middle(number: int) -> tuple[float, float]:
    turn = math.tau * number / _STARS
    return 0.75 * _HIGH + _HIGH / 3 * math.sin(turn), _HIGH / 2 - _HIGH / 3 * math.cos(turn)


def _star(x: float, y: float) -> str:
    ends = []
    for step in range(2 * _POINTS):
        turn, far = math.pi * step / _POINTS, _HIGH / 18 * (_INNER if step % 2 else 1)
        ends.append(f"{x + far * math.sin(turn):.3f} {y - far * math.cos(turn):.3f}")
    return f"M{'L'.join(ends)}z"
