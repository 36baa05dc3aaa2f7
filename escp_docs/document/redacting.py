"""A document without what is not public: values by their paths, words wherever they stand."""

import re
from collections.abc import Callable, Iterator
from html import escape
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.document.blocks import (
    Block,
    Cover,
    Document,
    Note,
    Paragraph,
    Passage,
    Signature,
)
from escp_docs.document.inlines import AnswerField, Field, Inline, Placeholder, Text
from escp_docs.document.walk import mapped, with_each_inline


class Redaction(Struct, frozen=True):
    """What is left out of a document.

    Attributes:
        is_secret: Whether a value with a path is.
        texts: Words that may stand nowhere, the longest first.
        pattern: A regular expression of what else may stand nowhere; empty if there is none.
        instead: What stands in place of each.
        note: What is said of it behind the cover, or first of all.
    """

    is_secret: Callable[[str], bool]
    texts: tuple[str, ...]
    instead: str
    note: str
    pattern: str = ""


def redacted(document: Document, wanted: Redaction) -> Document:
    """Return a document without what is left out, and without its signatures."""
    blocks = tuple(_blocks(document.blocks, wanted))
    public = replace(document, blocks=blocks, subject="", keywords=(), sending="")
    found: Document = _without(public, _hider(wanted))
    note = Note((Paragraph((Text(wanted.note),)),))
    at = next((i + 1 for i, one in enumerate(blocks) if isinstance(one, Cover)), 0)
    return replace(found, blocks=(*found.blocks[:at], note, *found.blocks[at:]))


def _blocks(blocks: tuple[Block, ...], wanted: Redaction) -> Iterator[Block]:
    """Yield blocks, each without the values left out; of several signatures one word stays."""
    is_told = False
    for one in mapped(blocks, lambda block: _block(block, wanted)):
        if not isinstance(one, Signature):
            yield one
        elif not is_told:
            is_told = True
            yield Paragraph((Text(f"[{wanted.instead}]"),))


def _block(block: Block, wanted: Redaction) -> Block:
    if isinstance(block, Passage) and wanted.is_secret(block.path):
        return Paragraph((Text(f"[{wanted.instead}]"),))

    def public(inline: Inline) -> Inline:
        if isinstance(inline, Field | Placeholder | AnswerField) and wanted.is_secret(inline.path):
            return Text(f"[{wanted.instead}]")
        return inline

    return with_each_inline(block, public)


def _without(value: Any, hide: Callable[[str], str]) -> Any:  # noqa: ANN401  # whatever a tree holds
    """Return a part of a tree without some words, in whichever of its fields they stand.

    No kind of block or inline is named, so that none can be forgotten.
    """
    if type(value) is str:  # a kind of field is a StrEnum, and no text
        return hide(value)
    if isinstance(value, tuple):
        return tuple(_without(one, hide) for one in value)
    if isinstance(value, Struct):
        held = {name: getattr(value, name) for name in value.__struct_fields__}
        changed = {name: _without(one, hide) for name, one in held.items()}
        return replace(
            value, **{name: changed[name] for name in held if changed[name] != held[name]}
        )
    return value


def _hider(wanted: Redaction) -> Callable[[str], str]:
    """Return what takes words out of a text; also where they are written for XML."""
    texts = dict.fromkeys(
        one for text in wanted.texts for one in (text, escape(text), escape(text, quote=False))
    )
    words = [rf"(?<![\w.,]){_pattern(one)}(?!\w)(?![.,]\d)" for one in texts]
    if wanted.pattern:
        words.append(wanted.pattern)
    if not words:
        return str
    whole = re.compile("|".join(words))
    return lambda text: whole.sub(f"[{wanted.instead}]", text)


def _pattern(text: str) -> str:
    return r"\s+".join(re.escape(one) for one in text.split())
