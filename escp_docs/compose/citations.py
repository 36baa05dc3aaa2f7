"""References in negotiated words as the agreement prints them, for other papers."""

from collections.abc import Callable
from typing import assert_never

from msgspec.structs import replace

from escp_docs.compose.document_types import AGREEMENT
from escp_docs.compose.numbering import citing
from escp_docs.document import (
    AnswerField,
    Block,
    Checkbox,
    Deleted,
    Document,
    Elsewhere,
    Emphasis,
    Field,
    Footnote,
    Inline,
    Inserted,
    LineBreak,
    Link,
    Placeholder,
    Reference,
    Strong,
    Text,
    mapped,
    with_inlines,
)
from escp_docs.language.language import Language
from escp_docs.prose.references import MARK

_Cite = Callable[[str, str], str]


def with_citations(
    blocks: tuple[Block, ...], agreement: Document, language: Language
) -> tuple[Block, ...]:
    """Return blocks with what the agreement prints, "clause 8.3", in place of each mark."""
    cite = citing(agreement.blocks, language)
    return mapped(blocks, lambda block: with_inlines(block, lambda some: _cited(some, cite)))


def cited_text(text: str, agreement: Document, language: Language) -> str:
    """Return words with what the agreement prints in place of each mark."""
    cite = citing(agreement.blocks, language)
    return MARK.sub(lambda mark: cite(mark["word"], mark["target"]), text)


def _cited(children: tuple[Inline, ...], cite: _Cite) -> tuple[Inline, ...]:
    found: list[Inline] = []
    for one in children:
        last = found[-1] if found else None
        if isinstance(one, Text) and isinstance(last, Text):
            found[-1] = Text(last.text + one.text)
        else:
            found.append(one)
    return tuple(inner for one in found for inner in _inline(one, cite))


def _inline(inline: Inline, cite: _Cite) -> tuple[Inline, ...]:
    match inline:
        case Text(text) if MARK.search(text):
            return tuple(_parted(text, cite))
        case Emphasis() | Strong() | Link() | Inserted() | Deleted():
            return (replace(inline, children=_cited(inline.children, cite)),)
        case (
            Text()
            | Reference()
            | Footnote()
            | Elsewhere()
            | Field()
            | Placeholder()
            | AnswerField()
            | Checkbox()
            | LineBreak()
        ):
            return (inline,)
        case _:
            assert_never(inline)


def _parted(text: str, cite: _Cite) -> list[Inline]:
    found: list[Inline] = []
    last = 0
    for mark in MARK.finditer(text):
        if mark.start() > last:
            found.append(Text(text[last : mark.start()]))
        found.append(Elsewhere(AGREEMENT, mark["target"], cite(mark["word"], mark["target"])))
        last = mark.end()
    return [*found, *([Text(text[last:])] if last < len(text) else [])]
