"""What a prose is made of: paragraphs, lists and tables of lines as typed, and doubts."""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct, field

from escp_docs.counting import Numbers
from escp_docs.document import Align
from escp_docs.prose.lines import Line
from escp_docs.prose.marks import Family


class Words(Struct):
    """A paragraph.

    Args:
        lines: Its lines; marks that make it a paragraph, such as those of a heading, are cut off.
        is_heading: Whether it was marked as a heading.
        keeps_lines: Whether each line stays a line.
        is_verbatim: Whether its marks are printed and not read.
        is_apart: Whether it stands by itself: a line that only looks like an item or a quotation.
    """

    lines: list[Line]
    is_heading: bool = False
    keeps_lines: bool = False
    is_verbatim: bool = False
    is_apart: bool = False


class Items(Struct):
    """A list, `numbers` as typed; None for bullets."""

    family: Family
    numbers: Numbers | None
    items: list[list["Node"]] = field(default_factory=list)


class Grid(Struct):
    """A table: rows of cells, each row as wide as the widest."""

    rows: list[list[Line]]
    has_head: bool
    aligns: list[Align]


Node = Words | Items | Grid


class Doubt(NamedTuple):
    """A place of a prose that can be read in two ways: `line` and `column` count from 1."""

    line: int
    column: int
    message: str
    fix: str


def doubt_at(line: Line, message: str, fix: str) -> Doubt:
    """Return the doubt about a line, at its first word."""
    return Doubt(line.number, line.column, message, fix)


class ProseTree(Struct):
    """What was read.

    Args:
        nodes: The prose in order.
        notes: What stands in each footnote, by its label.
        levels: How many levels the deepest list has.
        doubts: Where the reading can be doubted.
    """

    nodes: list[Node]
    notes: dict[str, list[Node]]
    levels: int
    doubts: list[Doubt]


def words_in(nodes: list[Node]) -> Iterator[Words]:
    """Yield every paragraph of the nodes and of the lists in them, in order."""
    for node in nodes:
        match node:
            case Words():
                yield node
            case Items():
                for item in node.items:
                    yield from words_in(item)
            case Grid():
                pass
