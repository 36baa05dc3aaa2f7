"""Proposals of programs in the record of a spec, where they wait for a person."""

from hashlib import sha256
from pathlib import Path
from typing import Final

from escp_docs.files.record import Record
from escp_docs.files.writing import WriteError, read_bytes, remove, write

_FOLDER: Final = "proposals"


class ProposalFiles:
    """The files of proposals of one spec; a link is none of them, nor is what it leads to."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._folder = record.folder / _FOLDER

    def every(self) -> tuple[Path, ...]:
        """Return the files, the oldest first, whatever was decided on them."""
        if self._folder.is_symlink():
            return ()
        found = sorted(self._folder.glob("*.json"))
        return tuple(one for one in found if one.is_file() and not one.is_symlink())

    def holds(self, name: str) -> bool:
        """Whether a file is one of these."""
        return Path(name) in self.every()

    def undecided(self) -> tuple[Path, ...]:
        """Return those that wait; one of several proposals until the first is decided."""
        decided: set[str] = set()
        for past in self._record.log():
            if past.get("action") in {"taken", "kept"}:
                decided.add(str(past.get("sha256")))
            elif past.get("action") == "undone":
                decided.discard(str(past.get("sha256")))
        found = ((one, read_bytes(one)) for one in self.every())
        return tuple(
            one
            for one, data in found
            if data is not None and sha256(data).hexdigest() not in decided
        )

    def keep(self, name: str, data: bytes) -> Path:
        """Put a file there and return its place.

        Raises:
            WriteError: the folder cannot be written, or is a link.
        """
        for one in (self._record.folder, self._folder):
            if one.is_symlink():
                raise WriteError(one, OSError(0, "it is a link"))
        place = self._folder / name
        write(place, data)
        return place

    def take_back(self, place: Path) -> None:
        """Remove a file that was put there."""
        if self.holds(str(place)):
            remove(place)
