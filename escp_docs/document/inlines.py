"""What stands within a paragraph: words, values of the spec, marks."""

from enum import StrEnum

from msgspec import Struct

from escp_docs.counting import letter


class Text(Struct, frozen=True):
    """Words as they stand."""

    text: str


class Emphasis(Struct, frozen=True):
    """Words set in italics."""

    children: tuple["Inline", ...]


class Strong(Struct, frozen=True):
    """Words set in bold: a defined term, the label of a row."""

    children: tuple["Inline", ...]


class Link(Struct, frozen=True):
    """Words that lead to a web page or mail address; `url` begins with http(s): or mailto:."""

    url: str
    children: tuple["Inline", ...]


class Reference(Struct, frozen=True):
    """A cross reference to a block with an id, with the words printed for it.

    `text` is all that is printed ("clause 8.3", "Annex 2", "Table 4"); `number` is the part of it
    that a word processor can compute ("8.3", "2", "4"), always the last word of `text`.
    """

    target: str
    text: str
    number: str


class Elsewhere(Struct, frozen=True):
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


class Field(Struct, frozen=True):
    """A value printed as it stands in the spec.

    `path` is its place in the spec ("consortium.partners[0].country"), `value` its text there
    ("PT"), `text` what is printed ("Portugal"); `label` names the value for people. `options` are
    the allowed values of a choice, as written in a spec, each with what is printed for it. Of what
    is sealed, `text` alone is left.
    """

    path: str
    value: str
    text: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    options: tuple[tuple[str, str], ...] = ()


class Placeholder(Struct, frozen=True):
    """A fact that the spec does not say yet, printed as `text` and searchable.

    `question` is asked of `ask`, a partner's id or "coordinator".
    """

    path: str
    text: str
    question: str
    ask: str


class AnswerField(Struct, frozen=True):
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


class Checkbox(Struct, frozen=True):
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


class Footnote(Struct, frozen=True):
    """A note at the foot of the page; its mark stands where the note stands in the text.

    Numbers count from 1 through the document. The same note may be marked more than once with one
    number; only the first of them carries `children`.
    """

    number: int
    children: tuple["Inline", ...]

    @property
    def mark(self) -> str:
        """What is printed: a, b, ... z, aa. A raised figure after a figure reads as a power."""
        return letter(self.number)


class LineBreak(Struct, frozen=True):
    """A new line within a paragraph."""


class Inserted(Struct, frozen=True):
    """Words of a redline that the older version does not have."""

    children: tuple["Inline", ...]


class Deleted(Struct, frozen=True):
    """Words of a redline that the newer version does not have."""

    children: tuple["Inline", ...]


Inline = (
    Text
    | Emphasis
    | Strong
    | Link
    | Reference
    | Elsewhere
    | Field
    | Placeholder
    | AnswerField
    | Checkbox
    | Footnote
    | LineBreak
    | Inserted
    | Deleted
)
