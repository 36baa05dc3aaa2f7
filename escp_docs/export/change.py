"""What became of words and blocks of a redline."""

from collections.abc import Iterator
from enum import StrEnum

from escp_docs.document import (
    Block,
    Deleted,
    DeletedBlock,
    Footnote,
    Inline,
    Inserted,
    InsertedBlock,
    inlines,
    within,
    within_inline,
)


class ChangeMark(StrEnum):
    """Whether words came or went, by the name of the element in Word and on the web."""

    CAME = "ins"
    WENT = "del"


def change_of(marked: Inserted | Deleted | InsertedBlock | DeletedBlock) -> ChangeMark:
    """Return what became of words or of a block."""
    return ChangeMark.CAME if isinstance(marked, Inserted | InsertedBlock) else ChangeMark.WENT


def notes_in(
    blocks: tuple[Block, ...], change: ChangeMark | None = None
) -> Iterator[tuple[Footnote, ChangeMark | None]]:
    """Yield the notes in reading order, and what became of each."""
    for block in blocks:
        now = change_of(block) if isinstance(block, InsertedBlock | DeletedBlock) else change
        yield from _notes_of(inlines(block), now)
        yield from notes_in(within(block), now)


def _notes_of(
    children: tuple[Inline, ...], change: ChangeMark | None
) -> Iterator[tuple[Footnote, ChangeMark | None]]:
    for inline in children:
        if isinstance(inline, Footnote):
            yield inline, change
        now = change_of(inline) if isinstance(inline, Inserted | Deleted) else change
        yield from _notes_of(within_inline(inline), now)
