"""How much room the words of a table need, by the metrics of the shipped fonts."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from escp_docs.document import Align, Block, List, Strong, Table, inlines, plain, spread, within
from escp_docs.export.look import Look
from escp_docs.export.text_width import TextWidth
from escp_docs.pattern import pattern

_MM_PER_POINT: Final = 25.4 / 72
_ASIDE: Final = 1.6  # the room beside the words of a cell, by that above them; see document.css
_SPARE_MM: Final = 0.4  # for kerning, and the rounding of other programs
_ITEM_MM: Final = 4  # how far the items of a list in a cell are set in
_BREAK: Final = pattern(r"[ \n\t]+|(?<=[-–—])(?=[^\W\d])")  # words may part at their hyphens
_ADDRESS: Final = pattern(r".*(@|://|www\.).*|.{31,}")  # may break at any letter
_LONGEST_FIGURE: Final = 20  # letters; what is set to the right and is longer is text


class _Line(Struct, frozen=True):
    """The words of a paragraph in a cell, and how they are set."""

    text: str
    bold: bool
    inset_mm: float = 0


_Row = Sequence[Sequence[_Line]]


class TableMeasure:
    """Measures tables as a look sets them.

    Raises:
        ExportError: the look lacks a font or a value.
    """

    def __init__(self, look: Look) -> None:
        design = look.design
        self._width = TextWidth(look)
        self._points = design.number("size", "table")
        self._line_mm = self._points * design.number("leading", "table") * _MM_PER_POINT
        self._above_mm = design.number("space", "cell") * _MM_PER_POINT
        self._beside_mm = 2 * _ASIDE * self._above_mm + _SPARE_MM

    def least_mm(self, table: Table) -> list[float]:
        """Return for each column the width below which a word or a figure would break."""
        rows = list(_rows(table))
        least: list[float] = []
        for place, column in enumerate(table.columns):
            words = self._longest_mm([_Line(plain(column.head), bold=True)], Align.LEFT)
            cells = (self._longest_mm(row[place], column.align) for row in rows)
            least.append(self._beside_mm + max((words, *cells)))
        return least

    def heights_mm(self, table: Table, widths: Sequence[float]) -> list[float]:
        """Return how high each row will be, about, in columns of such widths."""
        return [
            max(self._height_mm(cell, width) for cell, width in zip(row, widths, strict=True))
            for row in _rows(table)
        ]

    def _longest_mm(self, cell: Sequence[_Line], align: Align) -> float:
        """Return the width of the longest piece of a cell that must not break."""
        widths = (
            line.inset_mm + self._width.mm(piece, self._points, bold=line.bold)
            for line in cell
            for piece in _pieces(line.text, align)
        )
        return max(widths, default=0)

    def _height_mm(self, cell: Sequence[_Line], width_mm: float) -> float:
        return sum(
            self._above_mm
            + self._line_mm * self._count(line, width_mm - self._beside_mm - line.inset_mm)
            for line in cell
        )

    def _count(self, line: _Line, room_mm: float) -> int:
        """Return how many lines a paragraph takes in a room."""
        lines, used = 1, 0.0
        for word in line.text.split():
            width = self._width.mm(f"{word} ", self._points, bold=line.bold)
            if used and used + width > room_mm:
                lines, used = lines + 1, 0.0
            used += width
        return lines


def _pieces(text: str, align: Align) -> Iterator[str]:
    """Yield what must not break: words, and figures whole, which are set to the right.

    A placeholder in place of a figure is words.
    """
    if align is Align.RIGHT and len(text) <= _LONGEST_FIGURE and not text.startswith("["):
        yield text
        return
    for word in _BREAK.split(text):
        if not _ADDRESS.fullmatch(word):
            yield word


def _rows(table: Table) -> Iterator[_Row]:
    """Yield the lines of each cell of each row."""
    last = len(table.rows) - 1
    for index, row in enumerate(table.rows):
        is_total = table.total and index == last
        yield [
            [
                line
                for block in cell.blocks
                for line in _lines(block, is_total or (place == 0 and not table.has_head), 0)
            ]
            for place, cell in enumerate(row)
        ]


def _lines(block: Block, bold: bool, inset_mm: float) -> Iterator[_Line]:  # noqa: FBT001
    children = inlines(block)
    if children:
        strong = bold or any(isinstance(one, Strong) for one in spread(children))
        yield from (_Line(text, strong, inset_mm) for text in plain(children).split("\n"))
    deeper = inset_mm + (_ITEM_MM if isinstance(block, List) else 0)
    for inner in within(block):
        yield from _lines(inner, bold, deeper)
