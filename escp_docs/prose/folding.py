"""Prose as it is edited in a field: each paragraph on one line."""

from itertools import pairwise

from escp_docs.prose.blocks import blocks_of
from escp_docs.prose.lines import split
from escp_docs.prose.reader import read
from escp_docs.prose.structure import words_in


def unfolded(text: str) -> str:
    """Return a prose with each paragraph and item on one line; lists, tables and breaks stay.

    It says the same: where a line by itself would be read otherwise, the prose stays as it is.
    """
    text = text.strip()
    reading = read(text)
    nodes = [*reading.nodes, *(node for note in reading.notes.values() for node in note)]
    going_on = {
        line.number
        for words in words_in(nodes)
        if not (words.keeps_lines or words.is_verbatim)
        for before, line in pairwise(words.lines)
        if not before.text.endswith(("  ", "\\"))
    }
    found: list[str] = []
    for number, line in enumerate(split(text), 1):
        if number in going_on and found:
            found[-1] = f"{found[-1].rstrip()} {line.lstrip()}"
        else:
            found.append(line)
    result = "\n".join(found)
    return result if blocks_of(result, str) == blocks_of(text, str) else text
