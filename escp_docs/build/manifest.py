"""The manifest of a folder: what a build made, from what, and what each file says.

Written by `build`, and read back as strictly as a file of others deserves: what an entry lacks is
not guessed, the entry is left out. specs/schemas/manifest.schema.json is the published form.
"""

import json
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any, ClassVar, Final, Literal, Self

from msgspec import Struct, ValidationError, convert, field
from msgspec.structs import replace

from escp_docs.document.format_names import FormatName
from escp_docs.files.writing import read_bytes
from escp_docs.pattern import pattern
from escp_docs.struct_json import json_value, struct_schema

MANIFEST_VERSION: Final = 4
_SURROGATE: Final = pattern("[\ud800-\udfff]")  # of a name of a file that is no UTF-8


class Section(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A section of a document, or a sheet of a workbook; words and page where they are known."""

    id: str
    title: str
    number: str = ""
    words: int | None = None
    page: int | None = None
    in_the_form: bool | None = None
    answers: tuple[str, ...] = ()


class FileEntry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the manifest says of one file.

    `key` is what it was made for: its tree, the look, the program; `text` the hash under which
    `texts` has its words; `values` what it prints of the spec, by path. `page_numbers` says whose
    layout the page numbers of a Word file are from. What is `final` carries nothing unseen, and so
    no values. `parts` are short hashes of what it is made of, by which `verify` tells a file that
    was packed again from one that was changed.
    """

    document: str
    format: FormatName
    sha256: str
    bytes: int
    pages: int | None
    page_numbers: Literal["libreoffice"] | None = None
    key: str
    date: date
    draft: bool
    final: bool
    sections: tuple[Section, ...]
    values: dict[str, str]
    text: str
    parts: dict[str, str] = field(default_factory=dict)

    @property
    def page_of(self) -> dict[str, int]:
        """The page of each section by its id, as far as it is known."""
        return {one.id: one.page for one in self.sections if one.page is not None}


class Glyphs(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Characters that the shipped fonts do not have, and the value that they stand in."""

    path: str | None
    characters: tuple[str, ...]


class OpenEntry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A fact that the documents lack."""

    path: str
    ask: str
    question: str


class Manifest(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """What a build made.

    `inputs` are the SHA-256 of what it was made from, by role and name; `versions` those of the
    program and of all it stands on.
    """

    manifest_version: Literal[4] = MANIFEST_VERSION
    acronym: str
    verdict: str
    draft: bool
    date: date
    call: str
    strand: str | None
    inputs: dict[str, dict[str, str]]
    versions: dict[str, str]
    files: dict[str, FileEntry]
    glyphs: tuple[Glyphs, ...] = ()
    open: tuple[OpenEntry, ...] = ()
    texts: dict[str, Any] = field(default_factory=dict)

    untrusted: ClassVar[tuple[str, ...]] = ()
    """The files whose entries do not say what an entry says, so that they are left out."""

    def as_json(self) -> bytes:
        """Return the manifest as JSON."""
        text = json.dumps(json_value(self), ensure_ascii=False, indent=1) + "\n"
        return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text).encode()

    def only(self, name: str) -> Self:
        """Return a manifest of one of its files, with all else that it says."""
        made = replace(self, files={name: self.files[name]})
        made.__dict__.update(self.__dict__)
        return made


def read(path: Path) -> Manifest | None:
    """Return a manifest without the entries that cannot be trusted; None if it is none of ours."""
    try:
        found = json.loads(read_bytes(path) or b"")
        every = found["files"].items()
        found["files"] = {name: one for name, one in every if _is_entry(name, one)}
        manifest = convert(found, Manifest)
    except (ValidationError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    left_out = (name for name, _ in every if name not in manifest.files and is_below(name))
    manifest.__dict__["untrusted"] = tuple(left_out)  # no key of the file
    return manifest


def is_foreign(path: Path) -> bool:
    """Whether a manifest.json is there that no build of ours wrote."""
    data = read_bytes(path)
    if data is None:
        return False
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return True
    return not isinstance(found, dict) or "manifest_version" not in found


def _is_entry(name: str, entry: object) -> bool:
    try:
        convert(entry, FileEntry)
    except (ValidationError, RecursionError):
        return False
    return is_below(name)


def is_below(name: str) -> bool:
    """Whether a name cannot lead out of its folder, whoever wrote it."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts


def manifest_schema() -> dict[str, Any]:
    """Return the JSON Schema of a manifest."""
    return struct_schema(Manifest)
