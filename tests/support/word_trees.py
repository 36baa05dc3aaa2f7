"""Small documents for the tests of the Word writer, and the words of any document."""

import re
from datetime import date
from functools import lru_cache

from msgspec.structs import replace

from escp_docs.document import (
    Block,
    Cell,
    Clause,
    Column,
    Contents,
    Cover,
    Document,
    Figure,
    Heading,
    Inline,
    Numbering,
    Paragraph,
    Signature,
    Table,
    Text,
    headings,
    plain,
    walk,
)
from escp_docs.export.word.writer import to_docx
from tests.support.look import look
from tests.support.sample import sample
from tests.support.word_reading import (
    WordFile,
)


def written(*blocks: Block, draft: bool = False, **changes: str) -> WordFile:
    return WordFile(to_docx(document(*blocks, draft=draft, **changes), look()).data)


def document(*blocks: Block, draft: bool = False, **changes: str) -> Document:
    made = Document(
        name="test",
        title="Title",
        acronym="ACR",
        date=date(2020, 11, 20),
        language="en-GB",
        author="Author",
        draft=draft,
        blocks=blocks,
    )
    return replace(made, **changes)


def text(*children: Inline) -> Paragraph:
    return Paragraph(children)


def heading(number: str, numbering: Numbering, level: int = 1, name: str = "") -> Heading:
    return Heading(level, (Text(f"Heading {number}"),), name or number, numbering, number)


def clause(level: int, number: str, reference: str) -> Clause:
    return Clause(level, (Text(f"Clause {reference}"),), number, reference, f"clause-{reference}")


def squeezed(words_: str) -> str:
    return re.sub(r"\s", "", words_)


def tree_words(block: Block, tree: Document) -> list[str]:
    """Return the words that a block prints itself, in the order in which it prints them."""
    match block:
        case Heading() | Paragraph() | Clause():
            return [plain(block.children)]
        case Cover():
            return [plain(block.kicker), plain(block.title), plain(block.subtitle)]
        case Contents():
            contents = [h for h in headings(tree) if h.level <= block.depth]
            return [block.title, *(f"{h.number} {plain(h.children)}" for h in contents)]
        case Table():
            label = f"Table {block.number}. " if block.caption else ""
            return [label + plain(block.caption), *(plain(c.head) for c in block.columns)]
        case Figure():
            return [f"Figure {block.number}. {plain(block.caption)}"]
        case Signature():
            rows = [word for label, row in block.rows for word in (label, plain(row))]
            return [plain(block.party), *rows, block.sign_here]
        case _:
            return []


def all_words(tree: Document) -> list[str]:
    return [word for block in walk(tree.blocks) for word in tree_words(block, tree) if word]


def table(*cells: Inline) -> Table:
    row = tuple(Cell((text(inline),)) for inline in cells)
    columns = tuple(Column((Text("head"),), 1 / len(cells)) for _ in cells)
    return Table(columns, (row,), "summary")


@lru_cache(maxsize=1)
def written_sample() -> WordFile:
    return WordFile(to_docx(sample(), look()).data)
