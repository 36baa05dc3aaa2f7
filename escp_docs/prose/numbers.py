"""Numbers and letters at the start of a line: whether a list begins with them."""

from collections.abc import Mapping, Sequence

from escp_docs.counting import Count, Numbers
from escp_docs.prose.lines import Line
from escp_docs.prose.marks import Family, Mark, marks_of
from escp_docs.prose.sentences import pauses
from escp_docs.prose.structure import Doubt, doubt_at


class LineNumbers:
    """The numbers that the lines of one prose begin with."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._last: dict[tuple[Family, int], int] = {}
        for index, line in enumerate(lines):
            for mark in marks_of(line.text):
                if mark.numbers:
                    self._last[mark.family, mark.numbers.first] = index

    def comes(self, index: int, family: Family, number: int) -> bool:
        """Whether a line after `index` begins with a number."""
        return self._last.get((family, number), -1) > index

    def begins(
        self,
        index: int,
        line: Line,
        mark: Mark,
        before: Line | None,
        reached: Mapping[Family, int],
    ) -> tuple[bool, Doubt | None]:
        """Return whether a line whose number follows none begins a list.

        Args:
            index: Of the line.
            line: The line, from its number on.
            mark: The number.
            before: The line before it in the same paragraph.
            reached: The numbers that the lists around it have come to.
        """
        numbers = mark.numbers
        assert numbers
        if numbers.first != 1:
            return False, None
        comes = self.comes(index, mark.family, 2)
        if numbers.before not in {"", "("}:
            return comes or self._is_part(index, numbers, reached), None
        doubt = None if comes or before is None else self.in_sentence(line, mark, before)
        if numbers.count is Count.DECIMAL:
            return True, doubt
        # "A. Silva" and "I. Introduction" begin alike: what comes later tells them apart.
        return comes or (numbers.after == ")" and doubt is None), None

    def _is_part(self, index: int, numbers: Numbers, reached: Mapping[Family, int]) -> bool:
        """Whether 2.1 is the first part of 2: after the item 2, before 2.1.1, after 1.9."""
        head, _, last = numbers.before.removesuffix(".").rpartition(".")
        outer = f"{head}." if head else ""
        parts = f"{numbers.before}1."
        if any(self.comes(index, (Count.DECIMAL, parts, after), 1) for after in ("", ".")):
            return True
        chapter = int(last)
        earlier = (Count.DECIMAL, f"{outer}{chapter - 1}.", "")
        return reached.get((Count.DECIMAL, outer, "")) == chapter or earlier in reached

    @staticmethod
    def in_sentence(line: Line, mark: Mark, before: Line) -> Doubt | None:
        """Return the doubt about a number that comes where a sentence has not come to a pause."""
        if pauses(before):
            return None
        return doubt_at(
            line,
            f"'{mark.sign}' begins an item in the middle of a sentence",
            "put the number on the line before it, or a blank line between them",
        )
