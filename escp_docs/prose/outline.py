"""What of a prose is open while it is read: the items, and the paragraph that may go on."""

from typing import Final

from msgspec import Struct, field

from escp_docs.prose.lines import Line
from escp_docs.prose.marks import Family, Mark
from escp_docs.prose.structure import Items, Node, Words

DEEPEST: Final = 8
"""Levels of lists; what is nested deeper goes on at the last of them."""
STEP: Final = 2
"""Letters by which the text of an item is set in at least."""


class Container(Struct):
    """The prose, or an item of it, with the numbers that its lists have come to."""

    nodes: list[Node] = field(default_factory=list)
    indent: int = -STEP
    family: Family = ("", "", "")
    is_markdown: bool = True
    reached: dict[Family, int] = field(default_factory=dict)

    @property
    def inner(self) -> int:
        """How far its text is set in."""
        return self.indent + STEP


class Outline(Struct):
    """The containers of a prose: `open` are the items, each within the one before it.

    Args:
        root: The prose.
        open: The items that are not closed.
        leaf: The paragraph that the next line may go on with.
        levels: How many levels the deepest list has.
    """

    root: Container = field(default_factory=Container)
    open: list[Container] = field(default_factory=list)
    leaf: Words | None = None
    levels: int = 0
    _below: list[int] = field(default_factory=list)  # the indents of lists below the deepest

    def at(self, level: int) -> Container:
        """Return the container of a level; the prose is at level 0."""
        return self.open[level - 1] if level else self.root

    def level(self, line: Line) -> int:
        """Return how many of the open items the line stands in, by its indent."""
        level = 0
        while level < len(self.open) and line.indent >= self.open[level].inner:
            level += 1
        return level

    def close(self, level: int) -> None:
        """Close all items below a level."""
        del self.open[level:]
        self.leaf = None

    def put(self, node: Node, level: int, *, goes_on: bool = True) -> None:
        """Put a block into the container of a level; a paragraph may go on unless told."""
        self.close(level)
        self.at(level).nodes.append(node)
        if isinstance(node, Words) and goes_on:
            self.leaf = node

    def begin(self, mark: Mark, line: Line, level: int) -> None:
        """Open an item in the container of a level, in the list there or in a new one."""
        self.close(level)
        self._below.clear()
        outer = self.at(level)
        item = Container([], line.indent, mark.family, mark.is_markdown)
        _list_of(mark, outer.nodes).items.append(item.nodes)
        if mark.numbers:
            outer.reached[mark.family] = mark.numbers.first
            outer.reached[mark.loose_family] = mark.numbers.first
        self.open.append(item)
        self.levels = max(self.levels, len(self.open))

    def sink(self, line: Line) -> None:
        """Count the level of an item that stands too deep for a list of its own."""
        while self._below and self._below[-1] >= line.indent:
            self._below.pop()
        self._below.append(line.indent)
        self.levels = max(self.levels, DEEPEST + len(self._below))
        self.leaf = None


def _list_of(mark: Mark, nodes: list[Node]) -> Items:
    """Return the list that an item goes on with: the last of the nodes, or a new one."""
    items = nodes[-1] if nodes else None
    if isinstance(items, Items) and items.family == mark.family:
        if mark.numbers is None or items.numbers is None:
            return items
        if mark.numbers.first == items.numbers.first + len(items.items):
            return items
    items = Items(mark.family, mark.numbers)
    nodes.append(items)
    return items
