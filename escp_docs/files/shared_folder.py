"""A folder that two machines may both see: files go through it in place of the network.

Whoever reads its token there shares the disk, whatever it calls the folder by; nobody is told.
What is laid down has a name of its own and is taken by its hash. The folder goes with whoever made
it: what comes too late finds nothing to lie in.
"""

import os
import shutil
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import Final

from filelock import FileLock, Timeout
from msgspec import Struct

from escp_docs.errors import EscpError
from escp_docs.files.writing import Staging, WriteError
from escp_docs.pattern import pattern

_NAME: Final = pattern(r"[0-9a-f]{32}")
_FOLDER: Final = "shared_disk"  # no folder of a spec has such a line in its name
_TOKEN: Final = "token"  # noqa: S105  # the name of a file
_CHUNK: Final = 2**20


class LaidDown(Struct, frozen=True):
    """A file in a shared folder: its name there, and the SHA-256 of what it should hold."""

    name: str
    sha256: str


class SharedFolder(Struct, frozen=True):
    """A folder, by its absolute path, and what its token holds."""

    path: str
    token: str

    def laid_down(self, contents: Mapping[str, bytes]) -> dict[str, LaidDown] | None:
        """Write files there, on whatever machine; None if it does not see the folder."""
        found: dict[str, LaidDown] = {}
        home = Path(self.path)
        try:
            if (home / _TOKEN).read_text("ascii") != self.token:
                return None
            for key, data in contents.items():
                name = token_hex(16)
                found[key] = LaidDown(name, sha256(data).hexdigest())
                with (home / name).open("xb") as file:
                    file.write(data)
                    file.flush()
                    os.fsync(file.fileno())
        except (OSError, UnicodeError):  # another disk, or one that is full or may not be written
            for one in found.values():
                with suppress(OSError):
                    (home / one.name).unlink()
            return None
        return found

    def take(self, one: LaidDown, path: Path, staging: Staging) -> None:
        """Stage a file that was laid down, to be moved to `path`.

        Raises:
            EscpError: it is not there, or not what it should be.
            WriteError: it cannot be staged.
        """
        source, token = Path(self.path, one.name), Path(self.path, _TOKEN)
        if not _NAME.fullmatch(one.name) or _digest(source) != one.sha256:
            raise EscpError(
                f"{source}, from which {path} was to come, is not what a worker wrote\n"
                "  fix: build again"
            )
        try:
            about, ours = source.stat(), token.stat()
            if about.st_uid != ours.st_uid:  # what the user has is to be the user's own
                staging.put(path, source.read_bytes())
                return
            source.chmod(stat.S_IMODE(ours.st_mode))
        except OSError as error:
            raise WriteError(source, error) from error
        staging.take(path, source)


def _digest(path: Path) -> str | None:
    """Return the hash of a file of ours, None of anything else; no link is followed."""
    digest = sha256()
    try:
        about = path.lstat()
        if not stat.S_ISREG(about.st_mode) or about.st_nlink != 1:
            return None
        with path.open("rb") as file:
            while part := file.read(_CHUNK):
                digest.update(part)
    except OSError:
        return None
    return digest.hexdigest()


@contextmanager
def shared_folder(state: Path) -> Iterator[SharedFolder | None]:
    """Make a folder that other machines may see, and remove it with all that lies in it.

    Nothing is made if it cannot be, or if another build of this machine or another has one: then
    files come another way. What a build left that was killed is swept away.

    Args:
        state: The folder for what builds tell each other.
    """
    home = state / _FOLDER
    lock = FileLock(state / f"{_FOLDER}.lock")
    found = None
    try:
        state.mkdir(parents=True, exist_ok=True)
        lock.acquire(blocking=False)
        for left in state.glob(f"{_FOLDER}*/"):
            shutil.rmtree(left, ignore_errors=True)
        found = SharedFolder(str((home / token_hex(16)).absolute()), token_hex(16))
        Path(found.path).mkdir(parents=True)
        Path(found.path, _TOKEN).write_text(found.token, "ascii")
    except (OSError, Timeout):
        found = None
    try:
        yield found
    finally:
        if lock.is_locked:
            away = state / f"{_FOLDER}.{token_hex(8)}"
            with suppress(OSError):  # under another name, nobody finds it to write in
                home.rename(away)
            shutil.rmtree(away, ignore_errors=True)
            lock.release()
