"""The folders of this machine, of which somebody chooses the one of their partnership."""

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from escp_docs import api
from escp_docs.web.asked import Body
from escp_docs.web.desk import Desk

_MOST: Final = 500  # folders that are listed
_YAML: Final = (".yaml", ".yml")


class Folder(Struct, frozen=True):
    """A folder: its name, its path, and whether YAML files lie in it."""

    name: str
    path: str
    has_specs: bool


def context(desk: Desk, path: str) -> Mapping[str, Any]:
    """Return what the page shows of a folder; of none, of that in which people keep their files."""
    del desk
    here = Path(path).expanduser() if path else _first()
    says = ""
    try:
        found = sorted(_folders(here), key=lambda one: one.name.casefold())
    except (OSError, ValueError) as error:
        found, says = [], (getattr(error, "strerror", None) or str(error)).lower()
    return {
        "title": "Open a partnership",
        "n": None,
        "here": str(here),
        "around": [(one.name or str(one), str(one)) for one in (*reversed(here.parents), here)],
        "folders": found[:_MOST],
        "more": max(len(found) - _MOST, 0),
        "says": says,
        "is_spec": not says and _is_spec(here),
        "is_writable": not says and os.access(here, os.W_OK),
    }


def choose(desk: Desk, asked: Body) -> None:
    """Open a folder, or a new one in it.

    Raises:
        ArgumentError: there is no such folder, it cannot be written, or one is open already.
    """
    here = Path(asked.text("folder"))
    name = asked.text("name", "").strip()
    if not here.is_absolute() or not here.is_dir():
        raise api.ArgumentError(f"there is no folder {str(here)!r}")
    if name and (name in (".", "..") or set(name) & set('/\\:*?"<>|\0')):
        raise api.ArgumentError(f"{name!r} cannot be the name of a folder")
    folder = here / name
    if not os.access(here, os.W_OK):
        raise api.ArgumentError(f"{here} cannot be written; copy the folder to one of yours")
    desk.open(folder)


def _first() -> Path:
    documents = Path.home() / "Documents"
    return documents if documents.is_dir() else Path.home()


def _folders(here: Path) -> Iterator[Folder]:
    with os.scandir(here) as entries:
        for one in entries:
            if one.name.startswith(".") or not _is_folder(one):
                continue
            yield Folder(one.name, one.path, _is_spec(Path(one.path)))


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_spec(folder: Path) -> bool:
    with suppress(OSError), os.scandir(folder) as entries:
        return any(one.name.casefold().endswith(_YAML) for one in entries)
    return False
