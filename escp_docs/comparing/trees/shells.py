"""A block without its words: how it is numbered, named, drawn and set."""

from typing import assert_never

from msgspec.structs import replace

from escp_docs.document import (
    Block,
    Clause,
    Contents,
    Cover,
    DeletedBlock,
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
)

_Line = Heading | Paragraph | Clause
_Frame = Note | Landscape


def shell(block: Block) -> Block:
    """Return a block without its words."""
    match block:
        case Heading() | Paragraph() | Clause():
            return replace(block, children=())
        case List():
            return replace(block, items=())
        case Table():
            columns = tuple(replace(one, head=()) for one in block.columns)
            return replace(block, caption=(), columns=columns, rows=())
        case Figure():
            return replace(block, caption=())
        case Passage() | Note() | Landscape():
            return replace(block, blocks=())
        case Cover():
            return Cover((), (), (), ())
        case Signature():
            return replace(block, party=(), rows=tuple((label, ()) for label, _ in block.rows))
        case Contents() | PageBreak() | PictureRow():
            return block
        case InsertedBlock() | DeletedBlock() | ResetBlock():
            raise TypeError("a redline is no version of a document")
        case _:
            assert_never(block)


def filled(was: Block, block: Block) -> Block:
    """Return a block numbered, named, drawn and set as another one, with its own words."""
    if isinstance(was, _Line) and isinstance(block, _Line):
        return replace(was, children=block.children)
    if isinstance(was, List) and isinstance(block, List):
        return replace(was, items=block.items)
    if isinstance(was, Table) and isinstance(block, Table):
        columns = tuple(
            replace(one, head=other.head)
            for one, other in zip(was.columns, block.columns, strict=True)
        )
        return replace(was, caption=block.caption, columns=columns, rows=block.rows)
    if isinstance(was, Figure) and isinstance(block, Figure):
        return replace(was, caption=block.caption)
    if isinstance(was, _Frame) and isinstance(block, _Frame):
        return replace(was, blocks=block.blocks)
    if isinstance(was, Signature) and isinstance(block, Signature):
        return replace(was, party=block.party, rows=block.rows)
    return block if isinstance(was, Cover) else was
