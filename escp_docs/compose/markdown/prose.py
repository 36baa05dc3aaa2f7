"""Prose of a spec to blocks that can be printed."""

import re
from functools import lru_cache
from typing import Final

from escp_docs.compose.markdown.glyphs import printable
from escp_docs.document import Block
from escp_docs.prose.blocks import blocks_of
from escp_docs.prose.folding import unfolded
from escp_docs.prose.lines import BREAK
from escp_docs.prose.marks import drawn

_PARAGRAPH: Final = "\u2029"
_BREAKS: Final = {"\r\n": "\n", "\r": "\n", "\x0b": BREAK, "\x85": BREAK, "\x0c": _PARAGRAPH}


@lru_cache(maxsize=256)  # of the texts of a spec most stand in several documents, or stay
def prose_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a prose; at least one."""
    return blocks_of(text, printable)


def source(text: str) -> str:
    """Return a prose as it was typed, in characters that can stand in every file.

    Breaks of lines and paragraphs are those of Unicode, and Word's bullets are bullets.
    """
    for typed, kept in _BREAKS.items():
        text = text.replace(typed, kept)
    parts = re.split(f"([{BREAK}{_PARAGRAPH}])", drawn(text.strip()))
    return "".join(part if part in {BREAK, _PARAGRAPH} else printable(part) for part in parts)


def edited(text: str) -> str:
    """Return a prose as it is shown to be edited: each paragraph on one line."""
    return source(unfolded(text)).replace(BREAK, "\n").replace(_PARAGRAPH, "\n\n")
