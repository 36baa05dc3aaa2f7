"""Write tables, boxes and the blocks in which people sign."""

from collections.abc import Sequence

from escp_docs.document import (
    Cell,
    DeletedBlock,
    InsertedBlock,
    Note,
    Paragraph,
    Signature,
    Table,
    bare,
    plain,
)
from escp_docs.export.change import ChangeMark
from escp_docs.export.keep_together import keeps_with_next
from escp_docs.export.word import table_markup
from escp_docs.export.word.block_context import BlockContext, Write, box, cell, page
from escp_docs.export.word.captions import table_caption
from escp_docs.export.word.inlines import Tone, inlines
from escp_docs.export.word.markup import paragraph, run
from escp_docs.export.word.table_markup import TableGrid
from escp_docs.export.word.tracking import with_last_mark
from escp_docs.export.word.writer_state import WriterState

_LABELS = 0.22  # the share of a signature block that holds the labels
_LINE_MM = 8  # room for a word written by hand
_SIGNATURE_MM = 18
_BOX_PADDING_MM = 4


def table(
    block: Table, frame: BlockContext, story: WriterState, write: Write, number_before: int = 0
) -> str:
    """Return a table with its caption; `write` writes the blocks of a cell.

    `number_before` is the number that it has in the older version of a redline.
    """
    width_mm = frame.width_mm - frame.indent_mm
    grid = TableGrid(
        style="DataTable" if block.has_head else "FactsTable",
        widths_mm=[column.width * width_mm for column in block.columns],
        indent_mm=frame.indent_mm,
        title=plain(block.caption),
        summary=block.summary,
        head=block.has_head,
        row_heads=block.row_heads or not block.has_head,
        total=block.total,
    )
    caption = table_caption(block, story, number_before)
    head = [_head(block, grid, story)] if block.has_head else []
    rows = [_row(block, index, grid, story, write) for index in range(len(block.rows))]
    return caption + table_markup.table(grid, head + rows)


def _head(block: Table, grid: TableGrid, story: WriterState) -> str:
    cells: list[str] = []
    for column, width in zip(block.columns, grid.widths_mm, strict=True):
        style = cell(width, column.align, "TableHead").body
        words = inlines(column.head, story, Tone(bold_around=True))
        cells.append(table_markup.cell(width, paragraph(style, words)))
    return table_markup.row(cells, head=True)


def _row(block: Table, index: int, grid: TableGrid, story: WriterState, write: Write) -> str:
    is_total = block.total and index == len(block.rows) - 1
    change = _change(block.rows[index])
    cells: list[str] = []
    for place, content in enumerate(block.rows[index]):
        width, align = grid.widths_mm[place], block.columns[place].align
        kind = _kind(grid, place, is_total=is_total)
        words = write(content.blocks, cell(width, align, kind))
        cells.append(table_markup.cell(width, words if change else with_last_mark(words)))
    is_tall = index in block.tall_rows
    row = table_markup.row(cells, keep=keeps_with_next(block, index), splits=is_tall)
    return story.tracking.rows(row, change) if change and story.tracking else row


def _change(row: Sequence[Cell]) -> ChangeMark | None:
    """Return what became of a row: it came or went with all that it holds."""
    blocks = [block for content in row for block in content.blocks]
    if blocks and all(isinstance(block, InsertedBlock) for block in blocks):
        return ChangeMark.CAME
    return (
        ChangeMark.WENT
        if blocks and all(isinstance(block, DeletedBlock) for block in blocks)
        else None
    )


def _kind(grid: TableGrid, place: int, *, is_total: bool) -> str:
    if is_total:
        return "TableStrong"
    is_label = grid.row_heads and not grid.head and place == 0
    return "TableLabel" if is_label else "TableText"


def note(block: Note, frame: BlockContext, write: Write) -> str:
    """Return blocks in a box: a paragraph with a border, or else a table of one cell."""
    if len(block.blocks) == 1 and isinstance(bare(block.blocks[0]), Paragraph) and not frame.depth:
        return write(block.blocks, box(frame.width_mm))
    width_mm = frame.width_mm - frame.indent_mm
    content = with_last_mark(write(block.blocks, page(width_mm - 2 * _BOX_PADDING_MM)))
    grid = TableGrid("NoteTable", [width_mm], frame.indent_mm)
    rows = [table_markup.row([table_markup.cell(width_mm, content)])]
    return table_markup.SPACE + table_markup.table(grid, rows)


def signature(block: Signature, frame: BlockContext, story: WriterState) -> str:
    """Return where one person signs: the party, ruled rows, and room to sign."""
    party = ""
    if block.party:
        party = paragraph("SignatureParty", inlines(block.party, story, Tone(bold_around=True)))
    widths = [frame.width_mm * _LABELS, frame.width_mm * (1 - _LABELS)]
    title = f"{block.sign_here}, {plain(block.signer)}"
    grid = TableGrid("SignatureTable", widths, title=title, summary=block.field, row_heads=True)
    lines = [(label, inlines(content, story), _LINE_MM) for label, content in block.rows]
    lines.append((block.sign_here, "", _SIGNATURE_MM))
    return party + table_markup.table(grid, [_line(widths, *line) for line in lines])


def _line(widths: Sequence[float], label: str, content: str, room_mm: float) -> str:
    cells = (
        table_markup.cell(widths[0], paragraph("SignatureLabel", run(label))),
        table_markup.cell(widths[1], paragraph("SignatureText", content)),
    )
    # No part of a block leaves the others; LibreOffice heeds no style that says so.
    return table_markup.row(cells, height_mm=0 if content else room_mm, keep=True)
