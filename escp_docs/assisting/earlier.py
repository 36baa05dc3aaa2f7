"""Versions of a spec that an assistant may ask for: those of git, and files in its folder."""

from pathlib import Path
from typing import Final

from escp_docs.errors import ArgumentError
from escp_docs.pattern import pattern

_REVISION: Final = pattern(r"[0-9A-Za-z][0-9A-Za-z._/~^@{}-]{0,99}")
_PACKAGE: Final = ".zip"


def versions(spec: str, since: str, *, may_be_file: bool = True) -> tuple[list[str], bool]:
    """Return the names of an earlier version and of a spec, and whether the first is a document.

    Args:
        spec: The name of the spec.
        since: A revision of git, or a file in the folder of the spec; empty for what it was last,
            which `compare` knows.
        may_be_file: Whether it may be the name of a file.

    Raises:
        ArgumentError: it is neither; a file that lies elsewhere, by a link too, is none.
    """
    if not since:
        return [spec], False
    home = Path(spec)
    home = (home if home.is_dir() else home.parent).resolve()
    try:
        path = (home / since).resolve()
        is_there = may_be_file and path.exists()
    except (OSError, RuntimeError, ValueError):
        raise _neither(since) from None
    if is_there and path.is_file() and path.is_relative_to(home):
        return [str(path), spec], path.suffix.casefold() != _PACKAGE
    if is_there or not _REVISION.fullmatch(since):
        raise _neither(since)
    return [f"{since}:{spec}", spec], False


def _neither(since: str) -> ArgumentError:
    return ArgumentError(
        f"{since!r} is no file in the folder of the spec, and no revision", "since"
    )
