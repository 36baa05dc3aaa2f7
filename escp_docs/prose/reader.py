"""Read the lines of a prose into paragraphs, lists and tables.

Lines are read one after the other, as CommonMark does, with its containers: the items that are
open. What a line begins depends on little else than the lines beside it, so a reader of the
text can follow.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from escp_docs.prose import starts
from escp_docs.prose.lines import Line, lines_of
from escp_docs.prose.marks import Family, Mark, marks_of
from escp_docs.prose.starts import Starts
from escp_docs.prose.structure import Doubt, Grid, Items, Node, ProseTree, Words
from escp_docs.prose.tables import pipe_table, tabbed_rows, tabbed_table

DEEPEST: Final = 8
"""Levels of lists; what is nested deeper goes on at the last of them."""
_STEP: Final = 2  # letters by which the text of an item is set in at least
_CODE: Final = 4
_NOTE: Final = re.compile(r"\[\^([^\s\[\]]{1,100})\]:[ \t]*(?=\S)")
_FENCE: Final = re.compile(r"(`{3,})[^`]*$")
_HEADING: Final = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_HEADING_END: Final = re.compile(r"(?:^|[ \t]+)#+[ \t]*$")
_UNDERLINE: Final = re.compile(r"(-{3,}|={3,})\s*$")


@dataclass(slots=True)
class _Container:
    """The prose, or an item of it, with the numbers that its lists have come to."""

    nodes: list[Node] = field(default_factory=list)
    indent: int = -_STEP
    family: Family = ("", "", "")
    is_markdown: bool = True
    reached: dict[Family, int] = field(default_factory=dict)


def read(text: str, notes: Iterable[str] | None = None) -> ProseTree:
    """Return what a prose is made of.

    Args:
        text: The prose.
        notes: The labels of the footnotes that are marked in it; whatever else looks like the
            text of a footnote is a paragraph. None takes every one that is marked at all.
    """
    lines = lines_of(text)
    labels = starts.marked_notes(lines) if notes is None else frozenset(notes)
    reader = _Reader(lines, labels)
    reader.read()
    return ProseTree(reader.root.nodes, reader.notes, reader.levels, reader.doubts)


class _Reader:
    """The state of one reading.

    `leaf` is the paragraph that the next line may go on with, `open` are the items around it.
    """

    def __init__(self, lines: list[Line], labels: frozenset[str]) -> None:
        self.lines, self.labels = lines, labels
        self.starts = Starts(lines)
        self.root = _Container()
        self.open: list[_Container] = []
        self.leaf: Words | None = None
        self.notes: dict[str, list[Node]] = {}
        self.levels = 0
        self.below: list[int] = []  # the indents of lists below the deepest
        self.doubts: list[Doubt] = []

    def read(self) -> None:
        index = 0
        while index < len(self.lines):
            line = self.lines[index]
            if line.text:
                index = self._line(index, line)
            else:
                self.leaf = None
                index += 1

    # --- containers ---

    def _at(self, level: int) -> _Container:
        return self.open[level - 1] if level else self.root

    def _level(self, line: Line) -> int:
        """Return how many of the open items the line stands in, by its indent."""
        level = 0
        while level < len(self.open) and line.indent >= self.open[level].indent + _STEP:
            level += 1
        return level

    def _close(self, level: int) -> None:
        del self.open[level:]
        self.leaf = None

    def _put(self, node: Node, level: int) -> None:
        self._close(level)
        self._at(level).nodes.append(node)
        if isinstance(node, Words):
            self.leaf = node

    # --- lines ---

    def _line(self, index: int, line: Line) -> int:
        """Read a line, and those that belong to it; return the index of the next."""
        if end := self._fence(index, line):
            return end
        if (note := _NOTE.match(line.text)) and note[1] in self.labels:
            if note[1] not in self.notes:
                return self._note(index, line, note)
            self.doubts.append(
                Doubt(
                    line.number,
                    line.column,
                    f"the footnote '[^{note[1]}]' is written twice; this one is printed as typed",
                    "give each footnote a mark of its own",
                )
            )
        while not starts.is_ruled(line.text):
            place = self._item(index, line)
            if place is None:
                break
            line = place
        return self._block(index, line)

    def _fence(self, index: int, line: Line) -> int:
        fence = _FENCE.match(line.text)
        if not fence:
            return 0
        end = self.starts.closing_fence(index, len(fence[1]))
        if end:
            lines = self.lines[index : end + 1]
            self._put(Words(lines, keeps_lines=True, is_verbatim=True), self._level(line))
            self.leaf = None
            return end + 1
        return 0

    def _note(self, index: int, line: Line, note: re.Match[str]) -> int:
        """Read the text of a footnote: its line, those that go on with it, those set in below."""
        found = [replace(line.after(note.end()), indent=0)]
        index += 1
        while index < len(self.lines):
            after = self.lines[index]
            blank = not self.lines[index - 1].text
            if after.text and (_NOTE.match(after.text) or (blank and after.indent < _STEP)):
                break
            found.append(replace(after, indent=max(0, after.indent - _CODE)))
            index += 1
        reader = _Reader(found, frozenset())
        reader.read()
        self.notes[note[1]] = reader.root.nodes
        self.doubts += reader.doubts
        self._close(self._level(line))
        return index

    def _block(self, index: int, line: Line) -> int:
        level, leaf = self._level(line), self.leaf
        before = leaf.lines[-1] if leaf else None
        if starts.is_ruled(line.text):
            self._ruled(line, level)
            return index + 1
        if heading := self._heading(line):
            self._put(Words([heading], is_heading=True), level)
            self.leaf = None
            return index + 1
        if table := self._table(index, line):
            block, end = table
            self._put(block, level)
            self.leaf = None
            return end
        # Lines that are set in by themselves, such as an address, are kept.
        is_inset = line is self.lines[index] and line.indent >= self._inner(level) + _CODE
        if starts.stands_apart(line, leaf):
            self._put(Words([line], is_apart=True), level)
        elif leaf is None or (is_inset and not leaf.keeps_lines and starts.leads_in(before)):
            self._put(Words([line], keeps_lines=is_inset), level)
        else:
            self._go_on(leaf, line, level)
        return index + 1

    def _inner(self, level: int) -> int:
        return self._at(level).indent + _STEP

    def _go_on(self, leaf: Words, line: Line, level: int) -> None:
        """Go on with a paragraph, whether or not the line is set in as its first one is."""
        if leaf.keeps_lines and line.indent < self._inner(level) + _CODE:
            leaf.keeps_lines = False  # the first line alone was set in
            if len(leaf.lines) > 1:
                leaf.keeps_lines = True
                self._put(Words([line]), level)
                return
        doubt = starts.going_on(line, leaf)
        if doubt:
            self.doubts.append(doubt)
        leaf.lines.append(line)

    def _ruled(self, line: Line, level: int) -> None:
        """Read a line of signs: below a single line it makes it a heading, else it is printed."""
        leaf = self.leaf
        is_title = leaf is not None and len(leaf.lines) == 1 and not leaf.is_apart
        if leaf is not None and is_title and _UNDERLINE.match(line.text):
            leaf.is_heading = True
            self.leaf = None
            if line.text.startswith("-"):
                self.doubts.append(
                    Doubt(
                        line.number,
                        line.column,
                        "the dashes make the line above a heading, and are not printed",
                        "leave a blank line between them to have them printed",
                    )
                )
            return
        self._put(Words([line], is_apart=True), level)
        self.leaf = None

    def _heading(self, line: Line) -> Line | None:
        found = _HEADING.match(line.text)
        if not found:
            return None
        if found[1] == "#" and line.text[found.end()].isdigit():
            self.doubts.append(
                Doubt(
                    line.number,
                    line.column,
                    "'#' before a number is printed and makes no heading",
                    "write '##' for a heading, or 'no.' for a number",
                )
            )
            return None
        words = line.after(len(found[1]))
        text = _HEADING_END.sub("", words.text)
        return replace(words, text=text) if text else None

    def _table(self, index: int, line: Line) -> tuple[Grid | Words, int] | None:
        table = pipe_table(self.lines, line, index + 1)
        if table:
            return table
        rows = tabbed_rows(self.lines, index) if self.lines[index] is line else []
        if not rows:
            return None
        end = index + len(rows)
        grid = tabbed_table(rows)
        if grid:
            return grid, end
        self.doubts.append(
            Doubt(
                line.number,
                line.column,
                "these lines with tabs are no table: their rows have more cells than the first",
                "give each row as many tabs as the first",
            )
        )
        return Words(self.lines[index:end], keeps_lines=True, is_apart=True), end

    # --- items ---

    def _item(self, index: int, line: Line) -> Line | None:
        """Open the item that a line begins, if it begins one; return what follows its mark."""
        for mark in marks_of(line.text):
            level = self._place(index, line, mark)
            if level is None:
                continue
            if level >= DEEPEST:
                self._deep(line)
                return None
            self._open(mark, line, level)
            rest = line.after(mark.width)
            return replace(rest, indent=max(rest.indent, line.indent + _STEP))
        return None

    def _deep(self, line: Line) -> None:
        while self.below and self.below[-1] >= line.indent:
            self.below.pop()
        self.below.append(line.indent)
        self.levels = max(self.levels, DEEPEST + len(self.below))
        self.leaf = None

    def _open(self, mark: Mark, line: Line, level: int) -> None:
        self._close(level)
        self.below.clear()
        outer = self._at(level)
        items = outer.nodes[-1] if outer.nodes else None
        family, numbers = mark.family, mark.numbers
        follows = isinstance(items, Items) and items.family == family
        if follows and numbers:
            assert isinstance(items, Items) and items.numbers  # noqa: PT018
            follows = numbers.first == items.numbers.first + len(items.items)
        if not (follows and isinstance(items, Items)):
            items = Items(family, numbers)
            outer.nodes.append(items)
        if numbers:
            outer.reached[family] = numbers.first
            outer.reached[(family[0], family[1], "")] = numbers.first
        item = _Container(indent=line.indent, family=family, is_markdown=mark.is_markdown)
        items.items.append(item.nodes)
        self.open.append(item)
        self.levels = max(self.levels, len(self.open))

    def _place(self, index: int, line: Line, mark: Mark) -> int | None:
        """Return at which level the mark is that of an item; None if the line begins none."""
        level = self._level(line)
        reach = level
        while reach < len(self.open) and self.open[reach].indent <= line.indent + 1:
            reach += 1
        if mark.numbers is None:
            beside = any(one.family == mark.family for one in self.open[level:reach])
            if not self._is_bullet(index, line, mark, beside=beside):
                return None
        else:
            for at in range(reach, level - 1, -1):
                if self._follows(mark, self._at(at)):
                    return at
            if not self._begins(index, line, mark, self._at(level)):
                return None
        for at in range(reach - 1, level - 1, -1):
            if self.open[at].family == mark.family:
                return at
        return reach if self._nests(index, mark, level, reach) else level

    def _nests(self, index: int, mark: Mark, level: int, reach: int) -> bool:
        """Whether a list begins within the item before it, though it is set in no farther.

        A word processor sets nothing in; Markdown's own marks begin a list beside the other.
        """
        if reach == level or (mark.is_markdown and self.open[reach - 1].is_markdown):
            return False
        return bool(self.lines[index - 1].text) or any(
            self.starts.comes(index, one.family, self._at(at).reached.get(one.family, 0) + 1)
            for at, one in enumerate(self.open[level:reach], level)
        )

    def _follows(self, mark: Mark, container: _Container) -> bool:
        """Whether the number is one more than that of the item before it."""
        assert mark.numbers
        first, family = mark.numbers.first, mark.family
        loose = (family[0], family[1], "")
        return first > 1 and first - 1 in {
            container.reached.get(family, 0),
            container.reached.get(loose, 0),
        }

    def _begins(self, index: int, line: Line, mark: Mark, container: _Container) -> bool:
        assert mark.numbers
        before = self.leaf.lines[-1] if self.leaf else None
        found, doubt = self.starts.begins(index, line, mark, before, container.reached)
        if doubt:
            self.doubts.append(doubt)
        return found

    def _is_bullet(self, index: int, line: Line, mark: Mark, *, beside: bool) -> bool:
        before = self.leaf.lines[-1] if self.leaf else None
        is_first = self.leaf is not None and len(self.leaf.lines) == 1 and bool(self.open)
        found, doubt = self.starts.is_bullet(
            index, line, mark, before, beside=beside, after_item=is_first
        )
        if doubt:
            self.doubts.append(doubt)
        return found
