"""Two versions of a document in one tree, with what came, went, and was set otherwise."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from escp_docs.comparing.trees.alignment import aligned
from escp_docs.comparing.trees.moves import with_moves
from escp_docs.comparing.trees.shells import shell
from escp_docs.comparing.trees.units import unit_of, unit_of_item, unit_of_row
from escp_docs.comparing.trees.words import merged_inlines
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
    InsertedBlock,
    Landscape,
    List,
    Note,
    PageBreak,
    Paragraph,
    PictureRow,
    ResetBlock,
    Signature,
    Table,
)

Blocks = tuple[Block, ...]
Row = tuple[Cell, ...]
_Line = Heading | Paragraph | Clause
_Frame = Note | Landscape


def merged(old: Document, new: Document) -> Document:
    """Return the newer document with the older one in it: a redline.

    Both are in the one form in which equal is the same (`plain_document`). What is said of the
    whole (title, date, language, logos) is that of the newer one.
    """
    return replace(new, blocks=with_moves(merged_blocks(old.blocks, new.blocks)))


def merged_blocks(old: Blocks, new: Blocks, *, by_place: bool = False) -> Blocks:
    """Return blocks in which both versions stand, what was deleted before what came for it."""
    if old == new:
        return new
    pairs = aligned(list(map(unit_of, old)), list(map(unit_of, new)), by_place=by_place)
    found: list[Block] = []
    for here, there in pairs:
        if here is None:
            assert there is not None
            found += _each(InsertedBlock, new[there])
        elif there is None:
            found += _each(DeletedBlock, old[here])
        else:
            found.append(_pair(old[here], new[there]))
    return tuple(found)


def _each(kind: type[InsertedBlock | DeletedBlock], block: Block) -> Iterator[Block]:
    """Yield a block that came or went; pages that lie sideways lie so with all that they hold."""
    if isinstance(block, Landscape):
        yield replace(block, blocks=tuple(kind(one) for one in block.blocks))
    else:
        yield kind(block)


def _pair(old: Block, new: Block) -> Block:
    """Return one block in which both versions stand, which are of one kind."""
    if old == new:
        return new
    block = _with_both(old, new)
    was = shell(old)
    return block if was == shell(new) else ResetBlock(block, was)


def _with_both(old: Block, new: Block) -> Block:  # one answer for each kind
    if isinstance(old, _Line) and isinstance(new, _Line):
        return replace(new, children=merged_inlines(old.children, new.children))
    if isinstance(old, List) and isinstance(new, List):
        return replace(new, items=_items(old.items, new.items))
    if isinstance(old, Table) and isinstance(new, Table):
        return _table(old, new)
    if isinstance(old, Figure) and isinstance(new, Figure):
        return replace(new, caption=merged_inlines(old.caption, new.caption))
    if isinstance(old, _Frame) and isinstance(new, _Frame):
        return replace(new, blocks=merged_blocks(old.blocks, new.blocks))
    if isinstance(old, Cover) and isinstance(new, Cover):
        return _cover(old, new)
    if isinstance(old, Signature) and isinstance(new, Signature):
        return _signature(old, new)
    if isinstance(new, PictureRow | Contents | PageBreak):
        return new
    raise TypeError(f"a {type(old).__name__} is no version of a {type(new).__name__}")


def _items(old: Sequence[Blocks], new: Sequence[Blocks]) -> tuple[Blocks, ...]:
    pairs = aligned(list(map(unit_of_item, old)), list(map(unit_of_item, new)))
    found: list[Blocks] = []
    for here, there in pairs:
        if here is None:
            assert there is not None
            found.append(tuple(map(InsertedBlock, new[there])))
        elif there is None:
            found.append(tuple(map(DeletedBlock, old[here])))
        else:
            found.append(merged_blocks(old[here], new[there]))
    return tuple(found)


def _table(old: Table, new: Table) -> Table:
    columns = tuple(
        replace(after, head=merged_inlines(before.head, after.head))
        for before, after in zip(old.columns, new.columns, strict=True)
    )
    caption = merged_inlines(old.caption, new.caption)
    return replace(new, caption=caption, columns=columns, rows=_rows(old.rows, new.rows))


def _rows(old: Sequence[Row], new: Sequence[Row]) -> tuple[Row, ...]:
    found: list[Row] = []
    for here, there in aligned(list(map(unit_of_row, old)), list(map(unit_of_row, new))):
        if here is None:
            assert there is not None
            found.append(_tracked_row(InsertedBlock, new[there]))
        elif there is None:
            found.append(_tracked_row(DeletedBlock, old[here]))
        else:
            found.append(_row(old[here], new[there]))
    return tuple(found)


def _tracked_row(kind: type[InsertedBlock | DeletedBlock], row: Row) -> Row:
    return tuple(Cell(tuple(map(kind, cell.blocks))) for cell in row)


def _row(old: Row, new: Row) -> Row:
    return tuple(
        Cell(merged_blocks(before.blocks, after.blocks, by_place=True))
        for before, after in zip(old, new, strict=True)
    )


def _cover(old: Cover, new: Cover) -> Cover:
    return replace(
        new,
        kicker=merged_inlines(old.kicker, new.kicker),
        title=merged_inlines(old.title, new.title),
        subtitle=merged_inlines(old.subtitle, new.subtitle),
        blocks=merged_blocks(old.blocks, new.blocks),
    )


def _signature(old: Signature, new: Signature) -> Signature:
    rows = tuple(
        (label, merged_inlines(before, after))
        for (_, before), (label, after) in zip(old.rows, new.rows, strict=True)
    )
    return replace(new, party=merged_inlines(old.party, new.party), rows=rows)
