"""Lines, or parts of a file, that stand too far left or right."""

from collections.abc import Iterator
from typing import Final

from escp_docs.read.mending.breaks import (
    Break,
    Lines,
    Mend,
    Workshop,
    head,
    indent,
    is_empty,
    near,
    replaced,
)
from escp_docs.read.mending.indents import LEVELS, levels
from escp_docs.read.mending.outside import block_above

_FAR: Final = 8  # blanks by which a line is moved at most
_MAPPING: Final = 100  # lines of a mapping that are looked at


def moved(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which a line, or a part of the file, aligns with one above it.

    Those come first in which a key aligns with its kind, and of these those that move least.
    """
    moves: list[tuple[bool, int, _Move]] = []
    for index in near(lines, found, back=4):
        column = indent(lines[index])
        if is_empty(lines[index]) or index < found.line - LEVELS:
            continue
        block = block_above(lines, index)
        for level, model in dict.fromkeys((*levels(lines, index), *_levels_around(lines, index))):
            into_a_text = block is not None and level >= block[1]
            if level == column or abs(level - column) > _FAR or into_a_text:
                continue
            is_stranger = not _belongs(shop, lines, index, level, model)
            moves += [
                (is_stranger, end - index, (index, end, level, model))
                for end in _ends(lines, index, level)
            ]
    yield from (_mend(lines, *move) for _, _, move in sorted(moves, key=lambda one: one[:2]))


_Move = tuple[int, int, int, int]
"""The first line that is moved, the one behind the last, the new column, a line that has it."""


def _mend(lines: Lines, index: int, end: int, level: int, model: int) -> Mend:
    column = indent(lines[index])
    changes = {
        at: " " * max(0, indent(lines[at]) + level - column) + lines[at].lstrip(" ")
        for at in range(index, end)
    }
    return Mend(
        replaced(lines, changes),
        index,
        column,
        max(1, len(lines[index].strip())),
        _off(column, level),
        _together(lines, (index, end, level, model)) or _aligned(lines, index, level, model),
    )


def _together(lines: Lines, move: _Move) -> str | None:
    """Return the cure of several lines, None if that of the first one mends them all.

    What stands below a key may stay where it is if the key moves to the left, and no dash with it.
    """
    index, end, level, model = move
    written = [at for at in range(index, end) if lines[at].strip()]
    column = indent(lines[index])
    beside = [at for at in written if indent(lines[at]) == column]
    is_entry = lines[index].startswith("- ", column)
    if len(written) == 1 or (len(beside) == 1 and level < column and not is_entry):
        return None
    aligned = _aligned(lines, index, level, model)
    _, comma, behind = aligned.partition(", ")
    blanks = abs(column - level)
    by = f"{blanks} {'more' if level > column else 'fewer'} blank{'s' * (blanks > 1)}"
    return f"indent lines {index + 1} to {written[-1] + 1} by {by}{comma}{behind}"


def _belongs(shop: Workshop, lines: Lines, index: int, level: int, model: int) -> bool:
    """Whether the key of a line that is moved may stand beside all keys that it aligns with."""
    here = head(lines[index])
    column = level + here.dashes - indent(lines[index])
    beside = [*_keys_beside(lines, model, column)]
    return bool(beside) and all(shop.vocabulary.stand_together(here.key, one) for one in beside)


def _keys_beside(lines: Lines, model: int, column: int) -> Iterator[str]:
    """Yield the keys of the mapping that a line is in, from it upwards, if it begins there."""
    for at in range(model, max(-1, model - _MAPPING), -1):
        if is_empty(lines[at]):
            continue
        begins = head(lines[at])
        if begins.dashes < column or (at == model and begins.dashes != column):
            return
        if begins.dashes == column and begins.key:
            yield begins.key
        if indent(lines[at]) < column:  # the dash that begins the entry
            return


def _levels_around(lines: Lines, index: int) -> Iterator[tuple[int, int]]:
    """Yield the columns where the entries around the line above begin, from the inside out.

    Last are those of the next line: its own, and the one at which a key behind a dash aligns with
    it. The first line of a file may stand too far right of the next that is set in no farther.
    """
    least: int | None = None
    for at in range(index - 1, -1, -1):
        if not is_empty(lines[at]) and (least is None or indent(lines[at]) < least):
            least = indent(lines[at])
            yield least, at
        if least == 0:
            break
    if least is None:
        below = (at for at in range(index + 1, len(lines)) if not is_empty(lines[at]))
        edge = next((at for at in below if indent(lines[at]) <= indent(lines[index])), None)
        if edge is not None:
            yield indent(lines[edge]), edge
    behind = head(lines[index]).dashes - indent(lines[index])
    after = next((at for at in range(index + 1, len(lines)) if not is_empty(lines[at])), None)
    if after is not None:
        yield indent(lines[after]), after
        if behind and indent(lines[after]) >= behind:
            yield indent(lines[after]) - behind, after


def _aligned(lines: Lines, index: int, level: int, model: int) -> str:
    if not level:
        return "begin it at the left edge"
    if model > index and indent(lines[model]) != level:
        return f"indent it by {level} blanks, so that its key aligns with line {model + 1}"
    begins = head(lines[model])
    blanks = f"{level} blank{'s' * (level > 1)}"
    if begins.key and begins.dashes == level > indent(lines[model]):
        return f"indent it by {blanks}, as {begins.key!r} on line {model + 1}"
    return f"indent it by {blanks}, as line {model + 1}"


def _off(column: int, level: int) -> str:
    blanks = abs(column - level)
    side = "right" if column > level else "left"
    return f"this line begins {blanks} blank{'s' * (blanks > 1)} too far {side}"


def _ends(lines: Lines, index: int, level: int) -> Iterator[int]:
    """Yield where the part ends that moves along to a level.

    What is deeper, what is deeper up to an entry that stands there, what stands as deep, one line.
    """
    column = indent(lines[index])
    deeper = index + 1
    while deeper < len(lines) and (is_empty(lines[deeper]) or indent(lines[deeper]) > column):
        deeper += 1
    same = deeper
    while same < len(lines) and (is_empty(lines[same]) or indent(lines[same]) >= column):
        same += 1
    entry = " " * level + "- "
    entries = (at for at in range(index + 1, deeper) if lines[at].startswith(entry))
    yield from dict.fromkeys((deeper, next(entries, deeper), same, index + 1))
