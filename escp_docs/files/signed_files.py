"""Signed files in the record of a spec: `record/signed/`, and what is known of them."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from escp_docs.files.package_names import record_of
from escp_docs.files.writing import read_bytes, write
from escp_docs.judging.signatures import SignatureFound, Signatures, SignedFile, SignedState
from escp_docs.struct_json import json_value

_KNOWN: Final = "signatures.json"
_LONGEST: Final = 100  # letters of a name


def signatures_of(spec: str) -> Signatures | None:
    """Return what is known of the signatures of a spec; None before anything is packed for them."""
    data = read_bytes(_folder(spec) / _KNOWN)
    try:
        found = json.loads(data or b"")
        fields = {str(name): tuple(map(str, some)) for name, some in found["fields"].items()}
        return Signatures(fields, tuple(map(_file, found["files"])))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def keep_signatures(spec: str, found: Signatures, data: Mapping[str, bytes]) -> None:
    """Keep signed files as they came, and what is known of them.

    Args:
        spec: The spec.
        found: What is known.
        data: The bytes of the files that came now, by their names in the record.

    Raises:
        WriteError: the record cannot be written.
    """
    folder = _folder(spec)
    for name, content in data.items():
        if read_bytes(folder / name) != content:
            write(folder / name, content)
            with suppress(OSError):
                (folder / name).chmod(0o444)
    whole = {"fields": found.fields, "files": [json_value(one) for one in found.files]}
    text = json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
    write(folder / _KNOWN, text.encode())


def name_in_record(name: str, data: bytes) -> str:
    """Return what a file is called in the record: six letters of its hash, its name."""
    return f"{sha256(data).hexdigest()[:6]}-{Path(name).name[-_LONGEST:]}"


def together(known: Sequence[SignedFile], came: Sequence[SignedFile]) -> tuple[SignedFile, ...]:
    """Return files that are known and those that came, each once, the newer word on each."""
    return tuple({one.name: one for one in (*known, *came)}.values())


def _folder(spec: str) -> Path:
    return record_of(spec) / "signed"


def _file(found: Any) -> SignedFile:  # noqa: ANN401  # anybody's JSON
    return SignedFile(
        str(found["name"]),
        str(found["sha256"]),
        str(found["document"]),
        str(found["package"]),
        SignedState(found["state"]),
        tuple(SignatureFound(**one) for one in found["signatures"]),
        tuple(map(str, found["remarks"])),
    )
