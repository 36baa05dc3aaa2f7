"""Documents for tests: of each kind one, composed as a build composes it."""

from collections.abc import Mapping
from datetime import date

from escp_docs.build.planning import RequestedFile, plan
from escp_docs.compose.document_types import DOCUMENT_TYPES, DocumentRequest, requests
from escp_docs.document import Document
from escp_docs.model.spec import Spec
from escp_docs.read.spec import Reading

PRINTED = date(2020, 11, 20)
PAGED = tuple(name for name, kind in DOCUMENT_TYPES.items() if "xlsx" not in kind.formats)
"""The kinds of documents that have pages, not sheets."""


def samples(spec: Spec) -> dict[str, DocumentRequest]:
    """Return one document of each kind that a spec has, that of its last partner or target."""
    return {paper.kind.name: paper for paper in requests(spec).values()}


def composed(read: Reading, paper: DocumentRequest, templates: Mapping[str, str]) -> Document:
    """Return a document that knows no pages of others; a draft if anything is open."""
    wanted = [RequestedFile(paper, paper.kind.formats[0])]
    made = plan("spec", read, wanted, templates, PRINTED, lambda _: {}).documents[paper.name]
    assert isinstance(made, Document)
    return made
