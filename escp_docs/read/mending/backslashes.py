"""Backslashes between double quotes that begin no sign, or half of one."""

import re
from collections.abc import Iterator
from typing import Final

from escp_docs.pattern import pattern
from escp_docs.read.characters import as_words
from escp_docs.read.mending.breaks import (
    Break,
    Lines,
    Mend,
    Workshop,
    replaced,
)

_ESCAPE: Final = pattern(
    r"""\\(?!["\\/abefnrtv0 _NLP]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})"""
)
_PAIR: Final = pattern(r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB]\w\w)\\u([dD][c-fC-F]\w\w)")
_HALF: Final = pattern(r"\\u[dD][89a-fA-F]\w\w")


def escapes(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which a backslash between double quotes is one."""
    del shop
    if "escape" not in found.problem and "hexdecimal" not in found.problem:
        return
    index = found.line
    line = lines[index]
    begin = found.start[1] if found.start[0] == index else 0
    slips = [one for one in (_HALF.search(line, begin), _ESCAPE.search(line, begin)) if one]
    if not slips:
        return
    bad = min(slips, key=lambda one: one.start())
    half = _HALF.match(bad[0])
    yield Mend(
        replaced(lines, {index: line[: bad.start()] + as_words("\\") + line[bad.start() + 1 :]}),
        index,
        bad.start(),
        len(bad[0]),
        f"{bad[0]} is half of a character"
        if half
        else "a backslash in double quotes begins a sign",
        "write the character itself"
        if half
        else "put the text in single quotes, or write the backslash twice",
    )


def whole_characters(text: str) -> str:
    """Return a text in which the two halves of a character, as JSON escapes them, are one."""

    def joined(found: re.Match[str]) -> str:
        pair = bytes.fromhex(found[2] + found[3]).decode("utf-16-be")
        return found[1] + pair + "\ufdd5" * (len(found[0]) - len(found[1]) - 1)

    return _PAIR.sub(joined, text)
