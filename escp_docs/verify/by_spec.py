"""What the files of a folder should say by the spec, composed anew."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace

from escp_docs.build.manifest import FileEntry, Manifest
from escp_docs.build.planning import Pages, recomposed
from escp_docs.build.spec_inputs import SpecInputs
from escp_docs.compose import document_types
from escp_docs.compose.document_types import DocumentRequest
from escp_docs.document import Document
from escp_docs.document.format_names import FormatName
from escp_docs.export.formats import Tree
from escp_docs.produced.expected import Expected, of_manifest
from escp_docs.produced.expected import expected as expected_of


class _State(NamedTuple):
    """The date and the state in which documents were composed."""

    printed: date
    is_draft: bool


def expected_by_spec(manifest: Manifest, spec: SpecInputs) -> dict[str, Expected | None]:
    """Return what each file should say by the spec; None if the spec has no such document.

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

    found: dict[str, Expected | None] = {}
    for name, one in manifest.files.items():
        state = _State(one.date, one.draft)
        paper = requests.get(one.document)
        words = said(state, one.document, one.format) if paper else None
        if paper and paper.kind.reads and words != _recorded(one, manifest):
            words = _uncited(one, manifest, spec, paper) or words
        # What is final carries no value along.
        found[name] = replace(words, values={}) if words and one.final else words
    return found


def _composed(
    spec: SpecInputs, state: _State, papers: Sequence[DocumentRequest], pages: Pages
) -> Mapping[str, Tree]:
    return recomposed(
        spec.reading, papers, spec.templates, state.printed, pages, draft=state.is_draft
    )


def _uncited(
    entry: FileEntry, manifest: Manifest, spec: SpecInputs, paper: DocumentRequest
) -> Expected | None:
    """Return what a file should say that was made before the PDFs were whose pages it would name.

    None if it was made after them.
    """
    composed = _composed(spec, _State(entry.date, entry.draft), [paper], no_pages)
    said = expected_of(composed[entry.document], entry.format)
    recorded = _recorded(entry, manifest)
    return said if recorded and recorded.words == said.words else None


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
