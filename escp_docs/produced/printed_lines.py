"""A document tree line by line, in the order in which every format prints it."""

from collections.abc import Iterator
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.document import (
    Block,
    Clause,
    Contents,
    Cover,
    DeletedBlock,
    Document,
    Figure,
    Footnote,
    Heading,
    Inline,
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
    Text,
    all_inlines,
    headings,
    plain,
    within,
)
from escp_docs.language.languages import language_of


class PrintedLine(Struct, frozen=True):
    """A heading, paragraph, clause, caption, or a paragraph of a cell: what Word calls a paragraph.

    Args:
        inlines: Its words.
        number: The number of a heading or clause, which a word processor computes.
        is_heading: Whether it begins a section.
        is_head: Whether it stands in the head of a table, which pages repeat.
        prose: The path of the prose that it is a part of; empty if it is none.
        row: Which row of which table it stands in, both counted from 0; None outside of tables.
        block: The id of the heading or clause; empty if it has none.
        is_clause: Whether it is a clause, which an agreement may word in its own way.
        label: What stands before it in an ordered list: "3.", "b)".
    """

    inlines: tuple[Inline, ...]
    number: str = ""
    is_heading: bool = False
    is_head: bool = False
    prose: str = ""
    row: tuple[int, int] | None = None
    block: str = ""
    is_clause: bool = False
    label: str = ""


def printed_lines(document: Document) -> tuple[PrintedLine, ...]:
    """Return the lines of a document, without its notes."""
    return tuple(_Lines(document).of(document.blocks, PrintedLine(())))


def note_lines(document: Document) -> tuple[PrintedLine, ...]:
    """Return a line for each note, in the order of their marks."""
    notes = (one for one in all_inlines(document) if isinstance(one, Footnote) and one.children)
    return tuple(PrintedLine(one.children) for one in notes)


class _Lines:
    """One way through a document; `like` says where the lines stand."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._captions = language_of(document.language).captions
        self._tables = 0

    def of(  # noqa: C901, PLR0912  # one case per kind of block
        self, blocks: tuple[Block, ...], like: PrintedLine
    ) -> Iterator[PrintedLine]:
        for block in blocks:
            match block:
                case Heading():
                    line = replace(like, inlines=block.children, number=block.number)
                    yield replace(line, is_heading=True, block=block.id)
                case Clause():
                    if block.remark:
                        yield replace(like, inlines=(Text(block.remark),))
                    line = replace(like, inlines=block.children, number=block.number)
                    yield replace(line, block=block.id, is_clause=True)
                case Paragraph():
                    yield replace(like, inlines=block.children)
                case Table():
                    yield from self._table(block, like)
                case Figure():
                    label = f"{self._captions.figure} {block.number}. "
                    yield replace(like, inlines=(Text(label), *block.caption))
                case Contents():
                    yield from self._contents(block, like)
                case Cover():
                    for line_ in (block.kicker, block.title, block.subtitle):
                        yield replace(like, inlines=line_)
                    yield from self.of(block.blocks, like)
                case Signature():
                    yield from self._signature(block, like)
                case Passage():
                    yield from self.of(block.blocks, replace(like, prose=block.path))
                case List() if block.ordered:
                    for index, item in enumerate(block.items):
                        yield from _labelled(self.of(item, like), block.numbers.label(index))
                case InsertedBlock() | DeletedBlock() | ResetBlock():
                    yield from self.of((block.block,), like)
                case List() | Note() | Landscape() | PageBreak() | PictureRow():
                    yield from self.of(within(block), like)
                case _:
                    assert_never(block)

    def _table(self, table: Table, like: PrintedLine) -> Iterator[PrintedLine]:
        number, self._tables = self._tables, self._tables + 1
        if table.caption:
            label = f"{self._captions.table} {table.number}. "
            yield replace(like, inlines=(Text(label), *table.caption))
        for column in table.columns if table.has_head else ():
            yield replace(like, inlines=column.head, is_head=True)
        for index, row in enumerate(table.rows):
            for cell in row:
                yield from self.of(cell.blocks, replace(like, row=(number, index)))

    def _contents(self, contents: Contents, like: PrintedLine) -> Iterator[PrintedLine]:
        yield replace(like, inlines=(Text(contents.title),))
        for row in headings(self._document):
            if row.level <= contents.depth:
                words = f"{row.number} {plain(row.children)}".lstrip()
                yield replace(like, inlines=(Text(words),))

    def _signature(self, block: Signature, like: PrintedLine) -> Iterator[PrintedLine]:
        if block.party:
            yield replace(like, inlines=block.party)
        for label, content in block.rows:
            yield replace(like, inlines=(Text(label),))
            yield replace(like, inlines=content)
        yield replace(like, inlines=(Text(block.sign_here),))


def _labelled(lines: Iterator[PrintedLine], label: str) -> Iterator[PrintedLine]:
    """Yield the lines of an item; its label stands before the first of them."""
    for line in lines:
        yield replace(line, label=label)
        break
    yield from lines
