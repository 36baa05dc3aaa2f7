"""One produced file against what it should say. Opens no file.

A file agrees if every word, number and cell that a reader finds in it is the one that the document
has, in its order, and if it holds nothing that no writer of ours puts in.
"""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final

from msgspec import Struct

from escp_docs.build.manifest import FileEntry
from escp_docs.build.product import sha256
from escp_docs.export.formats import format_named
from escp_docs.produced.archive import UnreadableFileError
from escp_docs.produced.difference import Difference, differences
from escp_docs.produced.expected import Expected
from escp_docs.produced.expected_cells import cell_differences
from escp_docs.produced.expected_text import ExpectedText
from escp_docs.produced.extracted import Cells, ExtractedText
from escp_docs.produced.normalize import squeezed
from escp_docs.produced.shape.foreign import ForeignContent
from escp_docs.produced.shape.judged import AsBuilt, Shape, shape

MOST: Final = 20
"""How many differences of one file are told."""


class Verified(Struct, frozen=True):
    """What is to be said of one file.

    `differences` are the places where it says something else, `foreign` what stands in it that is
    not of our writing, `faults` what else does not agree, `remarks` what does no harm.
    `is_as_built`: its bytes are those that were written. `others`: how many files this is that no
    build of the folder made, and that were compared with nothing; 0 of one that was.
    """

    file: str
    differences: tuple[Difference, ...] = ()
    foreign: tuple[ForeignContent, ...] = ()
    faults: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    is_as_built: bool = False
    others: int = 0

    @property
    def agrees(self) -> bool:
        """Whether nothing stands against the file."""
        return not (self.differences or self.foreign or self.faults)


def verified(
    file: str, data: bytes, entry: FileEntry, wanted: Expected, *, by_spec: bool = False
) -> Verified:
    """Return what is to be said of a file with the bytes `data`.

    Where the manifest is all that there is, a file with the bytes that it names is as it was built;
    `by_spec` nothing is taken from the manifest that the file can tell by itself.
    """
    is_as_built = sha256(data) == entry.sha256
    try:
        shown = format_named(entry.format).read(data)
        found_shape = Shape() if is_as_built and not by_spec else _shape(data, entry, is_as_built)
    except UnreadableFileError as error:
        return Verified(file, faults=(_unreadable(str(error), data, entry),))
    found = tuple(islice(_differences(wanted, shown, _pages(entry)), MOST + 1))
    remarks = shown.remarks if isinstance(shown, ExtractedText) else ()
    if isinstance(shown, ExtractedText) and not shown.is_whole:
        remarks = (*remarks, "it has lost its tags, so that its pages were read line by line")
    if found_shape.remark and not found:
        remarks = (*remarks, found_shape.remark)
    faults = (*shown.dangers, *(_miscounted(entry, data, shown) if is_as_built else ()))
    return Verified(file, found, found_shape.foreign, faults, remarks, is_as_built)


def _miscounted(entry: FileEntry, data: bytes, shown: ExtractedText | Cells) -> Iterator[str]:
    """Yield what the manifest counts otherwise in the very bytes that it names."""
    if entry.bytes != len(data):
        yield f"it has {len(data):,} bytes, and by the manifest {entry.bytes:,}"
    pages = len(shown.heads) if isinstance(shown, ExtractedText) else None
    if entry.format == "pdf" and entry.pages != pages:
        yield f"it has {pages} pages, and by the manifest {entry.pages}"


def _shape(data: bytes, entry: FileEntry, is_as_built: bool) -> Shape:  # noqa: FBT001
    parts = {} if is_as_built else entry.parts
    built = AsBuilt(parts, entry.sha256, entry.date)
    return shape(entry.format, data, built, is_as_built=is_as_built)


def _pages(entry: FileEntry) -> dict[str, int]:
    """Return the page of each heading by its words, as far as the manifest states them."""
    return {
        squeezed(f"{one.number}{one.title}"): one.page
        for one in entry.sections
        if one.page is not None
    }


def _differences(
    wanted: Expected, shown: ExtractedText | Cells, pages: Mapping[str, int]
) -> Iterator[Difference]:
    if isinstance(shown, Cells):
        if not isinstance(wanted.words, ExpectedText):
            yield from cell_differences(wanted.words, shown)
    elif isinstance(wanted.words, ExpectedText):
        yield from differences(wanted.words, wanted.values, shown, pages)


def _unreadable(reason: str, data: bytes, entry: FileEntry) -> str:
    if len(data) < entry.bytes:
        there = f"{len(data):,} of the {entry.bytes:,} bytes"
        return f"cannot be read: {reason}; it has {there} that it had"
    return f"cannot be read: {reason}"
