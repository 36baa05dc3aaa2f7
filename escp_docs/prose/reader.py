"""Read the lines of a prose into paragraphs, lists and tables.

Lines are read one after the other, as CommonMark does. What a line begins depends on little else
than the lines beside it, so that a reader of the text can follow.
"""

import re
from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace

from escp_docs.pattern import pattern
from escp_docs.prose import notes, sentences
from escp_docs.prose.fences import Fences
from escp_docs.prose.items import ItemReader
from escp_docs.prose.lines import Line, lines_of
from escp_docs.prose.outline import STEP, Outline
from escp_docs.prose.pictures import is_picture
from escp_docs.prose.structure import Doubt, Grid, Node, ProseTree, Words, doubt_at
from escp_docs.prose.tables import pipe_table, tabbed_rows, tabbed_table

_CODE: Final = 4  # letters by which lines are set in that are kept
_HEADING: Final = pattern(r"(#{1,6})[ \t]+(?=\S)")
_HEADING_END: Final = pattern(r"(?:^|[ \t]+)#+[ \t]*$")
_ROW: Final = pattern(r"\|.*\|")
_UNDERLINE: Final = pattern(r"(-{3,}|={3,})\s*$")


def read(text: str, labels: Iterable[str] | None = None) -> ProseTree:
    """Return what a prose is made of.

    Args:
        text: The prose.
        labels: Those of the footnotes that are marked in it; whatever else looks like the text of
            a footnote is a paragraph. None takes every one that is marked at all.
    """
    lines = lines_of(text)
    reader = _Reader(lines, notes.marked(lines) if labels is None else frozenset(labels))
    reader.read()
    outline = reader.outline
    return ProseTree(outline.root.nodes, reader.notes, outline.levels, reader.doubts)


class _Reader:
    """The state of one reading."""

    def __init__(self, lines: list[Line], labels: frozenset[str]) -> None:
        self.lines, self.labels = lines, labels
        self.outline = Outline()
        self.notes: dict[str, list[Node]] = {}
        self.doubts: list[Doubt] = []
        self._items = ItemReader(lines, self.outline, self.doubts)
        self._fences = Fences(lines)

    def read(self) -> None:
        index = 0
        while index < len(self.lines):
            line = self.lines[index]
            if line.text:
                index = self._line(index, line)
            else:
                self.outline.leaf = None
                index += 1

    def _line(self, index: int, line: Line) -> int:
        """Read a line, and those that belong to it; return the index of the next."""
        if end := self._fences.end(index):
            words = Words(self.lines[index:end], keeps_lines=True, is_verbatim=True)
            self.outline.put(words, self.outline.level(line), goes_on=False)
            return end
        note = notes.TEXT.match(line.text)
        if note and note[1] in self.labels:
            if note[1] not in self.notes:
                return self._note(index, line, note)
            message = f"the footnote '[^{note[1]}]' is written twice; this one is printed as typed"
            self._doubt(line, message, "give each footnote a mark of its own")
        while not sentences.is_ruled(line.text):
            rest = self._items.item(index, line)
            if rest is None:
                break
            line = rest
        return self._block(index, line)

    def _doubt(self, line: Line, message: str, fix: str) -> None:
        self.doubts.append(doubt_at(line, message, fix))

    def _note(self, index: int, line: Line, note: re.Match[str]) -> int:
        """Read the text of a footnote: its line, those that go on with it, those set in below."""
        found = [replace(line.after(note.end()), indent=0)]
        index += 1
        while index < len(self.lines):
            after = self.lines[index]
            is_parted = not self.lines[index - 1].text
            if after.text and (
                notes.TEXT.match(after.text)
                or (after.indent < STEP and (is_parted or self._begins(index, after)))
            ):
                break
            found.append(replace(after, indent=max(0, after.indent - _CODE)))
            index += 1
        reader = _Reader(found, frozenset())
        reader.read()
        self.notes[note[1]] = reader.outline.root.nodes
        self.doubts += reader.doubts
        self.outline.close(self.outline.level(line))
        return index

    def _begins(self, index: int, line: Line) -> bool:
        """Whether a line directly below a footnote begins something else."""
        begins = _HEADING.match(line.text) or _ROW.match(line.text) or self._fences.end(index)
        return bool(begins) or self._items.interrupts(index, line)

    # --- blocks ---

    def _block(self, index: int, line: Line) -> int:
        outline = self.outline
        level = outline.level(line)
        if sentences.is_ruled(line.text):
            self._ruled(line, level)
        elif is_picture(line):
            outline.put(Words([line], is_apart=True), level, goes_on=False)
        elif heading := self._heading(line):
            outline.put(Words([heading], is_heading=True), level, goes_on=False)
        elif table := self._table(index, line):
            block, end = table
            outline.put(block, level, goes_on=False)
            return end
        elif sentences.stands_apart(line, outline.leaf, counts=self._items.counts(line)):
            outline.put(Words([line], is_apart=True), level)
        else:
            self._words(index, line, level)
        return index + 1

    def _words(self, index: int, line: Line, level: int) -> None:
        """Go on with the paragraph before the line, or begin one."""
        # Lines that are set in by themselves, such as those of an address, are kept.
        inset = self.outline.at(level).inner + _CODE
        is_inset = line is self.lines[index] and line.indent >= inset
        leaf = self.outline.leaf
        if leaf is None or (
            is_inset and not leaf.keeps_lines and sentences.leads_in(leaf.lines[-1])
        ):
            self.outline.put(Words([line], keeps_lines=is_inset), level)
        elif leaf.keeps_lines and line.indent < inset and len(leaf.lines) > 1:
            self.outline.put(Words([line]), level)
        else:
            leaf.keeps_lines = leaf.keeps_lines and line.indent >= inset
            self.doubts += filter(
                None, [sentences.going_on(line, leaf, counts=self._items.counts(line))]
            )
            leaf.lines.append(line)

    def _ruled(self, line: Line, level: int) -> None:
        """Read a line of signs: below a single line it makes it a heading, else it is printed."""
        leaf = self.outline.leaf
        is_title = leaf is not None and len(leaf.lines) == 1 and not leaf.is_apart
        if leaf is None or not is_title or not _UNDERLINE.match(line.text):
            self.outline.put(Words([line], is_apart=True), level, goes_on=False)
            return
        leaf.is_heading = True
        self.outline.leaf = None
        signs = "dashes" if line.text.startswith("-") else "equals signs"
        self._doubt(
            line,
            f"the {signs} make the line above a heading, and are not printed",
            "leave a blank line between them to have them printed",
        )

    def _heading(self, line: Line) -> Line | None:
        found = _HEADING.match(line.text) if line.text[0] == "#" else None
        if found and found[1] == "#" and line.text[found.end()].isdigit():
            self._doubt(
                line,
                "'#' before a number is printed and makes no heading",
                "write '##' for a heading, or 'no.' for a number",
            )
            return None
        if not found:
            return None
        words = line.after(len(found[1]))
        text = _HEADING_END.sub("", words.text)
        return replace(words, text=text) if text else None

    def _table(self, index: int, line: Line) -> tuple[Grid | Words, int] | None:
        table = pipe_table(self.lines, line, index + 1)
        if table:
            return table
        if "\t" not in line.lead + line.text or self.lines[index] is not line:
            return None
        rows = tabbed_rows(self.lines, index)
        if not rows:
            return None
        end = index + len(rows)
        grid = tabbed_table(rows)
        if grid:
            return grid, end
        self._doubt(
            line,
            "these lines with tabs are no table: their rows have more cells than the first",
            "give each row as many tabs as the first",
        )
        return Words(self.lines[index:end], keeps_lines=True, is_apart=True), end
