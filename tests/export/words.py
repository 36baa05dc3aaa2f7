"""The words of a document in the order in which every format prints them."""

import re
from collections.abc import Iterator

from escp_docs.document import (
    Block,
    Clause,
    Contents,
    Cover,
    Document,
    Emphasis,
    Figure,
    Footnote,
    Heading,
    Inline,
    Link,
    Paragraph,
    Signature,
    Strong,
    Table,
    all_inlines,
    headings,
    plain,
    within,
)


def squeezed(words: str) -> str:
    """Return words without what a line break may change: spaces, and hyphens at its end."""
    return re.sub(r"[\s\u2010\u2068\u2069-]", "", words)


def printed(document: Document) -> str:
    """Return the words of the text, with numbers and marks of notes, but without the notes."""
    return squeezed(" ".join(pieces(document)))


def pieces(document: Document) -> list[str]:
    """Return the words of the text piece by piece: headings, clauses, captions, heads, cells."""
    return list(_words(document.blocks, document))


def notes(document: Document) -> list[str]:
    """Return each note with its number, in order."""
    marks = [i for i in all_inlines(document) if isinstance(i, Footnote) and i.children]
    return [squeezed(f"{note.number} {plain(note.children)}") for note in marks]


def _words(blocks: tuple[Block, ...], document: Document) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading() | Clause():
                yield f"{block.number} {_line(block.children)}"
            case Paragraph():
                yield _line(block.children)
            case Table():
                yield from _table(block, document)
            case Figure():
                yield f"Figure {block.number}. {_line(block.caption)}"
            case Contents():
                yield block.title
                rows = [h for h in headings(document) if h.level <= block.depth]
                yield from (f"{row.number} {plain(row.children)}" for row in rows)
            case Cover():
                yield from map(_line, (block.kicker, block.title, block.subtitle))
                yield from _words(block.blocks, document)
            case Signature():
                yield _line(block.party)
                yield from (f"{label} {_line(content)}" for label, content in block.rows)
                yield block.sign_here
            case _:
                yield from _words(within(block), document)


def _table(table: Table, document: Document) -> Iterator[str]:
    if table.caption:
        yield f"Table {table.number}. {_line(table.caption)}"
    yield from (_line(column.head) for column in table.columns)
    yield from _words(within(table), document)


def _line(children: tuple[Inline, ...]) -> str:
    words: list[str] = []
    for inline in children:
        match inline:
            case Footnote():
                words.append(str(inline.number))
            case Emphasis() | Strong() | Link():
                words.append(_line(inline.children))
            case _:
                words.append(plain((inline,)))
    return "".join(words)
