"""Which file lies in which drawer of a package, and what it is for."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any, Final

from msgspec import Struct
from pypdf import PdfReader

from escp_docs.errors import EscpError
from escp_docs.model.call import Call
from escp_docs.model.spec import Spec

SUBMIT, SIGN, KEEP = "submit", "sign", "keep"
FILES: Final = (
    (("application", "partnership-agreement", "letters"), "pdf"),
    (("budget",), "xlsx"),
    (("portal-sheet", "checklist"), "html"),
)
"""The documents of a package, and their format."""
_PORTAL_FORM: Final = "portal-sheet"  # typed into the portal, not sent
_SUBMITTED: Final = {"application": "application.pdf", "budget": "budget.xlsx"}
_SIGNED: Final = ("partnership-agreement.pdf", "letters/")


class PackedFile(Struct, frozen=True):
    """A file in a package: its name there, its bytes, what it is for, who signs it.

    `source` is what the build calls it; empty of what is no document.
    """

    name: str
    data: bytes
    purpose: str
    signers: tuple[str, ...] = ()
    source: str = ""


def documents(spec: Spec, call: Call, built: Mapping[str, bytes]) -> Iterator[PackedFile]:
    """Yield the documents of a package, drawer by drawer, in the order of the portal.

    Raises:
        EscpError: a file that is handed in carries more than its pages.
    """
    yield from _submitted(call, built)
    parties = tuple(spec.agreement.members or (one.id for one in spec.partners))
    for name, data in built.items():
        if name.startswith(_SIGNED) and name.endswith(".pdf"):
            signers = parties if "agreement" in name else (_partner(name, spec),)
            purpose = "signed by all parties" if "agreement" in name else "signed by the partner"
            yield PackedFile(f"{SIGN}/{name}", data, purpose, signers, name)
    for name in ("portal-sheet.html", "checklist.html"):
        if name in built:
            purpose = "to copy into the portal" if _PORTAL_FORM in name else "what is handed in"
            yield PackedFile(f"{KEEP}/{name}", built[name], purpose, source=name)


def _submitted(call: Call, built: Mapping[str, bytes]) -> Iterator[PackedFile]:
    papers = call.submission.papers if call.submission else ()
    number = 0
    for paper in papers:
        name = _SUBMITTED.get(paper.value.document or "")
        if name is None or name not in built or paper.value.by != "coordinator":
            continue
        number += 1
        if name.endswith(".pdf"):
            _refuse_more_than_pages(name, built[name])
        yield PackedFile(f"{SUBMIT}/{number}-{name}", built[name], paper.value.name, source=name)
    if not papers and "application.pdf" in built:
        _refuse_more_than_pages("application.pdf", built["application.pdf"])
        yield PackedFile(
            f"{SUBMIT}/1-application.pdf",
            built["application.pdf"],
            "the call file does not say what is handed in",
            source="application.pdf",
        )


def _partner(name: str, spec: Spec) -> str:
    return next((one.id for one in spec.partners if name.startswith(f"letters/{one.id}-")), "")


def _refuse_more_than_pages(name: str, data: bytes) -> None:
    found = tuple(beside_pages(data))
    if found:
        raise EscpError(f"{name} carries {', '.join(found)}; what is handed in may not")


def beside_pages(data: bytes) -> Iterator[str]:
    """Yield what a PDF carries beside its pages: attachments, comments, form fields."""
    reader = PdfReader(BytesIO(data))
    root = reader.root_object
    if root.get("/AcroForm"):
        yield "form fields"
    names = root.get("/Names")
    if names is not None and "/EmbeddedFiles" in names.get_object():
        yield "attachments"
    kinds: set[Any] = {
        one.get_object().get("/Subtype") for page in reader.pages for one in page.get("/Annots", ())
    }
    if kinds - {"/Link"}:
        yield "comments"
