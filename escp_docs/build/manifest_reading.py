"""A manifest read back, as strictly as a file of others deserves.

What an entry lacks is not guessed: the entry is left out, and it is known why.
"""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, Final

from msgspec import ValidationError, convert
from msgspec.structs import asdict, fields

from escp_docs.build.manifest import MANIFEST_VERSION, FileEntry, Manifest, digest_of
from escp_docs.build.versions import PROGRAM
from escp_docs.errors import Fault, UnreadableError
from escp_docs.files.writing import read_bytes
from escp_docs.finding import Place
from escp_docs.pattern import pattern
from escp_docs.spelling import nearest

_VERSION: Final = "manifest_version"
_FILES: Final = "files"
_AGAIN: Final = "build the documents again"
_NO_BUILD: Final = "name a folder that `escp-docs build` wrote, as in output/ours"
_WORDS: Final = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "an object",
    "null": "null",
}
_KIND: Final = f"(?:{'|'.join(_WORDS)})"
_KINDS: Final = pattern(rf"`{_KIND}(?: \| {_KIND})*`")


class ReadManifest(Manifest, frozen=True, kw_only=True):
    """A manifest as it was read.

    Attributes:
        untrusted: Why the entry of a file, by its name, does not say what an entry says, so that
            it is left out.
        is_as_written: Whether its digest is that of what it says.
    """

    untrusted: Mapping[str, str]
    is_as_written: bool


def read(path: Path) -> Manifest | None:
    """Return a manifest without the entries that cannot be trusted; None if it is none of ours."""
    try:
        return _read(path)[0]
    except UnreadableError:
        return None


def required(path: Path) -> ReadManifest:
    """Return a manifest without the entries that cannot be trusted, and what is wrong with it.

    Raises:
        UnreadableError: there is none, or no entry of it can be trusted; every fault, by its key.
    """
    manifest, untrusted, digest = _read(path)
    return ReadManifest(
        **asdict(manifest), untrusted=untrusted, is_as_written=manifest.digest == digest
    )


def _read(path: Path) -> tuple[Manifest, Mapping[str, str], str | None]:
    """Return a manifest, why entries are left out of it, and the digest of all that it says.

    Raises:
        UnreadableError: as for `required`.
    """
    data = read_bytes(path)
    if data is None:
        raise _unreadable(path, (f"{path} is not there", _NO_BUILD))
    found = _object(path, data)
    faults = list(_of_whole(found))
    every = found.get(_FILES)
    why = _untrusted(every) if isinstance(every, dict) else {}
    if not faults and len(why) == len(every or {}):
        faults = [(one, _AGAIN) for one in why.values()]
    if faults:
        named = [(f"{path} cannot be read as a manifest: {fact}", fix) for fact, fix in faults]
        raise _unreadable(path, *named)
    trusted = {name: one for name, one in found[_FILES].items() if name not in why}
    digest = None
    with suppress(RecursionError):  # of what is nested too deep nothing is known
        digest = digest_of(found)
    return convert({**found, _FILES: trusted}, Manifest), why, digest


def is_foreign(path: Path) -> bool:
    """Whether a manifest.json is there that no build of ours wrote."""
    data = read_bytes(path)
    if data is None:
        return False
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return True
    return not isinstance(found, dict) or _VERSION not in found


def is_below(name: str) -> bool:
    """Whether a name cannot lead out of its folder, on any system, whoever wrote it."""
    paths = PurePosixPath(name), PureWindowsPath(name)
    return not any(one.anchor or ".." in one.parts for one in paths)


# --- what is wrong with it -----------------------------------------------------------------------


def _unreadable(path: Path, *faults: tuple[str, str], line: int = 1) -> UnreadableError:
    place = Place(str(path), line, 1)
    return UnreadableError(tuple(Fault(fact, fix, place) for fact, fix in faults))


def _object(path: Path, data: bytes) -> dict[str, Any]:
    """Return the object that a file holds.

    Raises:
        UnreadableError: it holds none.
    """
    begin = f"{path} cannot be read as a manifest: "
    try:
        found = json.loads(data)
    except json.JSONDecodeError as error:
        is_cut = error.pos >= len(error.doc.rstrip()) or error.msg.startswith("Unterminated")
        said = "it is cut short" if is_cut else f"it is no JSON, {error.msg.lower()}"
        fact = f"{begin}{said} in line {error.lineno}"
        raise _unreadable(path, (fact, _AGAIN), line=error.lineno) from error
    except UnicodeDecodeError as error:
        raise _unreadable(path, (f"{begin}it is no UTF-8", _AGAIN)) from error
    except (ValueError, RecursionError) as error:
        raise _unreadable(
            path, (f"{begin}nothing that we write is so deep or long", _AGAIN)
        ) from error
    if not isinstance(found, dict):
        raise _unreadable(path, (f"{begin}it holds no object", _NO_BUILD))
    return found


def _of_whole(found: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with all but the entries of files, each with its cure."""
    if _VERSION not in found:
        yield f"it has no key {_VERSION}", _NO_BUILD
        return
    if (version := found[_VERSION]) != MANIFEST_VERSION or isinstance(version, bool):
        versions = found.get("versions")
        wrote = versions.get(PROGRAM) if isinstance(versions, dict) else None
        with_it = f", or read it with {PROGRAM} {wrote}, which wrote it" if wrote else ""
        fact = f"{_VERSION} is {version!r}, and this program reads {MANIFEST_VERSION}"
        yield fact, f"{_AGAIN}{with_it}"
        return
    yield from _of_keys(found)
    files = found.get(_FILES, True)
    if files is not True and not isinstance(files, dict):
        yield f"{_FILES}: an object is wanted", _AGAIN
    elif not files:
        yield f"{_FILES} names no file", _AGAIN


def _of_keys(found: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    known = {one.name: one for one in fields(Manifest)}
    for key in found:
        if key not in known:
            near = nearest(key, list(known))
            yield f"{key!r} is no key of it", f"did you mean {near!r}?" if near else "take it out"
    for key, one in known.items():
        if key not in found:
            if one.required:
                yield f"the key {key} is missing", _AGAIN
        elif key != _FILES and (fault := _fault(found[key], one.type, key)):
            yield fault, _AGAIN


def _untrusted(every: Mapping[str, Any]) -> dict[str, str]:
    """Return why an entry does not say what an entry says, by the name of its file."""
    why: dict[str, str] = {}
    for name, one in every.items():
        key = f"{_FILES}[{name}]"
        if not is_below(name):
            why[name] = f"{key} leads out of the folder"
        elif fault := _fault(one, FileEntry, key):
            why[name] = fault
    return why


def _in_words(kinds: re.Match[str]) -> str:
    return " or ".join(_WORDS[one] for one in kinds[0].strip("`").split(" | "))


def _fault(value: object, kind: Any, key: str) -> str:  # noqa: ANN401  # any type that fields have
    """Return why a value is none of a kind, with its key; empty if it is."""
    try:
        convert(value, kind)
    except ValidationError as error:
        fact, _, place = str(error).partition(" - at `$")
        fact = _KINDS.sub(_in_words, fact)
        return f"{key}{place.rstrip('`')}: {fact[:1].lower()}{fact[1:]}"
    except (RecursionError, OverflowError):
        return f"{key}: nothing that we write is so deep or long"
    return ""
