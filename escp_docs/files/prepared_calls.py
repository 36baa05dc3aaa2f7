"""The calls that ship, as they were read when the program was made: YAML takes ten times longer."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from escp_docs.files.inputs import shipped


def prepared_file(path: Path) -> Path:
    """Return where the plain values of a call file lie that ships."""
    return path.parent / "read" / f"{path.stem}.json"


def prepared(path: Path, text: str) -> dict[str, Any] | None:
    """Return the plain values that a call file states; None if they are not at hand.

    They are of files that ship alone, and of the text that was read: of a file beside a spec, or
    one that was changed since, nothing is known.
    """
    try:
        if not path.parent.samefile(shipped("calls", "specs/calls")):
            return None
        found = json.loads(prepared_file(path).read_bytes())
        values: dict[str, Any] = found["values"]
        return values if found["of"] == _hash(text) else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


def prepared_text(text: str, values: dict[str, Any]) -> str:
    """Return the text of the file with the plain values of a call file."""
    return json.dumps({"of": _hash(text), "values": values}, ensure_ascii=False) + "\n"


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()
