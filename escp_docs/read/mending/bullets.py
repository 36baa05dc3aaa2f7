"""Entries of lists that begin with a bullet or a long dash, as word processors write them."""

import re
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
    near,
    replaced,
)

SIGNS: Final = "–—−‐‑‒•·‣◦▪●○■□*+\uf0b7\uf0a7\uf0d8"
"""What is typed or pasted for the hyphen of an entry."""

ENTRY: Final = pattern(
    rf"(?P<lead> *)(?P<sign>[{re.escape(SIGNS)}]"
    # Letters that fonts of symbols draw as bullets, and labels.
    r"|[o§Øüvq](?=\t|[^\S\n]{2})|\(?(?:[0-9]{1,2}|[a-z]|[ivx]{1,4})[.)])"
    r"(?P<gap>[^\S\n]+)(?P<rest>\S.*)"
)
_HYPHEN: Final = pattern(r"(?P<lead> *)(?P<sign>-)(?P<gap>[^\S\n]+)(?P<rest>\S.*)")
MESSAGE: Final = "an entry of a list begins with a hyphen, and this line with {sign}"
LEFT: Final = "this entry of a list begins left of the key of its list"


def foreign_dashes(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which a hyphen stands for the bullets that a list is typed with.

    Such lines may begin left of the key of their list, as they were pasted.
    """
    for index in near(lines, found, back=2):
        entry = ENTRY.fullmatch(lines[index]) or _HYPHEN.fullmatch(lines[index])
        begin = _begin(shop, lines, index, entry) if entry else None
        if entry is None or begin is None:
            continue
        first, level = begin
        column = len(entry["lead"])
        if entry["sign"] == "-" and level == column:
            continue
        changes = _hyphens(lines, first, column, level)
        rest = _entry(lines[first], column)
        aside = f", indented by {level} blanks" if level != column else ""
        others = len(changes) - 1
        yield Mend(
            replaced(lines, changes),
            first,
            indent(lines[first]),
            1,
            LEFT if entry["sign"] == "-" else MESSAGE.format(sign=rest["sign"] if rest else ""),
            f"write `- {rest['rest'] if rest else ''}`{aside}"
            + (f", and so in {others} more line{'s' * (others > 1)}" if others else ""),
        )


def _entry(line: str, column: int) -> re.Match[str] | None:
    found = ENTRY.fullmatch(line) or _HYPHEN.fullmatch(line)
    return found if found and len(found["lead"]) == column else None


def _begin(
    shop: Workshop, lines: Lines, index: int, entry: re.Match[str]
) -> tuple[int, int] | None:
    """Return the line of the first of such entries, and how far they are to be set in.

    None if what they are in is no list.
    """
    column, first = len(entry["lead"]), index
    only_entries = True
    for at in range(index - 1, -1, -1):
        line = lines[at]
        if is_empty(line):
            continue
        begins = head(line)
        opens = not line[begins.value :].strip() and shop.vocabulary.is_list(begins.key)
        if indent(line) > column:
            if opens and only_entries:
                return first, begins.dashes + 2
            only_entries = False
        elif ENTRY.fullmatch(line) and indent(line) == column:
            first = at
        elif line.startswith("- ", column) or line.startswith("-\t", column):
            if entry["sign"] != "-":
                return first, column
            first = at
        else:
            return (first, column) if opens else None
    return None


def _hyphens(lines: Lines, first: int, column: int, level: int) -> dict[int, str]:
    changes: dict[int, str] = {}
    for at in range(first, len(lines)):
        line = lines[at]
        if is_empty(line) or (indent(line) > column and level == column):
            continue
        found = _entry(line, column)
        if found is None or (found["sign"] == "-" and level == column):
            break
        changes[at] = f"{' ' * level}-{' ' * len(found['gap'])}{found['rest']}"
    return changes
