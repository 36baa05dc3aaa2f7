"""The table of all documents: kinds, and for whom one of each kind is made."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Final

from msgspec import Struct

from escp_docs.document import Numbering
from escp_docs.document.device_names import is_device
from escp_docs.document.format_names import FormatName
from escp_docs.model.spec import Spec


class Each(StrEnum):
    """For whom a kind of document is made, once for each."""

    PARTNERSHIP = "partnership"
    PARTNER = "partner"
    PARTNER_BUT_COORDINATOR = "partner but the coordinator"
    ORGANISATION = "organisation in a target"


FOR_PROGRAMS: Final[tuple[FormatName, ...]] = ("json",)
"""The formats of every document of pages that nobody reads: `--all` does not make them."""


class DocumentType(Struct, frozen=True):
    """A kind of document.

    `name` is its own name, or its folder's and its own ("letters/mandate"); its title is among the
    words of a language. `numbering` is the list that numbers it; `formats` those it has, the usual
    first. `file` is what a document made for one partner or organisation is called, with its id in
    place of the braces. `reads` are the kinds in which it looks up headings and pages,
    `remarks` is the template of what is said about its clauses. A working
    paper is one that people are to write in: it has no final form.
    """

    name: str
    numbering: Numbering
    formats: tuple[FormatName, ...]
    each: Each = Each.PARTNERSHIP
    file: str = ""
    reads: tuple[str, ...] = ()
    remarks: str = ""
    is_working_paper: bool = False

    @property
    def every_format(self) -> tuple[FormatName, ...]:
        """Those it has, and those for programs, which are made when they are asked for alone."""
        return self.formats if "xlsx" in self.formats else (*self.formats, *FOR_PROGRAMS)

    @property
    def template(self) -> str:
        """The template that the document begins with."""
        return f"{self.name}.md" if "/" in self.name else f"{self.name}/{self.name}.md"


class DocumentRequest(Struct, frozen=True):
    """One document of a spec: a kind, and the partner or the organisation abroad that it is for.

    `subject` is the id of a partner, or the name of a target and the number of the organisation, as
    part of a file name, empty for the partnership; `index` the place in the list of partners or
    targets of the spec; `organisation` that in the list of international partners of the target.
    """

    kind: DocumentType
    subject: str = ""
    index: int = 0
    organisation: int = 0

    @property
    def name(self) -> str:
        """What the file is called, without its format; with a slash if it lies in a folder."""
        if not self.subject:
            return self.kind.name
        subject = f"partner-{self.subject}" if is_device(self.subject) else self.subject
        found = self.kind.file.format(subject)
        is_taken = any(
            found.casefold() == one and not DOCUMENT_TYPES[one].file for one in DOCUMENT_TYPES
        )
        return f"{found}-1" if is_taken else found

    @property
    def partner(self) -> str:
        """The id of the partner that it is made for; empty if it is made for nobody."""
        return "" if self.kind.each is Each.ORGANISATION else self.subject


DOCUMENT_TYPES: Final[Mapping[str, DocumentType]] = {
    kind.name: kind
    for kind in (
        DocumentType(
            "application",
            Numbering.LETTERS,
            ("docx", "pdf", "html"),
        ),
        DocumentType(
            "partnership-agreement",
            Numbering.LEGAL,
            ("pdf", "docx", "html"),
        ),
        DocumentType(
            "partnership-agreement-annotated",
            Numbering.LEGAL,
            ("docx", "pdf"),
            remarks="partnership-agreement-annotated/notes.md",
            is_working_paper=True,
        ),
        DocumentType("budget", Numbering.NONE, ("xlsx",), is_working_paper=True),
        DocumentType("portal-sheet", Numbering.NONE, ("html",)),
        DocumentType("checklist", Numbering.NONE, ("html", "docx")),
        DocumentType("term-sheet", Numbering.NONE, ("docx", "pdf")),
        DocumentType(
            "term-sheets/member",
            Numbering.NONE,
            ("docx", "pdf"),
            Each.PARTNER,
            "term-sheets/{}",
        ),
        DocumentType("vote-calculator", Numbering.NONE, ("docx", "pdf")),
        DocumentType("counsel-sheet", Numbering.NONE, ("docx", "pdf")),
        DocumentType("calendar", Numbering.NONE, ("html", "ics")),
        DocumentType("accession-form", Numbering.NONE, ("docx", "pdf"), is_working_paper=True),
        DocumentType(
            "letters/mandate",
            Numbering.NONE,
            ("docx", "pdf"),
            Each.PARTNER_BUT_COORDINATOR,
            "letters/{}-mandate",
        ),
        DocumentType(
            "letters/intent",
            Numbering.NONE,
            ("docx", "pdf"),
            Each.PARTNER,
            "letters/{}-intent",
        ),
        DocumentType(
            "letters/memorandum",
            Numbering.NONE,
            ("docx",),
            Each.ORGANISATION,
            "letters/memorandum-{}",
        ),
        DocumentType(
            "resolutions/resolution",
            Numbering.NONE,
            ("docx",),
            Each.PARTNER,
            "resolutions/{}",
        ),
        DocumentType(
            "questionnaires/questionnaire",
            Numbering.NONE,
            ("docx",),
            Each.PARTNER,
            "questionnaires/{}",
            is_working_paper=True,
        ),
        DocumentType(
            "sheets/sheet",
            Numbering.NONE,
            ("xlsx", "csv"),
            Each.PARTNER,
            "sheets/{}",
            is_working_paper=True,
        ),
        DocumentType("sheets/partners", Numbering.NONE, ("xlsx", "csv"), is_working_paper=True),
        DocumentType("negotiation/words", Numbering.NONE, ("docx",), is_working_paper=True),
        DocumentType("negotiation/points", Numbering.NONE, ("xlsx",), is_working_paper=True),
        DocumentType(
            "compliance",
            Numbering.NONE,
            ("html", "pdf", "docx"),
            reads=("application", "partnership-agreement"),
        ),
    )
}
APPLICATION: Final = "application"
"""The kind of document that follows the form of the call."""
AGREEMENT: Final = "partnership-agreement"
"""The kind of document that negotiated words belong to."""
USUAL: Final = (APPLICATION, AGREEMENT)
"""What is made when nothing is asked for by name."""
FORMATS: Final[tuple[FormatName, ...]] = tuple(
    dict.fromkeys(one for kind in DOCUMENT_TYPES.values() for one in kind.every_format)
)


def requests(spec: Spec) -> dict[str, DocumentRequest]:
    """Return every document that a spec has, by name, in the order of the table."""
    return {paper.name: paper for kind in DOCUMENT_TYPES.values() for paper in _of(kind, spec)}


def _of(kind: DocumentType, spec: Spec) -> Iterator[DocumentRequest]:
    if kind.each is Each.PARTNERSHIP:
        yield DocumentRequest(kind)
        return
    if kind.each is Each.ORGANISATION:
        targets = spec.target_countries or ()
        for index, name in enumerate(_safe(target.name for target in targets)):
            # As long as none is named there is one paper, to be filled in.
            for place in range(max(1, len(targets[index].international_partners or ()))):
                yield DocumentRequest(kind, f"{name}-{place + 1}", index, place)
        return
    without = spec.consortium.coordinator if kind.each is Each.PARTNER_BUT_COORDINATOR else None
    for index, partner in enumerate(spec.partners):
        if partner.id != without:
            yield DocumentRequest(kind, partner.id, index)


def _safe(names: Iterator[str]) -> Iterator[str]:
    """Yield each name as part of a file name, no two alike, whatever the case."""
    taken: set[str] = set()
    for name in names:
        letters = "".join(one if one.isascii() and one.isalnum() else "-" for one in name)
        safe = "-".join(part for part in letters.split("-") if part)[:60] or "target"
        number, found = 1, safe
        while found.casefold() in taken:
            number += 1
            found = f"{safe}-{number}"
        taken.add(found.casefold())
        yield found


def named(name: str, spec: Spec) -> tuple[DocumentRequest, ...]:
    """Return the documents that a name stands for; none if it stands for none.

    A name is that of a document, of a kind ("letters/mandate": one for each partner) or of a
    folder ("letters").
    """
    every = requests(spec)
    if name in every:
        return (every[name],)
    inside = f"{name.rstrip('/')}/"
    return tuple(
        paper
        for paper in every.values()
        if paper.kind.name == name or paper.name.startswith(inside)
    )


def names() -> tuple[str, ...]:
    """Return the names that can be asked for with every spec: kinds and folders."""
    folders = (name.split("/")[0] for name in DOCUMENT_TYPES)
    return tuple(dict.fromkeys((*DOCUMENT_TYPES, *folders)))
