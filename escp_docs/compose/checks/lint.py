"""Flaws of a tree that a reader or a validator would stumble over, found before it is written."""

from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from escp_docs.compose.checks.flaw import PLACEHOLDER, Flaw, called
from escp_docs.compose.checks.legal_text import legal_text
from escp_docs.compose.checks.missing_glyphs import missing_glyphs, with_paths
from escp_docs.document import (
    Clause,
    Document,
    Figure,
    Heading,
    Link,
    Passage,
    Placeholder,
    Signature,
    Table,
    inlines,
    plain,
    spread,
    walk,
)
from escp_docs.finding import Severity
from escp_docs.prose.outline import DEEPEST
from escp_docs.prose.reader import read

_SCHEMES: Final = ("http", "https", "mailto")
_TALLEST_MM: Final = 220
_WHOLE: Final = 0.01  # shares of the width that add up to 1 but for rounding


def lint(document: Document) -> tuple[Flaw, ...]:
    """Return the flaws of a document, in reading order by kind."""
    return (
        *_headings(document),
        *_tables(document),
        *_figures(document),
        *_links(document),
        *_ids(document),
        *_lists(document),
        *_placeholders(document),
        *missing_glyphs(document),
        *legal_text(document),
    )


def _headings(document: Document) -> Iterator[Flaw]:
    above = 0
    for block in walk(document.blocks):
        if not isinstance(block, Heading):
            continue
        if block.level > above + 1:
            yield Flaw(
                "skipped-level",
                f"a heading of level {block.level} follows one of level {above}"
                if above
                else f"the first heading has level {block.level}",
                f"make it level {above + 1} in the template",
                document.name,
                called(block),
            )
        if not plain(block.children).strip():
            fix = "give it words in the template"
            yield Flaw("empty-heading", "a heading has no words", fix, document.name, block.id)
        above = block.level


def _tables(document: Document) -> Iterator[Flaw]:
    for block in walk(document.blocks):
        if isinstance(block, Table):
            for message, fix in _of_table(block):
                yield Flaw("table-shape", message, fix, document.name, called(block))


def _of_table(table: Table) -> Iterator[tuple[str, str]]:
    many = len(table.columns)
    if not many:
        yield "the table has no column", "give it columns in the template"
    uneven = [number for number, row in enumerate(table.rows, 1) if len(row) != many]
    if uneven:
        yield (
            f"row {uneven[0]} has {len(table.rows[uneven[0] - 1])} cells for {many} columns",
            "give each row one cell per column",
        )
    if any(not cell.blocks for row in table.rows for cell in row):
        yield "a cell holds nothing at all", "put an empty paragraph into it"
    if many and table.has_head and not any(plain(column.head).strip() for column in table.columns):
        yield "the head row has no words", "name the columns"
    if many and abs(sum(column.width for column in table.columns) - 1) > _WHOLE:
        yield "the widths of the columns do not add up to the whole", "mend widths= in the template"
    if not table.summary.strip():
        yield "the table has no summary for a screen reader", "add summary= in the template"


def _figures(document: Document) -> Iterator[Flaw]:
    for block in walk(document.blocks):
        if not isinstance(block, Figure):
            continue
        if not block.alternative.strip():
            fix = "say in words what it shows"
            message = "the picture has no alternative text"
            yield Flaw("no-alternative", message, fix, document.name, called(block))
        if not 0 < block.height_mm <= _TALLEST_MM or block.width_mm <= 0:
            message = f"the picture is {block.width_mm:g} by {block.height_mm:g} mm"
            fix = f"draw it at most {_TALLEST_MM} mm high"
            yield Flaw("picture-size", message, fix, document.name, called(block))


def _links(document: Document) -> Iterator[Flaw]:
    for block, path in with_paths(document.blocks):
        for inline in spread(inlines(block)):
            if isinstance(inline, Link) and (message := _of_link(inline)):
                fix = "write a link with words that leads to the web or to a mail address"
                yield Flaw("bad-link", message, fix, document.name, called(block), path)


def _of_link(link: Link) -> str:
    if not plain(link.children).strip():
        return f"the link to {link.url!r} has no words"
    try:
        parts = urlsplit(link.url)
    except ValueError:
        return f"the link {link.url!r} is no address"
    if parts.scheme.lower() not in _SCHEMES:
        return f"the link {link.url!r} leads neither to a web page nor to a mail address"
    return "" if parts.netloc or parts.path else f"the link {link.url!r} leads nowhere"


def _ids(document: Document) -> Iterator[Flaw]:
    named = Heading | Clause | Table | Figure
    seen: set[str] = set()
    for block in walk(document.blocks):
        name = block.id if isinstance(block, named) else ""
        if isinstance(block, Signature):
            name = f"signature field {block.field}"
        if name and name in seen:
            fix = "give each an id of its own"
            message = f"the id {name!r} stands twice"
            yield Flaw("duplicate-id", message, fix, document.name, called(block))
        seen.add(name)


def _lists(document: Document) -> Iterator[Flaw]:
    for block in walk(document.blocks):
        if isinstance(block, Passage) and (levels := read(block.value).levels) > DEEPEST:
            yield Flaw(
                "deep-list",
                f"a list has {levels} levels; what is below the level {DEEPEST} is set at it",
                "write it with fewer levels",
                document.name,
                called(block),
                block.path,
                Severity.WARNING,
            )


def _placeholders(document: Document) -> Iterator[Flaw]:
    for block in walk(document.blocks):
        for inline in spread(inlines(block)):
            if isinstance(inline, Placeholder):
                message, fix = f"{inline.text} is open", f"ask {inline.ask}: {inline.question}"
                where = called(block)
                yield Flaw(PLACEHOLDER, message, fix, document.name, where, inline.path)
