"""Remarks on clauses: Word keeps them in comments, beside the words; pages print them."""

from collections.abc import Mapping

from msgspec.structs import replace

from escp_docs.document.blocks import Block, Clause, Document
from escp_docs.document.walk import mapped, walk


def with_remarks(blocks: tuple[Block, ...], by_clause: Mapping[str, str]) -> tuple[Block, ...]:
    """Return blocks in which the clauses have remarks, by the ids of the clauses."""

    def remarked(block: Block) -> Block:
        if isinstance(block, Clause) and block.id in by_clause:
            return replace(block, remark=by_clause[block.id])
        return block

    return mapped(blocks, remarked)


def remarks(document: Document) -> tuple[str, ...]:
    """Return what is said about clauses, in reading order."""
    clauses = (one for one in walk(document.blocks) if isinstance(one, Clause))
    return tuple(one.remark for one in clauses if one.remark)


def without_remarks(document: Document) -> Document:
    """Return a document as it reads without the remarks."""

    def plain(block: Block) -> Block:
        return replace(block, remark="") if isinstance(block, Clause) and block.remark else block

    return replace(document, blocks=mapped(document.blocks, plain))
