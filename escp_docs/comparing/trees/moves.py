"""What went here and came there with the same words was moved."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.comparing.trees.units import unit_of
from escp_docs.document import (
    Block,
    Clause,
    DeletedBlock,
    Heading,
    InsertedBlock,
    ResetBlock,
    Table,
    bare,
    mapped,
    within,
)

_LEAST_WORDS: Final = 4  # "None." may come and go without having moved


class _Way(Struct, frozen=True):
    """A block that came or went, and the number of the clause or heading that it stands at."""

    block: InsertedBlock | DeletedBlock
    place: str


def with_moves(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks of a redline, with those that were moved saying from and to where."""
    ways = list(_ways(blocks))
    came = _once([way for way in ways if isinstance(way.block, InsertedBlock)])
    went = _once([way for way in ways if isinstance(way.block, DeletedBlock)])
    moved: dict[int, str] = {}
    for key in came.keys() & went.keys():
        moved[id(came[key].block)] = went[key].place
        moved[id(went[key].block)] = came[key].place

    def told(block: Block) -> Block:
        if isinstance(block, InsertedBlock | DeletedBlock) and moved.get(id(block)):
            return replace(block, moved=moved[id(block)])
        return block

    return mapped(blocks, told) if moved else blocks


def _once(ways: list[_Way]) -> dict[object, _Way]:
    """Return blocks by what they say, those alone that say it once."""
    keys = [unit_of(way.block.block).key for way in ways]
    counts = Counter(keys)
    return {
        key: way
        for key, way in zip(keys, ways, strict=True)
        if counts[key] == 1 and len(key[1]) >= _LEAST_WORDS
    }


def _ways(blocks: tuple[Block, ...]) -> Iterator[_Way]:
    """Yield what came and went, but for rows: whether these were moved is seen at once."""
    old = new = ""
    for block in _outside_tables(blocks):
        inner = bare(block)
        if isinstance(inner, Heading | Clause):
            if not isinstance(block, DeletedBlock):
                new = _number(inner) or new
            if isinstance(block, DeletedBlock):
                old = _number(inner) or old
            elif isinstance(block, ResetBlock) and isinstance(block.was, Heading | Clause):
                old = _number(block.was) or old
            elif not isinstance(block, InsertedBlock):
                old = _number(inner) or old
        if isinstance(block, InsertedBlock):
            yield _Way(block, new)
        elif isinstance(block, DeletedBlock):
            yield _Way(block, old)


def _outside_tables(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield blocks, each before what it holds, as they stand in a redline."""
    for block in blocks:
        yield block
        inner = block.block if isinstance(block, ResetBlock) else block
        if not isinstance(inner, Table | InsertedBlock | DeletedBlock):
            yield from _outside_tables(within(inner))


def _number(block: Heading | Clause) -> str:
    number = block.reference if isinstance(block, Clause) else block.number
    return number.rstrip(".:")
