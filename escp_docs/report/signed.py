"""Whose signatures came back, over what, and which are still open: for people and programs."""

import json
from collections.abc import Iterator
from typing import Any, Final

from escp_docs.judging.signatures import SignatureFound, Signatures, SignedFile
from escp_docs.report.terminal_text import Paint, plain, visible
from escp_docs.struct_json import json_value

SCHEMA_VERSION: Final = 1
_NO_LEVEL: Final = "the certificate claims no level"
_NOT_LOOKED_UP: Final = "no trusted list was looked up"


def lines(found: Signatures, paint: Paint = plain) -> Iterator[str]:
    """Yield what each file is, and how far each document is signed."""
    for one in found.files:
        yield from _file(one, paint)
    for document in found.fields:
        yield visible(f"{document}: {found.summary(document)}")


def _file(one: SignedFile, paint: Paint) -> Iterator[str]:
    colour = "green" if one.state.value == "signed" else "yellow"
    of = f", {one.document} of {one.package}" if one.document else ""
    yield visible(f"{one.name}: ") + paint(one.state.value, colour) + visible(of)
    for signature in one.signatures:
        yield visible(f"  {_signature(signature)}")
    yield from (visible(f"  {remark}") for remark in one.remarks)


def _signature(one: SignatureFound) -> str:
    party = f" for {one.party}" if one.party else ""
    when = f", {one.when}" if one.when else ", at no time that it says"
    level = f"the certificate claims: {one.level}" if one.level != "none" else _NO_LEVEL
    facts = [
        "intact" if one.is_intact else "what was signed is not as it was",
        *(("changed after it was signed",) if one.is_changed_since else ()),
        f"{level} ({_NOT_LOOKED_UP})",
        *(("a certificate that its owner issued himself",) if one.is_self_signed else ()),
        *(("the certificate did not hold at that time",) if one.is_expired else ()),
        *(
            ()
            if one.is_named or not one.party
            else (f"the spec names nobody {one.signer!r} there",)
        ),
    ]
    return f"{one.field}: {one.signer}{party}{when}: {'; '.join(facts)}"


def as_json(found: Signatures, spec: str, version: str) -> str:
    """Return the same for programs: specs/schemas/signed.schema.json."""
    whole = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "escp-docs", "version": version},
        "spec": spec,
        "documents": [document_object(found, name) for name in found.fields],
        "files": [json_value(one) for one in found.files],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def document_object(found: Signatures, name: str) -> dict[str, Any]:
    """Return how far a document is signed."""
    return {
        "document": name,
        "parties": list(found.parties(name)),
        "open": list(found.open_parties(name)),
        "filled": list(found.filled(name)),
        "fields": list(found.fields[name]),
    }
