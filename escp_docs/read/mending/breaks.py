"""Where a text stops being YAML, and how far it can be read once something is changed."""

import re
from collections.abc import Iterator
from typing import Final

import yaml
from msgspec import Struct

from escp_docs.model.vocabulary import Vocabulary
from escp_docs.pattern import pattern
from escp_docs.read.source import SourceText
from escp_docs.read.yaml_events import scalars

_ENTRY: Final = pattern(r" *(?:- )?[a-z_]+:(?: |$)")
Lines = tuple[str, ...]
Position = tuple[int, int]
END: Final = (1 << 60, 0)
_WINDOW: Final = 40  # lines below a break that a mend must not break
_PATIENCE: Final = 6_000_000  # characters that are parsed at most to find the slips of one file
_SECTION: Final = pattern(r"""["']?(?P<key>[A-Za-z_]\w*)["']?\s*:(?:\s|$)""")


class Break(Struct, frozen=True):
    """Where the YAML library gave up; `start` is where the part began that it was reading.

    Lines and columns count from 0.
    """

    line: int
    column: int
    problem: str
    start: Position

    @property
    def position(self) -> Position:
        """Line and column."""
        return self.line, self.column


class Mend(Struct, frozen=True):
    """A text without one slip, and what is to be said of that slip.

    `is_rough` says that something of the text is missing. Beyond `floor` the text must be readable
    for the mend to be one; None is the place of the break.
    """

    lines: Lines
    line: int
    column: int
    length: int
    message: str
    fix: str
    is_rough: bool = False
    floor: Position | None = None


class Workshop:
    """Tries texts out, until it is tired.

    `values` is the number of single values that were read of the text that was tried last.

    Args:
        source: The file.
        vocabulary: All keys of the format.
    """

    def __init__(self, source: SourceText, vocabulary: Vocabulary) -> None:
        self.source = source
        self.vocabulary = vocabulary
        self.names = vocabulary.names
        self.values = 0
        self._parsed = 0

    @property
    def is_tired(self) -> bool:
        """Whether so much was tried that the rest is not worth the wait."""
        return self._parsed > _PATIENCE

    def first_break(self, lines: Lines, start: int = 0, end: int | None = None) -> Break | None:
        """Return where the lines from `start` to `end` stop being YAML, None if they are."""
        text = "\n".join(lines[start:end])
        self._parsed += len(text) + 1
        self.values = 0
        try:
            for _ in scalars(text):
                self.values += 1
        except yaml.MarkedYAMLError as error:
            return _break(error, start, min(len(lines), end or len(lines)))
        except yaml.YAMLError as error:
            return Break(start, 0, str(error), (start, 0))
        return None

    def reach(self, lines: Lines, found: Break, before: Lines) -> Position:
        """Return how far the changed lines can be read: to the next break, or to the end."""
        start, end = self._sections(before, found)
        again = self.first_break(lines, start, end)
        if again is None:
            return END
        changed = again.line == found.line and lines[found.line] != before[found.line]
        grown = len(lines[found.line]) - len(before[found.line]) if changed else 0
        return again.line, again.column - max(0, grown)

    def _sections(self, lines: Lines, found: Break) -> tuple[int, int]:
        """Return the first line of the top-level entry around a break, and the end of the next."""
        heads = [
            index
            for index, line in enumerate(lines)
            if (head := _SECTION.match(line)) and head["key"] in self.vocabulary.first
        ]
        first = min(found.line, found.start[0])
        start = max((one for one in heads if one <= first), default=0)
        after = [one for one in heads if one > found.line]
        end = after[1] if len(after) > 1 else len(lines)
        # The beginning of a text is as good as all of it, if it ends where an entry begins.
        far = (at for at in range(found.line + _WINDOW, end) if _ENTRY.match(lines[at]))
        return start, next(far, end)


def _break(error: yaml.MarkedYAMLError, start: int, end: int) -> Break:
    mark = error.problem_mark or error.context_mark
    context = error.context_mark or mark
    if mark is None or context is None:  # never so for the errors of a parsed text
        return Break(start, 0, str(error), (start, 0))
    line = min(mark.line + start, max(start, end - 1))
    column = mark.column if line == mark.line + start else 0
    return Break(line, column, error.problem or "", (context.line + start, context.column))


# --- lines -----------------------------------------------------------------------------------

QUOTED: Final = pattern(r""""(?:\\.|[^"\\])*"|'(?:''|[^'])*'""")
"""A text in quotes."""

_INDENT: Final = pattern(r"[ ]*")
_HEAD: Final = pattern(
    r"(?P<dashes>[ ]*(?:-[ ]+)*)"
    r"""(?:(?P<key>"[^"]*"|'[^']*'|[^\s"'\#\[\]{},:][^:\#]*?)[ ]*:(?:[ ]+|$))?"""
)


class Head(Struct, frozen=True):
    """How a line begins: `- key: `; where its dashes end, its key, where its value begins."""

    dashes: int
    key: str
    value: int


def head(line: str) -> Head:
    """Return how a line begins."""
    found = _HEAD.match(line)
    assert found is not None  # everything in it may be empty
    return Head(found.end("dashes"), found["key"] or "", found.end())


def indent(line: str) -> int:
    """Return the number of spaces that a line begins with."""
    found = _INDENT.match(line)
    return found.end() if found else 0


def is_empty(line: str) -> bool:
    """Whether a line holds nothing but blanks or a comment."""
    return not line.strip() or line.lstrip().startswith("#")


def without_comment(text: str) -> str:
    """Return a part of a line up to the comment behind it; in quotes none begins."""
    bare = QUOTED.sub(lambda found: " " * len(found[0]), text)
    comment = re.search(r"(?:^|\s)#", bare)
    return text[: comment.start()] if comment else text


def above(lines: Lines, index: int) -> int | None:
    """Return the nearest line above `index` that is not empty."""
    return next((one for one in range(index - 1, -1, -1) if not is_empty(lines[one])), None)


def near(lines: Lines, found: Break, back: int = 3) -> Iterator[int]:
    """Yield the lines in which a slip may lie, the likeliest first."""
    seen: set[int] = set()
    line: int | None = found.line
    steps = [line]
    for _ in range(back):
        line = above(lines, line) if line is not None else None
        steps.append(line)
    for one in (*steps[:2], found.start[0], *steps[2:]):
        if one is not None and one < len(lines) and one not in seen:
            seen.add(one)
            yield one


def replaced(lines: Lines, changes: dict[int, str]) -> Lines:
    """Return `lines` with others in place of some."""
    return tuple(changes.get(index, line) for index, line in enumerate(lines))


def key_around(lines: Lines, index: int) -> str:
    """Return the key of the nearest line above that is indented less than a line, empty if none."""
    column = indent(lines[index])
    above_it = (lines[at] for at in range(index - 1, -1, -1) if not is_empty(lines[at]))
    return next((head(one).key for one in above_it if indent(one) < column), "")


def keys_above(lines: Lines, index: int, column: int) -> Iterator[str]:
    """Yield what the lines above begin with, in the mapping that a key at a column would be in.

    The nearest comes first; a line without a key has an empty one.
    """
    for at in range(index - 1, -1, -1):
        if is_empty(lines[at]) or indent(lines[at]) > column:
            continue
        begins = head(lines[at])
        if begins.dashes == column:
            yield begins.key
        if indent(lines[at]) < column:
            return
