"""The document tree: what a document says, before any format.

Templates become this tree; every writer reads it and nothing else. Numbers of headings, clauses,
captions and notes are settled when the tree is made, so that all formats print the same ones.
All values are frozen; text is Unicode without control and private-use characters.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from escp_docs.counting import ARABIC, Numbers

# --- inlines -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """Words as they stand."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words set in italics."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """Words set in bold: a defined term, the label of a row."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a web page or mail address; `url` begins with http(s): or mailto:."""

    url: str
    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A cross reference to a block with an id, with the words printed for it.

    `text` is all that is printed ("clause 8.3", "Annex 2", "Table 4"); `number` is the part of it
    that a word processor can compute ("8.3", "2", "4"), always the last word of `text`.
    """

    target: str
    text: str
    number: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A cross reference to a heading of another document of the same folder, by name and id."""

    document: str
    target: str
    text: str

    @property
    def address(self) -> str:
        """Where an HTML file of the same folder finds it."""
        return f"{self.document}.html#{self.target}"


class FieldKind(StrEnum):
    """What sort of value a field holds, as far as an editing control needs to know."""

    TEXT = "text"
    DATE = "date"
    NUMBER = "number"
    CHOICE = "choice"
    FLAG = "flag"
    PROSE = "prose"
    LINES = "lines"  # a list, one entry to a line


@dataclass(frozen=True, slots=True)
class Field:
    """A value printed as it stands in the spec.

    `path` is its place in the spec ("consortium.partners[0].country"), `value` its text there
    ("PT"), `text` what is printed ("Portugal"); `label` names the value for people. `options` are
    the allowed values of a choice, as written in a spec, each with what is printed for it.
    """

    path: str
    value: str
    text: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A fact that the spec does not say yet, printed as `text` and searchable.

    `question` is asked of `ask`, a partner's id or "coordinator".
    """

    path: str
    text: str
    question: str
    ask: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Room for a value that the spec does not state, to be written by whoever is asked for it.

    `path` is the place of the value in the spec, `text` what stands there until it is written;
    `label`, `kind` and `options` are those of a field. Other than a placeholder, it leaves nothing
    open: the document asks, and is complete as it is.
    """

    path: str
    text: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Checkbox:
    """A box to tick; `label` says for a screen reader what a tick means.

    A tick puts `value` into the list at `path` of the spec; both are empty where the box is ticked
    on paper alone.
    """

    label: str
    checked: bool = False
    path: str = ""
    value: str = ""

    @property
    def text(self) -> str:
        """The sign that is printed."""
        return "\u2612" if self.checked else "\u2610"


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the foot of the page; its mark stands where the note stands in the text.

    Numbers count from 1 through the document. The same note may be marked more than once with one
    number; only the first of them carries `children`.
    """

    number: int
    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line within a paragraph."""


Inline = (
    Text
    | Emphasis
    | Strong
    | Link
    | Reference
    | Elsewhere
    | Field
    | Placeholder
    | Answer
    | Checkbox
    | Footnote
    | LineBreak
)

# --- blocks ------------------------------------------------------------------------------------


class Numbering(StrEnum):
    """The list that numbers a heading; each level of it has a form of its own.

    level      LETTERS          LEGAL       ANNEX
    1          Section A:       Part I      Annex 1
    2          A.1              1.          -
    3          A.1.1            -           -
    4          A.1.1.1          -           -

    LEGAL headings of level 2 count on through all parts; clauses stand below them (1.1, (a), (i)).
    """

    NONE = "none"
    LETTERS = "letters"
    LEGAL = "legal"
    ANNEX = "annex"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4.

    `number` is the printed label ("Section A:", "A.1.1", "Part I", "8.", "Annex 2"), empty if
    `numbering` is NONE. `id` is unique in the document. `answers` are the codes of the rules whose
    requirement the section below answers; `official` is False for a section that the form of the
    call may not have.
    """

    level: int
    children: tuple[Inline, ...]
    id: str
    numbering: Numbering = Numbering.NONE
    number: str = ""
    answers: tuple[str, ...] = ()
    official: bool = True


class Style(StrEnum):
    """How a paragraph is set."""

    BODY = "body"
    LEAD = "lead"  # the opening of a section, a little larger
    SMALL = "small"  # legends, remarks under tables
    CENTRED = "centred"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    children: tuple[Inline, ...]
    style: Style = Style.BODY


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered clause of an agreement, below a LEGAL heading of level 2.

    `level` 1 prints "8.3", level 2 "(a)", level 3 "(i)"; `number` is that label. `id` is empty if
    nothing refers to the clause. `reference` is how others cite it: "8.3", "8.3(a)".
    """

    level: int
    children: tuple[Inline, ...]
    number: str
    reference: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class List:
    """A list of items, each a sequence of blocks; `numbers` are the labels of an ordered one."""

    items: tuple[tuple["Block", ...], ...]
    ordered: bool = False
    numbers: Numbers = ARABIC


class Align(StrEnum):
    """How the cells of a column are set."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head (empty in a table without a head row), its share of the width, its set.

    Widths are shares of the table's width and add up to 1.
    """

    head: tuple[Inline, ...]
    width: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a body row; `blocks` are paragraphs, lists and passages, at least one."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has one cell per column, nothing spans.

    Without `has_head` the first cell of each row is its head (a table of facts). With `row_heads`
    the first cell of each row is a head as well. `total` sets the last row as a total. A caption
    is printed above as "Table 3. caption"; `number` is 0 and nothing printed if it is empty.
    `summary` says for a screen reader what the table shows.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    summary: str
    caption: tuple[Inline, ...] = ()
    number: int = 0
    id: str = ""
    has_head: bool = True
    row_heads: bool = False
    total: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture as SVG text, with its caption ("Figure 1. caption") printed below.

    `alternative` says in words what the picture shows. `width_mm` and `height_mm` are the size at
    which it is meant to be printed, the height at most 220.
    """

    svg: str
    alternative: str
    caption: tuple[Inline, ...]
    number: int
    id: str
    width_mm: float
    height_mm: float


@dataclass(frozen=True, slots=True)
class Passage:
    """Blocks that were written as prose in the spec, under one path; `value` is the prose."""

    path: str
    value: str
    label: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents: headings of level 1 to `depth`, under an unnumbered title."""

    title: str
    depth: int


@dataclass(frozen=True, slots=True)
class Cover:
    """The head of the document: a small line above, the title, a line below, then blocks."""

    kicker: tuple[Inline, ...]
    title: tuple[Inline, ...]
    subtitle: tuple[Inline, ...]
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Note:
    """Blocks set apart in a box."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Landscape:
    """Blocks on pages of their own, turned sideways."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Signature:
    """The block in which one person signs, never split over pages.

    `field` names the signature field, unique in the document: letters, digits, dot, hyphen.
    `party` is set above; `rows` are label and content, with an empty content ruled to write on;
    the place of the signature itself is the writer's to draw, under the label `sign_here`.
    """

    field: str
    party: tuple[Inline, ...]
    rows: tuple[tuple[str, tuple[Inline, ...]], ...]
    sign_here: str = "Signature"


Block = (
    Heading
    | Paragraph
    | Clause
    | List
    | Table
    | Figure
    | Passage
    | Contents
    | Cover
    | Note
    | Landscape
    | PageBreak
    | Signature
)


@dataclass(frozen=True, slots=True)
class Document:
    """One document in reading order.

    `acronym` and `date` head every page, with the word DRAFT while `draft`. `language` is a
    BCP 47 tag. `author` is who issues the document, `keywords` help to find the file.
    """

    name: str
    title: str
    acronym: str
    date: date
    language: str
    author: str
    draft: bool
    blocks: tuple[Block, ...]
    subject: str = ""
    keywords: tuple[str, ...] = field(default=())


def within(block: Block) -> tuple[Block, ...]:
    """Return the blocks that stand directly inside `block`, in reading order."""
    match block:
        case Passage() | Note() | Landscape() | Cover():
            return block.blocks
        case List():
            return tuple(inner for item in block.items for inner in item)
        case Table():
            return tuple(inner for row in block.rows for cell in row for inner in cell.blocks)
        case _:
            return ()


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield every block of a tree, each before what it holds, in reading order."""
    for block in blocks:
        yield block
        yield from walk(within(block))


def inlines(block: Block) -> tuple[Inline, ...]:
    """Return the inlines that `block` itself prints, not those of blocks inside it."""
    match block:
        case Heading() | Paragraph() | Clause():
            return block.children
        case Table():
            heads = tuple(inline for column in block.columns for inline in column.head)
            return block.caption + heads
        case Figure():
            return block.caption
        case Cover():
            return block.kicker + block.title + block.subtitle
        case Signature():
            return block.party + tuple(inline for _, row in block.rows for inline in row)
        case _:
            return ()


def spread(children: tuple[Inline, ...]) -> Iterator[Inline]:
    """Yield every inline, each before what it holds."""
    for inline in children:
        yield inline
        match inline:
            case Emphasis() | Strong() | Link() | Footnote():
                yield from spread(inline.children)
            case _:
                pass


def plain(children: tuple[Inline, ...]) -> str:
    """Return the words of inlines, without marks of notes and with a space for a new line."""
    words: list[str] = []
    for inline in children:
        match inline:
            case (
                Text() | Field() | Placeholder() | Reference() | Elsewhere() | Answer() | Checkbox()
            ):
                words.append(inline.text)
            case Emphasis() | Strong() | Link():
                words.append(plain(inline.children))
            case LineBreak():
                words.append(" ")
            case Footnote():
                pass
    return "".join(words)


def all_inlines(document: Document) -> Iterator[Inline]:
    """Yield every inline of a document in reading order."""
    for block in walk(document.blocks):
        yield from spread(inlines(block))


def headings(document: Document) -> tuple[Heading, ...]:
    """Return the headings in reading order."""
    return tuple(block for block in walk(document.blocks) if isinstance(block, Heading))


_SHORT_ROWS = 9  # a table that is shorter in rows and in words is kept on one page
_SHORT_WORDS = 180


def keeps_with_next(table: Table, index: int) -> bool:
    """Whether a body row stays on the page of the row below it.

    So a short table is not torn, and neither the first row nor a total stands alone.
    """
    last = len(table.rows) - 1
    if index >= last:
        return False
    return index in (0, last - 1) or (last < _SHORT_ROWS and _words(table) <= _SHORT_WORDS)


def _words(table: Table) -> int:
    return sum(len(plain(inlines(block)).split()) for block in walk(within(table)))


def printed_values(document: Document) -> dict[str, str]:
    """Return path and text in the spec of each value that the document prints, in order."""
    values: dict[str, str] = {}
    for block in walk(document.blocks):
        if isinstance(block, Passage):
            values[block.path] = block.value
        for inline in spread(inlines(block)):
            if isinstance(inline, Field):
                values[inline.path] = inline.value
    return values
