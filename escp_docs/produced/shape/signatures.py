"""A PDF that was signed since it was built: what the signing added, and whether that is all.

A signature is appended: the bytes that were built stand first, as they were. What follows may fill
in the signature fields that are there and say what the signature rests on, and nothing else.
Whether a signature is good and whose it is, is another question.
"""

import hashlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

from msgspec import Struct
from pypdf import PdfReader

from escp_docs.produced.pdf_objects import PdfFile
from escp_docs.produced.shape.foreign import ForeignContent, ForeignKind
from escp_docs.produced.shape.pdf_digests import page_digests

_END: Final = b"%%EOF"
_REVISIONS: Final = 50


class Signing(Struct, frozen=True):
    """By whom a PDF was signed, as far as it says, and what else was done with it."""

    by: str
    foreign: tuple[ForeignContent, ...]


def signed_since(data: bytes, sha256: str) -> Signing | None:
    """Return what was signed since a PDF was built; None if it does not begin as it was built."""
    before = _as_built(data, sha256)
    if before is None:
        return None
    old, new = PdfFile(BytesIO(before)), PdfFile(BytesIO(data))
    fields_before = {name: _box(field) for name, field in _fields(old)}
    found: list[ForeignContent] = []
    signers: list[str] = []
    for name, field in _fields(new):
        if "/V" not in field:
            continue
        if fields_before.get(name) != _box(field):
            words = f'a signature field "{name[:60]}" that was not there'
            found.append(ForeignContent(ForeignKind.HIDDEN, words))
        value = field["/V"]
        signers.append(" ".join(str(value.get("/Name", "")).split())[:80])
    if not signers:
        return None
    if page_digests(old) != page_digests(new):
        found.append(
            ForeignContent(ForeignKind.HIDDEN, "pages that were changed after they were signed")
        )
    by = ", ".join(dict.fromkeys(filter(None, signers)))
    return Signing(by or f"{len(signers)} of the fields", tuple(found))


def _as_built(data: bytes, sha256: str) -> bytes | None:
    """Return the first of the revisions of a PDF that is the one that was built."""
    end = 0
    for _ in range(_REVISIONS):
        end = data.find(_END, end)
        if end < 0:
            return None
        end += len(_END)
        for tail in (b"", b"\n", b"\r\n", b"\r"):
            if data.startswith(tail, end):
                first = data[: end + len(tail)]
                if len(first) < len(data) and hashlib.sha256(first).hexdigest() == sha256:
                    return first
    return None


def _fields(reader: PdfReader) -> Iterator[tuple[str, Any]]:
    form = reader.root_object.get("/AcroForm")
    for one in form.get_object().get("/Fields", ()) if form is not None else ():
        field = one.get_object()
        if field.get("/FT") == "/Sig":
            yield str(field.get("/T", "")), field


def _box(field: Any) -> tuple[float, ...]:  # noqa: ANN401  # a field or its widget
    return tuple(round(float(one), 2) for one in field.get("/Rect", ()))
