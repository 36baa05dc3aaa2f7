"""What the files of a folder, and their entries in the manifest, should say by the spec."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.build.manifest import FileEntry, Manifest, Section
from escp_docs.build.manifest_entry import sections, values
from escp_docs.build.planning import Pages, recomposed
from escp_docs.build.product import text_key
from escp_docs.build.spec_inputs import SpecInputs
from escp_docs.compose import document_types
from escp_docs.compose.document_types import DocumentRequest
from escp_docs.document import Document
from escp_docs.document.format_names import FormatName
from escp_docs.document.sealing import sealed
from escp_docs.export.formats import Tree
from escp_docs.produced.expected import Expected, as_recorded, of_manifest, recorded
from escp_docs.produced.expected import expected as expected_of


class BySpec(Struct, frozen=True):
    """What a file should say by the spec, and its entry: the key of its text, values, sections."""

    expected: Expected
    text: str
    values: Mapping[str, str]
    sections: tuple[Section, ...]


class _State(NamedTuple):
    """The date and the state in which documents were composed."""

    printed: date
    is_draft: bool


def by_spec(manifest: Manifest, spec: SpecInputs) -> dict[str, BySpec | None]:
    """Return what is to be said of each file by the spec; None if the spec has no such document.

    Raises:
        TemplateError: a template cannot be rendered.
    """
    requests = document_types.requests(spec.reading.spec)
    by_state: dict[_State, dict[str, DocumentRequest]] = {}
    for one in manifest.files.values():
        if one.document in requests:
            papers = by_state.setdefault(_State(one.date, one.draft), {})
            papers[one.document] = requests[one.document]
    pages = pages_there(manifest)
    composed = {
        state: _composed(spec, state, tuple(papers.values()), pages)
        for state, papers in by_state.items()
    }

    @cache
    def said(state: _State, name: str, format_: FormatName) -> Expected:
        return expected_of(composed[state][name], format_)

    found: dict[str, BySpec | None] = {}
    for name, one in manifest.files.items():
        state = _State(one.date, one.draft)
        paper = requests.get(one.document)
        if paper is None:
            found[name] = None
            continue
        words = said(state, one.document, one.format)
        tree = composed[state][one.document]
        is_other = paper.kind.reads and words != _recorded(one, manifest)
        if is_other and (uncited := _uncited(one, manifest, spec, paper)):
            words, tree = uncited
        found[name] = _whole(one, words, tree)
    return found


def _whole(entry: FileEntry, words: Expected, tree: Tree) -> BySpec:
    """Return what is to be said of a file that has these words; what is final carries no values."""
    if entry.final and isinstance(tree, Document):
        tree = sealed(tree)
        words, text = replace(words, values={}), recorded(tree, entry.format)
    else:
        text = as_recorded(words)
    return BySpec(words, text_key(text), values(tree), sections(tree, entry.page_of))


def _composed(
    spec: SpecInputs, state: _State, papers: Sequence[DocumentRequest], pages: Pages
) -> Mapping[str, Tree]:
    return recomposed(
        spec.reading, papers, spec.templates, state.printed, pages, draft=state.is_draft
    )


def _uncited(
    entry: FileEntry, manifest: Manifest, spec: SpecInputs, paper: DocumentRequest
) -> tuple[Expected, Tree] | None:
    """Return what a file should say that was made before the PDFs were whose pages it would name.

    With its document; None if it was made after them.
    """
    composed = _composed(spec, _State(entry.date, entry.draft), [paper], no_pages)
    tree = composed[entry.document]
    said = expected_of(tree, entry.format)
    known = _recorded(entry, manifest)
    return (said, tree) if known and known.words == said.words else None


def _recorded(entry: FileEntry, manifest: Manifest) -> Expected | None:
    return of_manifest(manifest.texts.get(entry.text), entry.values)


def no_pages(documents: Sequence[Document]) -> Mapping[str, Mapping[str, int]]:
    """Return no page of any heading."""
    del documents
    return {}


def pages_there(manifest: Manifest) -> Pages:
    """Return what looks up the pages of headings in the manifest; none if a PDF is missing."""

    def pages(documents: Sequence[Document]) -> Mapping[str, Mapping[str, int]]:
        entries = [manifest.files.get(f"{one.name}.pdf") for one in documents]
        there = [one for one in entries if one is not None]
        return {one.document: one.page_of for one in there} if len(there) == len(entries) else {}

    return pages
