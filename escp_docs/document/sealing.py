"""A document as it is signed and handed in: it prints the same and carries nothing else."""

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


def sealed(document: Document) -> Document:
    """Return a document whose values have no path, so that no file keeps them but in print.

    Its files have no controls, comments, custom XML or attachments, and no properties but title,
    language and author (and what PDF/A and PDF/UA ask for).
    """
    return replace(
        document, blocks=mapped(document.blocks, _block), subject="", keywords=(), sealed=True
    )


def _block(block: Block) -> Block:
    if isinstance(block, Passage):
        return replace(block, path="", value="", label="")
    return with_inlines(block, _inlines)


def _inlines(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return tuple(_inline(child) for child in children)


def _inline(inline: Inline) -> Inline:
    match inline:
        case Field():
            return replace(inline, path="", value="", label="", options=())
        case Checkbox():
            return replace(inline, path="", value="")
        case Emphasis() | Strong() | Link() | Footnote():
            return replace(inline, children=_inlines(inline.children))
        case Text() | Reference() | Elsewhere() | Placeholder() | AnswerField() | LineBreak():
            return inline
        case _:
            assert_never(inline)
