"""The manifest of a folder, read back with the doubt that a file of others deserves."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

from escp_docs import files
from escp_docs.build import manifest

_NEEDED: Final = {"document", "sha256", "bytes", "pages", "key", "sections"}


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a manifest says of each file, and the words of the documents by their hashes."""

    entries: dict[str, dict[str, Any]]
    texts: dict[str, Any]


def read(path: Path) -> Manifest | None:
    """Return a manifest without the entries that cannot be trusted; None if it is none."""
    try:
        found = json.loads(files.read_bytes(path) or b"")
        entries, texts = found["files"], found.get("texts", {})
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    if not isinstance(entries, dict) or not isinstance(texts, dict):
        return None
    trusted = {
        name: entry
        for name, entry in entries.items()
        if isinstance(entry, dict) and entry.keys() >= _NEEDED and _below(name)
    }
    return Manifest(trusted, texts)


def page_of(entry: Mapping[str, Any]) -> dict[str, int]:
    """Return the page of each heading of a file by the heading's id."""
    return {str(one.get("id")): one["page"] for one in manifest.placed(entry)}


def _below(name: str) -> bool:
    """Whether a name cannot lead out of the folder, whoever wrote the manifest."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts
