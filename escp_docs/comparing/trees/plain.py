"""A document as it is compared: its words and their look, and nothing that only drafts keep."""

from typing import assert_never

from msgspec.structs import replace

from escp_docs.comparing.trees.tokens import rebuilt, tokens
from escp_docs.document import (
    Block,
    Cell,
    Clause,
    Contents,
    Cover,
    DeletedBlock,
    Document,
    Figure,
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
    with_inlines,
)
from escp_docs.document.sealing import sealed


def plain_document(document: Document) -> Document:
    """Return a document that prints the same, in the one form in which equal is the same.

    Values are words, proses are the blocks that they are made of, words of one look stand
    together, and no item or cell is without a block.
    """
    whole = sealed(document)
    return replace(whole, blocks=plain_blocks(whole.blocks), sending="")


def plain_blocks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks in the one form in which equal is the same."""
    return tuple(one for block in blocks for one in _block(block))


def plain_inlines(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return inlines in the one form in which equal is the same."""
    return rebuilt(tokens(children))


def _block(block: Block) -> tuple[Block, ...]:
    block = with_inlines(block, plain_inlines)
    match block:
        case Passage():
            return plain_blocks(block.blocks) or (Paragraph(()),)
        case Note() | Landscape() | Cover():
            return (replace(block, blocks=plain_blocks(block.blocks)),)
        case List():
            return (replace(block, items=tuple(map(_content, block.items))),)
        case Table():
            rows = tuple(tuple(Cell(_content(one.blocks)) for one in row) for row in block.rows)
            return (replace(block, rows=rows, tall_rows=()),)
        case (
            Heading()
            | Paragraph()
            | Clause()
            | Figure()
            | PictureRow()
            | Contents()
            | PageBreak()
            | Signature()
        ):
            return (block,)
        case InsertedBlock() | DeletedBlock() | ResetBlock():
            raise TypeError("a redline is no version of a document")
        case _:
            assert_never(block)


def _content(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return plain_blocks(blocks) or (Paragraph(()),)
