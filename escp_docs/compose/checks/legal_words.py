"""The words of an agreement apart from what a spec states in them."""

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from escp_docs.document import (
    Block,
    Emphasis,
    Field,
    Inline,
    Passage,
    Placeholder,
    Strong,
    Table,
    Text,
    inlines,
    plain,
    within,
)

_Kinds = tuple[type[Inline], ...]
VALUE: Final = "\u25a1"
"""What stands in place of a value that somebody else wrote."""


def own_blocks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield the blocks of a document's own words: all but what stands in prose of a spec."""
    for block in blocks:
        if not isinstance(block, Passage):
            yield block
            yield from own_blocks(within(block))


def own_words(block: Block) -> str:
    """Return the words of a block with a sign in place of each value that the spec states."""
    return _words(block, (Field, Placeholder))


def printed_words(block: Block) -> str:
    """Return the words of a block with a sign in place of each open fact."""
    return _words(block, (Placeholder,))


def _words(block: Block, kinds: _Kinds) -> str:
    parts = (
        [block.caption, *(one.head for one in block.columns)] if isinstance(block, Table) else []
    )
    words = (plain(tuple(_blanked(part, kinds))) for part in parts or [inlines(block)])
    return " ".join(words).replace("\u00a0", " ").strip()


def _blanked(children: tuple[Inline, ...], kinds: _Kinds) -> Iterator[Inline]:
    for child in children:
        if isinstance(child, kinds):
            yield Text(VALUE)
        elif isinstance(child, Strong | Emphasis):
            yield replace(child, children=tuple(_blanked(child.children, kinds)))
        else:
            yield child
