"""A document whose values name their places in the spec in another way."""

from collections.abc import Callable

from msgspec.structs import replace

from escp_docs.document.blocks import Block, Document, Passage
from escp_docs.document.inlines import AnswerField, Checkbox, Field, Inline, Placeholder
from escp_docs.document.walk import mapped, with_each_inline


def with_paths(document: Document, name: Callable[[str], str]) -> Document:
    """Return a document in which each path is what `name` makes of it; it prints the same."""

    def of_inline(inline: Inline) -> Inline:
        if isinstance(inline, Field | Checkbox | Placeholder | AnswerField) and inline.path:
            return replace(inline, path=name(inline.path))
        return inline

    def of_block(block: Block) -> Block:
        if isinstance(block, Passage):
            return replace(block, path=name(block.path)) if block.path else block
        return with_each_inline(block, of_inline)

    return replace(document, blocks=mapped(document.blocks, of_block))
