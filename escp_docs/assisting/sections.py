"""The sections of the documents in which a key is printed, and the rules that these answer."""

from collections.abc import Iterator

from msgspec import Struct

from escp_docs.document import Block, Document, Heading, plain, walk
from escp_docs.document.blocks import Passage
from escp_docs.document.inlines import AnswerField, Field, Placeholder
from escp_docs.document.walk import inlines, spread


class PrintedSection(Struct, frozen=True):
    """A section of a document: its number and title, and the codes of the rules it answers."""

    document: str
    number: str
    title: str
    answers: tuple[str, ...]


def sections_of(document: Document, path: str) -> tuple[PrintedSection, ...]:
    """Return the sections in which a path of the spec, or something below it, is printed."""
    found: dict[PrintedSection, None] = {}
    around: list[Heading] = []
    for block in walk(document.blocks):
        if isinstance(block, Heading):
            around = [*(one for one in around if one.level < block.level), block]
        if around and any(is_at(one, path) for one in _paths(block)):
            found.setdefault(_section(document, around))
    return tuple(found)


def is_at(path: str, key: str) -> bool:
    """Whether a path is a key, or leads below it."""
    return path == key or (path.startswith(key) and path[len(key) : len(key) + 1] in (".", "["))


def _section(document: Document, around: list[Heading]) -> PrintedSection:
    nearest = around[-1]
    answers = next((one.answers for one in reversed(around) if one.answers), ())
    return PrintedSection(document.title, nearest.number, plain(nearest.children), answers)


def _paths(block: Block) -> Iterator[str]:
    if isinstance(block, Passage):
        yield block.path
    for inline in spread(inlines(block)):
        if isinstance(inline, Field | Placeholder | AnswerField):
            yield inline.path
