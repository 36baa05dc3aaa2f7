"""What a file says otherwise than it was sent: values, prose, ticks, rows, words, remarks."""

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from escp_docs.produced.sent import Span
from escp_docs.prose.weaving import Wanted
from escp_docs.prose.words import same_words
from escp_docs.pull.returned import NOBODY, Comment, Hand


class ValueChange(Struct, frozen=True):
    """A value that stands in the file in other words.

    Args:
        key: Its anchor.
        kind: What sort of value it is, as of a field.
        base: As the spec stated it; None if it stated none.
        shown: What was printed.
        text: What stands there now.
        hand: Who changed it.
        options: The allowed values of a choice, each with what was printed for it.
        doubt: Why it cannot be told for sure; empty where it can.
    """

    key: str
    kind: str
    base: str | None
    shown: str
    text: str
    hand: Hand = NOBODY
    options: tuple[tuple[str, str], ...] = ()
    doubt: str = ""


class TickChange(Struct, frozen=True):
    """A box that is ticked now, or is not any more: `option` goes into the list at `key`.

    `said` is what somebody wrote there that is no tick; then it is none that can be taken.
    """

    key: str
    option: str
    is_ticked: bool
    hand: Hand = NOBODY
    said: str = ""


class ProseChange(Struct, frozen=True):
    """A prose that stands in the file in other words.

    Args:
        key: Its anchor.
        base: Its text as the spec stated it.
        paragraphs: What came back for each paragraph that was sent; None for one that is gone.
        added: What came after each paragraph, by its number from 0; -1 is before the first.
        hand: Who changed it.
    """

    key: str
    base: str
    paragraphs: tuple[Wanted | None, ...]
    added: Mapping[int, tuple[Wanted, ...]] = field(default_factory=dict)
    hand: Hand = NOBODY


class WordingChange(Struct, frozen=True):
    """Words of a template that were changed: in an agreement, the wording of a clause.

    `block` is the id of the clause or heading, `number` what is printed before it; `before` or
    `after` is empty where a paragraph was added or taken out. `markdown` is what stands there now,
    with the marks of cross references that were left alone.
    """

    before: str
    after: str
    hand: Hand = NOBODY
    block: str = ""
    number: str = ""
    is_clause: bool = False
    markdown: str = ""


class RowAdded(Struct, frozen=True):
    """A row that somebody added to a table of entries.

    `near` is the anchor of the entry in the row before or after it, or of the list; `values` are
    the words of the new row under the keys that the cells of that row have below the entry, and
    `places` says in which cell each of them stands, as far as it is known. `faults` are cells that
    no value can be read from, in words.
    """

    near: str
    values: tuple[tuple[str, str], ...]
    text: str
    hand: Hand = NOBODY
    places: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[str, ...] = ()


class RowRemoved(Struct, frozen=True):
    """A row of a table of entries that somebody took out; `key` is the anchor of the entry."""

    key: str
    text: str
    hand: Hand = NOBODY


class ShownCell(Struct, frozen=True):
    """A cell of a table as it was sent: its words, and the values among them."""

    text: str
    spans: tuple[Span, ...] = ()


class ShownRow(Struct, frozen=True):
    """A row of a table of entries as it was sent: its entry, and its cells by column, from 0."""

    entry: str
    cells: Mapping[int, ShownCell]


class RowInTable(Struct, frozen=True):
    """A row that somebody added to a table of entries in a Word file.

    Args:
        near: The anchor of the entry in the nearest row.
        cells: What stands in it, by column.
        text: All of it.
        rows: The rows that were sent, by which its columns are understood.
        heads: The words above the columns; none where the table has no head.
        hand: Who added it.
    """

    near: str
    cells: Mapping[int, str]
    text: str
    rows: tuple[ShownRow, ...]
    heads: Mapping[int, str] = field(default_factory=dict)
    hand: Hand = NOBODY


class RowUntold(Struct, frozen=True):
    """A row that was added, struck or moved, of which the file does not say what that comes to.

    Args:
        before: What it said; empty if it was added.
        after: What it says now; empty if it was struck.
        hand: Whose it is.
        names: What the rows of its table begin with, this one first.
        key: The anchor of the entry that it is about; empty if it is about none.
        heads: The words above the columns; none where the table has no head.
    """

    before: str
    after: str
    hand: Hand = NOBODY
    names: tuple[str, ...] = ()
    key: str = ""
    heads: Mapping[int, str] = field(default_factory=dict)


class CommentAt(Struct, frozen=True):
    """A comment, with the words that it is on and the anchor that is nearest to them."""

    comment: Comment
    quoted: str
    key: str = ""


Change = (
    ValueChange
    | TickChange
    | ProseChange
    | WordingChange
    | RowAdded
    | RowInTable
    | RowRemoved
    | RowUntold
)


class FileReading(Struct, frozen=True):
    """All that is said in a file otherwise than it was sent, in its order."""

    changes: tuple[Change, ...]
    remarks: tuple[CommentAt, ...]
    corrected: int = 0
    """Paragraphs in which a program changed quotation marks, dashes or blanks alone."""
    unread: tuple[str, ...] = ()
    """What of the file could not be read, in words, and what to do about it."""


def answer(text: str, hint: str) -> str:
    """Return what was written into a field, without what stood there to be written over."""
    if hint.strip() and hint.strip() in text:
        text = text.replace(hint.strip(), " ", 1)
    return text.strip()


def agreed(several: Sequence[ValueChange]) -> ValueChange:
    """Return the change of a value that stands in several places of a document."""
    sure = [one for one in several if not one.doubt] or several
    texts = dict.fromkeys(same_words(one.text) for one in sure)
    if len(texts) == 1:
        return sure[0]
    words = " and ".join(f'"{one}"' for one in texts)
    first = sure[0]
    return ValueChange(
        first.key,
        first.kind,
        first.base,
        first.shown,
        first.text,
        first.hand,
        first.options,
        f"it stands in several places, which say {words}",
    )
