"""The same slip in several lines one below the other: a blank or a colon that each leaves out.

Mended one at a time, such lines explain each other's break no better than anything else does.
"""

from collections.abc import Iterator
from typing import Final

from escp_docs.read.mending.breaks import (
    Break,
    Lines,
    Mend,
    Workshop,
    above,
    head,
    indent,
    near,
    replaced,
)
from escp_docs.read.mending.single_lines import NO_BLANK, NO_DASH_BLANK, WORDS

_FEWEST: Final = 2  # lines that make a run
_MOST_WORDS: Final = 4  # of a value without any sign before it; more are a sentence
_ENDS: Final = (".", ",", ";", ":")


def keys_without_marks(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which a colon and a blank follow the keys of lines that stand together."""
    for index in near(lines, found):
        run = _run(shop, lines, index)
        if len(run) < _FEWEST or not _belong(shop, lines, run):
            continue
        first = min(run)
        key, entry = run[first]
        others = len(run) - 1
        blank = lines[first].strip().startswith(f"{key}:")
        yield Mend(
            replaced(lines, {at: _lead(lines[at]) + mended for at, (_, mended) in run.items()}),
            first,
            len(_lead(lines[first])) + (len(key) if blank else 0),
            1 if blank else len(key),
            "there is no blank after the colon" if blank else f"there is no colon after {key!r}",
            f"write `{entry}`, and so in {others} more line{'s' * (others > 1)}",
        )


def _lead(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _run(shop: Workshop, lines: Lines, index: int) -> dict[int, tuple[str, str]]:
    """Return the lines around one that have its slip, each with its key and as it was meant."""
    run: dict[int, tuple[str, str]] = {}
    for steps in (range(index, -1, -1), range(index, len(lines))):
        for at in steps:
            entry = _entry(shop, lines[at])
            if entry is None or indent(lines[at]) != indent(lines[index]):
                break
            run[at] = entry
    return run


def _belong(shop: Workshop, lines: Lines, run: dict[int, tuple[str, str]]) -> bool:
    """Whether the keys of a run can stand beside that of the line above it, and are no sentence."""
    first = min(run)
    before = above(lines, first)
    if before is None or indent(lines[before]) > indent(lines[first]):
        return True
    beside = head(lines[before])
    if beside.dashes != indent(lines[first]) or not beside.key:
        return True
    return all(shop.vocabulary.stand_together(key, beside.key) for key, _ in run.values())


def _entry(shop: Workshop, line: str) -> tuple[str, str] | None:
    """Return the key of a line that lacks its blank or colon, and the line as it was meant."""
    found = NO_BLANK.match(line) or WORDS.match(line)
    if not found or found["key"] not in shop.names or found["before"].strip():
        return None
    value = found["value"].strip()
    is_bare = "gap" in found.groupdict() and not found["gap"].strip()
    if is_bare and (len(value.split()) > _MOST_WORDS or value.endswith(_ENDS)):
        return None
    return found["key"], f"{found['key']}: {value}"


def dashes_without_blanks(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which a blank follows the dashes that begin the entries of a list.

    Keys that align with the word behind such a dash move along with it.
    """
    del shop
    for index in near(lines, found):
        if not NO_DASH_BLANK.match(lines[index]):
            continue
        column = indent(lines[index])
        block = _block(lines, index, column)
        dashes = [at for at in block if indent(lines[at]) == column]
        dashes = [at for at in dashes if NO_DASH_BLANK.match(lines[at])]
        below = [at for at in block if indent(lines[at]) > column]
        aligned = any(indent(lines[at]) == column + 1 for at in below)
        others = len(dashes) - 1
        if not others and not aligned:
            continue
        meant = {at: f"{' ' * column}- {lines[at][column + 1 :]}" for at in dashes}
        moved = {at: f" {lines[at]}" for at in below} if aligned else {}
        more = f", and so in {others} more line{'s' * (others > 1)}" if others else ""
        yield Mend(
            replaced(lines, meant | moved),
            dashes[0],
            column,
            1,
            "there is no blank after the dash",
            f"write `{meant[dashes[0]].strip()}`{more}"
            + ("; indent the other keys of the entry by 1 blank more" if aligned else ""),
        )


def _block(lines: Lines, index: int, column: int) -> list[int]:
    """Return the lines around one that begin in its column or farther right."""
    inside = [not one.strip() or indent(one) >= column for one in lines]
    first, end = index, index
    while first and inside[first - 1]:
        first -= 1
    while end < len(lines) and inside[end]:
        end += 1
    return [at for at in range(first, end) if lines[at].strip()]
