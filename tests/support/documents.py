"""Documents for tests: of each kind one, composed as a build composes it."""

from collections.abc import Mapping
from datetime import date

from msgspec.structs import replace

from escp_docs import files
from escp_docs.build.planning import RequestedFile, plan
from escp_docs.compose.document_types import DOCUMENT_TYPES, DocumentRequest, DocumentType, requests
from escp_docs.compose.documents import compose
from escp_docs.document import Document, Numbering, Paragraph, plain, walk
from escp_docs.model.spec import Spec
from escp_docs.read import spec as reading
from escp_docs.read.spec import Reading
from tests.support.places import EXAMPLES, SPECS
from tests.support.reading import CALL_ID, call
from tests.support.reading import spec as snippet

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


def example(name: str) -> Reading:
    """Return what an example of EXAMPLES states."""
    return reading.spec(files.spec_sources(str(SPECS / EXAMPLES[name])), {CALL_ID: call()})


def document(kind: str, name: str, spec: Spec | None = None) -> Document:
    """Return a document of an example, or of another spec with the example's templates."""
    read = example(name)
    templates = files.templates(files.template_files(str(SPECS / EXAMPLES[name]), None))
    found = replace(read, spec=spec or read.spec)
    return composed(found, samples(found.spec)[kind], templates)


def templated(template: str, text: str = "", **more: str) -> Document:
    """Return the document that a template makes of a snippet of a spec."""
    found = snippet(text)
    kind = DocumentType("probe", Numbering.LEGAL, ("html",))
    templates = {"probe/probe.md": template, **more}
    return compose(DocumentRequest(kind), found.spec, found.call, templates, PRINTED, draft=True)


def texts(document: Document) -> list[str]:
    """Return the words of each paragraph."""
    return [
        plain(block.children) for block in walk(document.blocks) if isinstance(block, Paragraph)
    ]
