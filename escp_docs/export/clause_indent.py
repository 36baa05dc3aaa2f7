"""Which blocks go on with the words of the clause above them, and are set in as far as these."""

from typing import assert_never

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
    bare,
)


def inset(blocks: tuple[Block, ...]) -> tuple[bool, ...]:
    """Return for each of some blocks that follow each other whether it goes on with a clause.

    Running text does, from a clause to the next heading. Tables, figures and boxes keep the whole
    width, and what follows them still belongs to the clause.
    """
    found: list[bool] = []
    inside = False
    for block in map(bare, blocks):
        match block:
            case Clause():
                inside = True
                found.append(False)
            case Paragraph() | List() | Passage():
                found.append(inside)
            case Table() | Figure() | PictureRow() | Note():
                found.append(False)
            case Heading() | Contents() | Cover() | Landscape() | PageBreak() | Signature():
                inside = False
                found.append(False)
            case InsertedBlock() | DeletedBlock() | ResetBlock():
                pass  # bare
            case _:
                assert_never(block)
    return tuple(found)
