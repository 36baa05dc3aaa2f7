"""From a spec to its documents, composed and waiting to be written."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from hashlib import sha256
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field
from msgspec.structs import replace

from escp_docs.build.result import DocumentRemark, OpenPlace
from escp_docs.document import Document, Placeholder, all_inlines
from escp_docs.document.anchoring import with_paths
from escp_docs.document.device_names import is_device
from escp_docs.document.format_names import FormatName
from escp_docs.document.sealing import sealed
from escp_docs.export.formats import Tree
from escp_docs.finding import Severity
from escp_docs.judging.open_facts import open_facts
from escp_docs.judging.verdict import judge
from escp_docs.language.languages import USUAL
from escp_docs.model.anchors import Anchors
from escp_docs.model.folding import plain
from escp_docs.model.schema import texts
from escp_docs.model.stable_path import named
from escp_docs.produced.sent import Sent, sent
from escp_docs.produced.sent_sheets import sent_workbook, with_sending
from escp_docs.read.spec import Reading
from escp_docs.rule import Verdict
from escp_docs.workbook import Workbook

if TYPE_CHECKING:
    from escp_docs.compose.checks.flaw import Flaw
    from escp_docs.compose.document_types import DocumentRequest

_NEGOTIATION: Final = "negotiation/"
Pages = Callable[[Sequence[Document]], Mapping[str, Mapping[str, int]]]
"""From documents to the page of each heading in their PDFs, as far as there are such PDFs."""


class RequestedFile(Struct, frozen=True):
    """One document in one format; `file` is the name of the file."""

    paper: "DocumentRequest"
    format: FormatName

    @property
    def file(self) -> str:
        """Document, dot, format; with a slash if it lies in a folder of its own."""
        return f"{self.paper.name}.{self.format}"


class Plan(Struct, frozen=True):
    """The documents of one spec, composed and waiting to be written.

    `documents` holds each of them once by name. `placeholders` are the open facts in them, without
    repetition; `verdict` what the rules say; `printed` the date on every page; `flaws` what the
    linter objects to; `sendings` what each document of pages says, by name, with the key of each
    of its words. The plan is open while there is a placeholder, an open rule, or a flaw that is
    an error.
    """

    spec: str
    reading: Reading
    verdict: Verdict
    printed: date
    wanted: tuple[RequestedFile, ...]
    documents: Mapping[str, Tree]
    placeholders: tuple[Placeholder, ...]
    flaws: tuple["Flaw", ...] = ()
    sendings: Mapping[str, Sent] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def is_open(self) -> bool:
        """Whether every page has to say DRAFT."""
        errors = any(flaw.severity is Severity.ERROR for flaw in self.flaws)
        return bool(self.placeholders or self.verdict.open or errors)

    @property
    def remarks(self) -> tuple[DocumentRemark, ...]:
        """What the linter objects to, each with its place in the spec or in a document."""
        return tuple(
            DocumentRemark(
                str(self.reading.places.of(flaw.path)) if flaw.path else flaw.document,
                flaw.severity,
                "" if flaw.path else flaw.block,
                flaw.message,
                flaw.fix,
            )
            for flaw in self.flaws
        )

    @property
    def open_places(self) -> tuple[OpenPlace, ...]:
        """The facts that the documents lack."""
        return tuple(
            OpenPlace(named(one.path, self.reading.spec), one.ask, one.question, one.text)
            for one in self.placeholders
        )

    @property
    def folder(self) -> str:
        """The name of the folder below the output folder: the acronym, made safe."""
        return folder_of(self.reading.spec.project.acronym)


def folder_of(acronym: str) -> str:
    """Return an acronym in lower case with safe characters alone, never empty.

    Letters lose their accents, `+` is `plus` and `²` is 2, so that PIMAP and PIMAP+ have folders of
    their own. What has letters that are none of ours is told apart by a hash.
    """
    folded = plain(acronym.replace("+", "-plus"))
    safe = "".join(one if one.isascii() and one.isalnum() else "-" for one in folded)
    name = "-".join(part for part in safe.split("-") if part)[:60].rstrip("-")
    if not name or any(one.isalnum() and not one.isascii() for one in folded):
        digest = sha256(acronym.encode("utf-8", "surrogatepass")).hexdigest()
        return f"{name[:50].rstrip('-') or 'spec'}-{digest[:6]}"
    return f"spec-{name}" if is_device(name) else name


def plan(  # noqa: PLR0913, PLR0917  # what a plan is made from
    name: str,
    read: Reading,
    wanted: Sequence[RequestedFile],
    templates: Mapping[str, str],
    printed: date,
    pages: Pages,
    *,
    final: bool = False,
    verdict: Verdict | None = None,
    fonts_for: frozenset[str] = frozenset(),
    precedent: bool = False,
) -> Plan:
    """Return the documents that are asked for, composed; drafts while anything is open.

    `pages` is asked only for the documents in which another one looks up pages. What is `final` is
    sealed, but for the papers that people are to write in. `verdict` is what the rules say of the
    spec where that is not all in `read`. `fonts_for` are the letters of
    Asian scripts that a PDF can show. A `precedent` is no draft, whatever stands in brackets.

    Raises:
        TemplateError: a template cannot be rendered.
    """
    judged = verdict or judge(read.spec, read.call)
    composer = _Composer(read, judged, templates, printed, final, fonts_for, precedent)
    papers = tuple(dict.fromkeys(one.paper for one in wanted))
    # What cannot be shown is open in any document. If the rules leave nothing open, most often
    # nothing else is; the documents themselves tell.
    likely = bool(composer.verdict.open or read.pictures.faults)
    # Whether anything is open does not depend on a page, so no page is looked up to know it.
    first = composer.plan(name, wanted, composer.documents(papers, None, draft=likely))
    if precedent:
        return composer.plan(name, wanted, composer.documents(papers, pages, draft=False))
    if final and first.is_open:
        return first  # nothing is written, so no page has to be known
    if first.is_open == likely and not any(paper.kind.reads for paper in papers):
        return first
    documents = composer.documents(papers, pages, draft=first.is_open)
    return composer.plan(name, wanted, documents)


def recomposed(  # noqa: PLR0913  # what documents are made from
    read: Reading,
    papers: Sequence["DocumentRequest"],
    templates: Mapping[str, str],
    printed: date,
    pages: Pages,
    *,
    draft: bool,
    final: bool = False,
) -> Mapping[str, Tree]:
    """Return documents by name as they were composed for a build of that date and state.

    Raises:
        TemplateError: a template cannot be rendered.
    """
    composer = _Composer(read, judge(read.spec, read.call), templates, printed, final)
    return composer.documents(papers, pages, draft=draft)


def sent_again(
    read: Reading, paper: "DocumentRequest", templates: Mapping[str, str], printed: date
) -> Iterator[Sent]:
    """Yield what a document says now, as what is open and as a draft, where these differ.

    Raises:
        TemplateError: a template cannot be rendered.
    """
    composer = _Composer(read, judge(read.spec, read.call), templates, printed)
    known: set[str] = set()
    is_open = bool(composer.verdict.open)
    for draft in (is_open, not is_open):
        composer.documents((paper,), None, draft=draft)
        one = composer.sendings[paper.name]
        if one.id not in known:
            known.add(one.id)
            yield one


class _Composer(Struct, frozen=True, dict=True):
    """What all documents of a spec are composed from."""

    read: Reading
    verdict: Verdict
    templates: Mapping[str, str]
    printed: date
    final: bool = False
    fonts_for: frozenset[str] = frozenset()
    precedent: bool = False
    composed: dict[tuple[str, bool], Tree] = field(default_factory=dict)
    """What was composed already, by name and whether as a draft, but for those that read others."""
    sendings: dict[str, Sent] = field(default_factory=dict)
    """What each document says, by name, with the key of each of its words."""

    @cached_property
    def anchors(self) -> Anchors:
        """The names of places in the spec that stand in files."""
        return Anchors(self.read.spec)

    def documents(
        self, papers: Sequence["DocumentRequest"], pages: Pages | None, *, draft: bool
    ) -> dict[str, Tree]:
        """Return each document by name; those that read others look up `pages`, if given."""
        from escp_docs.compose.document_types import DOCUMENT_TYPES, DocumentRequest  # noqa: PLC0415  # not for `check`

        made: dict[str, Tree] = {}
        for paper in papers:
            if not paper.kind.reads:
                made[paper.name] = self._tree(paper, draft=draft)
                continue
            read = {
                name: self._tree(DocumentRequest(DOCUMENT_TYPES[name]), draft=draft)
                for name in paper.kind.reads
            }
            sources = {name: one for name, one in read.items() if isinstance(one, Document)}
            shown = pages(tuple(sources.values())) if pages and sources else {}
            made[paper.name] = self._compose(paper, draft=draft, sources=sources, shown=shown)
        return made

    def _tree(self, paper: "DocumentRequest", *, draft: bool) -> Tree:
        known = paper.name, draft
        if known not in self.composed:
            self.composed[known] = self._fresh_tree(paper, draft=draft)
        return self.composed[known]

    def _fresh_tree(self, paper: "DocumentRequest", *, draft: bool) -> Tree:
        if "xlsx" in paper.kind.formats:
            return self._sheets(paper, self._workbook(paper, draft=draft))
        if paper.kind.name.startswith(_NEGOTIATION):
            agreement = self._standard_agreement(draft=draft)
            return self._compose(paper, draft=draft, sources={agreement.name: agreement})
        return self._compose(paper, draft=draft)

    def _standard_agreement(self, *, draft: bool) -> Document:
        """Return the agreement without negotiated words."""
        from escp_docs.compose.document_types import (  # noqa: PLC0415  # not for `check`
            AGREEMENT,
            DOCUMENT_TYPES,
            DocumentRequest,
        )
        from escp_docs.compose.documents import compose  # noqa: PLC0415

        spec = self.read.spec
        agreement = spec.agreement.updated({"wording": ()})
        return compose(
            DocumentRequest(DOCUMENT_TYPES[AGREEMENT]),
            spec.updated({"agreement": agreement}),
            self.read.call,
            self.templates,
            self.printed,
            draft=draft,
            pictures=self.read.pictures.found,
            precedent=self.precedent,
        )

    def _workbook(self, paper: "DocumentRequest", *, draft: bool) -> Workbook:
        from escp_docs.compose import budget_workbook, partner_sheets  # noqa: PLC0415  # seldom

        spec, call = self.read.spec, self.read.call
        language = USUAL
        if paper.name == budget_workbook.NAME:
            return budget_workbook.budget_workbook(spec, call, self.printed, draft=draft)
        if paper.kind.name.startswith(_NEGOTIATION):
            agreement = self._standard_agreement(draft=draft)
            return partner_sheets.negotiation_sheet(
                paper.name, spec, call, self.printed, agreement, draft=draft, language=language
            )
        if not paper.subject:
            return partner_sheets.partners_table(
                paper.name, spec, call, self.printed, draft=draft, language=language
            )
        owing = open_facts(spec, self.verdict, language.keys, call).by(paper.subject)
        return partner_sheets.answer_sheet(
            paper.name,
            spec,
            call,
            self.printed,
            paper.index,
            owing,
            anchor=self.anchors.anchor,
            draft=draft,
            language=language,
        )

    def _sheets(self, paper: "DocumentRequest", made: Workbook) -> Workbook:
        """Return a workbook with the id of what it says."""
        known = sent_workbook(made, self.anchors.anchor, paper.partner, self.read.places.digest)
        self.sendings[paper.name] = known
        return with_sending(made, known.id)

    def _compose(
        self,
        paper: "DocumentRequest",
        *,
        draft: bool,
        sources: Mapping[str, Document] = MappingProxyType({}),
        shown: Mapping[str, Mapping[str, int]] = MappingProxyType({}),
    ) -> Document:
        from escp_docs.compose.documents import compose  # noqa: PLC0415  # not for `check`
        from escp_docs.compose.values.other_documents import Evidence  # noqa: PLC0415

        read = self.read
        evidence = Evidence(self.verdict, read.places.of, sources, shown, read.handed_in)
        composed = compose(
            paper,
            read.spec,
            read.call,
            self.templates,
            self.printed,
            draft=draft,
            evidence=evidence,
            pictures=read.pictures.found,
            precedent=self.precedent,
        )
        partner = paper.partner
        known = sent(composed, self.anchors.anchor, partner, read.places.digest)
        self.sendings[paper.name] = known
        composed = replace(with_paths(composed, self.anchors.anchor), sending=known.id)
        return sealed(composed) if self.final and not paper.kind.is_working_paper else composed

    def plan(
        self, name: str, wanted: Sequence[RequestedFile], documents: Mapping[str, Tree]
    ) -> Plan:
        """Return the plan to write documents, with what is open in them."""
        found = {
            path: replace(one, path=path)
            for document in documents.values()
            for one in _placeholders(document)
            if (path := self._path(one.path))
        }
        flaws = _flaws(documents.values(), self.read, self._path)
        if any(one.format == "pdf" for one in wanted):
            flaws += _without_font(self.read, self.fonts_for)
        return Plan(
            name,
            self.read,
            self.verdict,
            self.printed,
            tuple(wanted),
            documents,
            tuple(found.values()),
            flaws,
            MappingProxyType(
                {name: self.sendings[name] for name in documents if name in self.sendings}
            ),
        )

    def _path(self, anchor: str) -> str:
        """Return the place in the spec that a document names by its anchor."""
        return self.anchors.path(anchor) or anchor


def _without_font(read: Reading, known: frozenset[str]) -> tuple["Flaw", ...]:
    """Return a warning for each value with letters that a PDF prints by their code points."""
    from escp_docs.compose.checks.missing_glyphs import without_font  # noqa: PLC0415
    from escp_docs.compose.markdown.glyphs import unshipped  # noqa: PLC0415

    found = ((path, unshipped(text) - known) for path, text in texts(read.spec))
    return tuple(without_font(tuple(sorted(letters)), path) for path, letters in found if letters)


def _placeholders(tree: Tree) -> Iterator[Placeholder]:
    if isinstance(tree, Workbook):
        yield from tree.placeholders
    else:
        yield from (one for one in all_inlines(tree) if isinstance(one, Placeholder))


def _flaws(
    documents: Iterable[Tree],
    read: Reading,
    path: Callable[[str], str],
) -> tuple["Flaw", ...]:
    """Return what the linter objects to, each value once; placeholders are told apart."""
    from escp_docs.compose.checks.flaw import PLACEHOLDER, Flaw  # noqa: PLC0415  # not for `check`
    from escp_docs.compose.checks.lint import lint  # noqa: PLC0415
    from escp_docs.compose.checks.missing_glyphs import missing_in_cells, traced  # noqa: PLC0415
    from escp_docs.compose.checks.wording import of_negotiated_words, wording  # noqa: PLC0415
    from escp_docs.compose.document_types import AGREEMENT  # noqa: PLC0415

    def flaws(tree: Tree) -> Iterator[Flaw]:
        if isinstance(tree, Workbook):
            yield from missing_in_cells(tree)
            return
        is_agreement = tree.name == AGREEMENT
        for flaw in lint(tree):
            if not (is_agreement and of_negotiated_words(flaw, tree, read.spec)):
                yield flaw
        if is_agreement:
            yield from wording(tree, read.spec)

    unseen = (
        Flaw("picture-unseen", one.message, one.fix or "", "", "", one.path or "")
        for one in read.pictures.faults.values()
    )
    of_documents = (flaw for one in documents for flaw in flaws(one))
    found = (flaw for flaw in (*of_documents, *unseen) if flaw.name != PLACEHOLDER)
    named = (replace(one, path=path(one.path)) if one.path else one for one in found)
    each = (flaw for one in named for flaw in traced(one, read.spec))
    return tuple({(one.name, one.path or (one.block, one.message)): one for one in each}.values())
