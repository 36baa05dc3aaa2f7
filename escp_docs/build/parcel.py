"""A spec sent to another machine to be built there: its files go, those of its folder come back.

There all that is sent lies below a new folder, under the paths that it has here: what stands beside
the spec stands beside it there, too.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct
from msgspec.structs import replace

from escp_docs import files
from escp_docs.build import build_stamp, one_spec
from escp_docs.build.moved_paths import moved
from escp_docs.build.options import STATE, BuildOptions
from escp_docs.build.planning import folder_of
from escp_docs.build.product import sha256
from escp_docs.build.progress import Recorded
from escp_docs.build.result import Built, NotBuilt
from escp_docs.build.spec_inputs import other_letters
from escp_docs.errors import EscpError
from escp_docs.executing.executor import IN_THIS_PROCESS
from escp_docs.files.call_files import Calls
from escp_docs.files.inputs import PACKAGE, InputRole, Inputs
from escp_docs.files.other_fonts import other_fonts
from escp_docs.files.package_names import PACKAGES, record_of
from escp_docs.files.pictures import with_pictures
from escp_docs.files.shared_folder import LaidDown, SharedFolder
from escp_docs.read import spec as reading

Reported = tuple[Built | NotBuilt, Recorded]
"""What came of a spec, and what there is to tell of how it got on."""

_OF_THE_PROGRAM = (InputRole.PROGRAM, InputRole.LIBRARY)


class Parcel(Struct, frozen=True):
    """A spec, how to build it, and all that this depends on; every path is absolute.

    Args:
        spec: The spec.
        options: How to build.
        contents: Each file with its bytes: those of the spec and beside it, those that were built.
        links: Folders that are links, and are refused there as they are here.
        fonts: Those of this machine with the letters that no shipped font has, so that documents
            show what they show here.
        shared: Where the other machine may lay down what it made, if it sees that folder.
    """

    spec: str
    options: BuildOptions
    contents: Mapping[str, bytes]
    links: tuple[str, ...] = ()
    fonts: tuple[bytes, ...] = ()
    shared: SharedFolder | None = None


class Delivery(Struct, frozen=True):
    """What came of a parcel: each file that is new or another now, None if it went.

    Where both machines see one folder, a file lies there and is named here. `stamp` is what the
    build left so that the next one need not look; its hash of all inputs is that of the other
    machine.
    """

    reported: Reported
    contents: Mapping[str, bytes | LaidDown | None] = field(default_factory=dict)
    stamp: build_stamp.Stamp | None = None


# --- here ------------------------------------------------------------------------------------


@dataclass
class Parcels(Sequence[Parcel]):
    """A parcel for each spec, packed when it is sent: of thousands, few are there at a time.

    `sent` are the hashes of what was sent of each spec, `shared` a folder that others may see, too.
    """

    names: Sequence[str]
    options: BuildOptions
    shared: SharedFolder | None = None
    sent: dict[str, dict[str, str]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.names)

    def __getitem__(self, index: int) -> Parcel:  # type: ignore[override]  # nobody takes slices
        name = self.names[index]
        parcel = replace(packed(name, self.options), shared=self.shared)
        self.sent[name] = {path: sha256(data) for path, data in parcel.contents.items()}
        return parcel


def packed(name: str, options: BuildOptions) -> Parcel:
    """Return a spec with its files, and those that its folder and its record hold by now.

    Raises:
        UnreadableError: the spec cannot be read.
    """
    calls = Calls(options.calls)
    read = with_pictures(name, reading.spec(files.spec_sources(name), calls.beside(name)))
    inputs = Inputs(name, options.templates, read.pictures.paths, options.calls)
    found = [Path(one.path) for one in inputs.files() if one.role not in _OF_THE_PROGRAM]
    found += _below(options.output / folder_of(read.spec.project.acronym))
    found += _below(record_of(name) / "sent") if options.sends else ()
    found += (one for one in _below(record_of(name) / "signed") if one.suffix == ".json")
    # Of packages the names tell when they were handed in.
    contents = {_absolute(str(one)): b"" for one in _below(record_of(name) / PACKAGES)}
    contents |= {
        str(one.absolute()): data
        for one in found
        if not _is_shipped(one) and (data := files.read_bytes(one)) is not None
    }
    own = (inputs.own_templates, inputs.own_calls)
    links = tuple(str(one.absolute()) for one in own if inputs.is_foreign_link(one))
    fonts = other_fonts(other_letters(read.spec))
    return Parcel(_absolute(name), _with_paths(options, Path.absolute), contents, links, fonts)


def names_here(name: str, options: BuildOptions) -> dict[str, str]:
    """Return what each absolute path that a result may begin with is called by the user."""
    given = [name, *(str(one) for one in (options.output, options.templates, options.calls) if one)]
    found = {_absolute(one): one for one in given}
    if not Path(name).is_absolute():
        found.setdefault(f"{Path.cwd()}{os.sep}", "")
    return found


def _is_shipped(path: Path) -> bool:
    """Whether a file comes with the program: every machine has that."""
    whole = path.absolute()
    return whole.is_relative_to(PACKAGE) or whole.is_relative_to(PACKAGE.parent / "templates")


def _below(folder: Path) -> Iterator[Path]:
    for home, _, names in os.walk(folder):
        yield from (Path(home, name) for name in names)


def _absolute(name: str) -> str:
    return str(Path(name).absolute())


# --- there -----------------------------------------------------------------------------------


def built_there(parcel: Parcel) -> Delivery:
    """Build what is in a parcel, in a folder of its own that goes when it is done."""
    with TemporaryDirectory(prefix="escp-docs-") as folder:
        home, anchor = Path(folder).resolve(), Path(parcel.spec).anchor

        def there(path: Path) -> Path:
            return home.joinpath(*path.parts[1:])

        for path, data in parcel.contents.items():
            place = there(Path(path))
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        for link in parcel.links:
            there(Path(link)).symlink_to(home / "elsewhere")
        options = _with_paths(parcel.options, there)
        recorded = Recorded()
        spec = str(there(Path(parcel.spec)))
        found = _built(spec, options, recorded, parcel.fonts)
        made = [*_below(options.output), *_below(record_of(spec))]
        contents = {
            f"{anchor}{path.relative_to(home)}": path.read_bytes()
            for path in made
            if STATE not in path.relative_to(home).parts
        }
        changed = {
            path: data for path, data in contents.items() if parcel.contents.get(path) != data
        }
        went = (path for path in parcel.contents if not there(Path(path)).exists())
        left = build_stamp.left(spec, options)
        reported, stamp = moved(((found, recorded), left), {f"{home}{os.sep}": anchor})
        gone: dict[str, None] = dict.fromkeys(went)
        return Delivery(reported, {**_on_the_way(changed, parcel.shared), **gone}, stamp)


def _on_the_way(
    contents: Mapping[str, bytes], shared: SharedFolder | None
) -> Mapping[str, bytes | LaidDown]:
    """Return files by what leads to them in a folder that both machines see, else as they are."""
    laid_down = shared.laid_down(contents) if shared else None
    return contents if laid_down is None else laid_down


def _built(
    spec: str, options: BuildOptions, recorded: Recorded, fonts: Sequence[bytes]
) -> Built | NotBuilt:
    try:
        return one_spec.build(spec, options, IN_THIS_PROCESS, recorded, fonts)
    except EscpError as error:
        return NotBuilt(spec, error)


def _with_paths(options: BuildOptions, placed: Callable[[Path], Path]) -> BuildOptions:
    return replace(
        options,
        output=placed(options.output),
        templates=options.templates and placed(options.templates),
        calls=options.calls and placed(options.calls),
    )
