"""Remarks on clauses: Word keeps them in comments, beside the words; pages print them."""

from collections.abc import Mapping
from dataclasses import replace

from escp_docs.document.blocks import Block, Clause, Document
from escp_docs.document.walk import mapped, walk


def with_remarks(blocks: tuple[Block, ...], remarks: Mapping[str, str]) -> tuple[Block, ...]:
    """Return blocks in which the clauses have remarks, by the ids of the clauses."""

    def remarked(block: Block) -> Block:
        if isinstance(block, Clause) and block.id in remarks:
            return replace(block, remark=remarks[block.id])
        return block

    return mapped(blocks, remarked)


def has_remarks(document: Document) -> bool:
    """Whether anything is said about a clause."""
    return any(isinstance(one, Clause) and one.remark for one in walk(document.blocks))


def without_remarks(document: Document) -> Document:
    """Return a document as it reads without the remarks."""

    def plain(block: Block) -> Block:
        return replace(block, remark="") if isinstance(block, Clause) and block.remark else block

    return replace(document, blocks=mapped(document.blocks, plain))
