"""What another machine built, laid into the folder here as if it had been built here."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from escp_docs.build import build_stamp, manifest
from escp_docs.build.edit_guard import KnownHashes
from escp_docs.build.moved_paths import moved
from escp_docs.build.options import MANIFEST, BuildOptions
from escp_docs.build.parcel import Delivery, Reported, names_here
from escp_docs.build.product import sha256
from escp_docs.build.progress import Progress
from escp_docs.build.result import Built, NotBuilt
from escp_docs.errors import EscpError
from escp_docs.files.locking import locked
from escp_docs.files.writing import Staging, read_bytes, remove


def taken(
    delivery: Delivery,
    name: str,
    options: BuildOptions,
    sent: Mapping[str, str],
    progress: Progress,
) -> Reported:
    """Write what came back of a spec, whole or not at all; return what came of it.

    Args:
        delivery: What came back.
        name: The spec, as the user names it.
        options: How it was to be built.
        sent: The hash of each file that was sent.
        progress: Told if another build is waited for.
    """
    found, recorded = moved(delivery.reported, names_here(name, options))
    if isinstance(found, NotBuilt):
        return NotBuilt(name, found.error), recorded
    built = replace(found, spec=name, package=build_stamp.last_package(name, options))
    try:
        _laid(built, delivery.contents, options, sent, progress)
    except EscpError as error:
        return NotBuilt(name, error), recorded
    return built, recorded


def _laid(
    built: Built,
    contents: Mapping[str, bytes | None],
    options: BuildOptions,
    sent: Mapping[str, str],
    progress: Progress,
) -> None:
    partner = options.partner
    home = built.folder
    where = f"{home.parent.name}.for-{partner}" if partner else home.name
    with locked(options.state, where, lambda: progress.waiting(where)):
        for path in map(Path, contents):
            data = read_bytes(path)
            if (None if data is None else sha256(data)) != sent.get(str(path)):
                raise EscpError(
                    f"{path} was changed while {built.spec} was built elsewhere\n  fix: build again"
                )
        before = manifest.read(home / MANIFEST)
        state = options.state / where
        known = KnownHashes(home, state, before.files if before else {})
        whole = home.absolute()
        inside = {
            Path(path).relative_to(whole).as_posix(): sha256(data)
            for path, data in contents.items()
            if data is not None and Path(path).is_relative_to(whole)
        }
        known.note(inside)
        with Staging(state) as staging:
            # The manifest comes last: it says that all others are there.
            for name in sorted(contents, key=lambda one: Path(one).name == MANIFEST):
                if (new := contents[name]) is not None:
                    staging.put(Path(name), new)
            staging.commit()
        for name, new in contents.items():
            if new is None:
                remove(Path(name))
        known.forget()
