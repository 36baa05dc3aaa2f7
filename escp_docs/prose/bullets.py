"""Bullets and dashes at the start of a line: whether they make it an item, or are signs."""

from collections.abc import Sequence
from typing import Final

from escp_docs.pattern import pattern
from escp_docs.prose.lines import Line
from escp_docs.prose.marks import Mark, marks_of
from escp_docs.prose.sentences import ends, pauses
from escp_docs.prose.structure import Doubt, doubt_at

DASHES: Final = "–—"
"""They part a sentence as well."""

_DOUBTFUL: Final = "-+*–—"  # they can be signs; all others are bullets and nothing else
_AMOUNT: Final = pattern(r"(?:[€£$±~<>≤≥]|EUR|[A-Z]{3}\s)?\s?[0-9]")
_SHARE: Final = pattern(r"(?:[€£$]\s?|EUR\s)?[0-9][0-9.,]*\s?(?:%|€|EUR|percent|per cent)?")
_SECOND_DASH: Final = pattern(r"\s[–—](?:\s|$)")
_STAR: Final = pattern(r"[\w)\]”’\"]\*+(?=[\s.,;:)]|$)")  # that leads to a note

_Sign = tuple[str, int, bool]  # a bullet, how far it is set in, and whether an amount follows
Answer = tuple[bool, Doubt | None]


class Bullets:
    """The bullets that the lines of one prose begin with."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._has_star = any("*" in line.text and _STAR.search(line.text) for line in lines)
        self._last: dict[str, int] = {}
        self._beside: list[set[_Sign]] = []  # for each line, in lines without a gap
        together: set[_Sign] = set()
        for index, line in enumerate(lines):
            together = together if line.text else set()
            self._beside.append(together)
            for mark in marks_of(line.text):
                if mark.numbers is None:
                    is_amount = bool(_AMOUNT.match(line.text[mark.width :].lstrip()))
                    together.add((mark.sign, line.indent, is_amount))
                    self._last[mark.sign] = index

    def comes(self, index: int, sign: str) -> bool:
        """Whether a line after `index` begins with a bullet."""
        return self._last.get(sign, -1) > index

    def begins(  # noqa: PLR0913  # what the line is beside
        self,
        index: int,
        line: Line,
        mark: Mark,
        before: Line | None,
        *,
        beside: bool,
        follows_item: bool,
    ) -> Answer:
        """Return whether the bullet that a line begins with makes it an item, and the doubt.

        Args:
            index: Of the line.
            line: The line, from its bullet on.
            mark: The bullet.
            before: The line before it in the same paragraph.
            beside: Whether an item with the same bullet is open.
            follows_item: Whether the line before it is the first of an item.
        """
        sign, rest = mark.sign, line.text[mark.width :].lstrip()
        if sign not in _DOUBTFUL:
            return True, None
        if sign in DASHES and before and not beside:
            return self._is_listed(index, line, mark, before) or (
                not _SECOND_DASH.search(rest) and (pauses(before) or follows_item)
            ), None
        alone = not beside and not self._has_next(index, line, mark)
        if self._is_sign(index, line, mark, alone=alone):
            return False, None
        return True, _doubt(line, sign, rest, before, alone=alone)

    def _is_listed(self, index: int, line: Line, mark: Mark, before: Line) -> bool:
        return ends(before) or self._has_next(index, line, mark)

    def _is_sign(self, index: int, line: Line, mark: Mark, *, alone: bool) -> bool:
        """Whether a mark is a sign: of an amount, of pros and cons, of the note to a star."""
        sign, rest = mark.sign, line.text[mark.width :].lstrip()
        words, amounts = (
            {
                one
                for one, indent, is_sum in self._beside[index]
                if (indent, is_sum) == (line.indent, kind)
            }
            for kind in (False, True)
        )
        # Pros and cons, or amounts more and less; an amount more among items is a sign by itself.
        if sign in "+-" and {"+", "-"} <= words | amounts and ("+" in words or "-" not in words):
            return True
        is_amount = bool(_AMOUNT.match(rest))
        if sign == "+" and (is_amount or alone):
            return True
        is_alone_amount = is_amount and sign not in words
        return alone and (is_alone_amount or (sign == "*" and self._has_star))

    def _has_next(self, index: int, line: Line, mark: Mark) -> bool:
        """Whether the next item beside this line has the same bullet."""
        is_parted = False
        for after in self._lines[index + 1 :]:
            if not after.text:
                if is_parted:
                    return False
                is_parted = True
            elif after.indent > line.indent + 1:
                is_parted = False
            elif marks := marks_of(after.text):
                return marks[0].family == mark.family and after.indent >= line.indent - 1
            elif is_parted:
                return False
        return False


def _doubt(line: Line, sign: str, rest: str, before: Line | None, *, alone: bool) -> Doubt | None:
    if sign in "-–—" and _SHARE.fullmatch(rest.split(" of ", maxsplit=1)[0].strip(" .;,")):
        return doubt_at(
            line,
            f"'{sign}' before '{rest[:20]}' is read as the mark of an item, not as a minus",
            "write the minus sign (U+2212) without a blank, or 'minus'",
        )
    if alone and sign == "*":
        return doubt_at(
            line,
            "the star makes this line a list of one item, and is not printed",
            "write '\\*' to have it printed",
        )
    if alone and before and not pauses(before) and not marks_of(before.text):
        return doubt_at(
            line,
            f"'{sign}' begins an item in the middle of a sentence",
            "put it on the line before, or leave a blank line between them",
        )
    return None
