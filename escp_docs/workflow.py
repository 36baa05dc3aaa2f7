"""Which step follows which in a build: a spec in, products out. Opens no file, reads no clock."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from escp_docs.document import (
    Document,
    Heading,
    Placeholder,
    all_inlines,
    headings,
    inlines,
    plain,
    printed_values,
    walk,
)
from escp_docs.finding import Severity
from escp_docs.read.spec import Reading
from escp_docs.rule import Verdict
from escp_docs.rules.verdict import judge

if TYPE_CHECKING:
    from escp_docs.compose.documents import Kind
    from escp_docs.compose.flaw import Flaw
    from escp_docs.export.exported import Exported
    from escp_docs.export.look import Look

MANIFEST_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Wanted:
    """One document in one format; `file` is the name of the file."""

    kind: "Kind"
    format: str

    @property
    def file(self) -> str:
        """Document, dot, format."""
        return f"{self.kind.name}.{self.format}"


@dataclass(frozen=True, slots=True)
class Plan:
    """The documents of one spec, composed and waiting to be written.

    `documents` holds each kind once by name. `placeholders` are the open facts in them, without
    repetition; `verdict` what the rules say; `flaws` what the linter objects to. The plan is open
    while there is a placeholder, an open rule, or a flaw that is an error.
    """

    spec: str
    reading: Reading
    verdict: Verdict
    wanted: tuple[Wanted, ...]
    documents: Mapping[str, Document]
    placeholders: tuple[Placeholder, ...]
    flaws: tuple["Flaw", ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether every page has to say DRAFT."""
        errors = any(flaw.severity is Severity.ERROR for flaw in self.flaws)
        return bool(self.placeholders or self.verdict.open or errors)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the linter objects to, each with its place in the spec or in a document."""
        return tuple(
            f"{self.reading.places.of(flaw.path) if flaw.path else flaw.document}: "
            f"{flaw.severity}: {f'{flaw.block}: ' if not flaw.path else ''}{flaw.message}; "
            f"{flaw.fix}"
            for flaw in self.flaws
        )

    @property
    def folder(self) -> str:
        """The name of the folder below the output folder: the acronym, made safe."""
        return folder_of(self.reading.spec.project.acronym)


def folder_of(acronym: str) -> str:
    """Return an acronym in lower case with safe characters alone, never empty."""
    safe = "".join(one if one.isascii() and one.isalnum() else "-" for one in acronym.lower())
    return "-".join(part for part in safe.split("-") if part)[:60] or "spec"


def plan(
    name: str,
    read: Reading,
    wanted: Sequence[Wanted],
    templates: Mapping[str, str],
    printed: date,
) -> Plan:
    """Return the documents that are asked for, composed; drafts while anything is open.

    Raises:
        TemplateError: a template cannot be rendered.
    """
    verdict = judge(read.spec, read.call)
    first = _plan(name, read, verdict, wanted, templates, printed, draft=True)
    if first.is_open:
        return first
    return _plan(name, read, verdict, wanted, templates, printed, draft=False)


def _plan(  # noqa: PLR0913, PLR0917  # the parts of a plan
    name: str,
    read: Reading,
    verdict: Verdict,
    wanted: Sequence[Wanted],
    templates: Mapping[str, str],
    printed: date,
    *,
    draft: bool,
) -> Plan:
    from escp_docs.compose.documents import compose  # noqa: PLC0415  # not for `check`

    kinds = {one.kind.name: one.kind for one in wanted}
    documents = {
        key: compose(kind, read.spec, read.call, templates, printed, draft=draft)
        for key, kind in kinds.items()
    }
    found = {
        inline.path: inline
        for document in documents.values()
        for inline in all_inlines(document)
        if isinstance(inline, Placeholder)
    }
    flaws = _flaws(documents.values(), read)
    return Plan(name, read, verdict, tuple(wanted), documents, tuple(found.values()), flaws)


def _flaws(documents: Iterable[Document], read: Reading) -> tuple["Flaw", ...]:
    """Return what the linter objects to, each value once; placeholders are told apart."""
    from escp_docs.compose.flaw import PLACEHOLDER  # noqa: PLC0415  # not for `check`
    from escp_docs.compose.lint import lint  # noqa: PLC0415
    from escp_docs.compose.missing_glyphs import traced  # noqa: PLC0415

    found = (flaw for document in documents for flaw in lint(document) if flaw.name != PLACEHOLDER)
    each = (flaw for one in found for flaw in traced(one, read.spec))
    return tuple({(one.name, one.path or (one.block, one.message)): one for one in each}.values())


@dataclass(frozen=True, slots=True)
class Product:
    """A written file: its name, its bytes, what the manifest says of it, what to say of it."""

    file: str
    exported: "Exported"
    key: str
    remark: str = ""


def key_of(document: Document, format_: str, look: "Look", version: str) -> str:
    """Return what a product depends on, as a hash: the tree, the look, the program."""
    digest = hashlib.sha256()
    for part in (version, format_, repr(document), *_look_parts(look)):
        digest.update(part.encode("utf-8", "surrogatepass"))
        digest.update(b"\0")
    return digest.hexdigest()


def _look_parts(look: "Look") -> tuple[str, ...]:
    fonts = tuple(f"{name} {sha256(data)}" for name, data in sorted(look.fonts.items()))
    return (*(f"{name}\n{text}" for name, text in sorted(look.texts.items())), *fonts)


def export(
    document: Document, format_: str, look: "Look", page_of: Mapping[str, int] | None = None
) -> "Exported":
    """Return a document written in a format.

    `page_of` are the pages of its headings for the contents of a Word file; without them its
    contents have no page numbers. Other formats count their pages themselves.

    Raises:
        ExportError: a block cannot be written.
        MissingProgramError: a library that the format needs is not on this machine.
    """
    if format_ == "docx":
        from escp_docs.export.word import to_docx  # noqa: PLC0415

        return to_docx(document, look, page_of)
    return _writer(format_)(document, look)


def _writer(format_: str) -> "Callable[[Document, Look], Exported]":
    # Each writer brings its own heavy library, so only the one that is needed is loaded.
    if format_ == "pdf":
        from escp_docs.export.pdf import to_pdf  # noqa: PLC0415

        return to_pdf
    from escp_docs.export.exported import Exported  # noqa: PLC0415
    from escp_docs.export.web import to_html  # noqa: PLC0415

    return lambda document, look: Exported(to_html(document, look))


def sha256(data: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def manifest(
    made: Plan,
    files: Mapping[str, Mapping[str, Any]],
    inputs: Mapping[str, Mapping[str, str]],
    versions: Mapping[str, str],
) -> bytes:
    """Return the manifest of a build as JSON: what was made, from what, and what it says.

    Args:
        made: The plan that was carried out.
        files: What `entry` says of each file that lies in the folder.
        inputs: The hashes of spec and call files, by kind and name.
        versions: The versions of the program and its libraries.
    """
    one = next(iter(made.documents.values()))
    whole = {
        "manifest_version": MANIFEST_VERSION,
        "acronym": made.reading.spec.project.acronym,
        "verdict": made.verdict.standing.value,
        "draft": made.is_open,
        "date": one.date.isoformat(),
        "call": made.reading.call.id,
        "strand": made.reading.spec.strand,
        "inputs": inputs,
        "versions": versions,
        "files": dict(sorted(files.items())),
        "values": {
            name: printed_values(document) for name, document in sorted(made.documents.items())
        },
        "glyphs": [
            {"path": flaw.path, "characters": [f"U+{ord(one):04X}" for one in flaw.characters]}
            for flaw in made.flaws
            if flaw.characters
        ],
        "open": [
            {"path": placeholder.path, "ask": placeholder.ask, "question": placeholder.question}
            for placeholder in made.placeholders
        ],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def entry(document: Document, one: Wanted, product: Product) -> dict[str, Any]:
    """Return what the manifest says of a file."""
    words = _words_by_section(document)
    return {
        "document": one.kind.name,
        "format": one.format,
        "sha256": sha256(product.exported.data),
        "bytes": len(product.exported.data),
        "pages": product.exported.pages,
        **_numbered_by(one, product),
        "key": product.key,
        "sections": [
            {
                "id": heading.id,
                "number": heading.number,
                "title": plain(heading.children),
                "words": words[heading.id],
                "page": product.exported.page_of.get(heading.id),
                "in_the_form": heading.official,
                "answers": list(heading.answers),
            }
            for heading in headings(document)
        ],
    }


def _numbered_by(one: Wanted, product: Product) -> dict[str, str | None]:
    """Return whose layout the page numbers of a Word file are from; others have their own."""
    if one.format != "docx":
        return {}
    return {"page_numbers": "libreoffice" if product.exported.page_of else None}


def _words_by_section(document: Document) -> dict[str, int]:
    """Return the words under each heading, up to the next one of any level."""
    words: dict[str, int] = {}
    current = ""
    for block in walk(document.blocks):
        if isinstance(block, Heading):
            current = block.id
        words[current] = words.get(current, 0) + len(plain(inlines(block)).split())
    return words
