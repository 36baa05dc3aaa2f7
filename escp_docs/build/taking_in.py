"""What another machine built, laid into the folder here as if it had been built here."""

from collections.abc import Container, Mapping
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from escp_docs.build import build_stamp, manifest_reading
from escp_docs.build.edit_guard import KnownHashes
from escp_docs.build.moved_paths import moved
from escp_docs.build.options import MANIFEST, BuildOptions
from escp_docs.build.parcel import Delivery, Reported, names_here
from escp_docs.build.product import sha256
from escp_docs.build.progress import Progress
from escp_docs.build.result import Built, NotBuilt
from escp_docs.errors import EscpError
from escp_docs.files.inputs import Inputs
from escp_docs.files.locking import locked
from escp_docs.files.package_names import record_of
from escp_docs.files.shared_folder import LaidDown, SharedFolder
from escp_docs.files.writing import Staging, read_bytes, remove

Coming = bytes | LaidDown
_NOTHING: Final = sha256(b"")


def taken(  # noqa: PLR0913, PLR0917  # what came, and where to
    delivery: Delivery,
    name: str,
    options: BuildOptions,
    sent: Mapping[str, str],
    progress: Progress,
    shared: SharedFolder | None = None,
) -> Reported:
    """Write what came back of a spec, whole or not at all; return what came of it.

    Args:
        delivery: What came back.
        name: The spec, as the user names it.
        options: How it was to be built.
        sent: The hash of each file that was sent.
        progress: Told if another build is waited for.
        shared: Where files lie that came by a disk that the other machine sees, too.
    """
    found, recorded = moved(delivery.reported, names_here(name, options))
    if isinstance(found, NotBuilt):
        return NotBuilt(name, found.error), recorded
    built = replace(found, spec=name, package=build_stamp.last_package(name, options))
    try:
        _laid(built, delivery.contents, options, sent, progress, shared)
    except EscpError as error:
        return NotBuilt(name, error), recorded
    if delivery.stamp is not None and not _is_other(sent, without=delivery.contents):
        _leave_stamp(delivery.stamp, built, options)
    return built, recorded


def _leave_stamp(stamp: build_stamp.Stamp, built: Built, options: BuildOptions) -> None:
    """Note what the build was made from, as a build here does."""
    named = moved(stamp.named, names_here(built.spec, options))
    inputs = Inputs(built.spec, options.templates, named, options.calls).fingerprint()
    if inputs is not None:
        here = replace(stamp, inputs=inputs, named=named, built=built.as_unchanged)
        build_stamp.leave(built.spec, options, here)


def _is_other(sent: Mapping[str, str], without: Container[str]) -> bool:
    """Whether a file that was sent, and did not come back, is another one by now."""
    stayed = (path for path in sent if path not in without and sent[path] != _NOTHING)
    return any(sha256(read_bytes(Path(path)) or b"") != sent[path] for path in stayed)


def _laid(  # noqa: PLR0913, PLR0917  # what came, and where to
    built: Built,
    contents: Mapping[str, Coming | None],
    options: BuildOptions,
    sent: Mapping[str, str],
    progress: Progress,
    shared: SharedFolder | None,
) -> None:
    partner = options.partner
    home = built.folder
    where = f"{home.parent.name}.for-{partner}" if partner else home.name
    _refuse_elsewhere(built, contents)
    with locked(options.state, where, lambda: progress.waiting(where)):
        for path in map(Path, contents):
            data = read_bytes(path)
            if (None if data is None else sha256(data)) != sent.get(str(path)):
                raise EscpError(
                    f"{path} was changed while {built.spec} was built elsewhere\n  fix: build again"
                )
        before = manifest_reading.read(home / MANIFEST)
        state = options.state / where
        known = KnownHashes(home, state, before.files if before else {})
        whole = home.absolute()
        inside = {
            Path(path).relative_to(whole).as_posix(): one.sha256
            if isinstance(one, LaidDown)
            else sha256(one)
            for path, one in contents.items()
            if one is not None and Path(path).is_relative_to(whole)
        }
        known.note(inside)
        with Staging(state) as staging:
            # The manifest comes last: it says that all others are there.
            for name in sorted(contents, key=lambda one: Path(one).name == MANIFEST):
                if (new := contents[name]) is not None:
                    _stage(new, Path(name), staging, shared)
            staging.commit()
        for name, new in contents.items():
            if new is None:
                remove(Path(name))
        known.forget()


def _stage(new: Coming, path: Path, staging: Staging, shared: SharedFolder | None) -> None:
    if not isinstance(new, LaidDown):
        staging.put(path, new)
    elif shared is None:
        raise EscpError(f"a worker sent no bytes for {path}, and there is no folder that it shares")
    else:
        shared.take(new, path, staging)


def _refuse_elsewhere(built: Built, contents: Mapping[str, Coming | None]) -> None:
    """Make sure that what came back belongs to the spec: another machine is a stranger."""
    homes = (built.folder.absolute(), record_of(built.spec).absolute())
    for path in map(Path, contents):
        if ".." in path.parts or not any(path.is_relative_to(home) for home in homes):
            raise EscpError(f"a worker sent {path}, which is no file of {built.spec}")
