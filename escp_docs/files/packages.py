"""Packages of what was handed in: how they are kept, and unpacked again."""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from msgspec import Struct

from escp_docs.errors import Fault, UnreadableError
from escp_docs.files.package_names import PACKAGES, PUBLIC, SIGNING, packages_of, record_of
from escp_docs.files.writing import read_bytes, write
from escp_docs.produced.archive import UnreadableFileError, opened

CONTENTS: Final = "keep/package.json"
"""What a package says of itself: its spec, and the hash of each file in it."""
SPEC: Final = "keep/spec"
_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)  # the zip format knows no earlier time
_LARGEST: Final = 200_000_000  # bytes of a package, packed


class UnpackedPackage(Struct, frozen=True):
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


def keep(spec: str, stem: str, day: date, data: bytes) -> tuple[Path, bool]:
    """Keep a package in the record of a spec, and let nobody write into it by accident.

    Args:
        spec: The spec.
        stem: What its name begins with.
        day: Its day.
        data: Its bytes.

    Returns:
        Where it lies; and whether it is new: the same bytes are not written twice.

    Raises:
        WriteError: the folder cannot be written.
    """
    kind = next((one for one in (PUBLIC, SIGNING) if stem.endswith(f"-{one}")), "")
    known = packages_of(spec, kind)
    for one in known:
        if read_bytes(one.path) == data:
            return one.path, False
    number = max((one.number for one in known if one.day == day), default=0) + 1
    path = record_of(spec) / PACKAGES / f"{stem}-{day.isoformat()}-{number}.zip"
    write(path, data)
    with suppress(OSError):
        path.chmod(0o444)
    return path, True


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return files as an archive: the same files, the same bytes."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, data)
    return buffer.getvalue()


def lay_down(package: UnpackedPackage, folder: Path) -> str:
    """Write the spec in a package into a folder and return its name there.

    Raises:
        UnreadableError: a name in the package leads out of it, or no spec is in it.
    """
    if not any(name.startswith(f"{SPEC}/") for name in package.parts):
        raise UnreadableError((without_spec(package.name),))
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


def without_spec(name: str) -> Fault:
    """Return what is wrong with an archive of documents where a version of a spec is wanted."""
    return Fault(
        f"{name} holds documents and no spec, as packages for the public and for signing do",
        "name the package that was handed in, or unpack this one and name a document",
    )


def changed_since(package: str, spec: str, read: Iterable[str]) -> tuple[str, ...]:
    """Return the files of a spec that are not as a package has them, by their names, in order.

    Args:
        package: Where it lies.
        spec: The spec as it is named.
        read: The files that it was read from by now.

    Raises:
        UnreadableError: the package cannot be read.
    """
    held = unpacked(package)
    if held is None:
        return ()
    home = Path(spec).absolute().parent
    then = {
        name.removeprefix(f"{SPEC}/"): data
        for name, data in held.parts.items()
        if name.startswith(f"{SPEC}/")
    }
    now = {Path(one).absolute().relative_to(home).as_posix() for one in read}
    return tuple(sorted(one for one in {*then, *now} if read_bytes(home / one) != then.get(one)))
