"""The public edition of the agreement, proved to hold nothing of what it leaves out."""

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Final

from msgspec.structs import replace

from escp_docs.build import one_spec
from escp_docs.build.options import BuildOptions
from escp_docs.build.planning import folder_of, recomposed
from escp_docs.build.spec_inputs import SpecInputs, read
from escp_docs.compose.document_types import requests
from escp_docs.document import Document
from escp_docs.document.format_names import FormatName
from escp_docs.document.redacting import Redaction, redacted
from escp_docs.document.sealing import sealed
from escp_docs.errors import ArgumentError, EscpError
from escp_docs.export.formats import export
from escp_docs.files import packages
from escp_docs.files.call_files import Calls
from escp_docs.files.inputs import STDIN
from escp_docs.files.package_names import PUBLIC
from escp_docs.language.languages import language_of
from escp_docs.model.anchors import Anchors
from escp_docs.packing.package import AGREEMENT, Packaged, printed
from escp_docs.packing.searching import found_in
from escp_docs.packing.secrets import MONEY, secrets, without_confidential

_FORMATS: Final[tuple[FormatName, ...]] = ("pdf", "docx", "html")
_NOT_SAID: Final = (
    "agreement.public_edition is not true, so AGR013 objects to a public deliverable "
    "with the signed agreement"
)


def public_edition(spec: str, options: BuildOptions) -> Packaged:
    """Make the public edition of the agreement of a spec, search it, and keep it as a package.

    Raises:
        ArgumentError: the spec is standard input.
        UnreadableError: the spec, or a template, cannot be read.
        StillOpenError: something is open; nothing is written.
        EscpError: something that is left out stands in a file all the same; nothing is written.
        WriteError: the record cannot be written.
    """
    if spec == STDIN:
        raise ArgumentError("standard input has no record; name a file or a folder")
    one_spec.refuse_if_open(spec, options)
    found = read(spec, Calls(options.calls), options.templates)
    parts = dict(_parts(found, options))
    known, titles = secrets(found.reading.spec), without_confidential(found.reading.spec)[1]
    for name, data in parts.items():
        if left := found_in(data, (*known.texts, *titles)):
            fact = f"{name} of the public edition still holds {left[0]!r}"
            raise EscpError(f"{fact}; nothing is written\n  fix: leave it out of the texts")
    stem = f"{folder_of(found.reading.spec.project.acronym)}-{PUBLIC}"
    day = printed(found, options)
    path, is_new = packages.keep(spec, stem, day, packages.packed(parts))
    is_said = found.reading.spec.agreement.public_edition
    return Packaged(spec, path, is_new, tuple(parts), () if is_said else (_NOT_SAID,))


def _parts(spec: SpecInputs, options: BuildOptions) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the edition by name, and what they are."""
    document = public_document(spec, options)
    files = {f"{AGREEMENT}.{name}": export(document, name, spec.look).data for name in _FORMATS}
    yield from files.items()
    about = {
        "document": document.title,
        "edition": PUBLIC,
        "date": document.date.isoformat(),
        "files": {name: sha256(data).hexdigest() for name, data in files.items()},
    }
    yield "manifest.json", (json.dumps(about, ensure_ascii=False, indent=1) + "\n").encode()


def public_document(spec: SpecInputs, options: BuildOptions) -> Document:
    """Return the agreement without what is not public.

    Raises:
        TemplateError: a template cannot be rendered.
    """
    whole = spec.reading.spec
    left, titles = without_confidential(whole)
    reading = replace(spec.reading, spec=left)
    papers = (requests(left)[AGREEMENT],)
    day = printed(spec, options)
    trees = recomposed(reading, papers, spec.templates, day, lambda _: {}, draft=False)
    document = trees[AGREEMENT]
    assert isinstance(document, Document)
    words = language_of(document.language).edition
    known = secrets(whole)
    texts = tuple(sorted((*known.texts, *titles), key=lambda one: (-len(one), one)))
    anchors, of_left = Anchors(left), secrets(left)

    def is_secret(anchor: str) -> bool:
        return (anchors.path(anchor) or anchor) in of_left.paths

    return sealed(
        redacted(document, Redaction(is_secret, texts, words.left_out, words.public_note, MONEY))
    )
