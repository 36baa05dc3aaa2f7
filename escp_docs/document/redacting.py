"""A document without what is not public: values by their paths, words wherever they stand."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from html import escape

from escp_docs.document.blocks import (
    Block,
    Cover,
    Document,
    Figure,
    Note,
    Paragraph,
    PictureRow,
    Signature,
)
from escp_docs.document.inlines import Field, Inline, Link, Placeholder, Text
from escp_docs.document.walk import mapped, with_each_inline


@dataclass(frozen=True, slots=True)
class Redaction:
    """What is left out of a document.

    Attributes:
        is_secret: Whether a value with a path is.
        texts: Words that may stand nowhere, the longest first.
        instead: What stands in place of each.
        note: What is said of it behind the cover, or first of all.
    """

    is_secret: Callable[[str], bool]
    texts: tuple[str, ...]
    instead: str
    note: str


def redacted(document: Document, wanted: Redaction) -> Document:
    """Return a document without what is left out, and without its signatures."""
    hide = _hider(wanted)
    blocks = tuple(_blocks(document.blocks, wanted, hide))
    title, author = hide(document.title), hide(document.author)
    note = Note((Paragraph((Text(wanted.note),)),))
    at = next((i + 1 for i, one in enumerate(blocks) if isinstance(one, Cover)), 0)
    return replace(
        document,
        title=title,
        author=author,
        blocks=(*blocks[:at], note, *blocks[at:]),
        subject="",
        keywords=(),
        sending="",
    )


def _blocks(
    blocks: tuple[Block, ...], wanted: Redaction, hide: Callable[[str], str]
) -> Iterator[Block]:
    """Yield blocks, each without what is left out; of several signatures one word stays."""
    is_told = False
    for one in mapped(blocks, lambda block: _block(block, wanted, hide)):
        if not isinstance(one, Signature):
            yield one
        elif not is_told:
            is_told = True
            yield Paragraph((Text(f"[{wanted.instead}]"),))


def _block(block: Block, wanted: Redaction, hide: Callable[[str], str]) -> Block:
    shown = with_each_inline(block, lambda inline: _inline(inline, wanted, hide))
    match shown:
        case Figure():
            return replace(shown, svg=hide(shown.svg), alternative=hide(shown.alternative))
        case PictureRow():
            items = tuple(replace(one, alternative=hide(one.alternative)) for one in shown.items)
            return replace(shown, items=items)
        case _:
            return shown


def _inline(inline: Inline, wanted: Redaction, hide: Callable[[str], str]) -> Inline:
    match inline:
        case Field() if wanted.is_secret(inline.path):
            return Text(f"[{wanted.instead}]")
        case Field():
            return replace(inline, text=hide(inline.text), value=hide(inline.value))
        case Placeholder() if wanted.is_secret(inline.path):
            return Text(f"[{wanted.instead}]")
        case Text():
            return Text(hide(inline.text))
        case Link():
            return replace(inline, url=hide(inline.url))
        case _:
            return inline


def _hider(wanted: Redaction) -> Callable[[str], str]:
    """Return what takes words out of a text; also where they are written for XML."""
    texts = dict.fromkeys(
        one for text in wanted.texts for one in (text, escape(text), escape(text, quote=False))
    )
    if not texts:
        return str
    whole = re.compile("|".join(rf"(?<![\w.,]){_pattern(one)}(?!\w)(?![.,]\d)" for one in texts))
    return lambda text: whole.sub(f"[{wanted.instead}]", text)


def _pattern(text: str) -> str:
    return r"\s+".join(re.escape(one) for one in text.split())
