"""What cannot be made again: what was sent, what came back, and what was taken of it.

It lies in `record/` inside the folder of a spec, in `<name>.record/` beside a spec of one file, and
belongs to the spec: whoever has the folder knows the same.
"""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from escp_docs.files.package_names import record_of
from escp_docs.files.writing import Staging, WriteError, read_bytes, write
from escp_docs.judging.status import Correspondence
from escp_docs.produced.sent import Sent, dump, load

_LOG: Final = "log.jsonl"
_ASKING: Final = ("questionnaires", "sheets")
_MOST: Final = 20  # sendings of one id: contents whose hashes begin alike
_LARGEST_RETURNED: Final = 50_000_000  # bytes of a file that came back
_LARGEST: Final = 20_000_000  # bytes of what was sent; a document of 300 pages has 2 MB


class Record:
    """The record of one spec."""

    def __init__(self, spec: str) -> None:
        self.folder = record_of(spec)

    # --- what was sent ---

    def sent(self, name: str) -> Iterator[Sent]:
        """Yield what was sent under an id; most often it is one, or nothing."""
        for number in range(1, _MOST):
            data = read_bytes(self._place(name, number))
            if data is None:
                return
            if len(data) <= _LARGEST:
                try:
                    yield load(data)
                except ValueError:
                    continue

    def every_sent(self) -> Iterator[Sent]:
        """Yield all that was sent, in the order of the ids."""
        for path in sorted((self.folder / "sent").glob("*.json")):
            data = read_bytes(path)
            if data is not None and len(data) <= _LARGEST:
                try:
                    yield load(data)
                except ValueError:
                    continue

    def keep_sent(self, sendings: Sequence[Sent]) -> None:
        """Keep what is sent, each content once.

        Raises:
            WriteError: the folder cannot be written.
        """
        with Staging(self.folder / "sent") as staging:
            for one in sendings:
                number = 1
                while (known := read_bytes(self._place(one.id, number))) is not None:
                    if _says_the_same(known, one):
                        break
                    number += 1
                else:
                    staging.put(self._place(one.id, number), dump(one))
            staging.commit()

    def _place(self, name: str, number: int) -> Path:
        mark = "" if number == 1 else f"-{number}"
        return self.folder / "sent" / f"{name}{mark}.json"

    def letters(self) -> dict[str, Correspondence]:
        """Return what went to each partner and came back, by its id."""
        sent: dict[str, str] = {}
        for one in self.every_sent():
            if one.partner and one.document.split("/")[0] in _ASKING and one.printed:
                day = one.printed.isoformat()
                sent[one.partner] = max(day, sent.get(one.partner, ""))
        answered: dict[str, str] = {}
        for entry in self.log():
            kind = str(entry.get("document")).split("/", maxsplit=1)[0]
            if entry.get("action") == "returned" and entry.get("by") and kind in _ASKING:
                answered[str(entry["by"])] = str(entry.get("when") or "")[:10]
        return {
            one: Correspondence(sent.get(one, ""), answered.get(one, ""))
            for one in dict.fromkeys((*sent, *answered))
        }

    # --- what came back ---

    def keep_returned(self, name: str, data: bytes) -> str:
        """Keep a file as it came and return what it is called: six letters of its hash, its name.

        Raises:
            WriteError: the folder cannot be written.
        """
        digest = sha256(data).hexdigest()
        kept = f"{digest[:6]}-{Path(name).name[-100:]}"
        place = self.folder / "returned" / kept
        if read_bytes(place) != data:
            write(place, data)
        return kept

    def returned(self) -> tuple[Path, ...]:
        """Return the files that came back and were kept, the newest first; links are none."""
        folder = self.folder / "returned"
        some = () if folder.is_symlink() else folder.glob("*")
        found = [one for one in some if one.is_file() and not one.is_symlink()]
        return tuple(sorted(found, key=lambda one: (-one.stat().st_mtime, one.name)))

    # --- the log ---

    def log(self) -> tuple[Mapping[str, Any], ...]:
        """Return what was noted, in order; lines that are none of ours are passed over."""
        data = read_bytes(self.folder / _LOG) or b""
        return tuple(_entries(data.decode("utf-8", "replace")))

    def note(self, entries: Sequence[Mapping[str, Any]]) -> None:
        """Add entries to the log; two programs that do so at once leave the lines of both.

        Raises:
            WriteError: the folder cannot be written.
        """
        if not entries:
            return
        lines = [json.dumps(dict(one), ensure_ascii=False) + "\n" for one in entries]
        place = self.folder / _LOG
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            with place.open("ab") as file:
                file.write("".join(lines).encode())
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise WriteError(place, error) from error


def _entries(text: str) -> Iterator[Mapping[str, Any]]:
    for line in text.split("\n"):
        try:
            found = json.loads(line) if line.strip() else None
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict):
            yield found


def _says_the_same(known: bytes, one: Sent) -> bool:
    try:
        found = load(known)
    except ValueError:
        return False
    return (found.document, found.lines, dict(found.proses)) == (
        one.document,
        one.lines,
        dict(one.proses),
    )


def returned_file(name: str) -> tuple[str, bytes, str]:
    """Return a file that came back: its name, its bytes, and why it has none."""
    path = Path(name)
    try:
        if not path.is_file():
            return name, b"", "it is no file" if path.exists() else "there is no such file"
        if path.stat().st_size > _LARGEST_RETURNED:
            return name, b"", "it is larger than 50 MB"
        return name, path.read_bytes(), ""
    except (OSError, ValueError) as error:
        return name, b"", (getattr(error, "strerror", None) or str(error)).lower()
