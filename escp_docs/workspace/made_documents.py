"""What was made of the documents of a spec, as its manifest tells."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from escp_docs.build.manifest import FileEntry
from escp_docs.build.manifest_reading import read
from escp_docs.build.options import MANIFEST, BuildOptions
from escp_docs.build.planning import folder_of
from escp_docs.compose.document_types import requests
from escp_docs.files.inputs import InputRole, Inputs
from escp_docs.judging.open_spec import OpenSpec
from escp_docs.language.english.language import ENGLISH


class MadeFile(Struct, frozen=True):
    """A file of a document: its format, its pages as far as they are known, where it lies."""

    format: str
    pages: int | None
    path: Path


class MadeDocument(Struct, frozen=True):
    """A document, and the files that were made of it.

    Attributes:
        name: Its name.
        title: Its title.
        formats: Those it can be made in, the usual first.
        files: Those that were made; they may be older than the spec.
        is_current: Whether nothing that they are made from is otherwise now.
    """

    name: str
    title: str
    formats: tuple[str, ...]
    files: tuple[MadeFile, ...]
    is_current: bool


def made_documents(spec: OpenSpec, options: BuildOptions) -> tuple[MadeDocument, ...]:
    """Return every document that a spec has, in the order of the table."""
    folder = options.folder(folder_of(spec.spec.project.acronym))
    manifest = read(folder / MANIFEST)
    entries = manifest.files if manifest else {}
    is_current = manifest is not None and _inputs(spec) == _stated(manifest.inputs)
    found = []
    for paper in requests(spec.spec).values():
        title = ENGLISH.title(paper.kind.name)
        some = {name: one for name, one in entries.items() if one.document == paper.name}
        found.append(
            MadeDocument(
                paper.name,
                f"{title}, {paper.subject}" if paper.subject else title,
                tuple(paper.kind.formats),
                tuple(_files(folder, some)),
                is_current,
            )
        )
    return tuple(found)


def _files(folder: Path, entries: dict[str, FileEntry]) -> Sequence[MadeFile]:
    return [
        MadeFile(one.format, one.pages, folder / name)
        for name, one in entries.items()
        if (folder / name).is_file() and not (folder / name).is_symlink()
    ]


def _stated(inputs: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    return {role: inputs.get(role, {}) for role in (InputRole.SPEC, InputRole.NAMED)}


def _inputs(spec: OpenSpec) -> dict[str, dict[str, str]]:
    try:
        named = spec.reading.pictures.paths
        return _stated(Inputs(spec.name, named=named).hashes(spec.call.id))
    except OSError:
        return {}
