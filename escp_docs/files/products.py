"""Produced files as they lie on the disk."""

import stat
from pathlib import Path, PurePosixPath
from typing import Final

_LARGEST: Final = 64 * 2**20
_NO_PRODUCTS: Final = frozenset({"manifest.json", "documents.d"})


def produced(folder: Path) -> dict[str, bytes | str]:
    """Return the files below a folder by name, each with its bytes or why they are not read.

    The manifest, hidden files and the rule for make are no documents. Links are not followed.
    """
    return {
        name: product(path)
        for path in sorted(folder.rglob("*"))
        if (name := path.relative_to(folder).as_posix()) not in _NO_PRODUCTS
        and not any(part.startswith(".") for part in PurePosixPath(name).parts)
        and (path.is_symlink() or not path.is_dir())
    }


def product(path: Path) -> bytes | str:
    """Return the bytes of a file, or why it is not read."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return "it is no regular file"
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        return (error.strerror or str(error)).lower()
    return data if len(data) <= _LARGEST else "it is larger than 64 MB"
