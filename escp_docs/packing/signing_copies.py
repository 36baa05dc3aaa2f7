"""For each party the agreement with its own signature page, and its mandate, in signing order."""

from collections.abc import Iterator, Sequence
from hashlib import sha256

from msgspec.structs import replace

from escp_docs.build import one_spec
from escp_docs.build.options import BuildOptions
from escp_docs.build.planning import RequestedFile, folder_of, plan
from escp_docs.build.spec_inputs import SpecInputs, read
from escp_docs.compose.document_types import requests
from escp_docs.document import Block, Document, Heading, Paragraph, Signature, Text
from escp_docs.document.walk import walk
from escp_docs.errors import ArgumentError
from escp_docs.export.formats import export
from escp_docs.files import packages
from escp_docs.files.call_files import Calls
from escp_docs.files.inputs import STDIN
from escp_docs.files.package_names import SIGNING
from escp_docs.judging.signatures import parties_of, party_of
from escp_docs.language.languages import language_of
from escp_docs.packing.drawers import PackedFile
from escp_docs.packing.kept import contents
from escp_docs.packing.package import AGREEMENT, Packaged, final_document, printed


def signing_copies(spec: str, options: BuildOptions, *, pages_only: bool = False) -> Packaged:
    """Make what each party signs, and keep it as a package.

    Args:
        spec: The spec.
        options: The date and the templates.
        pages_only: Whether each party gets a page with the hash of the agreement, and the
            agreement itself once for all.

    Raises:
        ArgumentError: the spec is standard input.
        UnreadableError: the spec, or a template, cannot be read.
        StillOpenError: something is open; nothing is written.
        WriteError: the record cannot be written.
    """
    if spec == STDIN:
        raise ArgumentError("standard input has no record; name a file or a folder")
    one_spec.refuse_if_open(spec, options)
    found = read(spec, Calls(options.calls), options.templates)
    asked = (RequestedFile(requests(found.reading.spec)[AGREEMENT], "pdf"),)
    day = printed(found, options)
    composed = plan(spec, found.reading, asked, found.templates, day, lambda _: {}, final=True)
    one_spec.refuse_draft(composed, options)
    files = list(_files(found, options, pages_only=pages_only))
    agreement = final_document(found, options, AGREEMENT)
    inside = [*files, contents(spec, files, agreement)]
    stem = f"{folder_of(found.reading.spec.project.acronym)}-{SIGNING}"
    data = packages.packed({one.name: one.data for one in inside})
    path, is_new = packages.keep(spec, stem, printed(found, options), data)
    return Packaged(spec, path, is_new, tuple(one.name for one in inside))


def _files(spec: SpecInputs, options: BuildOptions, *, pages_only: bool) -> Iterator[PackedFile]:
    agreement = final_document(spec, options, AGREEMENT)
    signatures = (one.field for one in walk(agreement.blocks) if isinstance(one, Signature))
    parties = parties_of(signatures)
    whole = export(agreement, "pdf", spec.look).data if pages_only else b""
    if pages_only:
        name = f"{AGREEMENT}.pdf"
        yield PackedFile(name, whole, "the agreement that the pages belong to", parties, name)
    for number, party in enumerate(parties, 1):
        folder = f"{number}-{party}"
        if pages_only:
            page = signature_page(agreement, party, sha256(whole).hexdigest())
            data = export(page, "pdf", spec.look).data
            name = f"{folder}/signature-page.pdf"
        else:
            data = export(with_signatures_of(agreement, (party,)), "pdf", spec.look).data
            name = f"{folder}/{AGREEMENT}.pdf"
        yield PackedFile(name, data, "signed by this party", (party,), f"{AGREEMENT}.pdf")
        yield from _mandate(spec, options, party, folder)


def _mandate(
    spec: SpecInputs, options: BuildOptions, party: str, folder: str
) -> Iterator[PackedFile]:
    name = f"letters/{party}-mandate"
    if name in requests(spec.reading.spec):
        data = export(final_document(spec, options, name), "pdf", spec.look).data
        yield PackedFile(f"{folder}/mandate.pdf", data, "its mandate", (party,), f"{name}.pdf")


# --- whose signature stands where ------------------------------------------------------------


def with_signatures_of(document: Document, parties: Sequence[str]) -> Document:
    """Return a document in which these parties alone have a place to sign."""
    left = tuple(
        one
        for one in document.blocks
        if not isinstance(one, Signature) or party_of(one.field) in parties
    )
    return replace(document, blocks=left)


def signature_page(document: Document, party: str, digest: str) -> Document:
    """Return the page on which a party signs a document that it does not stand in."""
    words = language_of(document.language).edition
    text = words.page.format(
        title=document.title,
        day=language_of(document.language).day(document.date),
        hash=digest,
    )
    own = [
        one
        for one in walk(document.blocks)
        if isinstance(one, Signature) and party_of(one.field) == party
    ]
    blocks: tuple[Block, ...] = (
        Heading(1, (Text(words.page_title),), "signature-page"),
        Paragraph((Text(text),)),
        *own,
    )
    return replace(document, name="signature-page", blocks=blocks)
