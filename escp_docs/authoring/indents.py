"""The lines of a text by their indents: to which keys each belongs."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from escp_docs.authoring.cursor_spot import ENTRY, Steps
from escp_docs.pattern import pattern

_HEAD: Final = pattern(r"(?P<indent> *)(?P<dashes>(?:- +)*)(?P<rest>.*)")
KEY: Final = pattern(r"""(?P<quote>["']?)(?P<name>[\w.-]+)(?P=quote) *:(?: |$)""")
"""A key with its colon at the beginning of the words of a line."""

_BLOCK: Final = pattern(r"[|>][-+0-9]*\s*(?:#.*)?$")


class IndentedLine(Struct, frozen=True):
    """A line: the columns of its first dash and of its first word, how many dashes, the words."""

    dash: int
    column: int
    dashes: int
    words: str


def line_of(text: str) -> IndentedLine:
    """Return a line, taken apart."""
    head = _HEAD.match(text)
    assert head is not None  # every text begins so
    rest, dashes = head["rest"], head["dashes"].count("-")
    if rest == "-":  # an entry that is just begun
        return IndentedLine(len(head["indent"]), len(text) + 1, dashes + 1, "")
    start = len(head["indent"])
    return IndentedLine(start, start + len(head["dashes"]), dashes, rest)


def steps_around(lines: Sequence[str], line: int, own: IndentedLine) -> Steps:
    """Return the steps to the mapping or list in which a line stands, from its indent."""
    steps: list[str | int] = []
    column, dashes = own.column, own.dashes
    if dashes:
        steps += [ENTRY] * dashes
        column = own.dash
    for above in range(line - 1, -1, -1):
        other = line_of(lines[above])
        if not other.words or other.words.startswith("#"):
            continue
        steps_in, column_in, dashes_in = _step(other, column, is_dash=bool(dashes))
        if column_in is None:
            continue
        steps += steps_in
        column, dashes = column_in, dashes_in
        if column == 0 and not dashes:
            break
    return tuple(reversed(steps))


def _step(
    other: IndentedLine, column: int, *, is_dash: bool
) -> tuple[list[str | int], int | None, int]:
    """Return the steps that a line above adds, and the column from which the search goes on."""
    key = KEY.match(other.words)
    if is_dash and not other.dashes and other.column <= column and key:
        return [key["name"]], other.column, 0
    if other.column < column and key:
        found: list[str | int] = [key["name"]]
        if other.dashes:
            return [*found, *[ENTRY] * other.dashes], other.dash, other.dashes
        return found, other.column, 0
    if other.dashes and other.column == column and not is_dash:
        return [ENTRY] * other.dashes, other.dash, other.dashes
    return [], None, 0


def is_in_block(lines: Sequence[str], line: int, own: IndentedLine) -> bool:
    """Whether a line is one of a text of several lines that stands below its key."""
    column = own.dash if own.words or own.dashes else len(lines[line]) if line < len(lines) else 0
    for above in range(line - 1, -1, -1):
        other = line_of(lines[above])
        if not other.words:
            continue
        if other.dash < column:
            if _BLOCK.search(other.words) and KEY.match(other.words):
                return True
            column = other.dash
        if column == 0:
            return False
    return False
