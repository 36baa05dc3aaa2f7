"""The manifest of a folder: what a build made, from what, and what each file says.

Written by `build`, read back by `manifest_reading`. specs/schemas/manifest.schema.json is the
published form.
"""

import json
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import Any, Final, Literal, Self

from msgspec import Struct, field
from msgspec.structs import replace

from escp_docs.document.format_names import FormatName
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


class Manifest(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a build made.

    `inputs` are the SHA-256 of what it was made from, by role and name; `versions` those of the
    program and of all it stands on. `digest` is the SHA-256 of all other keys: by it a change by
    hand or accident is known, but not one by somebody who makes it anew.
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
    digest: str = ""

    def as_json(self) -> bytes:
        """Return the manifest as JSON, with the digest of what it says."""
        text = json.dumps(json_value(replace(self, digest="")), ensure_ascii=False, indent=1)
        text = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
        before, key, after = text.rpartition('"digest": "')  # the last of the keys
        return f"{before}{key}{digest_of(json.loads(text))}{after}\n".encode()

    def only(self, name: str) -> Self:
        """Return a manifest of one of its files, with all else that it says."""
        return replace(self, files={name: self.files[name]})


def digest_of(found: Mapping[str, Any]) -> str:
    """Return the SHA-256 of all that a manifest says but this, however it is laid out."""
    said = {key: one for key, one in found.items() if key != "digest"}
    return sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def manifest_schema() -> dict[str, Any]:
    """Return the JSON Schema of a manifest."""
    return struct_schema(Manifest)
