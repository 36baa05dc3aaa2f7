"""Entries of lists that begin with a bullet or a long dash, as word processors write them."""

import re
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

SIGNS: Final = "–—−‐‑‒•·‣◦▪●○■□*+\uf0b7\uf0a7\uf0d8"
"""What is typed or pasted for the hyphen of an entry."""

ENTRY: Final = re.compile(
    rf"(?P<lead> *)(?P<sign>[{re.escape(SIGNS)}])(?P<gap>[^\S\n]+)(?P<rest>\S.*)"
)
MESSAGE: Final = "an entry of a list begins with a hyphen, and this line with {sign}"


def foreign_dashes(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which a hyphen stands for the bullets that a list is typed with."""
    for index in near(lines, found, back=2):
        entry = ENTRY.fullmatch(lines[index])
        if entry is None:
            continue
        first = _first(shop, lines, index, entry)
        if first is None:
            continue
        changes = _hyphens(lines, first, entry)
        others = len(changes) - 1
        rest = ENTRY.fullmatch(lines[first])
        yield Mend(
            replaced(lines, changes),
            first,
            indent(lines[first]),
            1,
            MESSAGE.format(sign=entry["sign"]),
            f"write `- {rest['rest'] if rest else ''}`"
            + (f", and so in {others} more line{'s' * (others > 1)}" if others else ""),
        )


def _first(shop: Workshop, lines: Lines, index: int, entry: re.Match[str]) -> int | None:
    """Return the line of the first of such entries, None if what they are in is no list."""
    column, first = len(entry["lead"]), index
    for at in range(index - 1, -1, -1):
        line = lines[at]
        if is_empty(line) or indent(line) > column:
            continue
        other = ENTRY.fullmatch(line)
        if other and len(other["lead"]) == column:
            first = at
            continue
        if line.startswith("- ", column):
            return first
        begins = head(line)
        opens = not line[begins.value :].strip()
        return first if opens and shop.vocabulary.is_list(begins.key) else None
    return None


def _hyphens(lines: Lines, first: int, entry: re.Match[str]) -> dict[int, str]:
    column = len(entry["lead"])
    changes: dict[int, str] = {}
    for at in range(first, len(lines)):
        line = lines[at]
        if is_empty(line) or indent(line) > column:
            continue
        found = ENTRY.fullmatch(line)
        if found is None or len(found["lead"]) != column:
            break
        changes[at] = f"{found['lead']}-{' ' * len(found['gap'])}{found['rest']}"
    return changes
