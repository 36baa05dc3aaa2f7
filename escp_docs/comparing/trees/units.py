"""What each block, row and item is looked for by in another version of its document."""

from collections.abc import Iterator
from typing import assert_never

from escp_docs.comparing.trees.alignment import AlignedUnit
from escp_docs.document import (
    Block,
    Cell,
    Clause,
    Contents,
    Cover,
    DeletedBlock,
    Figure,
    Footnote,
    Heading,
    InsertedBlock,
    Landscape,
    List,
    Note,
    PageBreak,
    Paragraph,
    Passage,
    Picture,
    PictureRow,
    ResetBlock,
    Signature,
    Table,
    inlines,
    plain,
    spread,
    walk,
)
from escp_docs.prose.words import words


def unit_of(block: Block) -> AlignedUnit:
    """Return what a block is looked for by."""
    return AlignedUnit(_name(block), _kind(block), _words(block))


def unit_of_item(blocks: tuple[Block, ...]) -> AlignedUnit:
    """Return what an item is looked for by."""
    return AlignedUnit(None, "item", [word for block in blocks for word in _words(block)])


def unit_of_row(row: tuple[Cell, ...]) -> AlignedUnit:
    """Return what a row is looked for by: its first cell names it, unless that counts the rows."""
    cells = [[word for block in cell.blocks for word in _words(block)] for cell in row]
    if len(cells) > 1 and all(word.isdecimal() for word in cells[0]):
        cells = cells[1:]
        name = ""
    else:
        name = " ".join(cells[0]) if len(cells) > 1 else ""
    return AlignedUnit(name or None, "row", [word for cell in cells for word in (*cell, "\n")])


def _words(block: Block) -> list[str]:
    """Return the words of a block with those of its notes, without blanks."""
    return [word for one in walk((block,)) for word in _own_words(one)]


def _own_words(block: Block) -> Iterator[str]:
    match block:
        case Figure():
            yield block.alternative
        case PictureRow():
            yield from (_of_picture(one) for one in block.items)
        case Contents():
            yield block.title
        case Signature():
            yield from (block.field, *(label for label, _ in block.rows))
        case (
            Heading()
            | Paragraph()
            | Clause()
            | List()
            | Table()
            | Passage()
            | Cover()
            | Note()
            | Landscape()
            | PageBreak()
            | InsertedBlock()
            | DeletedBlock()
            | ResetBlock()
        ):
            pass
        case _:
            assert_never(block)
    own = inlines(block)
    texts = [plain(own)]
    texts += [plain(one.children) for one in spread(own) if isinstance(one, Footnote)]
    yield from (word for text in texts for word in words(text) if not word.isspace())


def _of_picture(picture: Picture) -> str:
    return f"{picture.source} {picture.content} {picture.alternative}"


def _name(block: Block) -> str | None:
    match block:
        case Heading() | Clause() | Table() | Figure():
            return block.id or None
        case Signature():
            return block.field
        case Contents() | Cover():
            return type(block).__name__  # there is one of each
        case (
            Paragraph()
            | List()
            | PictureRow()
            | Passage()
            | Note()
            | Landscape()
            | PageBreak()
            | InsertedBlock()
            | DeletedBlock()
            | ResetBlock()
        ):
            return None
        case _:
            assert_never(block)


def _kind(block: Block) -> tuple[object, ...]:
    """Return what both blocks of a pair have in common, so that one can become the other."""
    name = type(block).__name__
    match block:
        case Heading():
            return name, block.level, block.numbering
        case Clause():
            return name, block.level
        case List():
            return name, block.ordered, block.numbers
        case Table():
            return name, len(block.columns), block.has_head, block.row_heads, block.total
        case PictureRow():
            return name, tuple(map(_of_picture, block.items))
        case Contents():
            return name, block.depth, block.title
        case Signature():
            return name, tuple(label for label, _ in block.rows), block.sign_here, bool(block.party)
        case (
            Paragraph()
            | Figure()
            | Passage()
            | Cover()
            | Note()
            | Landscape()
            | PageBreak()
            | InsertedBlock()
            | DeletedBlock()
            | ResetBlock()
        ):
            return (name,)
        case _:
            assert_never(block)
