"""On which line of a spec words of a text stand, however YAML has folded it."""

import re
from typing import Final

from escp_docs.finding import Place
from escp_docs.read.places import Places

_LINES: Final = 400  # of one text that are looked through


def place_of(path: str, text: str, start: int, end: int, places: Places) -> Place:
    """Return where words of a text stand, else where the text begins.

    Args:
        path: The path of the text.
        text: The text.
        start: Where the words begin in it.
        end: Where they end.
        places: Where the values of the spec stand.
    """
    pattern = _pattern(text[start:end])
    nth = sum(1 for one in pattern.finditer(text) if one.start() < start)
    begin = places.of(path)
    written = _written(begin, places)
    for number, one in enumerate(pattern.finditer(written)):
        if number == nth:
            return _at(begin, written, one)
    return begin


def _pattern(words: str) -> re.Pattern[str]:
    joined = r"\s+".join(re.escape(one) for one in words.split())
    return re.compile(rf"(?<!\w){joined}(?!\w)")


def _written(begin: Place, places: Places) -> str:
    """Return the lines of the file from a place on."""
    lines = [places.excerpt(begin)[begin.column - 1 :]]
    while len(lines) < _LINES and places.holds(begin.file, begin.line + len(lines)):
        lines.append(places.excerpt(Place(begin.file, begin.line + len(lines), 1)))
    return "\n".join(lines)


def _at(begin: Place, written: str, found: re.Match[str]) -> Place:
    line = written.count("\n", 0, found.start())
    column = found.start() - written.rfind("\n", 0, found.start())
    shift = begin.column - 1 if line == 0 else 0
    return Place(begin.file, begin.line + line, column + shift, len(found[0]))
