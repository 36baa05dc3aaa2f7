"""Numbers of headings, clauses, captions and notes, and the cross references that use them."""

import operator
import re
import unicodedata
from collections.abc import Callable
from typing import assert_never

from msgspec import Struct, field
from msgspec.structs import replace

from escp_docs.compose.markdown.markup import MarkupError
from escp_docs.counting import letter, roman
from escp_docs.document import (
    AnswerField,
    Block,
    Checkbox,
    Clause,
    Contents,
    Cover,
    Deleted,
    DeletedBlock,
    Elsewhere,
    Emphasis,
    Field,
    Figure,
    Footnote,
    Heading,
    Inline,
    Inserted,
    InsertedBlock,
    Landscape,
    LineBreak,
    Link,
    List,
    Note,
    Numbering,
    PageBreak,
    Paragraph,
    Passage,
    PictureRow,
    Placeholder,
    Reference,
    ResetBlock,
    Signature,
    Strong,
    Table,
    Text,
    mapped,
    plain,
    with_inlines,
)
from escp_docs.language.language import Language

_DEEPEST_CLAUSE = 3
_IF_THERE = "?"  # behind an id: the form of a call may not have that section
_NOWHERE = "–"


class _Anchor(Struct, frozen=True):
    """How a block with an id is cited: the word before its number, and it; what a heading says."""

    word: str
    number: str
    title: str = ""


class _Counts(Struct):
    """How far each list has come, and in whose words its numbers are told."""

    language: Language
    letters: list[int] = field(default_factory=lambda: [0] * 4)
    parts: int = 0
    articles: int = 0
    annexes: int = 0
    clauses: list[int] = field(default_factory=lambda: [0] * _DEEPEST_CLAUSE)
    tables: int = 0
    figures: int = 0
    notes: dict[tuple[Inline, ...], int] = field(default_factory=dict)
    anchors: dict[str, _Anchor] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)


def numbered(blocks: tuple[Block, ...], language: Language) -> tuple[Block, ...]:
    """Return `blocks` with every number and cross reference settled, in words of a language.

    Raises:
        MarkupError: an id that stands twice, or a reference to one that does not stand at all.
    """
    counts = _Counts(language)
    with_numbers = mapped(blocks, lambda block: _number(block, counts))
    return mapped(with_numbers, lambda block: _settle(block, counts))


def citing(blocks: tuple[Block, ...], language: Language) -> Callable[[str, str], str]:
    """Return what says how a reference to an id of numbered blocks is printed.

    It takes the word of the mark, empty for the usual one, and the id; what has no such id is
    printed in brackets.
    """
    counts = _Counts(language)
    mapped(blocks, lambda block: _number(block, counts))

    def cited(word: str, target: str) -> str:
        try:
            return _reference(Reference(target, word, ""), counts).text
        except MarkupError:
            return f"[{target}]"

    return cited


# --- the first pass: numbers -----------------------------------------------------------------


def _number(block: Block, counts: _Counts) -> Block:
    match block:
        case Heading():
            return _heading(block, counts)
        case Clause():
            return _clause(block, counts)
        case Table():
            if not block.caption:
                return block
            counts.tables += 1
            _anchor(block.id, _Anchor(counts.language.captions.table, str(counts.tables)), counts)
            return replace(block, number=counts.tables)
        case Figure():
            counts.figures += 1
            anchor = block.id or f"figure-{counts.figures}"
            _anchor(anchor, _Anchor(counts.language.captions.figure, str(counts.figures)), counts)
            return replace(block, number=counts.figures, id=anchor)
        case (
            Paragraph()
            | List()
            | PictureRow()
            | Passage()
            | Contents()
            | Cover()
            | Note()
            | Landscape()
            | PageBreak()
            | Signature()
            | InsertedBlock()
            | DeletedBlock()
            | ResetBlock()
        ):
            return block
        case _:
            assert_never(block)


def _heading(heading: Heading, counts: _Counts) -> Heading:
    label, anchor = _label(heading, counts)
    name = heading.id or _slug(f"{label} {plain(heading.children)}", counts)
    anchor = replace(anchor, title=plain(heading.children))
    _anchor(name, anchor, counts)
    return replace(heading, number=label, id=name)


def _label(heading: Heading, counts: _Counts) -> tuple[str, _Anchor]:
    words = counts.language.headings
    match heading.numbering:
        case Numbering.NONE:
            return "", _Anchor("", "")
        case Numbering.ANNEX:
            counts.annexes += 1
            number = str(counts.annexes)
            return words.annex.format(number=number), _Anchor(words.cited_annex, number)
        case Numbering.LETTERS:
            return _letters(heading.level, counts)
        case Numbering.LEGAL:
            return _legal(heading, counts)


def _letters(level: int, counts: _Counts) -> tuple[str, _Anchor]:
    counts.letters[level - 1] += 1
    counts.letters[level:] = [0] * (4 - level)
    words = counts.language.headings
    letter = chr(ord("A") - 1 + max(counts.letters[0], 1))
    if level == 1:
        return words.section.format(number=letter), _Anchor(words.cited_section, letter)
    number = ".".join([letter, *map(str, counts.letters[1:level])])
    return number, _Anchor(words.cited_section, number)


def _legal(heading: Heading, counts: _Counts) -> tuple[str, _Anchor]:
    words = counts.language.headings
    counts.clauses = [0] * _DEEPEST_CLAUSE
    if heading.level == 1:
        counts.parts += 1
        part = roman(counts.parts).upper()
        return words.part.format(number=part), _Anchor(words.cited_part, part)
    if heading.level > 2:  # noqa: PLR2004  # the list has two levels of headings
        raise MarkupError(
            "a heading of an agreement has level 1 or 2; clauses stand below it",
            plain(heading.children),
        )
    counts.articles += 1
    return f"{counts.articles}.", _Anchor(words.cited_clause, str(counts.articles))


def _clause(clause: Clause, counts: _Counts) -> Clause:
    level = clause.level
    counts.clauses[level - 1] += 1
    counts.clauses[level:] = [0] * (_DEEPEST_CLAUSE - level)
    first, second, third = counts.clauses
    if not counts.articles or (level > 1 and not first):
        raise MarkupError("a clause has nothing above it", plain(clause.children)[:40])
    labels = (f"{counts.articles}.{first}", f"({letter(second)})", f"({roman(third)})")
    reference = "".join(labels[:level])
    _anchor(clause.id, _Anchor(counts.language.headings.cited_clause, reference), counts)
    return replace(clause, number=labels[level - 1], reference=reference)


def _slug(text: str, counts: _Counts) -> str:
    ascii_ = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_).strip("-")[:48] or "section"
    name, turn = slug, 2
    while name in counts.ids:
        name, turn = f"{slug}-{turn}", turn + 1
    return name


def _anchor(name: str, anchor: _Anchor, counts: _Counts) -> None:
    if not name:
        return
    if name in counts.ids:
        raise MarkupError(f"the id {name!r} stands twice", f"#{name}")
    counts.ids.add(name)
    counts.anchors[name] = anchor


# --- the second pass: references and notes ---------------------------------------------------


def _settle(block: Block, counts: _Counts) -> Block:
    return with_inlines(block, lambda children: _settled(children, counts))


def _settled(children: tuple[Inline, ...], counts: _Counts) -> tuple[Inline, ...]:
    """Return inlines with numbers; the same ones if none of them has any."""
    made = tuple(_inline(one, counts) for one in children)
    return children if all(map(operator.is_, made, children)) else made


def _inline(inline: Inline, counts: _Counts) -> Inline:
    match inline:
        case Emphasis() | Strong() | Link() | Inserted() | Deleted():
            children = _settled(inline.children, counts)
            return inline if children is inline.children else replace(inline, children=children)
        case Reference():
            return _reference(inline, counts)
        case Footnote():
            known = counts.notes.get(inline.children)
            if known is not None:
                return Footnote(known, ())
            counts.notes[inline.children] = len(counts.notes) + 1
            return Footnote(len(counts.notes), inline.children)
        case (
            Text()
            | Elsewhere()
            | Field()
            | Placeholder()
            | AnswerField()
            | Checkbox()
            | LineBreak()
        ):
            return inline
        case _:
            assert_never(inline)


def _reference(reference: Reference, counts: _Counts) -> Reference | Text:
    target = reference.target.removesuffix(_IF_THERE)
    anchor = counts.anchors.get(target)
    if target != reference.target and not (anchor and anchor.number):
        return Text(
            anchor.title if anchor else _NOWHERE
        )  # what has no number is cited by its words
    if anchor is None:
        raise MarkupError(
            f"a reference leads to {reference.target!r}, and nothing has that id",
            f"#{reference.target}",
        )
    word = reference.text or anchor.word
    # A no-break space keeps the number with its word.
    text = anchor.number if word == "-" or not word else f"{word}\u00a0{anchor.number}"
    return replace(reference, target=target, text=text, number=anchor.number)
