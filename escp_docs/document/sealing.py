"""A document as it is signed and handed in: it prints the same and carries nothing else."""

from msgspec.structs import replace

from escp_docs.document.blocks import Block, Document, Passage
from escp_docs.document.inlines import Checkbox, Field, Inline
from escp_docs.document.walk import mapped, with_each_inline


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
    return with_each_inline(block, _inline)


def _inline(inline: Inline) -> Inline:
    if isinstance(inline, Field):
        return replace(inline, path="", value="", label="", options=())
    return replace(inline, path="", value="") if isinstance(inline, Checkbox) else inline
