"""Documents as they would be now, in parts, so that only what changed is shown anew."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from datetime import date
from hashlib import blake2b
from typing import Final

from msgspec import Struct

from escp_docs import files
from escp_docs.compose.document_types import DOCUMENT_TYPES, DocumentRequest, requests
from escp_docs.compose.documents import compose
from escp_docs.compose.values.other_documents import Evidence
from escp_docs.document import Document
from escp_docs.errors import UnknownNameError
from escp_docs.export.html.writer import preview_parts, preview_style
from escp_docs.export.look import WEB
from escp_docs.judging.open_spec import OpenSpec
from escp_docs.judging.result import Result
from escp_docs.judging.verdict import judge
from escp_docs.language.english.language import ENGLISH
from escp_docs.model.spec import Spec
from escp_docs.spelling import unknown

_REMEMBERED: Final = 12  # pages, with the names of their parts
_NOT_SHOWN: Final = ("negotiation/words", "negotiation/points")


class Part(Struct, frozen=True):
    """A block of a document as HTML; parts of one name say the same."""

    name: str
    html: str


class PreviewPage(Struct, frozen=True):
    """A document as HTML.

    Attributes:
        number: By which this page is named; another one has other parts.
        document: The name of the document.
        title: Its title.
        is_draft: Whether something is open in it.
        parts: Its blocks in reading order.
    """

    number: int
    document: str
    title: str
    is_draft: bool
    parts: tuple[Part, ...]


class ShownDocument(Struct, frozen=True):
    """A document as it is shown: as HTML, and the tree from which that was written."""

    page: PreviewPage
    tree: Document


class Previews:
    """The documents of one spec, each composed again when what it is made from is otherwise.

    Args:
        name: The spec.
        today: Tells the date that is printed if the spec states none.
    """

    def __init__(self, name: str, today: Callable[[], date]) -> None:
        self._name, self._today = name, today
        self._lock = threading.Lock()
        self._number = 0
        self._pages: OrderedDict[int, PreviewPage] = OrderedDict()
        self._last: dict[str, tuple[Spec, date, Mapping[str, str], ShownDocument]] = {}

    def shown(self, spec: OpenSpec, result: Result, document: str) -> ShownDocument:
        """Return a document of a spec as it is now.

        Raises:
            UnknownNameError: the spec has no such document.
            UnreadableError: a template cannot be read.
            TemplateError: a template cannot be rendered.
            ExportError: a block cannot be written.
        """
        with self._lock:
            templates = files.templates(files.template_files(self._name, None))
            printed = spec.spec.project.drafting_date or self._today()
            last = self._last.get(document)
            made_from = (spec.spec, printed, templates)
            if last is not None and last[:3] == made_from:
                return last[3]
            made = self._composed(spec, result, document, templates, printed)
            self._last[document] = (*made_from, made)
            self._pages[made.page.number] = made.page
            while len(self._pages) > _REMEMBERED:
                self._pages.popitem(last=False)
            return made

    def known(self, number: int) -> frozenset[str]:
        """Return the names of the parts of an earlier page; none if it is forgotten."""
        page = self._pages.get(number)
        return frozenset(one.name for one in page.parts) if page else frozenset()

    def _composed(
        self,
        spec: OpenSpec,
        result: Result,
        document: str,
        templates: Mapping[str, str],
        printed: date,
    ) -> ShownDocument:
        paper = requests(spec.spec).get(document)
        if paper is None or not _is_shown(paper):
            raise unknown("document", document, [one for one, _ in documents(spec.spec)])
        owed = result.missing
        draft = result.verdict != "eligible" or bool(owed and owed.questions + owed.other_facts)
        made = document_of(spec, paper, templates, printed, draft=draft)
        self._number += 1
        counted: dict[str, int] = {}
        parts = []
        for html in preview_parts(made):
            name = blake2b(html.encode(), digest_size=9).hexdigest()
            counted[name] = counted.get(name, 0) + 1
            parts.append(Part(f"{name}-{counted[name]}", html))
        return ShownDocument(
            PreviewPage(self._number, document, made.title, draft, tuple(parts)), made
        )


def document_of(
    spec: OpenSpec,
    paper: DocumentRequest,
    templates: Mapping[str, str],
    printed: date,
    *,
    draft: bool,
) -> Document:
    """Return the tree of a document of a spec.

    Raises:
        TemplateError: a template cannot be rendered.
    """
    sources = {
        name: document_of(
            spec, DocumentRequest(DOCUMENT_TYPES[name]), templates, printed, draft=draft
        )
        for name in paper.kind.reads
    }
    evidence = Evidence(
        judge(spec.spec, spec.call), spec.places.of, sources, handed_in=spec.reading.handed_in
    )
    return compose(
        paper,
        spec.spec,
        spec.call,
        templates,
        printed,
        draft=draft,
        evidence=evidence,
        pictures=spec.reading.pictures.found,
    )


def documents(spec: Spec) -> tuple[tuple[str, str], ...]:
    """Return name and title of each document that has pages, in the order of the table."""
    found = (one for one in requests(spec).values() if _is_shown(one))
    return tuple((one.name, _title(one)) for one in found)


def _title(paper: DocumentRequest) -> str:
    title = ENGLISH.title(paper.kind.name)
    return f"{title}, {paper.subject}" if paper.subject else title


def _is_shown(paper: DocumentRequest) -> bool:
    return "xlsx" not in paper.kind.formats and paper.kind.name not in _NOT_SHOWN


def style(name: str, address: str) -> str:
    """Return the style sheet of the documents of a spec; see `preview_style`."""
    return preview_style(files.look(files.template_files(name, None)), address)


def font(name: str, file: str) -> bytes:
    """Return a font of the documents of a spec.

    Raises:
        UnknownNameError: there is no such font.
    """
    known = {one.file.rpartition("/")[2]: one.file for one in WEB.values()}
    if file not in known:
        raise UnknownNameError(f"there is no font {file!r}", "font")
    return files.look(files.template_files(name, None)).font(known[file])
