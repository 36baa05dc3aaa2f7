"""What a package keeps of how it was made: the spec, the call, the verdict, all hashes."""

import json
import os
from collections.abc import Iterator, Sequence
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from pypdf import PdfReader

from escp_docs.build.spec_inputs import SpecInputs
from escp_docs.document import Document, Signature, inlines, plain, walk
from escp_docs.files.inputs import InputRole
from escp_docs.files.packages import CONTENTS, SPEC
from escp_docs.files.writing import read_bytes
from escp_docs.finding import Answer
from escp_docs.packing.drawers import KEEP, PackedFile
from escp_docs.rule import Verdict

VERSION: Final = 1
_NOT_SENT: Final = "This folder is kept by the coordinator. Nothing in it is sent to anybody.\n"


def kept(spec: SpecInputs, verdict: Verdict, manifest: bytes) -> Iterator[PackedFile]:
    """Yield what is kept beside the documents."""
    yield PackedFile(f"{KEEP}/NOT-FOR-SENDING.txt", _NOT_SENT.encode(), "says so")
    yield PackedFile(f"{KEEP}/manifest.json", manifest, "what was made, from what, with hashes")
    yield PackedFile(f"{KEEP}/verdict.json", _verdict(verdict), "what the rules said")
    yield from _inputs(spec)


def _verdict(verdict: Verdict) -> bytes:
    found: dict[str, Any] = {
        "verdict": verdict.standing.value,
        "outcomes": [
            {
                "code": one.rule.code,
                "name": one.rule.name,
                "outcome": one.outcome.answer.value,
                "severity": one.outcome.severity.value,
                "message": one.outcome.message,
            }
            for one in verdict.judged
            if one.outcome.answer is not Answer.NOT_APPLICABLE
        ],
    }
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()


def _inputs(spec: SpecInputs) -> Iterator[PackedFile]:
    """Yield the files of the spec with what lies beside it, and the call that it answers."""
    base = _base(spec.name)
    for one in spec.inputs.files():
        if one.role in {InputRole.PROGRAM, InputRole.LIBRARY} or not one.is_used:
            continue
        data = read_bytes(Path(one.path))
        path = Path(os.path.abspath(one.path))  # noqa: PTH100  # links stay links
        if data is None:
            continue
        if path.is_relative_to(base):
            name = path.relative_to(base).as_posix()
            yield PackedFile(f"{SPEC}/{name}", data, "the spec")
        elif one.role is InputRole.CALL and one.name == f"{spec.call}.yaml":
            yield PackedFile(f"{KEEP}/call/{one.name}", data, "the call")


def _base(name: str) -> Path:
    """Return the folder around all that a spec may name."""
    path = Path(os.path.abspath(name))  # noqa: PTH100  # as above
    return path.parent


def contents(spec: str, files: Sequence[PackedFile], agreement: Document) -> PackedFile:
    """Return what a package says of itself: its spec, the hash of each file, the places to sign.

    Args:
        spec: The name of the spec.
        files: What is in the package.
        agreement: The agreement in it, by whose words counterparts are known.
    """
    inside = Path(os.path.abspath(spec)).name  # noqa: PTH100  # as above
    found = {
        "package_version": VERSION,
        "spec": inside,
        "files": {one.name: sha256(one.data).hexdigest() for one in files},
        "documents": {one.name: one.source for one in files if one.source},
        "signers": {one.name: list(one.signers) for one in files if one.signers},
        "fields": {one.name: _fields(one.data) for one in files if one.signers},
        "agreement": text_hash(agreement),
    }
    data = (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()
    return PackedFile(CONTENTS, data, "the hash of each file")


def text_hash(document: Document) -> str:
    """Return by what the text of a document is known, whoever signs it."""
    words = (plain(inlines(one)) for one in walk(document.blocks) if not isinstance(one, Signature))
    return sha256("\n".join(words).encode()).hexdigest()


def _fields(data: bytes) -> list[str]:
    """Return the names of the signature fields of a PDF."""
    form = PdfReader(BytesIO(data)).root_object.get("/AcroForm")
    every = form.get_object().get("/Fields", ()) if form is not None else ()
    fields = (one.get_object() for one in every)
    return [str(one.get("/T", "")) for one in fields if one.get("/FT") == "/Sig"]
