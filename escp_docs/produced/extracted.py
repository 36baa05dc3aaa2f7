"""What a produced file shows, whatever its format."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct, field


class ExtractedText(Struct, frozen=True):
    """The words of a produced file.

    Args:
        text: The text in reading order, without notes, figures and running heads.
        notes: Each note with its number, squeezed.
        figures: The words in each drawn figure, squeezed; None if they cannot be read.
        heads: The words of each running head and foot, squeezed; those of whole pages where the
            file is not whole.
        feet: The words of each running foot beside the number of the page, squeezed, where a file
            keeps them apart.
        links: The addresses that a reader can follow.
        asides: What stands beside the pages: title, author, date, words for pictures, bookmarks.
        contents: The rows of the contents that show a page: their words, squeezed, and the page.
        values: The values by their path in the spec that the file carries along; None without.
        labels: What stands before the items of ordered lists, in order; None if it is not known.
            Where the text has no numbers, those of headings and clauses are among them.
        dangers: What no writer of ours puts in: code, foreign links, hidden values.
        remarks: What else is to be said of the file.
        is_numbered: Whether headings and clauses show their numbers as text.
        is_whole: Whether the text is in reading order; else it is that of the pages, line by line.
        has_pages: Whether a table that goes on over a page has its head again there.
    """

    text: str
    notes: tuple[str, ...] = ()
    figures: tuple[str, ...] | None = None
    heads: tuple[str, ...] = ()
    feet: tuple[str, ...] = ()
    links: frozenset[str] = frozenset()
    asides: tuple[str, ...] = ()
    contents: tuple[tuple[str, int], ...] = ()
    values: Mapping[str, str] | None = None
    labels: tuple[str, ...] | None = None
    dangers: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    is_numbered: bool = True
    is_whole: bool = True
    has_pages: bool = False


class Cells(Struct, frozen=True):
    """The cells of a workbook, by sheet and address, each with its value and its formula.

    A plain file has one sheet, without a name, and values alone.
    """

    cells: Mapping[tuple[str, str], tuple[str, str]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    dangers: tuple[str, ...] = ()
    is_plain: bool = False
