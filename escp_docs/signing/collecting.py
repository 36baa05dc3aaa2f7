"""Signed files taken into the record: what each is, and how far the signing has come."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Final

from msgspec.structs import replace

from escp_docs.errors import ArgumentError, Fault, UnreadableError
from escp_docs.files.inputs import STDIN
from escp_docs.files.record import returned_file
from escp_docs.files.signed_files import (
    keep_signatures,
    name_in_record,
    signatures_of,
    together,
)
from escp_docs.judging.signatures import SignatureFound, Signatures, SignedFile, SignedState
from escp_docs.model.spec import Spec
from escp_docs.produced.shape.signatures import signed_since
from escp_docs.signing.asked import by_now
from escp_docs.signing.packed_documents import (
    PackedDocument,
    PackedDocuments,
    packed_documents,
    words_of_pdf,
)
from escp_docs.signing.pdf_signatures import (
    PdfSignatures,
    UnreadableSignatureError,
    revision_ends,
    signatures,
)

_PICTURES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
"""How pictures of scanned pages begin: PNG, JPEG, TIFF."""
_HEAD: Final = 1024  # bytes in which a PDF says that it is one
_NOT_VERIFIED: Final = "a scan or a flattened file carries no signature that a program can verify"


def collected(name: str, spec: Spec, files: Sequence[str]) -> Signatures:
    """Take signed files into the record of a spec and return how far the signing has come.

    Args:
        name: The name of the spec.
        spec: What it states: who signs for whom.
        files: The files that came back.

    Raises:
        ArgumentError: nothing was packed yet, or the spec is standard input.
        UnreadableError: a file cannot be read; nothing is kept.
        MissingProgramError: the extra `sign` is not installed.
        WriteError: the record cannot be written.
    """
    if name == STDIN:
        raise ArgumentError("standard input has no record; name a file or a folder")
    packed = packed_documents(name)
    if not packed.files:
        cure = f"`escp-docs package {name} --signing` makes what is signed"
        raise ArgumentError(f"nothing of {name} was packed to be signed yet; {cure}")
    data = _read(files)
    came = [_file(one, content, packed, _names(spec)) for one, content in data.items()]
    known = signatures_of(name)
    before = by_now(known.files, packed) if known else ()
    found = Signatures(packed.fields, together(before, came))
    keep_signatures(name, found, {name_in_record(one, data[one]): data[one] for one in data})
    return found


def _read(files: Sequence[str]) -> dict[str, bytes]:
    data: dict[str, bytes] = {}
    faults = []
    for one in files:
        name, content, fault = returned_file(one)
        fault = fault or _unfit(content)
        if fault:
            faults.append(
                Fault(f"{name} cannot be read: {fault}", "name the signed PDF, or a scan of it")
            )
        data[name] = content
    if faults:
        raise UnreadableError(tuple(faults))
    return data


def _unfit(data: bytes) -> str:
    """Return why a file can be no signed paper; empty if it is a PDF or a picture."""
    if not data:
        return "it is empty"
    if data.startswith(_PICTURES):
        return ""
    if b"%PDF-" not in data[:_HEAD]:
        return "it is no PDF and no picture of a page"
    return "" if b"startxref" in data else "it is a PDF without its end"


def _names(spec: Spec) -> dict[str, tuple[str, ...]]:
    """Return the names of the signatories of each party, by its id."""
    parties = [(one.id, one.signatories) for one in spec.partners]
    parties += [(one.id, one.signatories) for one in spec.consortium.associated or ()]
    return {
        name: tuple(person.name for person in people or () if person.name)
        for name, people in parties
    }


# --- one file --------------------------------------------------------------------------------


def _file(
    name: str, data: bytes, packed: PackedDocuments, names: Mapping[str, tuple[str, ...]]
) -> SignedFile:
    kept, digest = name_in_record(name, data), sha256(data).hexdigest()
    try:
        read = signatures(data, names)
    except UnreadableSignatureError:
        read = PdfSignatures((), covers_all=False)
    pack, is_as_packed = _packed(data, packed)
    document, package = (pack.document, pack.package) if pack else ("", "")
    if not read.found:
        remarks = (_NOT_VERIFIED, *_what_it_says(pack))
        return SignedFile(kept, digest, document, package, SignedState.RECEIVED, (), remarks)
    changes = _since(data, pack, read) if is_as_packed else _uncovered(read)
    found = tuple(replace(one, is_changed_since=bool(changes)) for one in read.found)
    state = _state(found, pack, packed)
    remarks = (*changes, *_remarks(found, pack, is_as_packed=is_as_packed))
    return SignedFile(kept, digest, document, package, state, found, remarks)


def _since(data: bytes, pack: PackedDocument | None, read: PdfSignatures) -> tuple[str, ...]:
    """Return what was done with a file that was packed beside signing it."""
    assert pack is not None
    done = signed_since(data, sha256(pack.data).hexdigest())
    if done is None:
        return _uncovered(read)
    return tuple(one.what for one in done.foreign)


def _uncovered(read: PdfSignatures) -> tuple[str, ...]:
    return () if read.covers_all else ("no signature covers the whole file",)


def _packed(data: bytes, packed: PackedDocuments) -> tuple[PackedDocument | None, bool]:
    """Return what was packed that a file is, and whether it begins with just those bytes."""
    for end in revision_ends(data):
        known = packed.with_hash(sha256(data[:end]).hexdigest())
        if known is not None:
            return known, True
    words = words_of_pdf(data)
    return (packed.with_words(words) if words else None), False


def _state(
    found: Sequence[SignatureFound], pack: PackedDocument | None, packed: PackedDocuments
) -> SignedState:
    if any(not one.counts for one in found):
        return SignedState.CHANGED
    if pack is None or packed.current.get(pack.document) != pack.version:
        return SignedState.ANOTHER_VERSION
    return SignedState.SIGNED


def _remarks(
    found: Sequence[SignatureFound], pack: PackedDocument | None, *, is_as_packed: bool
) -> list[str]:
    remarks = []
    if pack is None:
        remarks.append("its text is that of nothing that was packed")
    elif not is_as_packed:
        remarks.append("the words are those that were packed; the file was written anew")
    unknown = [one.field for one in found if pack is not None and one.field not in pack.fields]
    if unknown:
        remarks.append(f"signed in fields that were not packed: {', '.join(unknown)}")
    return remarks


def _what_it_says(pack: PackedDocument | None) -> tuple[str, ...]:
    return (f"its words are those of {pack.document}",) if pack else ()
