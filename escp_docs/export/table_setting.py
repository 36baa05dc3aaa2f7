"""Set the tables of a document to a page: no word or figure is broken, no row is cut off.

Templates say how a table shares out its width. Here a column gets at least the width of its longest
word and its widest figure, measured with the shipped fonts; a table that does not fit upright turns
its page; and a row that would fill half a page may be split, or it would leave a page nearly empty.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from escp_docs.document import (
    Align,
    Block,
    Cell,
    Cover,
    Document,
    Landscape,
    List,
    Note,
    Passage,
    Strong,
    Table,
    inlines,
    plain,
    spread,
    within,
)
from escp_docs.export.look import Design, Look
from escp_docs.export.text_width import TextWidth

_MM_PER_POINT: Final = 25.4 / 72
_ASIDE: Final = 1.6  # the room beside the words of a cell, by that above them; see document.css
_SPARE_MM: Final = 0.4  # for kerning, and the rounding of other programs
_ITEM_MM: Final = 4  # how far the items of a list in a cell are set in
_NOTE_MM: Final = 10  # what a box takes from the width
_LIST_MM: Final = 6  # how far each list sets in what stands in it
_BREAK: Final = re.compile(r"[ \n\t]+|(?<=[-–—])(?=[^\W\d])")  # words may part at their hyphens
_ADDRESS: Final = re.compile(r".*(@|://|www\.).*|.{31,}")  # may break at any letter
_LONGEST_FIGURE: Final = 20  # letters; what is set to the right and is longer is text
_TALL: Final = 0.5  # of the height of a page


@dataclass(frozen=True, slots=True)
class _Page:
    """The room for text on a page."""

    width_mm: float
    height_mm: float

    def narrower(self, by_mm: float) -> "_Page":
        return replace(self, width_mm=self.width_mm - by_mm)


@dataclass(frozen=True, slots=True)
class _Line:
    """The words of a paragraph in a cell, and how they are set."""

    text: str
    bold: bool
    inset_mm: float = 0


def set_tables(document: Document, look: Look) -> Document:
    """Return a document whose tables are set to the pages of a look.

    Raises:
        ExportError: the look lacks a font or a value.
    """
    upright, sideways = _pages(look.design)
    setting = _Setting(look)
    blocks: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Landscape):
            blocks.append(replace(block, blocks=setting.blocks(block.blocks, sideways)))
        elif isinstance(block, Table) and setting.least_mm(block) > upright.width_mm:
            blocks.append(Landscape((setting.table(block, sideways),)))
        else:
            blocks.extend(setting.blocks((block,), upright))
    return replace(document, blocks=tuple(blocks))


def _pages(design: Design) -> tuple[_Page, _Page]:
    """Return the room for text on a page upright and sideways."""
    width, height = (design.number("page", name) for name in ("width", "height"))
    beside = sum(design.number("page", name) for name in ("left", "right"))
    above = sum(design.number("page", name) for name in ("top", "bottom"))
    return _Page(width - beside, height - above), _Page(height - beside, width - above)


class _Setting:
    """Sets tables by the measures of a look."""

    def __init__(self, look: Look) -> None:
        design = look.design
        self._width = TextWidth(look)
        self._points = design.number("size", "table")
        self._line_mm = self._points * design.number("leading", "table") * _MM_PER_POINT
        self._above_mm = design.number("space", "cell") * _MM_PER_POINT
        self._beside_mm = 2 * _ASIDE * self._above_mm + _SPARE_MM

    def blocks(self, blocks: tuple[Block, ...], page: _Page) -> tuple[Block, ...]:
        """Return blocks with the tables among them, and in them, set to a page."""
        return tuple(self._block(block, page) for block in blocks)

    def _block(self, block: Block, page: _Page) -> Block:
        match block:
            case Table():
                return self.table(block, page)
            case Note():
                return replace(block, blocks=self.blocks(block.blocks, page.narrower(_NOTE_MM)))
            case List():
                inner = page.narrower(_LIST_MM)
                return replace(block, items=tuple(self.blocks(one, inner) for one in block.items))
            case Passage() | Cover():
                return replace(block, blocks=self.blocks(block.blocks, page))
            case _:
                return block

    def table(self, table: Table, page: _Page) -> Table:
        """Return a table with widths that break nothing, and the rows that may be split."""
        widths = self._widths(table, page.width_mm)
        columns = tuple(
            replace(column, width=width / page.width_mm)
            for column, width in zip(table.columns, widths, strict=True)
        )
        rows = enumerate(self._lines(table)[1:])
        tall = [
            index for index, row in rows if self._height_mm(row, widths) > _TALL * page.height_mm
        ]
        return replace(table, columns=columns, tall_rows=tuple(tall))

    def least_mm(self, table: Table) -> float:
        """Return the width below which a word or a figure of a table would break."""
        return sum(self._least(table))

    def _widths(self, table: Table, whole_mm: float) -> list[float]:
        """Return the width of each column: as asked for, if no word breaks."""
        asked = [column.width * whole_mm for column in table.columns]
        least = self._least(table)
        if sum(least) > whole_mm:
            return _squeezed(table, least, whole_mm)
        short = sum(max(0, need - width) for need, width in zip(least, asked, strict=True))
        room = sum(max(0, width - need) for need, width in zip(least, asked, strict=True))
        given = short / room if room else 0
        return [
            need if width <= need else width - (width - need) * given
            for need, width in zip(least, asked, strict=True)
        ]

    def _least(self, table: Table) -> list[float]:
        head, *rows = self._lines(table)
        heads = [self._longest_mm(cell, Align.LEFT) for cell in head]
        for place, column in enumerate(table.columns):
            body = (self._longest_mm(row[place], column.align) for row in rows)
            heads[place] = self._beside_mm + max((heads[place], *body))
        return heads

    def _longest_mm(self, cell: Sequence[_Line], align: Align) -> float:
        """Return the width of the longest piece of a cell that must not break."""
        widths = (
            line.inset_mm + self._width.mm(piece, self._points, bold=line.bold)
            for line in cell
            for piece in _pieces(line.text, align)
        )
        return max(widths, default=0)

    def _lines(self, table: Table) -> list[list[list[_Line]]]:
        """Return the lines of each cell of each row, the head first."""
        head = [[_Line(plain(column.head), bold=True)] for column in table.columns]
        last = len(table.rows) - 1
        rows = [
            [
                list(_lines_of(cell, _is_bold(table, place, is_last=index == last)))
                for place, cell in enumerate(row)
            ]
            for index, row in enumerate(table.rows)
        ]
        return [head, *rows]

    def _height_mm(self, row: Sequence[Sequence[_Line]], widths: Sequence[float]) -> float:
        """Return how high a row will be, about."""
        return max(
            sum(
                self._above_mm
                + self._line_mm * self._count(line, width - self._beside_mm - line.inset_mm)
                for line in cell
            )
            for cell, width in zip(row, widths, strict=True)
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


def _squeezed(table: Table, least: Sequence[float], whole_mm: float) -> list[float]:
    """Return widths where not all fit: figures stay whole, words give way."""
    figures = sum(
        need
        for need, column in zip(least, table.columns, strict=True)
        if column.align is Align.RIGHT
    )
    words = sum(least) - figures
    if figures >= whole_mm or not words:
        return [need * whole_mm / sum(least) for need in least]
    part = (whole_mm - figures) / words
    return [
        need if column.align is Align.RIGHT else need * part
        for need, column in zip(least, table.columns, strict=True)
    ]


def _pieces(text: str, align: Align) -> Iterator[str]:
    """Yield what must not break: words, and figures whole, which are set to the right."""
    if align is Align.RIGHT and len(text) <= _LONGEST_FIGURE:
        yield text
        return
    for word in _BREAK.split(text):
        if not _ADDRESS.fullmatch(word):
            yield word


def _is_bold(table: Table, place: int, *, is_last: bool) -> bool:
    return (table.total and is_last) or (place == 0 and not table.has_head)


def _lines_of(cell: Cell, bold: bool) -> Iterator[_Line]:  # noqa: FBT001  # how it is set
    for block in cell.blocks:
        yield from _lines_in(block, bold, 0)


def _lines_in(block: Block, bold: bool, inset_mm: float) -> Iterator[_Line]:  # noqa: FBT001
    children = inlines(block)
    if children:
        strong = bold or any(isinstance(one, Strong) for one in spread(children))
        yield from (_Line(text, strong, inset_mm) for text in plain(children).split("\n"))
    deeper = inset_mm + (_ITEM_MM if isinstance(block, List) else 0)
    for inner in within(block):
        yield from _lines_in(inner, bold, deeper)
