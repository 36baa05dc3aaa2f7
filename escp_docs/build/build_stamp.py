"""Whether a build would change anything, told in a moment.

A build leaves a stamp: the hash of all it was made from, and of every file it left. As long as both
agree there is nothing to do, and nothing heavy is loaded to find that out. A stamp that is lost or
damaged costs one ordinary build.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import blake2b
from pathlib import Path, PurePosixPath

from escp_docs.build.options import MANIFEST, Options
from escp_docs.cli.paint import paint
from escp_docs.files.inputs import content_hash, fingerprint
from escp_docs.files.writing import touch, write
from escp_docs.report.terminal_text import colour_of, visible


@dataclass(frozen=True, slots=True)
class Stamp:
    """What one build left.

    Args:
        inputs: The hash of all it was made from.
        clock: The day on which it was made, if that day is printed because nothing else states one.
        folder: The folder of the spec below the output folder.
        files: The hash of each file, by its name in the folder.
        standing: What the rules say of the spec.
        said: What the build would say if it were run again.
    """

    inputs: str
    clock: str | None
    folder: str
    files: Mapping[str, str]
    standing: str
    said: str


def unchanged(spec: str, options: Options, today: date) -> Stamp | None:
    """Return the stamp of a spec for which nothing is to be done; None if something may be."""
    if options.force:
        return None
    stamp = _read(_path(spec, options))
    if stamp is None or stamp.clock not in (None, today.isoformat()):
        return None
    if stamp.inputs != fingerprint(spec, options.templates):
        return None
    home = options.output / stamp.folder
    same = all(content_hash(str(home / name)) == hash_ for name, hash_ in stamp.files.items())
    if same:
        touch(home / MANIFEST)
    return stamp if same else None


def said(stamp: Stamp) -> str:
    """Return what is said of a spec for which nothing is to be done, as lines."""
    first, *rest = stamp.said.splitlines() or [""]
    painted = paint(stamp.standing, colour_of(stamp.standing))
    head = visible(first).replace(f": {stamp.standing}", f": {painted}", 1)
    return "".join(f"{line}\n" for line in (head, *map(visible, rest)))


def hashes(home: Path, names: Iterable[str]) -> dict[str, str] | None:
    """Return the hash of each file of a folder; None if one cannot be read."""
    found = {name: content_hash(str(home / name)) for name in names}
    readable = {name: hash_ for name, hash_ in found.items() if hash_ is not None}
    return readable if len(readable) == len(found) else None


def leave(spec: str, options: Options, stamp: Stamp) -> None:
    """Write the stamp of a build.

    Raises:
        WriteError: it cannot be written.
    """
    path = _path(spec, options)
    write(path, json.dumps(asdict(stamp), ensure_ascii=False, indent=1).encode())


def _path(spec: str, options: Options) -> Path:
    name = blake2b(f"{Path(spec).absolute()}\0{options.key}".encode(), digest_size=12).hexdigest()
    return options.state / f"{name}.stamp.json"


def _read(path: Path) -> Stamp | None:
    try:
        found = Stamp(**json.loads(path.read_bytes()))
    except (OSError, ValueError, TypeError):
        return None
    names = (found.folder, *found.files) if isinstance(found.files, dict) else ("..",)
    texts = (found.inputs, found.standing, found.said)
    is_ours = all(isinstance(one, str) for one in (*names, *texts))
    return found if is_ours and all(_below(name) for name in names) else None


def _below(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts
