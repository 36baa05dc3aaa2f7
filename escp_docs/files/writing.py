"""How files are written: whole or not at all, all of a build or none."""

import os
import stat
from pathlib import Path
from types import TracebackType
from typing import Final, Self
from uuid import uuid4

from escp_docs.errors import EscpError

UNFINISHED: Final = "unfinished-"


class WriteError(EscpError):
    """A file or folder cannot be written; the message says which and why."""

    def __init__(
        self,
        path: Path,
        error: OSError,
        fix: str = "check the folder, its permissions and the space on the disk",
    ) -> None:
        why = (error.strerror or str(error)).lower()
        super().__init__(f"{path} cannot be written: {why}\n  fix: {fix}")
        self._made_of = path, error, fix

    def __reduce__(self) -> tuple[type["WriteError"], tuple[Path, OSError, str]]:
        """Return how another process makes it again."""
        return type(self), self._made_of


def read_bytes(path: Path) -> bytes | None:
    """Return the bytes of a regular file, None if there is none or it cannot be read."""
    try:
        # A pipe would be waited for without end.
        return path.read_bytes() if stat.S_ISREG(path.stat().st_mode) else None
    except OSError:
        return None


def write(path: Path, data: bytes, through: Path | None = None) -> None:
    """Write a file whole or not at all: elsewhere first, then moved into its place.

    Args:
        path: Where it goes; folders above it are made.
        data: What it holds.
        through: The folder in which it is written first, on the same disk; else its own.

    Raises:
        WriteError: the folder cannot be written or the disk is full; what was there is left alone.
    """
    try:
        with Staging(through or path.parent) as staging:
            staging.put(path, data)
            staging.commit()
    except OSError as error:
        raise WriteError(path, error) from error


class Staging:
    """Files written in a folder of their own and then, all together, moved into their places.

    A full disk is met before the first is moved. A process that is killed leaves each place with
    what stood there before or with the whole new file; what it left unfinished the next one sweeps
    away.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._staged: dict[Path, Path] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for beside in self._staged.values():
            beside.unlink(missing_ok=True)

    def put(self, path: Path, data: bytes, mode: int | None = None) -> None:
        """Write what `path` shall hold, without touching it.

        Args:
            path: Where it goes.
            data: What it holds.
            mode: Who may read and write it; else as for any new file.

        Raises:
            WriteError: the folder cannot be written or the disk is full.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._folder.mkdir(parents=True, exist_ok=True)
            # A file can be moved within its disk alone, and a folder may be a link to another one.
            near = self._folder.stat().st_dev == path.parent.stat().st_dev
            folder = self._folder if near else path.parent
            beside = folder / f".{UNFINISHED}{uuid4().hex}"
            # Known before it is there, so that it is swept away however soon we are interrupted.
            self._staged[path] = beside
            with beside.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if mode is not None:
                beside.chmod(mode)
        except OSError as error:
            raise WriteError(path, error) from error

    def take(self, path: Path, source: Path) -> None:
        """Stage a file that lies whole on the disk already; it is moved, or goes.

        Args:
            path: Where it goes.
            source: The file.

        Raises:
            WriteError: it cannot be read, or it lies on another disk and cannot be written here.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if source.stat().st_dev != path.parent.stat().st_dev:
                self.put(path, source.read_bytes())
            else:
                self._staged[path] = source
        except OSError as error:
            raise WriteError(path, error) from error

    def commit(self) -> None:
        """Move every file into its place, in the order in which they were put.

        Raises:
            WriteError: a place cannot be written.
        """
        for path, beside in tuple(self._staged.items()):
            try:
                beside.replace(path)
            except OSError as error:
                raise WriteError(path, error) from error
            del self._staged[path]


def set_aside(path: Path) -> Path:
    """Give a file that someone edited a second name, NAME.edited-N.EXT, and return that.

    The file stays where it is too, to be replaced by a whole new one: at no moment is it gone. If
    a run before this one was killed just here, its name for the same bytes is returned.

    Raises:
        WriteError: it cannot be kept.
    """
    data = read_bytes(path)
    number = 1
    while True:
        kept = path.with_name(f"{path.stem}.edited-{number}{path.suffix}")
        if kept.exists() and read_bytes(kept) == data:
            return kept
        try:
            os.link(path, kept, follow_symlinks=False)
        except FileExistsError:
            number += 1
        except OSError:  # a disk without second names: a whole copy instead
            if kept.exists() or data is None:
                raise
            write(kept, data)
            return kept
        else:
            return kept


def remove(path: Path) -> None:
    """Remove a file if it is there."""
    path.unlink(missing_ok=True)


def touch(path: Path) -> None:
    """Set the time of a file to now, so that make sees that it is up to date."""
    path.touch()
