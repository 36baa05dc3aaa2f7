"""The files that a spec consists of: its own, and those that they name.

`own_files` and `named_paths` are the one list of them; whatever depends on a spec asks these.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from msgspec import Struct

from escp_docs.errors import Fault
from escp_docs.read import attached
from escp_docs.spelling import nearest

_ENDINGS: Final = (".yaml", ".yml")
_MOST_NAMES: Final = 1_000  # of a folder, among which one is looked for that is spelt alike


class NamedFile(Struct, frozen=True):
    """A file that a spec names: as messages show it, where it lies, and what is to be in it.

    `fault` says why it must not be read.
    """

    shown: str
    is_entry: bool
    path: str
    fault: Fault | None = None


def is_yaml(name: str) -> bool:
    """Whether a file of that name in a folder is a part of its spec."""
    return name.casefold().endswith(_ENDINGS) and not name.startswith(".")


def near_name(path: Path) -> Path | None:
    """Return what lies where a path leads and is called almost so, with its ending; else None."""
    try:
        names = sorted(os.listdir(path.parent))[:_MOST_NAMES]
    except (OSError, ValueError):
        return None
    ending = path.suffix.casefold()
    endings = _ENDINGS if ending in _ENDINGS else (ending,)
    alike = [one for one in names if one.casefold().endswith(endings) and not one.startswith(".")]
    near = nearest(path.name, alike)
    return path.with_name(near) if near else None


def own_files(spec: str) -> list[str]:
    """Return the YAML files of a spec in the order of their names; a file is its own.

    Raises:
        OSError: the folder cannot be read.
    """
    if not os.path.isdir(spec):
        return [spec]
    return [os.path.join(spec, name) for name in sorted(os.listdir(spec)) if is_yaml(name)]


def other_files(spec: str) -> tuple[str, ...]:
    """Return the other files that lie directly in the folder of a spec; none beside a file."""
    if not os.path.isdir(spec):
        return ()
    names = sorted(name for name in os.listdir(spec) if not is_yaml(name) and name[0] != ".")
    paths = (os.path.join(spec, name) for name in names)
    return tuple(path for path in paths if os.path.isfile(path))


def named_paths(spec: str) -> list[str]:
    """Return the files that the files of a spec name, as far as they can be read.

    Raises:
        OSError: the folder cannot be read.
    """
    texts = {path: text_of(path) for path in own_files(spec)}
    return [one.path for one in named_files(spec, texts) if not one.fault]


def named_files(spec: str, texts: dict[str, str]) -> list[NamedFile]:
    """Return the files that the files of a spec name, and those that these name, each once.

    Args:
        spec: A file or folder.
        texts: The text of each of its files, by the name that messages show.
    """
    found: dict[tuple[str, bool], NamedFile] = {}
    folder = spec if os.path.isdir(spec) else os.path.dirname(spec)
    around = os.path.dirname(os.path.abspath(folder)) if os.path.isdir(spec) else folder
    for home, text in texts.items():
        for name, is_entry in attached.names(text):
            one = _named(home, name, is_entry, around if is_entry else folder)
            if found.setdefault((one.shown, is_entry), one) is not one or one.fault or not is_entry:
                continue
            for inner, is_another in attached.names(text_of(one.path)):
                below = _named(one.shown, inner, is_another, os.path.dirname(one.path))
                found.setdefault((below.shown, is_another), below)
    return list(found.values())


def _named(home: str, name: str, is_entry: bool, floor: str) -> NamedFile:  # noqa: FBT001
    shown = attached.path(home, name)
    path = os.path.normpath(os.path.join(os.path.dirname(home), name.strip()))
    return NamedFile(shown, is_entry, path, next(_faults(home, name, path, floor), None))


def _faults(home: str, name: str, path: str, floor: str) -> Iterator[Fault]:
    if attached.is_absolute(name.strip()):
        yield Fault(f"{attached.quoted(name)} is an absolute path", f"write it relative to {home}")
        return
    if backslashes := attached.has_backslashes(name):
        yield backslashes
        return
    inside = os.path.relpath(os.path.abspath(path), os.path.abspath(floor or "."))
    if inside.split(os.sep, 1)[0] == os.pardir:
        yield Fault(
            f"{attached.quoted(name)} leads out of {_shown(floor)}",
            "move the file below that folder",
        )
    elif not os.path.lexists(path):
        near = near_name(Path(path))
        meant = os.path.join(os.path.dirname(name.strip()), near.name) if near else ""
        yield Fault(
            f"there is no file {attached.quoted(name)} here",
            f"did you mean {meant}?" if meant else f"the path is relative to {home}",
        )
    elif os.path.realpath(path) != os.path.join(os.path.realpath(floor or "."), inside):
        yield Fault(
            f"{attached.quoted(name)} is a link, or lies behind one",
            "copy the file into the folder",
        )
    elif not os.path.isfile(path):
        yield Fault(f"{attached.quoted(name)} is no regular file", "name a file of text")


def _shown(floor: str) -> str:
    return f"the folder {floor}" if floor and not os.path.isabs(floor) else "the folder around it"


def text_of(path: str) -> str:
    """Return what can be read of a file as text; whoever reads it in earnest says what is wrong."""
    try:
        with open(path, "rb") as file:
            data = file.read(_LARGEST)
    except OSError:
        return ""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return data.decode(encoding, "replace")


_LARGEST: Final = 5_000_000  # bytes; no file of a spec may have more
