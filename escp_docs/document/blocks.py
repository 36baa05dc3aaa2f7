"""What a document is built of: headings, paragraphs, tables; and the document itself."""

from datetime import date
from enum import StrEnum

from msgspec import Struct, field

from escp_docs.counting import ARABIC, Numbers
from escp_docs.document.inlines import Inline


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


class Heading(Struct, frozen=True):
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


class Paragraph(Struct, frozen=True):
    """Running text."""

    children: tuple[Inline, ...]
    style: Style = Style.BODY


class Clause(Struct, frozen=True):
    """A numbered clause of an agreement, below a LEGAL heading of level 2.

    `level` 1 prints "8.3", level 2 "(a)", level 3 "(i)"; `number` is that label. `id` is empty if
    nothing refers to the clause. `reference` is how others cite it: "8.3", "8.3(a)". `remark` is
    what is said about it: in a comment of a Word file, in the margin of a page.
    """

    level: int
    children: tuple[Inline, ...]
    number: str
    reference: str
    id: str = ""
    remark: str = ""


class List(Struct, frozen=True):
    """A list of items, each a sequence of blocks; `numbers` are the labels of an ordered one."""

    items: tuple[tuple["Block", ...], ...]
    ordered: bool = False
    numbers: Numbers = ARABIC


class Align(StrEnum):
    """How the cells of a column are set."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


class Column(Struct, frozen=True):
    """A column: its head (empty in a table without a head row), its share of the width, its set.

    Widths are shares of the table's width and add up to 1.
    """

    head: tuple[Inline, ...]
    width: float
    align: Align = Align.LEFT


class Cell(Struct, frozen=True):
    """A cell of a body row; `blocks` are paragraphs, lists and passages, at least one."""

    blocks: tuple["Block", ...]


class Table(Struct, frozen=True):
    """A table; every row has one cell per column, nothing spans.

    Without `has_head` the first cell of each row is its head (a table of facts). With `row_heads`
    the first cell of each row is a head as well. `total` sets the last row as a total. A caption
    is printed above as "Table 3. caption"; `number` is 0 and nothing printed if it is empty.
    `summary` says for a screen reader what the table shows. `tall_rows` are those in which a page
    may end; whoever knows the page says so.
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
    tall_rows: tuple[int, ...] = ()


class Figure(Struct, frozen=True):
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


class PictureKind(StrEnum):
    """What a picture is made of."""

    PNG = "png"
    JPEG = "jpeg"
    SVG = "svg"


class Picture(Struct, frozen=True):
    """A picture from a file, as it is shown.

    `source` is the file as the spec names it, or the key that names it. `content` is the text of
    an SVG, the bytes of others in Base64; it is empty until the file is read. `alternative` says
    in words what is to be seen. `width_mm` and `height_mm` are the size at which it is printed.
    """

    source: str
    alternative: str
    kind: PictureKind = PictureKind.PNG
    content: str = ""
    width_mm: float = 0.0
    height_mm: float = 0.0


class PictureRow(Struct, frozen=True):
    """Pictures side by side: one that stands in a prose, the logos on a cover."""

    items: tuple[Picture, ...]
    align: Align = Align.LEFT


class Passage(Struct, frozen=True):
    """Blocks that were written as prose in the spec, under one path; `value` is the prose."""

    path: str
    value: str
    label: str
    blocks: tuple["Block", ...]


class Contents(Struct, frozen=True):
    """The table of contents: headings of level 1 to `depth`, under an unnumbered title."""

    title: str
    depth: int


class Cover(Struct, frozen=True):
    """The head of the document: a small line above, the title, a line below, then blocks."""

    kicker: tuple[Inline, ...]
    title: tuple[Inline, ...]
    subtitle: tuple[Inline, ...]
    blocks: tuple["Block", ...]


class Note(Struct, frozen=True):
    """Blocks set apart in a box."""

    blocks: tuple["Block", ...]


class Landscape(Struct, frozen=True):
    """Blocks on pages of their own, turned sideways."""

    blocks: tuple["Block", ...]


class PageBreak(Struct, frozen=True):
    """What follows begins on a new page."""


class Signature(Struct, frozen=True):
    """The block in which one person signs, never split over pages.

    `field` names the signature field, unique in the document: letters, digits, dot, hyphen.
    `party` is set above; it is empty for whoever signs for the party of the block before, beside
    the first person. `rows` are label and content, with an empty content ruled to write on;
    the place of the signature itself is the writer's to draw, under the label `sign_here`.
    """

    field: str
    party: tuple[Inline, ...]
    rows: tuple[tuple[str, tuple[Inline, ...]], ...]
    sign_here: str = "Signature"

    @property
    def signer(self) -> tuple[Inline, ...]:
        """Who signs here, for whoever cannot see the block before: the party, else the person."""
        return self.party or (self.rows[0][1] if self.rows else ())


class InsertedBlock(Struct, frozen=True):
    """A block of a redline that the older version does not have, or has elsewhere.

    `moved` is the number of the clause or heading where it stood in the older version; it is empty
    for what is new. Of a row or an item that is new, each block is one of these.
    """

    block: "Block"
    moved: str = ""


class DeletedBlock(Struct, frozen=True):
    """A block of a redline that the newer version does not have, or has elsewhere.

    `moved` is the number of the clause or heading where it stands in the newer version.
    """

    block: "Block"
    moved: str = ""


class ResetBlock(Struct, frozen=True):
    """A block of a redline that is numbered, named, drawn or set otherwise in the older version.

    `was` is the block of the older version without its words.
    """

    block: "Block"
    was: "Block"


Block = (
    Heading
    | Paragraph
    | Clause
    | List
    | Table
    | Figure
    | PictureRow
    | Passage
    | Contents
    | Cover
    | Note
    | Landscape
    | PageBreak
    | Signature
    | InsertedBlock
    | DeletedBlock
    | ResetBlock
)


class CalendarEvent(Struct, frozen=True):
    """Something on a day, or on several, for programs that keep calendars.

    `id` is the same in every version of a document; `about` says whom it concerns.
    """

    id: str
    first: date
    last: date
    words: str
    about: str


class Document(Struct, frozen=True):
    """One document in reading order.

    `acronym` and `date` head every page, with the word DRAFT while `draft`. `language` is a
    BCP 47 tag. `author` is who issues the document, `keywords` help to find the file. What is
    `sealed` carries nothing that it does not print; see `sealing`. `sending` names its words at the
    foot of every page, so that a file that comes back is known. `logos` stand at the head of every
    page: that of the partnership, or none. `events` are what a calendar tells.
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
    sealed: bool = False
    sending: str = ""
    logos: tuple[Picture, ...] = ()
    events: tuple[CalendarEvent, ...] = ()
