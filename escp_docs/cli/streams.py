"""What becomes of streams and paths that are closed, full, empty or too long: one sentence each."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import click

from escp_docs.cli.errors import NOT_MADE, UNREADABLE

_NAMES: Final = frozenset({errno.ENAMETOOLONG, errno.ELOOP, errno.EINVAL})
"""Errors that lie in a name, not in a disk."""
_OF_STREAMS: Final = frozenset(
    {errno.ENOSPC, errno.EIO, errno.EBADF, errno.EFBIG, errno.EDQUOT, errno.EPIPE}
)
"""Errors without a name that come of writing to a stream, or to a file that is temporary."""


@contextmanager
def told_in_a_sentence() -> Iterator[None]:
    """Tell of streams and paths that fail in one sentence, with the status that says so."""
    _open_again()
    try:
        yield
    except OSError as error:
        _leave(error)
    except (MemoryError, ImportError) as error:
        if isinstance(error, ImportError) and not _is_of_memory(error):
            raise
        _say("there is not enough memory; fix: allow it more, as with `ulimit -v unlimited`")
        sys.exit(NOT_MADE)


def _is_of_memory(error: ImportError) -> bool:
    """Whether a library was not loaded because there is no room for it."""
    said = str(error)
    return "failed to map segment" in said or "cannot allocate memory" in said.lower()


def _open_again() -> None:
    """Make sure that errors can be told, or go nowhere; without standard output there is no use."""
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123  # to the end
    if sys.stdout is None:
        _say("standard output is closed")
        sys.exit(NOT_MADE)


def _leave(error: OSError) -> None:
    why = (error.strerror or str(error)).lower()
    if error.filename is not None:
        _say(f"{_shown(error.filename)}: {why}")
        sys.exit(UNREADABLE if error.errno in _NAMES else NOT_MADE)
    if error.errno not in _OF_STREAMS:
        raise error
    if _came_of_saying(error):
        # What waits to be written would fail once more at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        _say(f"standard output cannot be written: {why}")
    else:
        from tempfile import gettempdir  # noqa: PLC0415  # no check that goes well needs it

        fix = "make room there, or name another folder in TMPDIR"
        _say(f"a temporary file in {_shown(gettempdir())} cannot be written: {why}; fix: {fix}")
    sys.exit(NOT_MADE)


def _came_of_saying(error: OSError) -> bool:
    """Whether a stream was written to; of files, those alone that are temporary have no name."""
    import traceback  # noqa: PLC0415  # no check that goes well needs it

    frames = traceback.walk_tb(error.__traceback__)
    return any(frame.f_code is click.echo.__code__ for frame, _ in frames)


def _shown(name: object) -> str:
    text = os.fsdecode(name) if isinstance(name, str | bytes | os.PathLike) else str(name)
    return text.encode("utf-8", "backslashreplace").decode()


def _say(text: str) -> None:
    click.echo(f"error: {text}", err=True)


class NamedPath(click.Path):
    """A path that has a name: an empty one, as of a variable that is not set, is refused."""

    def convert(
        self,
        value: Any,  # noqa: ANN401
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:  # noqa: ANN401
        """Return the path."""
        if not isinstance(value, Path) and not str(value).strip():
            self.fail("it is empty; perhaps a variable is not set", param, ctx)
        return super().convert(value, param, ctx)
