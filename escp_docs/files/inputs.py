"""All that a build is made from as one hash, taken before anything heavy is loaded.

It is a hash of contents: times of files say nothing once a clock has jumped or a tool has copied
them.
"""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Final

from escp_docs.files.spec_texts import consists_of

PACKAGE: Final = Path(__file__).parents[1]
_METADATA: Final = (".dist-info", ".egg-info")
_LARGEST: Final = 50_000_000  # bytes of one input; the largest font has a million


def shipped(name: str, in_checkout: str) -> Path:
    """Return a folder that ships with the program: inside the wheel, or in the checkout."""
    inside = PACKAGE / "_data" / name
    return inside if inside.is_dir() else PACKAGE.parent / in_checkout


def fingerprint(spec: str, override: Path | None) -> str | None:
    """Return a hash of everything that the documents of a spec depend on but the options.

    Spec, templates and look, calls, the program, the versions of everything installed beside it.

    Args:
        spec: A file or a folder.
        override: A folder of templates in place of the one beside the spec.

    Returns:
        The hash; None if something cannot be read, which is for the build itself to tell.
    """
    path = Path(spec)
    if spec == "-":  # standard input is gone once it is read
        return None
    home = path if path.is_dir() else path.parent
    own = override or home / "templates"
    digest = blake2b(digest_size=32)
    try:
        for name, file in (
            *(("spec", str(one)) for one in consists_of(spec)),
            *_files(own, ""),
            *((f"calls/{name}", file) for name, file in _files(home / "calls", ".yaml")),
            *_files(shipped("templates", "templates"), ""),
            *_files(shipped("calls", "specs/calls"), ".yaml"),
            *_files(PACKAGE, ".py"),
        ):
            data = _content(file)
            digest.update(f"{name}\0{os.path.basename(file)}\0{len(data)}\0".encode())
            digest.update(data)
    except (OSError, ValueError):
        return None
    digest.update("\0".join((sys.version, *_installed())).encode())
    return digest.hexdigest()


def content_hash(path: str) -> str | None:
    """Return the hash of a file, None if it cannot be read."""
    try:
        return blake2b(_content(path), digest_size=32).hexdigest()
    except (OSError, ValueError):
        return None


def _files(folder: Path, ending: str) -> Iterator[tuple[str, str]]:
    """Yield the files below a folder, each with its path in it, in an order of their own."""
    for home, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            if name.endswith(ending):
                path = os.path.join(home, name)
                yield os.path.relpath(path, folder), path


def _content(path: str) -> bytes:
    found = os.stat(path)  # a pipe would be waited for without end
    if not stat.S_ISREG(found.st_mode) or found.st_size > _LARGEST:
        raise ValueError(path)
    with open(path, "rb") as file:
        return file.read()


def _installed() -> Iterable[str]:
    """Return name and version of every package, as the names of their metadata folders."""
    found = []
    for folder in sys.path:
        if os.path.isdir(folder):
            found += [one for one in os.listdir(folder) if one.endswith(_METADATA)]
    return sorted(found)
