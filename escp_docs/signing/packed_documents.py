"""What was packed to be signed: by the hash of its file, with its places to sign."""

import json
from functools import lru_cache
from hashlib import sha256

from msgspec import Struct

from escp_docs.files.package_names import SIGNING, PackageFile, packages_of
from escp_docs.files.packages import CONTENTS, unpacked
from escp_docs.judging.signatures import AGREEMENT
from escp_docs.produced.archive import UnreadableFileError
from escp_docs.produced.extracted import ExtractedText
from escp_docs.produced.normalize import leveled
from escp_docs.produced.pdf_file import read as read_pdf


class PackedDocument(Struct, frozen=True):
    """A file of a package that is signed.

    Attributes:
        package: The name of the package.
        document: What it is: the agreement, or a letter.
        version: What its text is known by: the same for all counterparts.
        data: Its bytes.
        fields: Its places to sign.
    """

    package: str
    document: str
    version: str
    data: bytes
    fields: tuple[str, ...]


class PackedDocuments(Struct, frozen=True):
    """All files of all packages that are signed, those of the newest version first."""

    files: tuple[PackedDocument, ...]

    @property
    def current(self) -> dict[str, str]:
        """The version of each document that was packed last."""
        return {one.document: one.version for one in reversed(self.files)}

    @property
    def fields(self) -> dict[str, tuple[str, ...]]:
        """The places to sign of each document in its current version."""
        found: dict[str, list[str]] = {}
        for one in self.files:
            if one.version == self.current[one.document]:
                found.setdefault(one.document, []).extend(one.fields)
        return {name: tuple(dict.fromkeys(some)) for name, some in found.items() if some}

    def with_hash(self, digest: str) -> PackedDocument | None:
        """Return the file with these bytes; None if there is none."""
        return next((one for one in self.files if sha256(one.data).hexdigest() == digest), None)

    def with_words(self, words: str) -> PackedDocument | None:
        """Return the file that says the same; None if none does."""
        return next((one for one in self.files if words_of_pdf(one.data) == words), None)


@lru_cache(maxsize=64)
def words_of_pdf(data: bytes) -> str:
    """Return what a PDF says, without what layout changes; empty if nothing can be read."""
    try:
        found = read_pdf(data)
    except UnreadableFileError:
        return ""
    return leveled(found.text) if isinstance(found, ExtractedText) else ""


def packed_documents(spec: str) -> PackedDocuments:
    """Return what was packed of a spec to be signed.

    Raises:
        UnreadableError: a package cannot be read.
    """
    every = (*packages_of(spec), *packages_of(spec, SIGNING))
    newest = sorted(every, key=lambda one: (one.day, one.path.stat().st_mtime_ns))
    return PackedDocuments(tuple(one for pack in reversed(newest) for one in _files(pack)))


def _files(package: PackageFile) -> list[PackedDocument]:
    found = unpacked(str(package.path))
    if found is None:
        return []
    about = json.loads(found.parts[CONTENTS])
    documents, fields = about.get("documents", {}), about.get("fields", {})
    return [
        PackedDocument(
            package.path.name,
            str(documents[name]),
            _version(str(documents[name]), found.parts[name], str(about.get("agreement", ""))),
            found.parts[name],
            tuple(map(str, fields[name])),
        )
        for name in fields
        if name in documents and name in found.parts
    ]


def _version(document: str, data: bytes, agreement: str) -> str:
    return agreement if document == AGREEMENT else sha256(data).hexdigest()
