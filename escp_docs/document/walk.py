"""Ways through a tree. Every kind of block and inline is handled by name."""

import operator
from collections.abc import Callable, Iterator
from typing import TypeVar, assert_never

from msgspec.structs import replace

from escp_docs.document.blocks import (
    Block,
    Cell,
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
)
from escp_docs.document.inlines import (
    AnswerField,
    Checkbox,
    Deleted,
    Elsewhere,
    Emphasis,
    Field,
    Footnote,
    Inline,
    Inserted,
    LineBreak,
    Link,
    Placeholder,
    Reference,
    Strong,
    Text,
)

T = TypeVar("T")


def bare(block: Block) -> Block:
    """Return a block of a redline without what says how it came to stand there."""
    while isinstance(block, InsertedBlock | DeletedBlock | ResetBlock):
        block = block.block
    return block


def within(block: Block) -> tuple[Block, ...]:
    """Return the blocks that stand directly inside `block`, in reading order."""
    match block:
        case Passage() | Note() | Landscape() | Cover():
            return block.blocks
        case List():
            return tuple(inner for item in block.items for inner in item)
        case Table():
            return tuple(inner for row in block.rows for cell in row for inner in cell.blocks)
        case InsertedBlock() | DeletedBlock() | ResetBlock():
            return (block.block,)
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
            return ()
        case _:
            assert_never(block)


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield every block of a tree, each before what it holds, in reading order."""
    for block in blocks:
        yield block
        yield from walk(within(block))


def inlines(block: Block) -> tuple[Inline, ...]:
    """Return the inlines that `block` itself prints, not those of blocks inside it."""
    match block:
        case Heading() | Paragraph() | Clause():
            return block.children
        case Table():
            heads = tuple(inline for column in block.columns for inline in column.head)
            return block.caption + heads
        case Figure():
            return block.caption
        case Cover():
            return block.kicker + block.title + block.subtitle
        case Signature():
            return block.party + tuple(inline for _, row in block.rows for inline in row)
        case List() | PictureRow() | Passage() | Contents() | Note() | Landscape() | PageBreak():
            return ()
        case InsertedBlock() | DeletedBlock() | ResetBlock():
            return ()
        case _:
            assert_never(block)


def within_inline(inline: Inline) -> tuple[Inline, ...]:
    """Return the inlines that stand directly inside `inline`."""
    match inline:
        case Emphasis() | Strong() | Link() | Footnote() | Inserted() | Deleted():
            return inline.children
        case (
            Text()
            | Reference()
            | Elsewhere()
            | Field()
            | Placeholder()
            | AnswerField()
            | Checkbox()
            | LineBreak()
        ):
            return ()
        case _:
            assert_never(inline)


def spread(children: tuple[Inline, ...]) -> Iterator[Inline]:
    """Yield every inline, each before what it holds."""
    for inline in children:
        yield inline
        yield from spread(within_inline(inline))


def plain(children: tuple[Inline, ...]) -> str:
    """Return the words of inlines, without marks of notes and with a space for a new line."""
    words: list[str] = []
    for inline in children:
        match inline:
            case (
                Text()
                | Field()
                | Placeholder()
                | Reference()
                | Elsewhere()
                | AnswerField()
                | Checkbox()
            ):
                words.append(inline.text)
            case Emphasis() | Strong() | Link() | Inserted() | Deleted():
                words.append(plain(inline.children))
            case LineBreak():
                words.append(" ")
            case Footnote():
                pass
            case _:
                assert_never(inline)
    return "".join(words)


def all_inlines(document: Document) -> Iterator[Inline]:
    """Yield every inline of a document in reading order."""
    for block in walk(document.blocks):
        yield from spread(inlines(block))


def headings(document: Document) -> tuple[Heading, ...]:
    """Return the headings in reading order."""
    return tuple(block for block in walk(document.blocks) if isinstance(block, Heading))


def printed_values(document: Document) -> dict[str, str]:
    """Return path and text in the spec of each value that the document prints, in order."""
    values: dict[str, str] = {}
    for block in walk(document.blocks):
        if isinstance(block, Passage) and block.path:
            values[block.path] = block.value
        for inline in spread(inlines(block)):
            if isinstance(inline, Field) and inline.path:
                values[inline.path] = inline.value
    return values


# --- a tree made of another ------------------------------------------------------------------


def mapped(blocks: tuple[Block, ...], change: Callable[[Block], Block]) -> tuple[Block, ...]:
    """Return blocks with each one changed before those inside of it, in reading order.

    What stays as it is is the same object, not a copy.
    """
    return _each(blocks, lambda block: _mapped_within(change(block), change))


def _each(items: tuple[T, ...], change: Callable[[T], T]) -> tuple[T, ...]:
    """Return items changed; the same ones if none is another now."""
    made = tuple(map(change, items))
    return items if all(map(operator.is_, made, items)) else made


def _mapped_within(block: Block, change: Callable[[Block], Block]) -> Block:
    match block:
        case Passage() | Note() | Landscape() | Cover():
            blocks = mapped(block.blocks, change)
            return block if blocks is block.blocks else replace(block, blocks=blocks)
        case List():
            items = _each(block.items, lambda item: mapped(item, change))
            return block if items is block.items else replace(block, items=items)
        case Table():
            rows = _each(block.rows, lambda row: _each(row, lambda one: _cell(one, change)))
            return block if rows is block.rows else replace(block, rows=rows)
        case InsertedBlock() | DeletedBlock() | ResetBlock():
            (inner,) = mapped((block.block,), change)
            return replace(block, block=inner)
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
            return block
        case _:
            assert_never(block)


def _cell(cell: Cell, change: Callable[[Block], Block]) -> Cell:
    blocks = mapped(cell.blocks, change)
    return cell if blocks is cell.blocks else Cell(blocks)


def with_inlines(block: Block, change: Callable[[tuple[Inline, ...]], tuple[Inline, ...]]) -> Block:
    """Return a block with the inlines that it itself prints changed, in the order of `inlines`."""
    match block:
        case Heading() | Paragraph() | Clause():
            children = change(block.children)
            return block if children is block.children else replace(block, children=children)
        case Table():
            caption = change(block.caption)
            columns = tuple(replace(one, head=change(one.head)) for one in block.columns)
            return replace(block, caption=caption, columns=columns)
        case Figure():
            return replace(block, caption=change(block.caption))
        case Cover():
            return replace(
                block,
                kicker=change(block.kicker),
                title=change(block.title),
                subtitle=change(block.subtitle),
            )
        case Signature():
            party = change(block.party)
            rows = tuple((label, change(row)) for label, row in block.rows)
            return replace(block, party=party, rows=rows)
        case List() | PictureRow() | Passage() | Contents() | Note() | Landscape() | PageBreak():
            return block
        case InsertedBlock() | DeletedBlock() | ResetBlock():
            return block
        case _:
            assert_never(block)


def with_each_inline(block: Block, change: Callable[[Inline], Inline]) -> Block:
    """Return a block with every inline that it itself prints changed, and those inside of them."""

    def changed(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return _each(children, lambda child: _changed_within(change(child), changed))

    return with_inlines(block, changed)


def _changed_within(
    inline: Inline, changed: Callable[[tuple[Inline, ...]], tuple[Inline, ...]]
) -> Inline:
    match inline:
        case Emphasis() | Strong() | Link() | Footnote() | Inserted() | Deleted():
            children = changed(inline.children)
            return inline if children is inline.children else replace(inline, children=children)
        case (
            Text()
            | Reference()
            | Elsewhere()
            | Field()
            | Placeholder()
            | AnswerField()
            | Checkbox()
            | LineBreak()
        ):
            return inline
        case _:
            assert_never(inline)
