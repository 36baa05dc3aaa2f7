"""What a build depends on: one object that says it to everybody who has to know.

The stamp asks it whether there is anything to do, make's rule which files to look at, `watch` which
folders, the manifest what a document was made from, and `verify` what changed since. Contents are
hashed: times of files say nothing once a clock has jumped or a tool has copied them.
"""

import os
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from msgspec import Struct

from escp_docs.files.spec_texts import named_paths, own_files

PACKAGE: Final = Path(__file__).parents[1]
LOOK: Final = "look"
STDIN: Final = "-"
_METADATA: Final = (".dist-info", ".egg-info")
_CALLS: Final = "calls"
_LARGEST: Final = 50_000_000  # bytes of one input; the largest font has a million


class InputRole(StrEnum):
    """What an input is to a build."""

    SPEC = "spec"
    NAMED = "named"
    """What the spec names: an included entry, a prose in a file of its own, a picture."""
    TEMPLATE = "templates"
    LOOK = "look"
    CALL = "calls"
    PROGRAM = "program"
    LIBRARY = "libraries"


class Input(Struct, frozen=True):
    """One file that a build depends on, under the name that its role knows it by.

    `is_used` is false for a built-in file in whose place the user has one of their own: whether
    there is such a file matters, what it holds does not.
    """

    role: InputRole
    name: str
    path: str
    is_used: bool = True


class Inputs(Struct, frozen=True):
    """All that the documents of a spec depend on but the options.

    Args:
        spec: A file or a folder, or `-`.
        override: A folder of templates in place of the one beside the spec.
        named: Files that the spec names beside entries and texts in files of their own.
        calls: A folder of calls in place of the one beside the spec.
    """

    spec: str
    override: Path | None = None
    named: tuple[str, ...] = ()
    calls: Path | None = None

    @property
    def home(self) -> Path:
        """The folder in which the spec's own `templates/` and `calls/` lie."""
        path = Path("." if self.spec == STDIN else self.spec)
        return path if os.path.isdir(path) else path.parent

    @property
    def own_templates(self) -> Path:
        """The folder of the user's own templates; it need not be there."""
        return self.override or self.home / "templates"

    @property
    def own_calls(self) -> Path:
        """The folder of the user's own calls; it need not be there.

        It lies beside the files of the spec or, of a spec that is a folder, beside the folder.
        """
        if self.calls is not None:
            return self.calls
        inside, around = self.home / _CALLS, self.home.parent / _CALLS
        if self.home == Path(self.spec) and not inside.exists() and _is_own(around):
            return around
        return inside

    def is_foreign_link(self, own: Path) -> bool:
        """Whether a folder beside the spec is a link; one that the user named may be anything."""
        return own not in {self.override, self.calls} and own.is_symlink()

    def files(self) -> Iterator[Input]:
        """Yield every file, role by role, in an order of their own.

        Raises:
            OSError: a folder cannot be read.
        """
        if self.spec != STDIN:
            for one in own_files(self.spec):
                yield Input(InputRole.SPEC, os.path.basename(one), one)
            named = dict.fromkeys((*named_paths(self.spec), *self.named))
            yield from (
                Input(InputRole.NAMED, os.path.relpath(one, self.home), one) for one in named
            )
        yield from self._own_or_built_in("", self.own_templates, shipped_templates())
        yield from self._own_or_built_in(".yaml", self.own_calls, shipped_calls())
        yield from (Input(InputRole.PROGRAM, name, file) for name, file in _below(PACKAGE, ".py"))
        yield from (Input(InputRole.LIBRARY, os.path.basename(one), one) for one in _installed())

    def fingerprint(self) -> str | None:
        """Return one hash of everything; None if something cannot be read.

        What cannot be read is for the build itself to tell. Standard input has none: it is gone
        once it is read.
        """
        if self.spec == STDIN:
            return None
        digest = sha256()
        try:
            for one in self.files():
                data = _read(one)
                digest.update(f"{one.role}\0{one.name}\0{len(data)}\0".encode())
                digest.update(data)
        except (OSError, ValueError):
            return None
        digest.update(sys.version.encode())
        return digest.hexdigest()

    def hashes(self, call: str) -> dict[str, dict[str, str]]:
        """Return the SHA-256 of each file that is used, by role and name.

        Args:
            call: The id of the call that the spec answers; the others are not told.

        Raises:
            OSError: a file cannot be read.
        """
        found: dict[str, dict[str, str]] = {
            role: {} for role in InputRole if role not in _BY_VERSION
        }
        for one in self.files():
            if one.role in _BY_VERSION or not one.is_used or not _is_of(one, call):
                continue
            with open(one.path, "rb") as file:
                found[one.role][one.name] = sha256(file.read()).hexdigest()
        found[InputRole.PROGRAM] = {"escp_docs": program()}
        return found

    def paths(self, call: str) -> tuple[str, ...]:
        """Return the files that are used, for make."""
        return tuple(one.path for one in self.files() if one.is_used and _is_of(one, call))

    def folders(self) -> tuple[str, ...]:
        """Return the folders in which a change matters, as they are now."""
        own = [self.own_templates, self.own_calls]
        begun = [str(one) for one in own if one.is_dir() and not self.is_foreign_link(one)]
        around = (
            os.path.dirname(one.path) for one in self.files() if one.role != InputRole.LIBRARY
        )
        found = (str(self.home), *begun, *around, *_folders(begun))
        return tuple(dict.fromkeys(one or "." for one in found))

    def _own_or_built_in(
        self, ending: str, own: Path, built_in: Mapping[str, str]
    ) -> Iterator[Input]:
        mine = {} if self.is_foreign_link(own) else dict(_below(own, ending))
        folded = {name.casefold() for name in mine}
        for name, path in mine.items():
            yield Input(_role(name, ending), name, path)
        for name, path in built_in.items():
            yield Input(_role(name, ending), name, path, name.casefold() not in folded)


_BY_VERSION: Final = (InputRole.PROGRAM, InputRole.LIBRARY)


def _role(name: str, ending: str) -> InputRole:
    if ending:
        return InputRole.CALL
    return InputRole.LOOK if name.startswith(f"{LOOK}/") else InputRole.TEMPLATE


def _is_of(one: Input, call: str) -> bool:
    """Whether an input concerns a spec that answers a call."""
    return one.role is not InputRole.CALL or one.name.casefold() == f"{call}.yaml".casefold()


# --- what ships with the program -------------------------------------------------------------


def shipped(name: str, in_checkout: str) -> Path:
    """Return a folder that ships with the program: inside the wheel, or in the checkout."""
    inside = PACKAGE / "_data" / name
    return inside if inside.is_dir() else PACKAGE.parent / in_checkout


def shipped_templates() -> dict[str, str]:
    """Return the built-in templates and the look, by their names below `templates/`."""
    return dict(_below(shipped("templates", "templates"), ""))


def shipped_calls() -> dict[str, str]:
    """Return the call files that ship with the program, by name."""
    return dict(_below(shipped("calls", "specs/calls"), ".yaml"))


def _is_own(calls: Path) -> bool:
    """Whether a folder of calls is there, and is not that of the calls that ship."""
    shipped = next(iter(shipped_calls().values()), "")
    return calls.is_dir() and not os.path.samefile(calls, os.path.dirname(shipped))


@lru_cache(maxsize=1)
def program() -> str:
    """Return the hash of the program's own code: a changed writer makes documents anew."""
    digest = sha256()
    for _, path in _below(PACKAGE, ".py"):
        with open(path, "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


# --- files -----------------------------------------------------------------------------------


def content_hash(path: str) -> str | None:
    """Return the hash of a file, None if it cannot be read."""
    try:
        return sha256(_content(path)).hexdigest()
    except (OSError, ValueError):
        return None


def _below(folder: Path, ending: str) -> Iterator[tuple[str, str]]:
    """Yield the files below a folder, each with its path in it, in an order of their own."""
    for home, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        inside = home[len(str(folder)) :].replace(os.sep, "/").lstrip("/")
        inside = f"{inside}/" if inside else ""
        for name in sorted(names):
            if name.endswith(ending):
                yield f"{inside}{name}", os.path.join(home, name)


def _folders(begun: Iterable[str]) -> Iterator[str]:
    for folder in begun:
        for home, folders, _ in os.walk(folder):
            yield from (os.path.join(home, name) for name in folders)


def _read(one: Input) -> bytes:
    """Return what an input holds; of a package the name says all, and no file of ours is a pipe."""
    if one.role is InputRole.LIBRARY:
        return b""
    return _whole(one.path) if one.role is InputRole.PROGRAM else _content(one.path)


def _content(path: str) -> bytes:
    found = os.stat(path)  # a pipe would be waited for without end
    if not stat.S_ISREG(found.st_mode) or found.st_size > _LARGEST:
        raise ValueError(path)
    return _whole(path)


def _whole(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # at once: a buffer would be filled and copied
        return file.read()


def _installed() -> Iterable[str]:
    """Return what tells name and version of every package: the folders of their metadata."""
    found = []
    for folder in sys.path:
        if os.path.isdir(folder):
            names = (one for one in os.listdir(folder) if one.endswith(_METADATA))
            found += [os.path.join(folder, one) for one in names]
    return sorted(found)
