"""One build at a time in a folder."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from escp_docs.files.writing import UNFINISHED, WriteError


@contextmanager
def locked(state: Path, name: str, waiting: Callable[[], None]) -> Iterator[bool]:
    """Let one process at a time into the folder `name`; yield whether another had to be waited for.

    The system itself holds the lock and frees it when the process ends, however it ends. What
    earlier processes left unfinished is swept away.

    Args:
        state: The folder for locks and unfinished files.
        name: What is locked.
        waiting: Called once if another process holds the lock.

    Raises:
        WriteError: the folder cannot be written.
    """
    try:
        state.mkdir(parents=True, exist_ok=True)
        lock = FileLock(state / f"{name}.lock")
        has_waited = False
        try:
            lock.acquire(blocking=False)
        except Timeout:
            has_waited = True
            waiting()
            lock.acquire()
    except OSError as error:
        raise WriteError(state, error) from error
    try:
        _sweep(state / name)
        yield has_waited
    finally:
        lock.release()


def _sweep(folder: Path) -> None:
    with suppress(OSError):
        for path in folder.glob(f".{UNFINISHED}*"):
            path.unlink(missing_ok=True)
