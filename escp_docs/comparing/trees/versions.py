"""The two versions that stand in a redline, taken out of it again."""

from collections.abc import Iterator
from itertools import count

from msgspec.structs import replace

from escp_docs.comparing.trees.plain import plain_inlines
from escp_docs.comparing.trees.shells import filled
from escp_docs.document import (
    Block,
    Cell,
    Cover,
    Deleted,
    DeletedBlock,
    Document,
    Emphasis,
    Footnote,
    Inline,
    Inserted,
    InsertedBlock,
    Landscape,
    Link,
    List,
    Note,
    ResetBlock,
    Strong,
    Table,
    mapped,
    with_inlines,
)


def accepted(document: Document) -> Document:
    """Return the newer version: all insertions taken, all deletions gone."""
    return replace(document, blocks=_Version(is_new=True).blocks(document.blocks))


def rejected(document: Document) -> Document:
    """Return the older version, under what the newer one says of the whole.

    Notes are numbered anew, as the program does it.
    """
    blocks = _Version(is_new=False).blocks(document.blocks)
    return replace(document, blocks=with_note_numbers(blocks))


class _Version:
    """One of the two versions, block by block."""

    def __init__(self, *, is_new: bool) -> None:
        self._is_new = is_new

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(kept for block in blocks for kept in self._block(block))

    def _block(self, block: Block) -> Iterator[Block]:
        if isinstance(block, InsertedBlock):
            if self._is_new:
                yield block.block
        elif isinstance(block, DeletedBlock):
            if not self._is_new:
                yield block.block
        elif isinstance(block, ResetBlock):
            kept = self._within(block.block)
            yield kept if self._is_new else filled(block.was, kept)
        elif not isinstance(block, Landscape):
            yield self._within(block)
        elif kept_blocks := self.blocks(block.blocks):
            yield replace(block, blocks=kept_blocks)

    def _within(self, block: Block) -> Block:
        block = with_inlines(block, self._inlines)
        if isinstance(block, Note | Cover | Landscape):
            return replace(block, blocks=self.blocks(block.blocks))
        if isinstance(block, List):
            items = tuple(kept for one in block.items if (kept := self.blocks(one)))
            return replace(block, items=items)
        if isinstance(block, Table):
            rows = (tuple(Cell(self.blocks(cell.blocks)) for cell in row) for row in block.rows)
            return replace(block, rows=tuple(row for row in rows if any(one.blocks for one in row)))
        return block

    def _inlines(self, children: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return plain_inlines(tuple(kept for one in children for kept in self._inline(one)))

    def _inline(self, inline: Inline) -> Iterator[Inline]:
        if isinstance(inline, Inserted | Deleted):
            if isinstance(inline, Inserted) is self._is_new:
                yield from inline.children
        elif isinstance(inline, Emphasis | Strong | Link | Footnote):
            yield replace(inline, children=self._inlines(inline.children))
        else:
            yield inline


def with_note_numbers(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks with their notes numbered in the order of their first marks, from 1."""
    numbers = count(1)

    def numbered(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(map(number, children))

    def number(inline: Inline) -> Inline:
        if isinstance(inline, Footnote):
            return replace(inline, number=next(numbers)) if inline.children else inline
        if isinstance(inline, Emphasis | Strong | Link):
            return replace(inline, children=numbered(inline.children))
        return inline

    return mapped(blocks, lambda block: with_inlines(block, numbered))
