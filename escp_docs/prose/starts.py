"""What a line begins: an item, a line that only looks like one, or more of the paragraph before.

Every choice that the words alone cannot settle is made here, and returned with its doubt.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from escp_docs.counting import Count, Numbers
from escp_docs.prose.lines import Line
from escp_docs.prose.marks import Family, Mark, marks_of
from escp_docs.prose.structure import Doubt, Words

_NOTE_MARK: Final = re.compile(r"(?<!\\)\[\^([^\s\[\]]{1,100})\]")
_RULED: Final = re.compile(r"([-*_=])(?:[ \t]*\1){2,}\s*")
_NUMBER: Final = re.compile(
    r"(?:\(?[0-9]{1,9}(?:\.[0-9]{1,4})*[.)]|\(?[a-z]{1,2}\)|\([ivxlcdm]{1,6}\))(?=\s|$)"
)
_APART: Final = re.compile(r">|[+✓✔☐☑☒✗✘→⇒➔][^\S\n]|\[[^\]]+\]:[ \t]|\|.*\|")
_ALWAYS: Final = re.compile(r"\[[^\]]+\]:[ \t]|\|.*\|")
_AMOUNT: Final = re.compile(r"(?:[€£$±~<>≤≥]|EUR|[A-Z]{3}\s)?\s?[0-9]")
_SHARE: Final = re.compile(r"(?:[€£$]\s?|EUR\s)?[0-9][0-9.,]*\s?(?:%|€|EUR|percent|per cent)?")
_ENDED: Final = re.compile(r"[.:;!?…][)\]\"'”’»*]*\s*$")
_PAUSED: Final = re.compile(r"[,.:;!?…)][\"'”’»*]*\s*$")
_SECOND_DASH: Final = re.compile(r"\s[–—](?:\s|$)")
_STAR: Final = re.compile(r"[\w)\]”’\"]\*+(?=[\s.,;:)]|$)")
_DASHES: Final = "–—"
_WRAPPED: Final = 45  # letters of a line that may have ended because it was full
_LONG: Final = 120  # of a line that nobody wrapped
_BROKEN: Final = re.compile(r"[^\W\d_]-\s*$")
_JOINED: Final = re.compile(r"(?!(?:and|or|und|oder|et|ou|y|o|e|to)\b)[a-zà-ÿ]")


def is_ruled(text: str) -> bool:
    """Whether a line is signs alone: dashes, stars, underscores."""
    return bool(_RULED.fullmatch(text))


def marked_notes(lines: Sequence[Line]) -> frozenset[str]:
    """Return the labels of the footnotes that are marked somewhere but at the start of a note."""
    found: set[str] = set()
    for line in lines:
        for mark in _NOTE_MARK.finditer(line.text):
            if mark.start() or not line.text.startswith(":", mark.end()):
                found.add(mark[1])
    return frozenset(found)


def ends_sentence(line: Line) -> bool:
    """Whether the words of a line come to an end with it."""
    return bool(_ENDED.search(line.text))


def leads_in(line: Line | None) -> bool:
    """Whether a line says that something is to follow it."""
    return line is not None and line.text.rstrip().endswith(":")


def stands_apart(line: Line, leaf: Words | None) -> bool:
    """Whether a line is a paragraph of its own because of how it begins: `2026. ...`, `> 5`.

    It goes on with the paragraph before it if the lines of that one are wrapped, and the last of
    them does not end a sentence: "until month", "32. We expect ...".
    """
    text = line.text
    is_mark = _NUMBER.match(text) or _APART.match(text) or _is_bullet_mark(text)
    if not is_mark:
        return False
    if leaf is None or leaf.is_apart or _ALWAYS.match(text):
        return True
    is_wrapped = any(len(one.text) >= _WRAPPED for one in leaf.lines)
    return ends_sentence(leaf.lines[-1]) or not is_wrapped


def _is_bullet_mark(text: str) -> bool:
    marks = marks_of(text)
    return bool(marks) and marks[0].numbers is None


def going_on(line: Line, leaf: Words) -> Doubt | None:
    """Return the doubt about a line that goes on with a paragraph."""
    number, column, before = line.number, line.column, leaf.lines[-1]
    is_mark = _NUMBER.match(line.text) or _APART.match(line.text) or _is_bullet_mark(line.text)
    if is_mark and len(leaf.lines) == 1:
        start = line.text.split(maxsplit=1)[0][:20]
        return Doubt(
            number,
            column,
            f"the line begins with '{start}' and goes on with the line before it",
            "leave a blank line before it if it stands by itself",
        )
    if len(before.text) > _LONG and ends_sentence(before) and line.text[:1].isupper():
        return Doubt(
            number,
            column,
            "the line goes on with the paragraph before it",
            "leave a blank line between two paragraphs",
        )
    if _BROKEN.search(before.text) and _JOINED.match(line.text):
        last, first = before.text.split()[-1], line.text.split(maxsplit=1)[0]
        return Doubt(
            number,
            column,
            f"a word is broken over two lines, and printed as '{last} {first}'",
            "write the word on one line",
        )
    return None


class Starts:
    """The lines of one prose, and what of them is known beforehand."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self._last: dict[tuple[Family, int], int] = {}
        self._fences: dict[int, int] = {}
        self._has_star = any(_STAR.search(line.text) for line in lines)
        chunk: set[tuple[str, int]] = set()
        chunks: list[set[tuple[str, int]]] = []
        for index, line in enumerate(lines):
            if not line.text:
                chunk = set()
            chunks.append(chunk)
            if line.text.startswith("```"):
                text = line.text.rstrip()
                if not text.strip("`"):
                    self._fences[len(text)] = index
            for mark in marks_of(line.text):
                if mark.numbers:
                    self._last[(mark.family, mark.numbers.first)] = index
                else:
                    chunk.add((mark.sign, line.indent))
        self._chunks = chunks

    def closing_fence(self, index: int, length: int) -> int:
        """Return the line at which the code that `index` opens with a fence ends; 0 if none."""
        if not any(one >= length and last > index for one, last in self._fences.items()):
            return 0
        for place in range(index + 1, len(self.lines)):
            text = self.lines[place].text.rstrip()
            if len(text) >= length and not text.strip("`"):
                return place
        return 0

    def comes(self, index: int, family: Family, number: int) -> bool:
        """Whether a later line begins with a number."""
        return self._last.get((family, number), -1) > index

    # --- numbers ---

    def begins(
        self,
        index: int,
        line: Line,
        mark: Mark,
        before: Line | None,
        reached: Mapping[Family, int],
    ) -> tuple[bool, Doubt | None]:
        """Return whether a line whose number follows none begins a list."""
        numbers = mark.numbers
        assert numbers
        if numbers.first != 1:
            return False, None
        comes = self.comes(index, mark.family, 2)
        if numbers.before not in {"", "("}:
            return comes or self._is_part(index, numbers, reached), None
        in_sentence = before is not None and not _PAUSED.search(before.text) and not comes
        if numbers.count is Count.DECIMAL:
            if not in_sentence:
                return True, None
            return True, Doubt(
                line.number,
                line.column,
                f"'{mark.sign}' begins a list in the middle of a sentence",
                "put the number on the line before it, or a blank line between them",
            )
        # "A. Silva" and "I. Introduction" begin alike: what comes later tells them apart.
        return (comes or numbers.after == ")") and (comes or not in_sentence), None

    def _is_part(self, index: int, numbers: Numbers, reached: Mapping[Family, int]) -> bool:
        """Whether 2.1 is the first part of 2: after the item 2, before 2.1.1, after 1.9."""
        outer = numbers.before.removesuffix(".")
        head, _, last = outer.rpartition(".")
        prefix = f"{head}." if head else ""
        chapter = int(last)
        inner = (Count.DECIMAL, f"{numbers.before}1.", "")
        if self.comes(index, inner, 1) or self.comes(index, (*inner[:2], "."), 1):
            return True
        if reached.get((Count.DECIMAL, prefix, "")) == chapter:
            return True
        earlier = f"{prefix}{chapter - 1}."
        return chapter > 1 and (Count.DECIMAL, earlier, "") in reached

    # --- bullets ---

    def is_bullet(  # noqa: PLR0913  # what the line is beside
        self,
        index: int,
        line: Line,
        mark: Mark,
        before: Line | None,
        *,
        beside: bool,
        after_item: bool,
    ) -> tuple[bool, Doubt | None]:
        """Return whether the bullet that a line begins with makes it an item.

        Args:
            index: Of the line.
            line: The line, from the bullet on.
            mark: The bullet.
            before: The line before it in the same paragraph.
            beside: Whether an item with the same bullet is open.
            after_item: Whether the line before it is the first of an item.
        """
        rest = line.text[mark.width :].lstrip()
        sign = mark.sign
        if sign in _DASHES and before and not beside:
            return self._is_dash(index, line, mark, before, after_item=after_item)
        if sign not in "-+*–—":
            return True, None
        signs = {one for one, indent in self._chunks[index] if indent == line.indent}
        if sign in "+-" and {"+", "-"} <= signs:
            return False, None  # pluses and minuses
        is_amount = bool(_AMOUNT.match(rest))
        if sign == "+" and is_amount:
            return False, None
        alone = not beside and not self._has_next(index, line, mark)
        if alone and (is_amount or sign == "+"):
            return False, None
        if alone and sign == "*" and self._has_star:
            return False, None  # the note to a star
        return True, self._doubt(line, sign, rest, before, alone=alone)

    def _is_dash(
        self, index: int, line: Line, mark: Mark, before: Line, *, after_item: bool
    ) -> tuple[bool, Doubt | None]:
        """Return whether a dash within a paragraph begins an item and is no dash of a sentence."""
        rest = line.text[mark.width :]
        if ends_sentence(before) or self._has_next(index, line, mark):
            return True, None
        if _SECOND_DASH.search(rest):
            return False, None
        return bool(_PAUSED.search(before.text)) or after_item, None

    def _has_next(self, index: int, line: Line, mark: Mark) -> bool:
        """Whether the next item beside this line has the same bullet."""
        is_parted = False
        for after in self.lines[index + 1 :]:
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

    def _doubt(
        self, line: Line, sign: str, rest: str, before: Line | None, *, alone: bool
    ) -> Doubt | None:
        place = (line.number, line.column)
        if sign in "-–—" and _SHARE.fullmatch(rest.split(" of ", maxsplit=1)[0].strip(" .;,")):
            return Doubt(
                *place,
                f"'{sign}' before '{rest[:20]}' is read as the mark of an item, not as a minus",
                "write the minus sign (U+2212) without a blank, or 'minus'",
            )
        if alone and sign == "*":
            return Doubt(
                *place,
                "the star makes this line a list of one item, and is not printed",
                "write '\\*' to have it printed",
            )
        if alone and before and not _PAUSED.search(before.text):
            return Doubt(
                *place,
                f"'{sign}' begins a list in the middle of a sentence",
                "put it on the line before, or leave a blank line between them",
            )
        return None
