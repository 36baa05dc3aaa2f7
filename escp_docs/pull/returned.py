"""What a file says that came back: its paragraphs run by run, and what was said beside them."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from msgspec import Struct, field


class UnreadableReturnError(Exception):
    """A file that came back cannot be read; the message says why, and what to do."""


class Hand(Struct, frozen=True):
    """Who did something, and when, as far as the file says; `when` is a moment of ISO 8601."""

    who: str = ""
    when: str = ""


NOBODY: Final = Hand()
"""Nobody that the file names."""


def hands_together(hands: Iterable[Hand]) -> Hand:
    """Return several hands as one: each name once, in order, and the last moment."""
    known = list(hands)
    names = list(dict.fromkeys(one.who for one in known if one.who))
    who = " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
    return Hand(who, max((one.when for one in known), default=""))


class Run(Struct, frozen=True):
    """Words of a paragraph that look alike.

    Args:
        text: The words; a line break is one.
        bold: Whether they stand out by weight from their paragraph.
        italic: The same of slant.
        url: The address that they lead to; empty if to none.
        inserted: Who inserted them, if that was tracked.
        deleted: Who deleted them, if that was tracked.
        control: The tag or title of the content control around them; empty without one.
        comments: The ids of the comments that stand at them.
    """

    text: str
    bold: bool = False
    italic: bool = False
    url: str = ""
    inserted: Hand | None = None
    deleted: Hand | None = None
    control: str = ""
    comments: tuple[str, ...] = ()


class ReturnedLine(Struct, frozen=True):
    """A paragraph of a file that came back.

    Args:
        runs: Its words, with those whose deletion was tracked.
        item: The list level of an item, from 1; 0 if it is no item.
        is_numbered: Whether the item has a number.
        cell: Table, row and column that it stands in, each from 0; None outside of tables.
        is_title: Whether it says what the table below is called: pandoc makes a paragraph of that.
    """

    runs: tuple[Run, ...]
    item: int = 0
    is_numbered: bool = False
    cell: tuple[int, int, int] | None = None
    is_title: bool = False

    @property
    def text(self) -> str:
        """The words as they are to be now."""
        return "".join(run.text for run in self.runs if run.deleted is None)

    @property
    def kept(self) -> tuple[Run, ...]:
        """The runs as they are to be now."""
        return tuple(run for run in self.runs if run.deleted is None)


class Comment(Struct, frozen=True):
    """A remark in the margin: its id, whose, its words, the id of the one that it answers."""

    id: str
    hand: Hand
    text: str
    answers: str = ""
    is_settled: bool = False


CellNote = tuple[str, tuple[int, int], Comment]
"""A note of a cell: the name of its sheet, row and column, each from 0, and what it says."""


class ReturnedCell(Struct, frozen=True):
    """A cell: what it shows, the formula that makes that, and whether it is an error."""

    text: str
    formula: str = ""
    is_error: bool = False


class ReturnedSheet(Struct, frozen=True):
    """A sheet: its name, empty in a file of one; its cells by row and column, each from 0."""

    name: str
    cells: Mapping[tuple[int, int], ReturnedCell]

    @property
    def rows(self) -> dict[int, dict[int, ReturnedCell]]:
        """The rows that hold something, by number."""
        found: dict[int, dict[int, ReturnedCell]] = {}
        for (row, column), cell in sorted(self.cells.items()):
            found.setdefault(row, {})[column] = cell
        return found


class Returned(Struct, frozen=True):
    """A file that came back.

    Args:
        name: As it was named by whoever pulls it.
        lines: Its paragraphs in reading order, those of its notes last.
        sendings: What may be the id of the sending, from the feet of its pages.
        document: The name of the document, if the file still carries it.
        values: The values that it carries along, by anchor, as the spec stated them.
        comments: The remarks in its margins, but for those that we wrote ourselves.
        cell_notes: Those of them that are notes of cells, with their places.
        saved_by: The program that saved it last, with its version.
        hand: Who saved it last.
        printed: The date on its pages, if it is known.
        sheets: Its sheets, if it is a workbook or a CSV file; `lines` are their cells then.
        heads: The lines at the head of pages, for each kind of page that has a head of its own.
        feet: The same of the foot.
        struck: Who struck rows of tables, where that was tracked, by the words of their lines.
    """

    name: str
    lines: tuple[ReturnedLine, ...]
    sendings: tuple[str, ...] = ()
    document: str = ""
    values: tuple[tuple[str, str], ...] = ()
    comments: tuple[Comment, ...] = ()
    saved_by: str = ""
    hand: Hand = NOBODY
    printed: date | None = None
    sheets: tuple[ReturnedSheet, ...] = ()
    cell_notes: tuple[CellNote, ...] = ()
    struck: Mapping[tuple[str, ...], Hand] = field(default_factory=dict)
    heads: tuple[tuple[ReturnedLine, ...], ...] = ()
    feet: tuple[tuple[ReturnedLine, ...], ...] = ()
