"""A document whose values name their places in the spec in another way."""

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from escp_docs.document.blocks import Block, Document, Passage
from escp_docs.document.inlines import (
    AnswerField,
    Checkbox,
    Elsewhere,
    Emphasis,
    Field,
    Footnote,
    Inline,
    LineBreak,
    Link,
    Placeholder,
    Reference,
    Strong,
    Text,
)
from escp_docs.document.walk import mapped, with_inlines


def with_paths(document: Document, name: Callable[[str], str]) -> Document:
    """Return a document in which each path is what `name` makes of it; it prints the same."""

    def of_inline(inline: Inline) -> Inline:
        match inline:
            case Field() | Checkbox() | Placeholder() | AnswerField():
                return replace(inline, path=name(inline.path)) if inline.path else inline
            case Emphasis() | Strong() | Link() | Footnote():
                return replace(inline, children=of_inlines(inline.children))
            case Text() | Reference() | Elsewhere() | LineBreak():
                return inline
            case _:
                assert_never(inline)

    def of_inlines(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(of_inline(child) for child in children)

    def of_block(block: Block) -> Block:
        if isinstance(block, Passage):
            return replace(block, path=name(block.path)) if block.path else block
        return with_inlines(block, of_inlines)

    return replace(document, blocks=mapped(document.blocks, of_block))
