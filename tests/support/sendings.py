"""Documents as they are sent: Word files, and what is kept of them."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from escp_docs.build.planning import plan
from escp_docs.build.selection import DocumentSelection
from escp_docs.build.spec_inputs import SpecInputs, read
from escp_docs.document import Document, Table, walk
from escp_docs.export.word.writer import to_docx
from escp_docs.files.call_files import Calls
from escp_docs.produced.sent import Sent


@dataclass(frozen=True, slots=True)
class Sending:
    """A document that was sent: what is kept of it, and the file."""

    sent: Sent
    data: bytes
    tables: tuple[Table, ...]


@cache
def inputs(spec: str) -> SpecInputs:
    """Return a spec with what its documents are made from."""
    return read(spec, Calls(), None)


@cache
def sending(spec: str, document: str) -> Sending:
    """Return a document of a spec as it is sent."""
    found = inputs(spec)
    wanted = DocumentSelection.of((document,), ("docx",), everything=False)
    papers = wanted.of_spec(found.reading.spec)
    printed = found.reading.spec.project.drafting_date or date(2020, 11, 20)
    made = plan(spec, found.reading, papers, found.templates, printed, lambda _: {})
    tree = made.documents[document]
    assert isinstance(tree, Document)
    tables = tuple(one for one in walk(tree.blocks) if isinstance(one, Table))
    return Sending(made.sendings[document], to_docx(tree, found.look).data, tables)
