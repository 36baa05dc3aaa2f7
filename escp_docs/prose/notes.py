"""Footnotes in prose: their marks, and where the text of one begins."""

import re
from collections.abc import Sequence
from typing import Final

from escp_docs.pattern import pattern
from escp_docs.prose.lines import Line

MARK: Final = pattern(r"(?<!\\)\[\^([^\s\[\]]{1,100})\]")
"""The mark of a footnote; its group is the label."""
TEXT: Final = pattern(rf"{MARK.pattern}:[ \t]*(?=\S)")
"""The start of the text of one."""


def marked(lines: Sequence[Line]) -> frozenset[str]:
    """Return the labels of the footnotes that are marked somewhere but at the start of a text."""
    return frozenset(
        mark[1]
        for line in lines
        for mark in MARK.finditer(line.text)
        if not is_text(line.text, mark)
    )


def is_text(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark at the start of a line begins the text of a footnote."""
    is_first = not mark.start() or text[mark.start() - 1] == "\n"
    return is_first and text.startswith(":", mark.end())
