"""One file against what it should say, as `verify` compares it, in the ways that there are."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache

from msgspec.structs import replace

from escp_docs.build.manifest import FileEntry
from escp_docs.build.product import sha256
from escp_docs.document import Document
from escp_docs.document.format_names import FormatName
from escp_docs.export.formats import export, format_named
from escp_docs.produced.archive import UnreadableFileError
from escp_docs.produced.expected import Expected
from escp_docs.produced.expected import expected as expected_of
from escp_docs.produced.extracted import ExtractedText
from escp_docs.produced.shape.digests import digests
from escp_docs.verify.file import Verified, verified
from escp_docs.workbook import Workbook
from tests.support import changed_pages, changed_pdfs, every_kind
from tests.support.look import look
from tests.support.tampering import packed, parts_of

_LIBREOFFICE = b"LibreOffice/7.4.7.2$Linux_X86_64 LibreOffice_project/40$Build-2"
_SAVED = {
    "docx": ("word/styles.xml", "word/document.xml"),
    "xlsx": ("xl/styles.xml", "xl/workbook.xml"),
}


class Way(StrEnum):
    """What `verify` knows, and what the attacker did besides."""

    MANIFEST = "the manifest is as it was built"
    SPEC = "the manifest was changed along with the file, and there is a spec"
    SAVED = "the file says that LibreOffice saved it"


@dataclass(frozen=True, slots=True)
class Built:
    """A file as it was built, and what it should say."""

    format: FormatName
    data: bytes
    expected: Expected

    def verified(self, data: bytes, way: Way) -> Verified:
        """Return what is to be said of another file in its place."""
        by_spec = way is Way.SPEC
        built = data if by_spec else self.data
        entry = FileEntry(
            document="sample",
            format=self.format,
            sha256=sha256(built),
            bytes=len(built),
            pages=pages_of(self.format, built),
            key="",
            date=date(2020, 11, 20),
            draft=True,
            final=False,
            sections=(),
            values={},
            text="",
            parts={} if by_spec else digests(self.format, self.data),
        )
        return verified("sample", data, entry, self.expected, by_spec=by_spec)

    def agrees(self, data: bytes, way: Way) -> bool:
        """Whether nothing is said against another file in its place."""
        return self.verified(data, way).agrees


@lru_cache(maxsize=2)
def pages_of(format_: FormatName, data: bytes) -> int | None:
    """Return what a manifest says of a file: the count of pages of a PDF, if that is one still."""
    try:
        shown = format_named(format_).read(data) if format_ == "pdf" else None
    except UnreadableFileError:
        return None
    return len(shown.heads) if isinstance(shown, ExtractedText) else None


@cache
def built(format_: FormatName, *, draft: bool = True) -> Built:
    """Return a short file with every kind of block, written so that changes of it stay small."""
    tree = every_kind.book(draft=draft) if format_ == "xlsx" else every_kind.document(draft=draft)
    return built_of(tree, format_)


def built_of(tree: Document | Workbook, format_: FormatName) -> Built:
    """Return a document as a file, written so that changes of it stay small."""
    data = export(tree, format_, look()).data
    if format_ == "html":
        data = changed_pages.normal(data)
    if format_ == "pdf":
        data = changed_pdfs.normal(data)
    return Built(format_, data, _carried(expected_of(tree), data, format_))


def _carried(said: Expected, data: bytes, format_: FormatName) -> Expected:
    """Return what a file should say; a value that the made-up document states twice, as it is."""
    shown = format_named(format_).read(data)
    if isinstance(shown, ExtractedText) and shown.values:
        return replace(said, values=shown.values)
    return said


def saved_again(format_: FormatName, data: bytes) -> bytes:
    """Return an Office file that says that LibreOffice saved it, though it did not."""
    parts = parts_of(data)
    words = re.sub(rb"(<Application>)[^<]*", rb"\1" + _LIBREOFFICE, parts["docProps/app.xml"])
    parts["docProps/app.xml"] = words
    for name in _SAVED[format_]:
        parts[name] = re.sub(rb"(</[^<>]*>\s*)$", rb" \1", parts[name])
    return packed(parts)
