"""At which level a line begins an item, if it begins one."""

from collections.abc import Sequence

from msgspec.structs import replace

from escp_docs.prose.bullets import DASHES, Bullets
from escp_docs.prose.lines import Line
from escp_docs.prose.marks import Mark, marks_of
from escp_docs.prose.numbers import LineNumbers
from escp_docs.prose.outline import DEEPEST, STEP, Container, Outline
from escp_docs.prose.structure import Doubt


class ItemReader:
    """Opens the items that lines begin; `doubts` are about those that could be none."""

    def __init__(self, lines: Sequence[Line], outline: Outline, doubts: list[Doubt]) -> None:
        self._lines, self._outline, self._doubts = lines, outline, doubts
        self._numbering, self._bullets = LineNumbers(lines), Bullets(lines)

    def item(self, index: int, line: Line) -> Line | None:
        """Open the item that a line begins and return what follows its mark; None without one.

        `line` is the line at `index`, or the rest of it behind another mark.
        """
        for mark in marks_of(line.text):
            level = self._place(index, line, mark)
            if level is None:
                continue
            if level >= DEEPEST:
                self._outline.sink(line)
                return None
            self._outline.begin(mark, line, level)
            rest = line.after(mark.width)
            return replace(rest, indent=max(rest.indent, line.indent + STEP))
        return None

    def interrupts(self, index: int, line: Line) -> bool:
        """Whether a line begins an item rather than going on with the text above it."""
        return any(self._is_item(index, mark) for mark in marks_of(line.text))

    def _is_item(self, index: int, mark: Mark) -> bool:
        if mark.numbers is None:
            return mark.sign not in DASHES or self._bullets.comes(index, mark.sign)
        if mark.numbers.first == 1:
            return self._numbering.comes(index, mark.family, 2)
        levels = range(len(self._outline.open) + 1)
        return any(_follows(mark, self._outline.at(level)) for level in levels)

    def counts(self, line: Line) -> bool:
        """Whether a line begins with a number or letter of a list that it stands in or behind."""
        levels = range(self._outline.level(line), len(self._outline.open) + 1)
        return any(
            mark.numbers is not None and mark.family in self._outline.at(level).reached
            for mark in marks_of(line.text)
            for level in levels
        )

    def _place(self, index: int, line: Line, mark: Mark) -> int | None:
        outline = self._outline
        level = reach = outline.level(line)
        while reach < len(outline.open) and outline.open[reach].indent <= line.indent + 1:
            reach += 1
        for at in range(reach, level - 1, -1):
            if _follows(mark, outline.at(at)):
                self._doubt_if_sentence(line, mark, is_in_list=reach > level)
                return at
        beside = any(one.family == mark.family for one in outline.open[level:reach])
        if not self._begins(index, line, mark, outline.at(level), beside=beside):
            return None
        for at in range(reach - 1, level - 1, -1):
            if outline.open[at].family == mark.family:
                return at
        return reach if self._nests(index, mark, level, reach) else level

    def _begins(
        self, index: int, line: Line, mark: Mark, container: Container, *, beside: bool
    ) -> bool:
        leaf = self._outline.leaf
        before = leaf.lines[-1] if leaf else None
        if mark.numbers:
            found, doubt = self._numbering.begins(index, line, mark, before, container.reached)
        else:
            follows_item = bool(leaf and len(leaf.lines) == 1 and self._outline.open)
            found, doubt = self._bullets.begins(
                index, line, mark, before, beside=beside, follows_item=follows_item
            )
        if doubt:
            self._doubts.append(doubt)
        return found

    def _doubt_if_sentence(self, line: Line, mark: Mark, *, is_in_list: bool) -> None:
        leaf = self._outline.leaf
        if leaf and not is_in_list:
            doubt = self._numbering.in_sentence(line, mark, leaf.lines[-1])
            self._doubts += [doubt] if doubt else []

    def _nests(self, index: int, mark: Mark, level: int, reach: int) -> bool:
        """Whether a list begins within the item before it, though it is set in no farther.

        A word processor sets nothing in; Markdown's own marks begin a list beside the other.
        """
        outline = self._outline
        if reach == level or (mark.is_markdown and outline.open[reach - 1].is_markdown):
            return False
        # Behind a blank line it begins there only if the list around it goes on later.
        return bool(self._lines[index - 1].text) or any(
            self._bullets.comes(index, one.family[1])
            or self._numbering.comes(
                index, one.family, outline.at(at).reached.get(one.family, 0) + 1
            )
            for at, one in enumerate(outline.open[level:reach], level)
        )


def _follows(mark: Mark, container: Container) -> bool:
    """Whether a number is one more than that of the item before it."""
    if mark.numbers is None or mark.numbers.first == 1:
        return False
    reached = (container.reached.get(one, 0) for one in (mark.family, mark.loose_family))
    return mark.numbers.first - 1 in reached
