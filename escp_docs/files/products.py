"""Produced files as they lie on the disk."""

import stat
from collections import Counter
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


def unread(folder: Path) -> dict[str, tuple[str, int]]:
    """Return what else lies below a folder, by name: what it is, and how many files that are.

    A hidden folder is named once, whatever is in it. Links are not followed.
    """
    found: dict[str, tuple[str, int]] = {}
    inside: Counter[str] = Counter()
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        is_folder = path.is_dir() and not path.is_symlink()
        hidden = next((n for n, part in enumerate(relative.parts) if part.startswith(".")), None)
        if hidden is None:
            if is_folder and _is_empty(path):
                found[f"{relative.as_posix()}/"] = "is an empty folder", 1
        elif hidden < len(relative.parts) - 1 or is_folder:
            above = PurePosixPath(*relative.parts[: hidden + 1])
            inside[f"{above}/"] += not is_folder
        else:
            found[relative.as_posix()] = "is a hidden file", 1
    for name, files in inside.items():
        held = f"{files:,} {'file' if files == 1 else 'files'}"
        found[name] = f"is a hidden folder with {held}", max(files, 1)
    return found


def _is_empty(folder: Path) -> bool:
    try:
        return next(folder.iterdir(), None) is None
    except OSError:
        return False


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
