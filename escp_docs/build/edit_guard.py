"""Which bytes of a folder are a build's own, and which are someone's edit."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from escp_docs import files
from escp_docs.build import product
from escp_docs.build.manifest import FileEntry

_PENDING: Final = "pending.json"


class KnownHashes:
    """The hashes that each file of a folder may have and still be ours.

    They are those of the manifest; and, if builds were killed before they could write one, those
    that such builds noted beforehand.

    Args:
        home: The folder.
        state: Where builds note what they are about to write.
        entries: What the manifest says of each file.
    """

    def __init__(self, home: Path, state: Path, entries: Mapping[str, FileEntry]) -> None:
        self._home, self._path = home, state / _PENDING
        self._hashes: dict[str, set[str]] = {}
        for name, hash_ in (*_noted(self._path), *_listed(entries)):
            self._hashes.setdefault(name, set()).add(hash_)

    def is_edited(self, name: str) -> bool:
        """Whether a file is there, and its bytes are not ours."""
        data = files.read_bytes(self._home / name)
        return data is not None and product.sha256(data) not in self._hashes.get(name, set())

    def note(self, coming: Mapping[str, str]) -> None:
        """Write down the hashes of files that are about to be written, beside all known ones.

        Raises:
            WriteError: they cannot be written down.
        """
        if not coming:
            return
        noted = {name: set(hashes) for name, hashes in self._hashes.items()}
        for name, hash_ in coming.items():
            noted.setdefault(name, set()).add(hash_)
        listed = {name: sorted(hashes) for name, hashes in sorted(noted.items())}
        files.write(self._path, json.dumps(listed).encode())

    def forget(self) -> None:
        """Remove the note: the manifest says it all."""
        files.remove(self._path)


def _listed(entries: Mapping[str, FileEntry]) -> Iterator[tuple[str, str]]:
    return ((name, entry.sha256) for name, entry in entries.items())


def _noted(path: Path) -> list[tuple[str, str]]:
    """Return what was noted; nothing if that cannot be read."""
    try:
        found = json.loads(files.read_bytes(path) or b"{}")
        return [(str(name), str(one)) for name, hashes in found.items() for one in hashes]
    except (ValueError, TypeError, AttributeError):
        return []
