"""A spec as it was at a revision of git, laid into a folder; links are not followed."""

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Final

from msgspec import Struct

from escp_docs.errors import Fault, UnreadableError
from escp_docs.files.spec_texts import named_files, own_files, text_of

_SECONDS: Final = 20
_LARGEST: Final = 100_000_000  # bytes of all files of one version
_MOST: Final = 2_000  # files of one version
_REGULAR: Final = ("100644", "100755")
_BESIDE: Final = ("calls/", "templates/")
_PICTURES: Final = (".png", ".jpg", ".jpeg", ".svg")
_NOT_PARTS: Final = ("output/", "record/", ".")


class _Revision(Struct, frozen=True):
    """A commit of the repository in `top`; `shown` is how it was named."""

    top: Path
    commit: str
    shown: str


class _Blob(Struct, frozen=True):
    """A file of a commit: its path below the top of the repository, its object, its size."""

    path: str
    name: str
    size: int


def lay_down(revision: str, spec: str, folder: Path) -> str:
    """Write a spec as it was at a revision into a folder and return its name there.

    What the spec names, and what lies beside it for a build, is laid down too.

    Args:
        revision: Whatever git takes for a commit: a hash, a branch, a tag, `HEAD~2`.
        spec: The spec, relative to the working folder; it need not be there now.
        folder: An empty folder.

    Raises:
        UnreadableError: there is no git, no repository, no such revision, or no spec in it.
    """
    found, path = _revision(revision, spec)
    blobs = _blobs(found, path)
    is_file = any(one.path == path for one in blobs)
    if not blobs:
        fact = f"{revision} has no {spec}"
        raise _unreadable(fact, f"look with `git ls-tree --name-only {revision}`, or name another")
    home = str(PurePosixPath(path).parent) if is_file else path
    if is_file:
        blobs = [*blobs, *_beside(found, home)]
    _write(found, blobs, folder)
    _write_named(found, folder, path, is_file=is_file)
    return str(folder / path)


def _revision(revision: str, spec: str) -> tuple[_Revision, str]:
    """Return a commit by its name, and the path of a spec from the top of its repository."""
    near = Path(spec).absolute()
    near = near if near.is_dir() else near.parent
    while not near.is_dir():
        near = near.parent
    told = git(near, "rev-parse", "--show-toplevel")
    if told is None:
        raise _unreadable(f"{spec} lies in no git repository", "name two files or folders instead")
    top = Path(told.decode(errors="surrogateescape").rstrip("\n"))
    commit = git(near, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^0")
    if not commit:
        fact = f"there is no revision {revision!r} in the git repository {top}"
        raise _unreadable(fact, "look with `git log --oneline`")
    below = _below(Path(spec).absolute(), near, top)
    return _Revision(top, commit.decode().strip(), revision), below


def _below(path: Path, near: Path, top: Path) -> str:
    """Return a path from the top of a repository, the folder `near` it being there now."""
    rest = path.relative_to(near) if path.is_relative_to(near) else Path(path.name)
    whole = near.resolve() / rest
    try:
        return whole.relative_to(top.resolve()).as_posix()
    except ValueError as error:
        raise _unreadable(f"{path} lies outside of {top}", "name the spec itself") from error


def _blobs(revision: _Revision, *paths: str) -> list[_Blob]:
    """Return the regular files of a commit at or below some paths; links are left out."""
    wanted = [one for one in paths if one != "."]
    told = git(
        revision.top, "ls-tree", "-r", "-l", "-z", "--full-tree", revision.commit, "--", *wanted
    )
    found = []
    for line in (told or b"").decode(errors="surrogateescape").split("\0"):
        about, _, path = line.partition("\t")
        mode, kind, name, size = (about.split() + [""] * 4)[:4]
        if kind == "blob" and mode in _REGULAR and size.isdigit():
            found.append(_Blob(path, name, int(size)))
    return found


def _beside(revision: _Revision, home: str) -> list[_Blob]:
    """Return what a build looks for beside a spec of one file: calls, templates, pictures."""
    start = "" if home == "." else f"{home}/"
    found = []
    for one in _blobs(revision, home):
        inside = one.path.removeprefix(start)
        if inside.startswith(_NOT_PARTS):
            continue
        if inside.startswith(_BESIDE) or inside.casefold().endswith(_PICTURES):
            found.append(one)
    return found


def _write_named(revision: _Revision, folder: Path, path: str, *, is_file: bool) -> None:
    """Write the files that a spec names outside of what is written already."""
    spec = str(folder / path)
    if not is_file and not Path(spec).is_dir():
        return
    for _ in range(2):  # an included file may name texts
        texts = {one: text_of(one) for one in own_files(spec)}
        around = [one.path for one in named_files(spec, texts) if not Path(one.path).exists()]
        inside = [
            Path(one).relative_to(folder).as_posix()
            for one in around
            if Path(one).is_relative_to(folder)
        ]
        if not inside:
            return
        _write(revision, _blobs(revision, *inside), folder)


def _write(revision: _Revision, blobs: Sequence[_Blob], folder: Path) -> None:
    size = sum(one.size for one in blobs)
    if size > _LARGEST or len(blobs) > _MOST:
        fact = f"the spec at {revision.shown} has {len(blobs):,} files with {size:,} bytes"
        raise _unreadable(fact, f"at most {_MOST:,} files with {_LARGEST:,} bytes are read")
    for one, data in zip(blobs, _contents(revision, blobs), strict=True):
        place = folder / one.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)


def _contents(revision: _Revision, blobs: Sequence[_Blob]) -> Iterator[bytes]:
    """Yield the bytes of files of a commit, as git keeps them."""
    asked = "".join(f"{one.name}\n" for one in blobs).encode()
    told = git(revision.top, "cat-file", "--batch", asked=asked) or b""
    at = 0
    for one in blobs:
        at = told.index(b"\n", at) + 1
        yield told[at : at + one.size]
        at += one.size + 1


def _unreadable(fact: str, cure: str) -> UnreadableError:
    return UnreadableError((Fault(fact, cure),))


def git(folder: Path, *arguments: str, asked: bytes = b"") -> bytes | None:
    """Return what git says in a folder; None if it objects.

    Raises:
        UnreadableError: there is no git.
    """
    try:
        done = subprocess.run(  # noqa: S603  # of a list of ours, in the folder of the spec
            ["git", "-C", str(folder), *arguments],  # noqa: S607  # whichever git there is
            input=asked,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError as error:
        cure = "install git, or name two files or folders instead"
        raise _unreadable("there is no git on this machine", cure) from error
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
