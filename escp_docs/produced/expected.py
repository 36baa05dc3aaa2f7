"""What a produced file should say: by its tree, or by what the manifest kept of it."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.document import Document, printed_values
from escp_docs.document.format_names import FormatName
from escp_docs.document.remarks import remarks, without_remarks
from escp_docs.language.running_heads import draft_mark, foot, head, sheet_head
from escp_docs.produced.calendar_file import expected_events
from escp_docs.produced.expected_cells import (
    ExpectedCell,
    dump_cells,
    expected_cells,
    load_cells,
)
from escp_docs.produced.expected_text import ExpectedText, expected_text
from escp_docs.produced.manifest_text import dump, load
from escp_docs.workbook import Workbook, stated_values


class Expected(Struct, frozen=True):
    """What a file should say: its words or cells, and the values that it prints by their path."""

    words: ExpectedText | tuple[ExpectedCell, ...]
    values: Mapping[str, str]


def expected(tree: Document | Workbook, format_: FormatName | None = None) -> Expected:
    """Return what the files of a document should say.

    A calendar says its events alone, a Word file its remarks beside the words, as comments.
    """
    if isinstance(tree, Workbook):
        return Expected(expected_cells(tree, sheet_head(tree)), stated_values(tree))
    if format_ == "ics":
        return Expected(expected_events(tree), {})
    words = without_remarks(tree) if format_ == "docx" else tree
    said = expected_text(words, _running(tree), foot(tree))
    if words is not tree:
        said = replace(said, asides=(*said.asides, *remarks(tree)))
    return Expected(said, printed_values(tree))


def _running(document: Document) -> tuple[str, ...]:
    mark = draft_mark(document)
    return (document.acronym, *((mark,) if mark else ()), head(document))


def recorded(tree: Document | Workbook, format_: FormatName) -> dict[str, Any]:
    """Return what a file of a document says, as the manifest keeps it."""
    return as_recorded(expected(tree, format_))


def as_recorded(found: Expected) -> dict[str, Any]:
    """Return the words or cells of a file, as the manifest keeps them."""
    words = found.words
    return dump(words) if isinstance(words, ExpectedText) else dump_cells(words)


def of_manifest(text: Any, values: Mapping[str, str]) -> Expected | None:  # noqa: ANN401  # anybody's JSON
    """Return what a file should say by what the manifest kept; None if that is something else."""
    try:
        words = load_cells(text) if "cells" in text else load(text)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    return Expected(words, values)
