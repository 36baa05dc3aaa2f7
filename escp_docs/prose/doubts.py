"""Where a prose can be read in two ways: each place with what is printed, and the cure.

What is sure is not named here. Nothing is read from a file, and no parser of Markdown is loaded.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from escp_docs.prose import notes
from escp_docs.prose.lines import Line, lines_of
from escp_docs.prose.reader import read
from escp_docs.prose.signs import doubts_in
from escp_docs.prose.structure import Doubt, Grid, Items, Node, Words

_SHORT: Final = 45  # letters of a line that was not wrapped
_FEW: Final = 3  # lines that are short one after the other


@lru_cache(maxsize=1024)  # every version of a spec has most texts of the one before
def doubts(text: str) -> tuple[Doubt, ...]:
    """Return the places of a prose whose reading can be doubted, in order.

    Lines and columns count from 1, in the prose itself.
    """
    reading = read(text)
    nodes = [*reading.nodes, *(node for note in reading.notes.values() for node in note)]
    found = {*reading.doubts, *_of_notes(text, set(reading.notes))}
    for node in nodes:
        found.update(_of_node(node))
    return tuple(sorted(found))


def _of_node(node: Node) -> Iterator[Doubt]:
    match node:
        case Words():
            yield from _of_words(node)
        case Items():
            yield from _of_items(node)
        case Grid():
            for row in node.rows:
                for cell in row:
                    yield from doubts_in(cell)


def _of_items(items: Items) -> Iterator[Doubt]:
    for item in items.items:
        for node in item:
            yield from _of_node(node)


def _of_words(words: Words) -> Iterator[Doubt]:
    if words.is_verbatim:
        return
    for line in words.lines:
        yield from doubts_in(line)
    first = words.lines[0]
    quoted = re.match(r">\s*[^\W\d]", first.text)
    if words.is_apart and quoted:
        yield Doubt(
            first.number,
            first.column,
            "'>' is printed as typed and makes no quotation",
            "put the words in quotation marks",
        )
    if (
        len(words.lines) >= _FEW
        and not words.keeps_lines
        and all(_is_short(line) for line in words.lines)
    ):
        yield Doubt(
            first.number,
            first.column,
            f"these {len(words.lines)} short lines are printed as one",
            "end each with two blanks or a backslash to keep the lines",
        )


def _is_short(line: Line) -> bool:
    """Whether a line reads like one of an address, and not like one of a sentence."""
    first = line.text[:1]
    ends = line.text.endswith((".", "  ", "\\"))
    return len(line.text) < _SHORT and (first.isupper() or first.isdigit()) and not ends


def _of_notes(text: str, labels: set[str]) -> Iterator[Doubt]:
    """Yield the footnotes without a mark, and the marks without a footnote."""
    for line in lines_of(text) if "[^" in text else ():
        for mark in notes.MARK.finditer(line.text):
            column = line.column + mark.start()
            if mark[1] in labels:
                continue
            if notes.is_text(line.text, mark):
                message = f"nothing marks the footnote '{mark[0]}', so it is printed as typed"
                fix = f"write {mark[0]} where it belongs"
            else:
                message = f"'{mark[0]}' is printed as typed: there is no footnote of that name"
                fix = f"write its text on a line of its own: {mark[0]}: ..."
            yield Doubt(line.number, column, message, fix)
