"""The first page of a redline for people who read on paper: what changed since when, with links."""

from msgspec.structs import replace

from escp_docs.comparing.trees.touched import Fate, Touched, touched
from escp_docs.document import (
    Align,
    Block,
    Cell,
    Column,
    Cover,
    Document,
    Inline,
    PageBreak,
    Paragraph,
    Reference,
    Table,
    Text,
)
from escp_docs.language.document_words import RedlineWords
from escp_docs.language.languages import language_of

_WIDTHS = (0.6, 0.22, 0.18)


def with_first_page(redline: Document, before: str, after: str) -> Document:
    """Return a redline behind a page that lists the clauses and sections that it touches.

    Args:
        redline: Two versions in one tree.
        before: What the older version is called: a day, or its name.
        after: What the newer one is called.
    """
    words = language_of(redline.language).redlines
    found = touched(redline, words.start)
    body: tuple[Block, ...] = (_table(found, words),) if found else (_line(words.nothing),)
    about = words.versions.format(title=redline.title, before=before, after=after)
    title = (Text(words.title.format(before=before)),)
    cover = Cover((Text(redline.title),), title, (), (_line(about), *body))
    return replace(redline, blocks=(cover, PageBreak(), *redline.blocks))


def _line(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def _table(found: tuple[Touched, ...], words: RedlineWords) -> Table:
    heads = (words.where, words.what, words.words)
    aligns = (Align.LEFT, Align.LEFT, Align.RIGHT)
    columns = tuple(
        Column((Text(head),), width, align)
        for head, width, align in zip(heads, _WIDTHS, aligns, strict=True)
    )
    return Table(columns, tuple(_row(one, words) for one in found), words.summary)


def _row(one: Touched, words: RedlineWords) -> tuple[Cell, ...]:
    return tuple(
        Cell((Paragraph(content),))
        for content in (_where(one), (Text(_what(one, words)),), (Text(_count(one)),))
    )


def _where(one: Touched) -> tuple[Inline, ...]:
    number = one.number or one.title
    if not one.target:
        return (Text(f"{one.number} {one.title}".strip()),)
    lead = Reference(one.target, number, number)
    return (lead, Text(f" {one.title}")) if one.number and one.title else (lead,)


def _what(one: Touched, words: RedlineWords) -> str:
    named = {Fate.CAME: words.came, Fate.WENT: words.went, Fate.CHANGED: words.changed}
    if one.moved:
        moved = words.moved_to if one.fate is Fate.WENT else words.moved_from
        return moved.format(place=one.moved)
    redrawn = one.is_redrawn and one.fate is Fate.CHANGED and not (one.added or one.struck)
    return words.redrawn if redrawn else named[one.fate]


def _count(one: Touched) -> str:
    parts = (f"+{one.added}" * bool(one.added), f"\u2212{one.struck}" * bool(one.struck))
    return ", ".join(part for part in parts if part)
