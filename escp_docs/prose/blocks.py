"""Prose to blocks of the tree: paragraphs, lists, tables, footnotes, and nothing else."""

from collections.abc import Iterator
from typing import Final, assert_never

from msgspec.structs import replace

from escp_docs.document import (
    Block,
    Cell,
    Clause,
    Column,
    Contents,
    Cover,
    DeletedBlock,
    Figure,
    Heading,
    Inline,
    InsertedBlock,
    Landscape,
    LineBreak,
    List,
    Note,
    PageBreak,
    Paragraph,
    Passage,
    Picture,
    PictureRow,
    ResetBlock,
    Signature,
    Strong,
    Table,
    Text,
    plain,
)
from escp_docs.prose.inline import Guard, Inliner, joined
from escp_docs.prose.pictures import picture_in, typed
from escp_docs.prose.reader import read
from escp_docs.prose.structure import Grid, Items, Node, ProseTree, Words

_WIDE: Final = 60  # characters beyond which a column gets no more room
_BULLET: Final = "•"


def blocks_of(text: str, guard: Guard) -> tuple[Block, ...]:
    """Return the blocks of a prose, at least one; `guard` makes its words printable."""
    reading = read(text)
    inliner, blocks = _written(reading, guard)
    if inliner.used != reading.notes.keys():
        # A note that nothing marks after all (its mark stands in code) is printed where it stands.
        _, blocks = _written(read(text, inliner.used), guard)
    return blocks or (Paragraph((Text(""),)),)


def _written(reading: ProseTree, guard: Guard) -> tuple[Inliner, tuple[Block, ...]]:
    inliner = Inliner(guard)
    notes = {
        label: in_line(_blocks(nodes, Inliner(guard))) for label, nodes in reading.notes.items()
    }
    inliner.notes.update(notes)
    return inliner, _blocks(reading.nodes, inliner)


def in_line(blocks: tuple[Block, ...]) -> tuple[Inline, ...]:
    """Return the words of blocks as one line, paragraphs, items and cells parted by line breaks."""
    words: list[Inline] = []
    for line in lines_in(blocks):
        words += [LineBreak(), *line] if words else line
    return tuple(words)


def lines_in(  # noqa: C901, PLR0912  # one case for each kind
    blocks: tuple[Block, ...],
) -> Iterator[tuple[Inline, ...]]:
    """Yield the words of each paragraph, item and cell; an item after its label."""
    for block in blocks:
        match block:
            case Paragraph():
                yield block.children
            case List():
                for index, item in enumerate(block.items):
                    label = block.numbers.label(index) if block.ordered else _BULLET
                    first, *others = [*lines_in(item)] or [()]
                    yield joined([Text(f"{label} "), *first])
                    yield from others
            case Table():
                if block.has_head:
                    yield from (column.head for column in block.columns)
                for row in block.rows:
                    for cell in row:
                        yield from lines_in(cell.blocks)
            case Passage() | Note() | Landscape() | Cover():
                yield from lines_in(block.blocks)
            case Heading() | Clause():
                yield block.children
            case InsertedBlock() | DeletedBlock() | ResetBlock():
                yield from lines_in((block.block,))
            case PictureRow():
                yield from ((Text(typed(one)),) for one in block.items)
            case Figure() | Contents() | PageBreak() | Signature():
                pass  # no line of a prose becomes one
            case _:
                assert_never(block)


def _blocks(nodes: list[Node], inliner: Inliner) -> tuple[Block, ...]:
    return tuple(_block(node, inliner) for node in nodes)


def _block(node: Node, inliner: Inliner) -> Block:
    match node:
        case Words():
            if picture := picture_in(node):
                return PictureRow((_printable(picture, inliner.guard),))
            words = inliner.words(node)
            # A partner's heading must not upset the outline of the document.
            return Paragraph((Strong(words),) if node.is_heading else words)
        case Items():
            items = tuple(
                _blocks(item, inliner) or (Paragraph((Text(""),)),) for item in node.items
            )
            if node.numbers is None:
                return List(items)
            return List(items, ordered=True, numbers=node.numbers)
        case Grid():
            return _table(node, inliner)


def _printable(picture: Picture, guard: Guard) -> Picture:
    return replace(picture, source=guard(picture.source), alternative=guard(picture.alternative))


def _table(grid: Grid, inliner: Inliner) -> Table:
    texts = [[inliner.text(cell.text) for cell in row] for row in grid.rows]
    no_heads: list[tuple[Inline, ...]] = [() for _ in grid.aligns]
    heads = texts.pop(0) if grid.has_head else no_heads
    rows = tuple(tuple(Cell((Paragraph(words),)) for words in row) for row in texts)
    columns = tuple(
        Column(head, share, align)
        for head, share, align in zip(heads, _shares(heads, texts), grid.aligns, strict=True)
    )
    named = "columns" if grid.has_head else "rows"
    names = heads if grid.has_head else [row[0] for row in texts]
    summary = f"Table with the {named} " + ", ".join(plain(name) for name in names)
    # Where a column has no head, a cell is told by the first of its row.
    row_heads = grid.has_head and not all(plain(head).strip() for head in heads)
    return Table(columns, rows, summary, has_head=grid.has_head, row_heads=row_heads)


def _shares(
    heads: list[tuple[Inline, ...]], rows: list[list[tuple[Inline, ...]]]
) -> tuple[float, ...]:
    """Return the share of the width that each column gets: more words, more room."""
    longest = [
        max(len(plain(head)), *(len(plain(row[index])) for row in rows), 4)
        for index, head in enumerate(heads)
    ]
    weights = [min(length, _WIDE) ** 0.7 for length in longest]
    return tuple(weight / sum(weights) for weight in weights)
