"""Redlines of versions at random: what pandoc reads in them is what it reads in both versions."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Literal

import pytest

from escp_docs import files
from escp_docs.comparing.trees.merging import merged
from escp_docs.comparing.trees.plain import plain_document
from escp_docs.comparing.trees.versions import accepted, rejected
from escp_docs.compose.document_types import requests
from escp_docs.document import (
    Block,
    Deleted,
    DeletedBlock,
    Document,
    Inserted,
    InsertedBlock,
    inlines,
    plain,
    walk,
    within,
)
from escp_docs.export.word.writer import to_docx, to_tracked_docx
from escp_docs.versions.redline_proof import prove
from tests.support.dead_references import dead_references
from tests.support.documents import composed as tree_of
from tests.support.look import look
from tests.support.pandoc_words import words
from tests.support.spec_versions import NAMES, reading, version
from tests.support.spec_versions import plain as example

_DOCUMENTS = ("partnership-agreement", "application")
_MANY, _FEW = 200, 4
_LEAST_SHARE = 0.98  # of the words that both versions have
_LEAST_RUN = 4  # words that follow each other in both are the same words
_PAIRS = [
    pytest.param(seed, marks=[] if seed < _FEW else [pytest.mark.slow]) for seed in range(_MANY)
]


def composed(raw: dict[str, object], name: str) -> Document:
    found = reading(raw)
    templates = files.templates(files.template_files(".", None))
    return plain_document(tree_of(found, requests(found.spec)[name], templates))


@pytest.mark.parametrize("seed", _PAIRS)
def test_a_redline_says_what_both_versions_say(seed: int, tmp_path: Path) -> None:
    name, document = NAMES[seed % 3], _DOCUMENTS[seed % 2]
    before = example(name) if seed % 4 else version(name, seed + _MANY)
    old, new = composed(before, document), composed(version(name, seed), document)
    redline = merged(old, new)
    assert accepted(redline).blocks == new.blocks
    assert rejected(redline).blocks == old.blocks

    written = {
        "redline": to_tracked_docx(redline, look(), "A. Lawyer").data,
        "old": to_docx(old, look()).data,
        "new": to_docx(new, look()).data,
    }
    for one, data in written.items():
        (tmp_path / f"{one}.docx").write_bytes(data)

    prove(written["redline"], old, new)
    assert words(tmp_path / "redline.docx", "accept") == words(tmp_path / "new.docx")
    assert heard(tmp_path / "redline.docx", "reject") == heard(tmp_path / "old.docx")
    assert dead_references(written["redline"], "accept") == set()
    assert dead_references(written["redline"], "reject") == set()
    assert share_untracked(old, new, redline) >= _LEAST_SHARE


def heard(path: Path, changes: Literal["accept", "reject"] = "accept") -> list[str]:
    """Return the words of a file without what a table is called for those who listen.

    Word has no way to track that; it is made from the heads of the new version.
    """
    return [one for one in words(path, changes) if not one.startswith("Tablewiththecolumns")]


def share_untracked(old: Document, new: Document, redline: Document) -> float:
    """Return the share of the words that both versions have in order and nothing tracks."""
    lines = list(_lines(old.blocks)), list(_lines(new.blocks))
    matcher = SequenceMatcher(None, *lines, autojunk=False)
    unchanged = 0
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        here = [word for line in lines[0][start:end] for word in line]
        there = [word for line in lines[1][new_start:new_end] for word in line]
        if kind == "equal":
            unchanged += len(here)
        elif kind == "replace":
            gap = SequenceMatcher(None, here, there, autojunk=False)
            unchanged += sum(
                one.size for one in gap.get_matching_blocks() if one.size >= _LEAST_RUN
            )
    return sum(_kept(redline.blocks)) / unchanged if unchanged else 1.0


def _lines(blocks: tuple[Block, ...]) -> Iterator[tuple[str, ...]]:
    for block in walk(blocks):
        if line := tuple(plain(inlines(block)).split()):
            yield line


def _kept(blocks: tuple[Block, ...]) -> Iterator[int]:
    for block in blocks:
        if not isinstance(block, InsertedBlock | DeletedBlock):
            kept = (one for one in inlines(block) if not isinstance(one, Inserted | Deleted))
            yield len(plain(tuple(kept)).split())
            yield from _kept(within(block))


def test_a_reference_to_what_was_replaced_leads_somewhere_in_both_versions() -> None:
    name = NAMES[11 % 3]
    old, new = (composed(raw, "application") for raw in (example(name), version(name, 11)))
    data = to_tracked_docx(merged(old, new), look(), "A. Lawyer").data

    assert dead_references(data, "accept") == set()
    assert dead_references(data, "reject") == set()
