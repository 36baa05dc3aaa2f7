"""Boxes with words, and the arrows between them."""

import math
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from escp_docs.compose.figures.drawing import LINE_MM, box, lines_of, stacked
from escp_docs.compose.figures.palette import DARK, INK, PAPER, TEXT_MM

PAD: Final = 1.6
_HEAD: Final = 1.7  # how long the head of an arrow is


class FigureBox(Struct, frozen=True):
    """A box: a bold title, lines below it, and where it stands."""

    title: tuple[str, ...]
    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    pad: float = PAD

    @property
    def height(self) -> float:
        """How high it is."""
        return (len(self.title) + len(self.lines)) * LINE_MM + 2 * self.pad

    @property
    def top(self) -> tuple[float, float]:
        """The middle of its upper edge."""
        return self.x + self.width / 2, self.y

    @property
    def foot(self) -> tuple[float, float]:
        """The middle of its lower edge."""
        return self.x + self.width / 2, self.y + self.height

    @property
    def left(self) -> tuple[float, float]:
        """The middle of its left edge."""
        return self.x, self.y + self.height / 2

    @property
    def right(self) -> tuple[float, float]:
        """The middle of its right edge."""
        return self.x + self.width, self.y + self.height / 2


def node(
    title: str,
    lines: Sequence[str],
    corner: tuple[float, float],
    width: float,
    *,
    pad: float = PAD,
) -> FigureBox:
    """Return a box of a width; its words take as many lines as they need."""
    room = width - 2 * max(pad, PAD)
    below = tuple(line for text in lines if text for line in lines_of(text, room))
    return FigureBox(tuple(lines_of(title, room, bold=True)), below, *corner, width, pad)


def drawn_node(one: FigureBox, *, fill: str = PAPER, stroke: str = DARK) -> str:
    """Return a box as SVG."""
    first = one.y + one.pad + TEXT_MM * 0.9
    below = first + len(one.title) * LINE_MM
    return (
        box(one.x, one.y, one.width, one.height, fill=fill, stroke=stroke)
        + stacked(one.x + PAD, first, one.title, bold=True)
        + stacked(one.x + PAD, below, one.lines)
    )


def arrow(points: Sequence[tuple[float, float]], *, colour: str = INK, dashed: bool = False) -> str:
    """Return an arrow along points, its head at the last."""
    (x1, y1), (x2, y2) = points[-2], points[-1]
    far = math.dist(points[-2], points[-1]) or 1.0
    dx, dy = (x2 - x1) / far, (y2 - y1) / far
    back = x2 - dx * _HEAD, y2 - dy * _HEAD
    way = "L".join(f"{x:.2f} {y:.2f}" for x, y in (*points[:-1], back))
    dashes = ' stroke-dasharray="1.2 0.8"' if dashed else ""
    sides = [(back[0] - dy * sign * 0.8, back[1] + dx * sign * 0.8) for sign in (1, -1)]
    head = "L".join(f"{x:.2f} {y:.2f}" for x, y in ((x2, y2), *sides))
    return (
        f'<path d="M{way}" stroke="{colour}" stroke-width="0.35" fill="none"{dashes}/>'
        f'<path d="M{head}z" fill="{colour}"/>'
    )
