"""Packages of what was handed in: where they lie, what they are called, how they are unpacked."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Final

from escp_docs.errors import Fault, UnreadableError
from escp_docs.files.record import folder_of
from escp_docs.files.writing import read_bytes
from escp_docs.produced.archive import UnreadableFileError, opened

CONTENTS: Final = "keep/package.json"
"""What a package says of itself: its spec, and the hash of each file in it."""
SPEC: Final = "keep/spec"
_NAME: Final = re.compile(r"(?P<acronym>.+)-(?P<date>\d{4}-\d{2}-\d{2})-(?P<number>\d+)\.zip")
_LARGEST: Final = 200_000_000  # bytes of a package, packed


@dataclass(frozen=True, slots=True)
class PackageFile:
    """A package in the record of a spec: where it lies, its day, its number of that day."""

    path: Path
    day: date
    number: int


@dataclass(frozen=True, slots=True)
class UnpackedPackage:
    """What is in a package.

    Attributes:
        name: Its name, for people.
        parts: Its files by their names in it.
        spec: The name of the spec below keep/spec.
        edited: The files that are not as they were packed, or are no more, in order.
    """

    name: str
    parts: Mapping[str, bytes]
    spec: str
    edited: tuple[str, ...]


def packages_of(spec: str) -> tuple[PackageFile, ...]:
    """Return the packages in the record of a spec, the oldest first; public editions are none."""
    found = []
    for path in sorted((folder_of(spec) / "packages").glob("*.zip")):
        named = _NAME.fullmatch(path.name)
        try:
            day = date.fromisoformat(named["date"]) if named else None
        except ValueError:
            day = None
        if named and day and not named["acronym"].endswith(("-public", "-signing")):
            found.append(PackageFile(path, day, int(named["number"])))
    return tuple(sorted(found, key=lambda one: (one.day, one.number)))


def unpacked(name: str) -> UnpackedPackage | None:
    """Return what is in a package, or in the folder that one was unpacked into.

    None if it is neither: it holds no word of ours on what is in it.

    Raises:
        UnreadableError: it is an archive that cannot be read, or says what is no contents.
    """
    path = Path(name)
    if path.is_dir():
        parts = _of_folder(path) if (path / CONTENTS).is_file() else {}
    else:
        parts = _of_archive(name, path)
    if CONTENTS not in parts:
        return None
    spec, hashes = _contents(name, parts[CONTENTS])
    edited = tuple(
        one for one, digest in hashes.items() if sha256(parts.get(one, b"")).hexdigest() != digest
    )
    return UnpackedPackage(name, parts, spec, edited)


def lay_down(package: UnpackedPackage, folder: Path) -> str:
    """Write the spec in a package into a folder and return its name there.

    Raises:
        UnreadableError: a name in the package leads out of it.
    """
    for name, data in package.parts.items():
        if not name.startswith(f"{SPEC}/"):
            continue
        inside = PurePosixPath(name).relative_to(SPEC)
        if inside.is_absolute() or ".." in inside.parts or "\\" in name:
            fact = f"{package.name} holds {name!r}, which leads out of it"
            raise UnreadableError((Fault(fact, "use a package that `escp-docs package` wrote"),))
        place = folder / inside
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    return str(folder / package.spec)


def _of_archive(name: str, path: Path) -> Mapping[str, bytes]:
    if path.stat().st_size > _LARGEST:
        fact = f"{name} is larger than {_LARGEST // 1_000_000} MB"
        raise UnreadableError((Fault(fact, "use a package that `escp-docs package` wrote"),))
    try:
        return opened(read_bytes(path) or b"").parts
    except UnreadableFileError as error:
        fact = f"{name} cannot be read as a package: {error}"
        raise UnreadableError((Fault(fact, "fetch it again, or name another version"),)) from error


def _of_folder(path: Path) -> Mapping[str, bytes]:
    return {
        one.relative_to(path).as_posix(): read_bytes(one) or b""
        for one in sorted(path.rglob("*"))
        if one.is_file() and not one.is_symlink()
    }


def _contents(name: str, data: bytes) -> tuple[str, Mapping[str, str]]:
    try:
        found = json.loads(data)
        spec, files = str(found["spec"]), {str(k): str(v) for k, v in found["files"].items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        fact = f"{name}: {CONTENTS} does not say what is in the package"
        raise UnreadableError((Fault(fact, "take the package itself, not a copy"),)) from error
    inside = PurePosixPath(spec)
    if inside.is_absolute() or ".." in inside.parts:
        fact = f"{name}: {CONTENTS} names the spec {spec!r}, which leads out of the package"
        raise UnreadableError((Fault(fact, "take the package itself, not a copy"),))
    return spec, files
