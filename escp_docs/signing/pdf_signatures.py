"""The signatures in a PDF, as pyHanko reads them: who, when, intact, the level claimed."""

import logging
from collections.abc import Iterator, Mapping
from datetime import datetime
from io import BytesIO
from typing import Any, Final

from msgspec import Struct

from escp_docs.errors import MissingProgramError
from escp_docs.judging.signatures import SignatureFound, party_of
from escp_docs.model.folding import words_of

_STATEMENTS: Final = "1.3.6.1.5.5.7.1.3"  # qualified certificate statements, RFC 3739
_QUALIFIED: Final = bytes.fromhex("0604008e460101")  # id-etsi-qcs-QcCompliance, EN 319 412-5
_DEVICE: Final = bytes.fromhex("0604008e460104")  # id-etsi-qcs-QcSSCD


class UnreadableSignatureError(Exception):
    """A file has no signatures that can be read; the message says why."""


class PdfSignatures(Struct, frozen=True):
    """The signatures in a PDF, and whether the last of them covers the whole file."""

    found: tuple[SignatureFound, ...]
    covers_all: bool


def signatures(data: bytes, names: Mapping[str, tuple[str, ...]]) -> PdfSignatures:
    """Return the signatures in a PDF, in the order in which they were made; none without any.

    Whether more was done with the file since is left open: `is_changed_since` is false.

    Args:
        data: The file.
        names: The names of the signatories of each party, by its id.

    Raises:
        UnreadableSignatureError: it is no PDF that can be read.
        MissingProgramError: the extra `sign` is not installed.
    """
    try:
        from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415  # an extra
        from pyhanko.sign.validation.status import SignatureCoverageLevel  # noqa: PLC0415
    except ImportError as error:
        raise MissingProgramError(
            "signatures are read by pyHanko, which is not on this machine\n"
            "  fix: pip install 'escp-docs[sign]'"
        ) from error
    for name in ("pyhanko", "pyhanko_certvalidator"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what it finds is told in our words
    try:
        embedded = PdfFileReader(BytesIO(data), strict=False).embedded_signatures
        found = tuple(_found(one, names) for one in embedded)
        levels = [one.evaluate_signature_coverage() for one in embedded]
    except Exception as error:  # a damaged file raises whatever its damage leads to
        raise UnreadableSignatureError(str(error)) from error
    return PdfSignatures(found, SignatureCoverageLevel.ENTIRE_FILE in levels)


def _found(one: Any, names: Mapping[str, tuple[str, ...]]) -> SignatureFound:  # noqa: ANN401
    certificate = one.signer_cert
    when: datetime | None = one.self_reported_timestamp
    party = party_of(one.field_name)
    signer = _name(certificate.subject)
    return SignatureFound(
        field=one.field_name,
        party=party,
        signer=signer,
        issuer=_name(certificate.issuer),
        when=when.isoformat() if when else "",
        is_intact=_is_intact(one),
        is_changed_since=False,
        level=_level(certificate),
        is_self_signed=certificate.subject == certificate.issuer,
        is_expired=_is_expired(certificate, when),
        is_named=_is_named(signer, names.get(party, ())),
    )


def _is_intact(one: Any) -> bool:  # noqa: ANN401
    """Whether what was signed is as it was, and the signature is of the certificate."""
    from pyhanko.sign.validation import validate_pdf_signature  # noqa: PLC0415  # an extra
    from pyhanko_certvalidator import ValidationContext  # noqa: PLC0415

    # What was done since is compared with what was packed: pyHanko takes the tags of our fields,
    # which lead to them, for a change of the document.
    context = ValidationContext(trust_roots=[], allow_fetching=False)
    status = validate_pdf_signature(one, context, skip_diff=True)
    return bool(status.intact and status.valid)


def _name(name: Any) -> str:  # noqa: ANN401  # an X.501 name
    found = name.native
    told = found.get("common_name") or " ".join(
        str(found[one]) for one in ("given_name", "surname") if found.get(one)
    )
    return " ".join(str(told or name.human_friendly).split())[:120]


def _is_expired(certificate: Any, when: datetime | None) -> bool:  # noqa: ANN401
    if when is None:
        return False
    begin, end = certificate.not_valid_before, certificate.not_valid_after
    return not begin <= when <= end


def _level(certificate: Any) -> str:  # noqa: ANN401
    """Return the level that a certificate claims for signatures by it."""
    extensions = certificate["tbs_certificate"]["extensions"]
    for one in extensions or ():
        if one["extn_id"].dotted == _STATEMENTS:
            said = bytes(one["extn_value"].contents)
            if _QUALIFIED in said:
                device = _DEVICE in said
                return "qualified" if device else "advanced, by a qualified certificate"
    return "none"


def _is_named(signer: str, names: tuple[str, ...]) -> bool:
    """Whether a name is one of several, whatever the order and accents of its words."""
    folded = set(words_of(signer).split())
    return any(set(words_of(one).split()) <= folded for one in names if one.strip())


def revision_ends(data: bytes) -> Iterator[int]:
    """Yield where each revision of a PDF may end, the first one first."""
    end = 0
    for _ in range(_REVISIONS):
        end = data.find(b"%%EOF", end)
        if end < 0:
            return
        end += len(b"%%EOF")
        for tail in (b"", b"\n", b"\r\n", b"\r"):
            if data.startswith(tail, end):
                yield end + len(tail)


_REVISIONS: Final = 50
