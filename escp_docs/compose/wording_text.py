"""Negotiated words as people write them -> blocks: Markdown with the references of templates."""

import re
from textwrap import dedent
from typing import Final

from escp_docs.compose.markdown.glyphs import printable
from escp_docs.compose.markdown.markup import MarkupError, blocks_of
from escp_docs.compose.markdown.prose import prose_blocks
from escp_docs.compose.templates.binder import Binder
from escp_docs.document import Block, Figure, Numbering
from escp_docs.language.language import Language
from escp_docs.pattern import pattern

_DIRECTIVE: Final = pattern(r"^(\s*)(:::|§)", re.MULTILINE)
_CAPTION: Final = pattern(r"^(Table|Figure): ", re.MULTILINE)


def worded(text: str, language: Language) -> tuple[Block, ...]:
    """Return the blocks of negotiated words, without numbers.

    `[](#liability)` is a reference, as in a template; directives of templates are words. What no
    template could be (a text indented like code) is read as prose.
    """
    try:
        return blocks_of(_source(text), Binder(), _draw, Numbering.NONE, language)
    except (MarkupError, ValueError):
        return prose_blocks(text)


def _source(text: str) -> str:
    """Return words as a template that holds them and no directive."""
    plain = _CAPTION.sub("\\1:\u00a0", printable(dedent(text).strip()))
    return _DIRECTIVE.sub(lambda found: f"{found[1]}\u2060{found[2]}", plain)


def _draw(name: str) -> Figure:
    raise MarkupError(f"negotiated words draw no figure {name!r}", name)
