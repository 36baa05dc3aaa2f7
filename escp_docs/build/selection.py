"""Which documents in which formats were asked for."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from escp_docs.build.planning import RequestedFile
from escp_docs.compose import document_types
from escp_docs.compose.document_types import DOCUMENT_TYPES, FORMATS, USUAL, DocumentRequest
from escp_docs.document.format_names import FormatName
from escp_docs.errors import UnknownNameError
from escp_docs.language.rule_words import and_listed
from escp_docs.model.spec import Spec
from escp_docs.spelling import unknown


class DocumentSelection(Struct, frozen=True):
    """What was asked for: names of documents, formats, or all; see the help of `build`."""

    documents: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    everything: bool = False

    @classmethod
    def of(
        cls, documents: Sequence[str], formats: Sequence[str], *, everything: bool = False
    ) -> "DocumentSelection":
        """Return what was asked for.

        Raises:
            UnknownNameError: there is no such format.
        """
        for name in formats:
            if name not in FORMATS:
                raise unknown("format", name, FORMATS)
        return cls(tuple(documents), tuple(formats), everything)

    def of_spec(self, spec: Spec) -> tuple[RequestedFile, ...]:
        """Return the documents of one spec, each once.

        Raises:
            UnknownNameError: the spec has no such document, or the document no such format.
        """
        if self.everything:
            every = document_types.requests(spec).values()
            return tuple(RequestedFile(one, name) for one in every for name in one.kind.formats)
        found = [wanted for name in self.documents or USUAL for wanted in self._named(name, spec)]
        return tuple(dict.fromkeys((*found, *_cited(found))))

    def _named(self, name: str, spec: Spec) -> Iterator[RequestedFile]:
        papers = document_types.named(name, spec)
        if not papers and name not in document_types.names():
            known = (*document_types.requests(spec), *document_types.names())
            raise unknown("document", name, known)
        for paper in papers:
            for format_ in self._formats(paper, among=papers):
                yield RequestedFile(paper, format_)

    def _formats(
        self, paper: DocumentRequest, among: Iterable[DocumentRequest]
    ) -> tuple[FormatName, ...]:
        """Return the formats of a document: its usual one, or of those asked for each that it has.

        A folder may hold documents that have none of them, as long as one has.
        """
        if not self.formats:
            return paper.kind.formats[:1]
        if not any(name in one.kind.every_format for one in among for name in self.formats):
            asked = and_listed(self.formats)
            raise UnknownNameError(
                f"{paper.name} has no format {asked}; it has {_named(paper)}", "format"
            )
        return tuple(one for name in self.formats for one in paper.kind.every_format if one == name)


def _cited(wanted: Iterable[RequestedFile]) -> Iterator[RequestedFile]:
    """Yield the PDFs whose pages a document names; where it has links it does without."""
    for one in wanted:
        for name in one.paper.kind.reads if one.format != "html" else ():
            yield RequestedFile(DocumentRequest(DOCUMENT_TYPES[name]), "pdf")


def _named(paper: DocumentRequest) -> str:
    return ", ".join(paper.kind.every_format)
