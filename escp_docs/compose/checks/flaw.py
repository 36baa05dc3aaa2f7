"""A flaw of a document, found before it is written."""

from typing import Final, assert_never

from msgspec import Struct

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
    inlines,
    plain,
)
from escp_docs.finding import Severity

GLYPH: Final = "missing-glyph"
PLACEHOLDER: Final = "placeholder-left"
_SHOWN: Final = 50


class Flaw(Struct, frozen=True):
    """One flaw of a document.

    `block` says where in the document it is ("table 'Risks'"), `path` where in the spec, empty if
    no single value is at fault. Errors keep a document a draft; warnings do not. `characters` are
    those that no font has.
    """

    name: str
    message: str
    fix: str
    document: str
    block: str = ""
    path: str = ""
    severity: Severity = Severity.ERROR
    characters: tuple[str, ...] = ()


def called(block: Block) -> str:
    """Return what a block is called in messages: its kind and its first words."""
    kind = type(block).__name__.lower()
    match block:
        case Table():
            words = plain(block.caption) or block.summary
        case Figure():
            words = plain(block.caption) or block.id
        case PictureRow():
            words = ", ".join(one.source for one in block.items)
        case Heading():
            words = f"{block.number} {plain(block.children)}".strip()
        case Signature():
            words = plain(block.signer)
        case InsertedBlock() | DeletedBlock() | ResetBlock():
            return called(block.block)
        case (
            Paragraph()
            | Clause()
            | List()
            | Passage()
            | Contents()
            | Cover()
            | Note()
            | Landscape()
            | PageBreak()
        ):
            words = plain(inlines(block))
        case _:
            assert_never(block)
    short = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
    return f"{kind} {short!r}"
