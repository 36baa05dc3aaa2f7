"""Texts behind | and >: which lines are part of one, and lines that have left it."""

from collections.abc import Iterator
from typing import Final

from escp_docs.pattern import pattern
from escp_docs.read.mending.breaks import (
    Break,
    Lines,
    Mend,
    Workshop,
    head,
    indent,
    is_empty,
    keys_above,
    near,
    replaced,
)

_EQUALS: Final = pattern(r"\s*(?:- +)*([a-z_]+)\s*:?=")
_BLOCK: Final = pattern(r"[|>][-+0-9]*\s*(?:#.*)?")


def text_outside(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which lines that left the text above are part of it again."""
    for index in near(lines, found, back=2):
        block = block_above(lines, index)
        equals = _EQUALS.match(lines[index])
        if block is None or (equals[1] if equals else head(lines[index]).key) in shop.names:
            continue
        opener, level = block
        beside = [*keys_above(lines, opener, head(lines[opener]).dashes)]
        if beside and not any(
            shop.vocabulary.stand_together(head(lines[opener]).key, one) for one in beside
        ):
            continue  # it is the key of the text that stands in the wrong place
        end = index + 1
        # Beside a key that has a value, a dash begins no entry.
        is_key = not lines[opener].lstrip().startswith("- ")
        column = indent(lines[opener]) - is_key
        while end < len(lines) and not _is_an_entry(shop, lines[end], column, level):
            end += 1
        if indent(lines[index]) >= level:
            continue
        changes = {
            at: " " * level + lines[at].strip() for at in range(index, end) if lines[at].strip()
        }
        yield Mend(
            replaced(lines, changes),
            index,
            indent(lines[index]),
            max(1, len(lines[index].strip())),
            f"this line has left the text that begins on line {opener + 1}",
            f"indent it by {level} blanks" + _as_above(lines, opener, index, len(changes) - 1),
        )


def _as_above(lines: Lines, opener: int, index: int, others: int) -> str:
    """Return which lines show how far a line is to be indented, or need it too."""
    if any(one.strip() for one in lines[opener + 1 : index]):
        return ", as the line above"
    return f", and so in {others} more line{'s' * (others > 1)}" if others else ""


def block_above(lines: Lines, index: int) -> tuple[int, int] | None:
    """Return where the text above a line begins, as `key: |`, and how far it is indented."""
    column = indent(lines[index])
    level = 0
    for at in range(index - 1, -1, -1):
        if not lines[at].strip():
            continue
        here = indent(lines[at])
        if opens_a_text(lines[at]) and (not level or here < level):
            return at, level or here + 2
        level = min(level, here) if level else here
        if level <= column:
            return None
    return None


def is_in_a_text(lines: Lines, index: int) -> bool:
    """Whether a line is part of a text behind | or >, by how far it is indented."""
    return text_above(lines, index) is not None


def text_above(lines: Lines, index: int) -> int | None:
    """Return the line with the key of the text that a line is part of, None if it is of none."""
    least = indent(lines[index])
    for at in range(index - 1, -1, -1):
        if not least:
            return None
        if lines[at].strip() and indent(lines[at]) < least:
            least = indent(lines[at])
            if opens_a_text(lines[at]) and head(lines[at]).dashes < indent(lines[index]):
                return at
    return None


def opens_a_text(line: str) -> bool:
    """Whether a line ends with a key and the mark of a text below it: `key: |`."""
    begins = head(line)
    return bool(begins.value and _BLOCK.fullmatch(line[begins.value :].rstrip()))


def _is_an_entry(shop: Workshop, line: str, column: int, level: int) -> bool:
    """Whether a line below a text begins an entry; the text is indented by `level`."""
    if is_empty(line):
        return False
    if line.lstrip().startswith("- "):
        return indent(line) <= column
    return indent(line) < level and head(line).key in shop.names
