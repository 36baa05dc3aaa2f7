"""Whether a build would change anything, told in a moment.

A build leaves a stamp: the hash of all it was made from, and of every file it left. As long as both
agree there is nothing to do, and nothing heavy is loaded to find that out. A stamp that is lost or
damaged costs one ordinary build.
"""

import json
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path, PurePath
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.build.options import MANIFEST, BuildOptions
from escp_docs.build.result import Built, BuiltFile, DocumentRemark, OpenPlace
from escp_docs.files.handed_in import handed_in
from escp_docs.files.inputs import STDIN, Inputs, content_hash
from escp_docs.files.package_names import packages_of
from escp_docs.files.signed_files import signatures_of
from escp_docs.files.writing import touch, write
from escp_docs.judging.missing_facts import MissingFacts
from escp_docs.struct_json import json_value


class Stamp(Struct, frozen=True):
    """What one build left.

    Args:
        inputs: The hash of all it was made from.
        named: The files that the spec names, as they were found.
        clock: The day on which it was made, if that day is printed because nothing else states one.
        files: The hash of each file, by its name in the folder of the spec.
        built: What the build would come to if it were run again.
        record: What the record of the spec said, if a document tells of it.
    """

    inputs: str
    named: tuple[str, ...]
    clock: str | None
    files: Mapping[str, str]
    built: Built
    record: str = ""


def unchanged(spec: str, options: BuildOptions) -> Built | None:
    """Return what a build of a spec comes to if nothing is to be done; None if something may be."""
    if options.force or options.sends:
        return None
    stamp = _read(_path(spec, options), spec, options.output)
    today = options.today.isoformat() if options.today else None
    if stamp is None or stamp.clock not in (None, today):
        return None
    if stamp.inputs != Inputs(spec, options.templates, stamp.named, options.calls).fingerprint():
        return None
    if stamp.record and stamp.record != repr(handed_in(spec)):
        return None
    home = stamp.built.folder
    files = stamp.files.items()
    if any(content_hash(str(home / name)) != hash_ for name, hash_ in files):
        return None
    touch(home / MANIFEST)
    return replace(stamp.built, package=last_package(spec, options), signed=signed(spec))


def left(spec: str, options: BuildOptions) -> Stamp | None:
    """Return what the last build left; None if it left nothing."""
    return _read(_path(spec, options), spec, options.output)


def last_package(spec: str, options: BuildOptions) -> Path | None:
    """Return what was handed in last, if a build is not final; None if nothing was."""
    found = () if options.final or spec == STDIN else packages_of(spec)
    return found[-1].path if found else None


def signed(spec: str) -> str:
    """Return how far the agreement of a spec is signed; empty if nobody was asked to sign it."""
    found = None if spec == STDIN else signatures_of(spec)
    return found.summary() if found and found.parties() else ""


def hashes(home: Path, names: Iterable[str]) -> dict[str, str] | None:
    """Return the hash of each file of a folder; None if one cannot be read."""
    found = {name: content_hash(str(home / name)) for name in names}
    readable = {name: hash_ for name, hash_ in found.items() if hash_ is not None}
    return readable if len(readable) == len(found) else None


def leave(spec: str, options: BuildOptions, stamp: Stamp) -> None:
    """Write the stamp of a build.

    Raises:
        WriteError: it cannot be written.
    """
    written = json.dumps(json_value(stamp), ensure_ascii=False, indent=1)
    write(_path(spec, options), written.encode("utf-8", "surrogatepass"))


def _path(spec: str, options: BuildOptions) -> Path:
    name = f"{Path(spec).absolute()}\0{options.key}".encode("utf-8", "surrogateescape")
    return options.state / f"{blake2b(name, digest_size=12).hexdigest()}.stamp.json"


# --- read back as the file of a stranger ------------------------------------------------------


def _read(path: Path, spec: str, output: Path) -> Stamp | None:
    try:
        found = json.loads(path.read_bytes())
        built = _built(found["built"], spec, output)
        files = {_text(name): _text(hash_) for name, hash_ in found["files"].items()}
        named = tuple(_text(one) for one in found["named"])
        clock = found["clock"]
        record = _text(found["record"])
        stamp = Stamp(_text(found["inputs"]), named, clock, files, built, record)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return stamp if all(map(_is_inside, files)) else None


def _built(found: Any, spec: str, output: Path) -> Built:  # noqa: ANN401  # anybody's JSON
    folder = Path(_text(found["folder"]))
    if folder.parent != output or folder.name in ("", "..", "."):
        raise ValueError(folder)
    return Built(
        spec,
        folder,
        _text(found["verdict"]),
        found["is_draft"] is True,
        tuple(OpenPlace(**_texts(one)) for one in found["open_places"]),
        tuple(map(_text, found["rules_to_settle"])),
        tuple(DocumentRemark(**_texts(one)) for one in found["remarks"]),
        tuple(_file(one, folder) for one in found["files"]),
        tuple(map(_text, found["warnings"])),
        MissingFacts(**{name: int(one) for name, one in found["missing"].items()}),
    )


def _file(found: Any, folder: Path) -> BuiltFile:  # noqa: ANN401
    path, pages = Path(_text(found["path"])), found["pages"]
    if (
        not path.is_relative_to(folder)
        or ".." in path.parts[len(folder.parts) :]
        or not (pages is None or isinstance(pages, int))
    ):
        raise ValueError(path)
    return BuiltFile(path, int(found["size"]), pages, is_new=False, remark=_text(found["remark"]))


def _is_inside(name: str) -> bool:
    """Whether a name leads to a file below the folder that it is joined to."""
    path = PurePath(name)
    return not path.anchor and ".." not in path.parts


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise TypeError(found)
    return found


def _texts(found: Mapping[str, object]) -> dict[str, str]:
    return {name: _text(one) for name, one in found.items()}
