"""The words of a document tree, piece by piece, in the order in which every format prints them."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from lxml import etree
from msgspec import Struct

from escp_docs.document import (
    AnswerField,
    Checkbox,
    Deleted,
    Document,
    Elsewhere,
    Emphasis,
    Field,
    Figure,
    Footnote,
    Inline,
    Inserted,
    LineBreak,
    Link,
    Picture,
    PictureRow,
    Placeholder,
    Reference,
    Strong,
    Text,
    all_inlines,
    plain,
    spread,
    walk,
)
from escp_docs.language.languages import language_of
from escp_docs.produced.normalize import squeezed
from escp_docs.produced.printed_lines import printed_lines


class Piece(Struct, frozen=True):
    """A heading, paragraph, clause, caption, head or cell.

    Args:
        text: Its words, with the marks of notes.
        number: The number of a heading or clause, which a word processor computes.
        is_heading: Whether it begins a section.
        paths: Where the values in it stand in the spec.
        is_head: Whether it stands in the head of a table, which pages repeat.
        label: What stands before it in an ordered list: "3.", "b)".
    """

    text: str
    number: str = ""
    is_heading: bool = False
    paths: tuple[str, ...] = ()
    is_head: bool = False
    label: str = ""

    @property
    def whole(self) -> str:
        """The number and the words."""
        return f"{self.number} {self.text}"


class ExpectedText(Struct, frozen=True):
    """What a document says: its pieces, each note with its number, the words in each figure.

    `running` are the words at the head of every page, `links` the addresses that it leads to,
    `asides` what it says beside its pages: title, author, date, words for pictures; `foot` what
    stands beside the number of each page. `is_counted`: whether the labels of lists are known.
    """

    pieces: tuple[Piece, ...]
    notes: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    running: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()
    foot: str = ""
    is_counted: bool = True


def expected_text(document: Document, running: Sequence[str] = (), foot: str = "") -> ExpectedText:
    """Return what a document says; `running` and `foot` stand at the head and foot of its pages."""
    figures = [one for one in walk(document.blocks) if isinstance(one, Figure)]
    return ExpectedText(
        tuple(_pieces(document)),
        tuple(notes(document)),
        tuple(_drawn(one.svg) for one in figures),
        tuple(running),
        tuple(dict.fromkeys(_links(document))),
        (
            *(document.title, document.author, document.subject, ", ".join(document.keywords)),
            document.date.isoformat(),
            *(words for one in figures for words in (one.alternative, plain(one.caption))),
            *(one.alternative for one in (*document.logos, *_shown(document))),
            *dict.fromkeys(_questions(document)),
        ),
        foot,
    )


def _questions(document: Document) -> Iterator[str]:
    """Yield what is asked beside the words, in comments of Word and hints of HTML."""
    words = language_of(document.language).questions
    for one in all_inlines(document):
        if isinstance(one, Placeholder):
            asked = words.answered_by.format(question=one.question, ask=one.ask)
            yield from (asked, words.missing.format(question=asked))


def _shown(document: Document) -> Iterator[Picture]:
    for block in walk(document.blocks):
        if isinstance(block, PictureRow):
            yield from block.items


def _links(document: Document) -> Iterator[str]:
    for inline in all_inlines(document):
        if isinstance(inline, Link):
            yield inline.url
        if isinstance(inline, Elsewhere):
            yield inline.address


def printed(document: Document) -> str:
    """Return the words of the text, with numbers and marks of notes, but without the notes."""
    return squeezed(" ".join(pieces(document)))


def pieces(document: Document) -> list[str]:
    """Return the words of the text piece by piece, with numbers."""
    return [one.whole for one in _pieces(document)]


def notes(document: Document) -> list[str]:
    """Return each note with its number, in order, squeezed."""
    marks = [i for i in all_inlines(document) if isinstance(i, Footnote) and i.children]
    return [squeezed(f"{note.mark} {plain(note.children)}") for note in marks]


def _pieces(document: Document) -> Iterator[Piece]:
    for line in printed_lines(document):
        prose = (line.prose,) if line.prose else ()
        paths = prose + _paths(line.inlines)
        yield Piece(
            _line(line.inlines), line.number, line.is_heading, paths, line.is_head, line.label
        )


def _paths(children: tuple[Inline, ...]) -> tuple[str, ...]:
    return tuple(one.path for one in spread(children) if isinstance(one, Field))


def _line(children: tuple[Inline, ...]) -> str:
    words: list[str] = []
    for inline in children:
        match inline:
            case Footnote():
                words.append(inline.mark)
            case Emphasis() | Strong() | Link() | Inserted() | Deleted():
                words.append(_line(inline.children))
            case (
                Text()
                | Reference()
                | Elsewhere()
                | Field()
                | Placeholder()
                | AnswerField()
                | Checkbox()
                | LineBreak()
            ):
                words.append(plain((inline,)))
            case _:
                assert_never(inline)
    return " ".join("".join(words).split())


_SVG_TEXT = "{http://www.w3.org/2000/svg}text"


def _drawn(svg: str) -> str:
    return drawn(etree.fromstring(svg.encode()))


def drawn(picture: etree._Element) -> str:
    """Return the words in an SVG, squeezed."""
    texts = (text for one in picture.iter(_SVG_TEXT) for text in one.itertext())
    return squeezed(" ".join(str(text) for text in texts))
