"""Set the tables of a document to a page: no word or figure is broken, no row is cut off.

Templates say how a table shares out its width. Here a column gets at least the width of its longest
word and its widest figure, measured with the shipped fonts; a table that does not fit upright turns
its page; and a row that would fill half a page may be split, or it would leave a page nearly empty.
"""

from collections.abc import Sequence
from typing import Final, assert_never

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.document import (
    Align,
    Block,
    Clause,
    Contents,
    Cover,
    DeletedBlock,
    Document,
    Figure,
    Heading,
    InsertedBlock,
    Landscape,
    List,
    Note,
    PageBreak,
    Paragraph,
    Passage,
    PictureRow,
    ResetBlock,
    Signature,
    Table,
    bare,
)
from escp_docs.export.look import Design, Look
from escp_docs.export.table_measure import TableMeasure

_NOTE_MM: Final = 10  # what a box takes from the width
_LIST_MM: Final = 6  # how far each list sets in what stands in it
_TALL: Final = 0.5  # of the height of a page


class _Page(Struct, frozen=True):
    """The room for text on a page."""

    width_mm: float
    height_mm: float

    def narrower(self, by_mm: float) -> "_Page":
        return replace(self, width_mm=self.width_mm - by_mm)


def set_tables(document: Document, look: Look) -> Document:
    """Return a document whose tables are set to the pages of a look.

    Raises:
        ExportError: the look lacks a font or a value.
    """
    upright, sideways = _pages(look.design)
    measure = TableMeasure(look)
    blocks: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Landscape):
            blocks.append(replace(block, blocks=_set(block.blocks, sideways, measure)))
        elif isinstance(bare(block), Table) and _is_too_wide(block, upright, measure):
            turned = (*_leading_in(blocks), _block(block, sideways, measure))
            last = blocks[-1] if blocks else None
            if isinstance(last, Landscape):
                blocks[-1] = replace(last, blocks=(*last.blocks, *turned))
            else:
                blocks.append(Landscape(turned))
        else:
            blocks.extend(_set((block,), upright, measure))
    return replace(document, blocks=tuple(blocks))


def _is_too_wide(block: Block, page: _Page, measure: TableMeasure) -> bool:
    table = bare(block)
    return isinstance(table, Table) and sum(measure.least_mm(table)) > page.width_mm


def _leading_in(blocks: list[Block]) -> list[Block]:
    """Take what leads in to a table off the end of some blocks: a heading, and a line below it."""
    found: list[Block] = []
    if len(blocks) > 1 and isinstance(bare(blocks[-1]), Paragraph) and _level(blocks[-2]):
        found.append(blocks.pop())
    while blocks and _level(blocks[-1]) > 1:
        found.insert(0, blocks.pop())
    return found


def _level(block: Block) -> int:
    """Return the level of a heading, 0 of what is none."""
    heading = bare(block)
    return heading.level if isinstance(heading, Heading) else 0


def _pages(design: Design) -> tuple[_Page, _Page]:
    """Return the room for text on a page upright and sideways."""
    width, height = (design.number("page", name) for name in ("width", "height"))
    beside = sum(design.number("page", name) for name in ("left", "right"))
    above = sum(design.number("page", name) for name in ("top", "bottom"))
    return _Page(width - beside, height - above), _Page(height - beside, width - above)


def _set(blocks: tuple[Block, ...], page: _Page, measure: TableMeasure) -> tuple[Block, ...]:
    """Return blocks with the tables among them, and in them, set to a page."""
    return tuple(_block(block, page, measure) for block in blocks)


def _block(block: Block, page: _Page, measure: TableMeasure) -> Block:
    match block:
        case Table():
            return _table(block, page, measure)
        case Note():
            return replace(block, blocks=_set(block.blocks, page.narrower(_NOTE_MM), measure))
        case List():
            inner = page.narrower(_LIST_MM)
            return replace(block, items=tuple(_set(one, inner, measure) for one in block.items))
        case Passage() | Cover():
            return replace(block, blocks=_set(block.blocks, page, measure))
        case InsertedBlock() | DeletedBlock() | ResetBlock():
            return replace(block, block=_block(block.block, page, measure))
        case (
            Heading()
            | Paragraph()
            | Clause()
            | Figure()
            | PictureRow()
            | Contents()
            | Landscape()
            | PageBreak()
            | Signature()
        ):
            return block
        case _:
            assert_never(block)


def _table(table: Table, page: _Page, measure: TableMeasure) -> Table:
    """Return a table with widths that break nothing, and the rows that may be split."""
    widths = _widths(table, measure.least_mm(table), page.width_mm)
    columns = tuple(
        replace(column, width=width / page.width_mm)
        for column, width in zip(table.columns, widths, strict=True)
    )
    heights = enumerate(measure.heights_mm(table, widths))
    tall = tuple(index for index, height in heights if height > _TALL * page.height_mm)
    return replace(table, columns=columns, tall_rows=tall)


def _widths(table: Table, least: Sequence[float], whole_mm: float) -> list[float]:
    """Return the width of each column: as asked for, if no word breaks."""
    if sum(least) > whole_mm:
        return _squeezed(table, least, whole_mm)
    asked = [column.width * whole_mm for column in table.columns]
    short = sum(max(0, need - width) for need, width in zip(least, asked, strict=True))
    room = sum(max(0, width - need) for need, width in zip(least, asked, strict=True))
    given = short / room if room else 0
    return [
        need if width <= need else width - (width - need) * given
        for need, width in zip(least, asked, strict=True)
    ]


def _squeezed(table: Table, least: Sequence[float], whole_mm: float) -> list[float]:
    """Return widths where not all fit: figures stay whole, words give way."""
    is_figure = [column.align is Align.RIGHT for column in table.columns]
    figures = sum(need for need, figure in zip(least, is_figure, strict=True) if figure)
    words = sum(least) - figures
    if figures >= whole_mm or not words:
        return [need * whole_mm / sum(least) for need in least]
    part = (whole_mm - figures) / words
    return [need if figure else need * part for need, figure in zip(least, is_figure, strict=True)]
