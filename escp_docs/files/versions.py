"""A version of a spec by its name: a spec, a revision of git, a package, a bundle, one file."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from msgspec import Struct

from escp_docs.errors import UnreadableError
from escp_docs.files import git_versions, packages
from escp_docs.files.inputs import STDIN
from escp_docs.files.package_names import packages_of
from escp_docs.files.packages import unpacked, without_spec

_MANIFEST: Final = "manifest.json"
_LEAST_REVISION: Final = 2  # characters before the colon: C:\spec.yaml is a path
_PRODUCED: Final = (".docx", ".docm", ".pdf", ".html", ".htm", ".xlsx", ".xlsm", ".csv", ".odt")


class VersionKind(StrEnum):
    """What a name stands for."""

    SPEC = "spec"
    BUNDLE = "bundle"
    FILE = "file"


class NamedVersion(Struct, frozen=True):
    """A version that can be read.

    Attributes:
        kind: What it is; a spec of git or of a package is a spec as it lies in a folder now.
        name: How people named it.
        path: What to read.
        hidden: What paths begin with that nobody should see; empty if they are as named.
        shown: What stands in reports in place of that.
        remarks: What else is to be said of it.
    """

    kind: VersionKind
    name: str
    path: str
    hidden: str = ""
    shown: str = ""
    remarks: tuple[str, ...] = ()

    def told(self, text: str) -> str:
        """Return a text in which paths are as people know them."""
        return text.replace(self.hidden, self.shown) if self.hidden else text


@contextmanager
def version(name: str) -> Iterator[NamedVersion]:
    """Yield a version by its name; one of git or of a package lies in a folder meanwhile.

    Raises:
        UnreadableError: there is no such revision, repository or spec in it; a package cannot be
            read, or holds no spec.
    """
    with TemporaryDirectory(prefix="escp-docs-") as folder:
        yield _version(name, Path(folder).resolve())


def last_version(spec: str) -> str:
    """Return the name of what a spec was last: its last package, else git's HEAD."""
    found = packages_of(spec) if spec != STDIN else ()
    return str(found[-1].path) if found else f"HEAD:{spec}"


def _version(name: str, folder: Path) -> NamedVersion:
    path = Path(name)
    if name != STDIN and _exists(path):
        return _existing(name, path, folder)
    revision, spec = _of_git(name)
    if not revision:
        return NamedVersion(VersionKind.SPEC, name, name)
    laid = git_versions.lay_down(revision, spec, folder)
    return NamedVersion(VersionKind.SPEC, name, laid, f"{folder}/", f"{revision}:")


def _existing(name: str, path: Path, folder: Path) -> NamedVersion:
    is_archive = path.suffix.casefold() == ".zip" and path.is_file()
    found = unpacked(name) if is_archive or path.is_dir() else None
    if found is not None:
        laid = packages.lay_down(found, folder)
        remarks = tuple(f"{name}: {one} is not as it was packed" for one in found.edited)
        return NamedVersion(VersionKind.SPEC, name, laid, f"{folder}/", f"{name}:", remarks)
    if is_archive:
        raise UnreadableError((without_spec(name),))
    if path.is_dir() and (path / _MANIFEST).is_file():
        return NamedVersion(VersionKind.BUNDLE, name, name)
    if path.is_file() and path.suffix.casefold() in _PRODUCED:
        return NamedVersion(VersionKind.FILE, name, name)
    return NamedVersion(VersionKind.SPEC, name, name)


def _of_git(name: str) -> tuple[str, str]:
    """Return revision and spec of a name like HEAD~1:specs/wave; empty texts if it is none."""
    at = name.find(":", _LEAST_REVISION)
    return (name[:at], name[at + 1 :]) if 0 < at < len(name) - 1 else ("", "")


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
