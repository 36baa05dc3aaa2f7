"""Produced files against what they should say: by the manifest, or by the spec composed anew.

Opens no file. A file agrees if every word, number and cell that a reader finds in it is the one
that the document has, in its order, and if it holds nothing that nobody of us put in.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from escp_docs.build.manifest import placed
from escp_docs.build.planning import Tree
from escp_docs.build.product import sha256
from escp_docs.document import Document, printed_values
from escp_docs.export.running_heads import DRAFT, head, sheet_head
from escp_docs.produced.archive import UnreadableFileError
from escp_docs.produced.difference import Difference, differences
from escp_docs.produced.expected_cells import (
    ExpectedCell,
    cell_differences,
    dump_cells,
    expected_cells,
    load_cells,
)
from escp_docs.produced.expected_text import ExpectedText, expected_text
from escp_docs.produced.extracted import Cells, ExtractedText
from escp_docs.produced.manifest_text import dump, load
from escp_docs.produced.normalize import squeezed
from escp_docs.workbook import Workbook, stated_values

MOST: Final = 20
"""How many differences of one file are told."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What a file should say: its words or cells, and the values that it prints by their path."""

    words: ExpectedText | tuple[ExpectedCell, ...]
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Verified:
    """What is to be said of one file.

    `differences` are the places where it says something else, `faults` what else does not agree,
    `remarks` what does no harm. `is_as_built`: its bytes are those that were written.
    """

    file: str
    differences: tuple[Difference, ...] = ()
    faults: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    is_as_built: bool = False

    @property
    def agrees(self) -> bool:
        """Whether nothing stands against the file."""
        return not self.differences and not self.faults


# --- what it should say ------------------------------------------------------------------------


def expected(tree: Tree) -> Expected:
    """Return what the files of a document should say."""
    if isinstance(tree, Workbook):
        return Expected(expected_cells(tree, sheet_head(tree)), stated_values(tree))
    return Expected(expected_text(tree, _running(tree)), printed_values(tree))


def _running(document: Document) -> tuple[str, ...]:
    return (document.acronym, *((DRAFT,) if document.draft else ()), head(document))


def recorded(tree: Tree) -> dict[str, Any]:
    """Return what a document says, as the manifest keeps it."""
    words = expected(tree).words
    return dump(words) if isinstance(words, ExpectedText) else dump_cells(words)


def of_manifest(entry: Mapping[str, Any], texts: Mapping[str, Any]) -> Expected | None:
    """Return what a file should say by the manifest; None if the manifest cannot be trusted."""
    try:
        found, values = texts[entry["text"]], {str(k): str(v) for k, v in entry["values"].items()}
        words = load_cells(found) if "cells" in found else load(found)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    return Expected(words, values)


# --- what it says ------------------------------------------------------------------------------


def verified(file: str, data: bytes, entry: Mapping[str, Any], wanted: Expected) -> Verified:
    """Return what is to be said of a file with the bytes `data`."""
    is_as_built = sha256(data) == entry.get("sha256")
    try:
        shown = _reader(str(entry.get("format")))(data)
    except UnreadableFileError as error:
        return Verified(file, faults=(_unreadable(str(error), data, entry),))
    found = tuple(islice(_differences(wanted, shown, _pages(entry)), MOST + 1))
    remarks = shown.remarks if isinstance(shown, ExtractedText) else ()
    if isinstance(shown, ExtractedText) and not shown.is_whole:
        remarks = (*remarks, "it has lost its tags, so that its pages were read line by line")
    return Verified(file, found, shown.dangers, remarks, is_as_built)


def _pages(entry: Mapping[str, Any]) -> dict[str, int]:
    """Return the page of each heading by its words, as far as the manifest states them."""
    return {
        squeezed(f"{one.get('number', '')}{one.get('title', '')}"): one["page"]
        for one in placed(entry)
    }


def _differences(
    wanted: Expected, shown: ExtractedText | Cells, pages: Mapping[str, int]
) -> Iterator[Difference]:
    if isinstance(shown, Cells):
        if not isinstance(wanted.words, ExpectedText):
            yield from cell_differences(wanted.words, shown)
    elif isinstance(wanted.words, ExpectedText):
        yield from differences(wanted.words, wanted.values, shown, pages)


def _unreadable(reason: str, data: bytes, entry: Mapping[str, Any]) -> str:
    size = entry.get("bytes")
    if isinstance(size, int) and len(data) < size:
        return f"cannot be read: {reason}; it has {len(data):,} of the {size:,} bytes that it had"
    return f"cannot be read: {reason}"


def _reader(format_: str) -> Callable[[bytes], ExtractedText | Cells]:
    # Each reader brings a library of its own, so only the one that is needed is loaded.
    match format_:
        case "docx":
            from escp_docs.produced.word_file import read as of_word  # noqa: PLC0415

            return of_word
        case "pdf":
            from escp_docs.produced.pdf_file import read as of_pdf  # noqa: PLC0415

            return of_pdf
        case "html":
            from escp_docs.produced.web_file import read as of_web  # noqa: PLC0415

            return of_web
        case "xlsx":
            from escp_docs.produced.sheet_file import read as of_sheet  # noqa: PLC0415

            return of_sheet
        case _:
            raise UnreadableFileError(f"the manifest calls it {format_!r}, which nobody writes")
