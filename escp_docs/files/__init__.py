"""The only package that opens or writes files."""

import os
import stat
import sys
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from msgspec.structs import replace

from escp_docs.errors import EscpError, Fault, UnreadableError
from escp_docs.files.inputs import LOOK as _LOOK
from escp_docs.files.inputs import STDIN, Inputs, shipped_calls, shipped_templates
from escp_docs.files.own_templates import unasked
from escp_docs.files.packaged_fonts import packaged_font
from escp_docs.files.products import produced, product, unread
from escp_docs.files.spec_folders import misnamed_specs, specs_of_folder
from escp_docs.files.spec_texts import (
    NamedFile,
    named_files,
    near_name,
    other_files,
    own_files,
)
from escp_docs.files.writing import (
    Staging,
    WriteError,
    read_bytes,
    remove,
    set_aside,
    write,
)
from escp_docs.finding import Place
from escp_docs.read import attached
from escp_docs.read.source import LARGEST, SourceText, SpecText, decode

if TYPE_CHECKING:
    from escp_docs.export.look import Face, Look

__all__ = [
    "STDIN",
    "Inputs",
    "Staging",
    "WriteError",
    "call_sources",
    "look",
    "produced",
    "product",
    "read_bytes",
    "remove",
    "set_aside",
    "source",
    "spec_files",
    "spec_sources",
    "template_files",
    "templates",
    "unread",
    "write",
]

_NAMED: Final = 8  # specs of a folder that a message names
_TEMPLATE: Final = ".md"
_OUTLINES: Final = "look/world.json"  # what figures are drawn from goes with the templates
_FONTS: Final = "look/fonts"
_DESIGN: Final = f"{_LOOK}/design.yaml"


# --- what ships with the program -------------------------------------------------------------


def call_sources() -> Mapping[str, Path]:
    """Return the call files that ship with the program, by the id of the call."""
    return {Path(name).stem: Path(path) for name, path in shipped_calls().items()}


def own_call_sources(spec: str) -> Mapping[str, Path]:
    """Return the call files in `calls/` beside a spec, by the id of the call.

    Raises:
        UnreadableError: `calls/` is a link.
    """
    inputs = Inputs(spec)
    _refuse_link(inputs, inputs.own_calls, "--calls")
    return calls_in(inputs.own_calls)


def _refuse_link(inputs: Inputs, folder: Path, option: str) -> None:
    if inputs.is_foreign_link(folder):
        fact = f"{folder.name} is a link, and no link beside a spec is followed"
        cure = "put the folder itself there"
        raise UnreadableError((Fault(fact, cure, Place(str(folder), 1, 1)),)).by(f"{option} DIR")


def calls_in(folder: Path) -> Mapping[str, Path]:
    """Return the call files in a folder, by the id of the call."""
    return {path.stem.casefold(): path for path in sorted(folder.glob("*.yaml"))}


def source(path: Path) -> SourceText | Fault:
    """Return the text of one file, or why it has none; a link may not leave its folder."""
    return _read(path, str(path), home=path.parent)


# --- specs -----------------------------------------------------------------------------------


def spec_files(spec: str) -> tuple[Path, ...]:
    """Return the files of a spec in the order of their names.

    Raises:
        UnreadableError: there is no such file or folder, or no YAML file in the folder.
    """
    path = Path(spec)
    if not _is_there(path):
        others = (path.with_suffix(ending) for ending in (".yaml", ".yml"))
        near = next((one for one in others if one != path and _is_there(one)), near_name(path))
        hint = f"did you mean {near}?" if near else "check the name"
        message = f"there is no file or folder {spec}"
        if os.path.islink(path):  # noqa: PTH114  # as in `_is_there`
            message = f"{spec} is a link, and what it leads to is not there"
            hint = "let it lead to the file, or name that"
        raise UnreadableError((Fault(message, hint, Place(spec, 1, 1)),))
    if not path.is_dir():
        return (path,)
    try:
        found = [Path(one) for one in own_files(spec)]
    except OSError as error:
        raise UnreadableError((_unreadable(spec, error),)) from error
    if not found and not specs_of_folder(spec):
        raise UnreadableError(
            (
                Fault(
                    f"the folder {spec} has no *.yaml or *.yml file",
                    _instead(spec) or "name a spec, or begin one with `escp-docs init`",
                    Place(spec, 1, 1),
                ),
            )
        )
    if several := specs_of_folder(spec):
        listed = ", ".join(several[:_NAMED])
        more = f" and {len(several) - _NAMED} more" if len(several) > _NAMED else ""
        raise UnreadableError(
            (Fault(f"{spec} is a folder of several specs", f"name one: {listed}{more}"),)
        )
    return tuple(found)


def _instead(folder: str) -> str:
    """Return which file of a folder may be a spec under another name; empty if none may."""
    found = misnamed_specs(folder)
    return f"{Path(found[0]).name} looks like a spec: let its name end in .yaml" if found else ""


def _is_there(path: Path) -> bool:
    return os.path.exists(path)  # noqa: PTH110  # Path stumbles over a name that is too long


def spec_sources(spec: str) -> SpecText:
    """Return the texts of the files of a spec, and of those that they name; `-` is standard input.

    Raises:
        UnreadableError: as for `spec_files`.
    """
    if spec == STDIN and sys.stdin is None:
        closed = Fault("standard input is closed", "hand in a spec, or name a file")
        raise UnreadableError((closed,))
    if spec == STDIN:
        return SpecText((decode(attached.STDIN, _all(sys.stdin.buffer)),))
    own = tuple(_read(path, str(path), home=Path(spec)) for path in spec_files(spec))
    texts = {one.file: one.text for one in own if isinstance(one, SourceText)}
    named = {
        (one.shown, one.is_entry): one.fault or _named(one) for one in named_files(spec, texts)
    }
    return SpecText(own, named, other_files(spec))


def _named(one: NamedFile) -> SourceText | Fault:
    largest = LARGEST if one.is_entry else attached.LARGEST
    try:
        with Path(one.path).open("rb") as file:
            return decode(one.shown, file.read(largest + 1), largest)
    except OSError as error:
        return replace(_unreadable(one.shown, error), place=None)


@lru_cache(maxsize=1)
def _all(stream: BinaryIO) -> bytes:
    """Return what standard input holds; it can be read once, and a build may ask twice."""
    return stream.read(LARGEST + 1)


def _read(path: Path, shown: str, home: Path | None = None) -> SourceText | Fault:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return Fault(f"{shown} is no regular file", "name a YAML file", Place(shown, 1, 1))
        if home is not None and home.is_dir() and not _inside(path, home):
            return Fault(
                f"{shown} is a link that leaves the folder of the spec",
                "copy the file into the folder",
                Place(shown, 1, 1),
            )
        with path.open("rb") as file:
            return decode(shown, file.read(LARGEST + 1))
    except OSError as error:
        return _unreadable(shown, error)


def _inside(path: Path, home: Path) -> bool:
    return path.resolve().is_relative_to(home.resolve())


def _unreadable(shown: str, error: OSError) -> Fault:
    return Fault(
        f"{shown} cannot be read: {(error.strerror or str(error)).lower()}",
        "check the file and its permissions",
        Place(shown, 1, 1),
    )


# --- templates and look ----------------------------------------------------------------------


def template_files(spec: str, override: Path | None) -> dict[str, Path]:
    """Return the template files by name; one's own wins over the built-in of the same name.

    Args:
        spec: The spec beside which `templates/` may lie.
        override: A folder of templates to take in place of that.

    Raises:
        UnreadableError: one's own has a file that nothing asks for; every such file. The folder
            beside the spec is a link.
    """
    built_in = {name: Path(path) for name, path in shipped_templates().items()}
    inputs = Inputs(spec, override)
    _refuse_link(inputs, inputs.own_templates, "--templates")
    own = _below(inputs.own_templates)
    if faults := tuple(unasked(own, built_in)):
        raise UnreadableError(faults)
    return built_in | own


def _below(folder: Path) -> dict[str, Path]:
    return {
        path.relative_to(folder).as_posix(): path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def templates(files: Mapping[str, Path]) -> dict[str, str]:
    """Return the text of each template that holds words, and of what figures are drawn from.

    Raises:
        UnreadableError: one cannot be read or leaves its folder.
    """
    return {
        name: _text(path, name)
        for name, path in files.items()
        if name.endswith(_TEMPLATE) or name == _OUTLINES
    }


def look(files: Mapping[str, Path]) -> "Look":
    """Return the look: design values, style sheets, Word styles and fonts.

    Raises:
        UnreadableError: one's own design values cannot be meant as they are written.
    """
    from escp_docs.export.look import EMBEDDED, FACES, WEB, Look  # noqa: PLC0415  # not for `check`
    from escp_docs.export.own_design import laid_over  # noqa: PLC0415

    texts = {
        name.removeprefix(f"{_LOOK}/"): _text(path, name)
        for name, path in files.items()
        if name.startswith(f"{_LOOK}/") and not name.startswith(f"{_FONTS}/") and name != _OUTLINES
    }
    own, built_in = files[_DESIGN], Path(shipped_templates()[_DESIGN])
    if own != built_in:
        texts["design.yaml"] = laid_over(texts["design.yaml"], str(own), _text(built_in, _DESIGN))
    return Look(
        texts, {face.file: _font(face, files) for face in (*FACES, *EMBEDDED, *WEB.values())}
    )


def _text(path: Path, name: str) -> str:
    steps = len(Path(name).parts)
    home = path.parents[steps - 1]
    found = _read(path, str(path), home=home)
    if isinstance(found, Fault):
        raise UnreadableError((found,))
    return found.text


def _font(face: "Face", files: Mapping[str, Path]) -> bytes:
    if face.package:
        return packaged_font(face.package, face.file)
    path = files.get(f"{_FONTS}/{face.file}")
    data = read_bytes(path) if path else None
    if data is None:
        raise EscpError(f"the font templates/{_FONTS}/{face.file} is missing; fix: install again")
    return data
