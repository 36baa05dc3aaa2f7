"""Which specs a folder holds: it is one itself, or a folder of several."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from escp_docs.files.spec_texts import is_yaml, other_files, text_of
from escp_docs.pattern import pattern
from escp_docs.read.copy_names import copies_among

_CALL: Final = pattern(r"""^(?:call|"call"|'call')[ \t]*:""", re.MULTILINE)
_TEXTS: Final = (".txt", ".md", ".text")
_OTHERS: Final = frozenset({"calls", "templates", "output", "record"})
"""Folders beside a spec that hold none."""
_BLANK: Final = " \t\r\n\0\ufeff"
"""What a file may hold that says nothing: also what a disk writes for a file that it lost."""


def specs_in(names: Iterable[str]) -> list[str]:
    """Return the specs that names stand for: files, folders, `-`; of a folder of several, each.

    What is no spec, or is not there, stays as it is: reading it says what is wrong.
    """
    return [one for name in names for one in (specs_of_folder(name) or (name,))]


def specs_of_folder(name: str) -> tuple[str, ...]:
    """Return the specs of a folder of several; none if it is a spec itself, or no folder.

    A file among them that says nothing, or cannot be opened, is one that cannot be read.
    """
    folder = Path(name)
    try:
        callers, silent = _files(folder)
        below = list(_below(folder)) if len(callers) != 1 else []
        if len(callers) == 1 or not (callers or below):
            return ()
        return tuple(str(one) for one in (*sorted([*callers, *silent]), *below))
    except OSError:
        return ()


def misnamed_specs(folder: str) -> tuple[str, ...]:
    """Return the files of a folder that look like specs and whose names do not end in .yaml."""
    from escp_docs.model.spec import Spec  # noqa: PLC0415  # only where no spec was found
    from escp_docs.read.copies import looks_like_a_part  # noqa: PLC0415

    return tuple(
        one
        for one in other_files(folder)
        if looks_like_a_part(Path(one).name, Spec)
        or (one.casefold().endswith(_TEXTS) and _CALL.search(text_of(one)))
    )


def _files(folder: Path) -> tuple[list[Path], list[Path]]:
    """Return the files that name a call, and those that say nothing, by name; each is read once.

    Copies that a sync program left of one that names a call are passed over. A link that leads
    nowhere, and a file that nobody may read, say nothing.
    """
    callers: list[Path] = []
    silent: list[Path] = []
    for one in sorted(folder.iterdir()):
        if not is_yaml(one.name) or not (one.is_file() or _is_dead_link(one)):
            continue
        text = text_of(str(one))
        if _CALL.search(text):
            callers.append(one)
        elif not text.strip(_BLANK):
            silent.append(one)
    copies = copies_among(one.name for one in callers)
    return [one for one in callers if one.name not in copies], silent


def _is_dead_link(path: Path) -> bool:
    return path.is_symlink() and not path.exists()


def _below(folder: Path) -> Iterator[Path]:
    """Yield the folders in a folder that are specs; what a link leads to is none of ours."""
    for one in sorted(folder.iterdir()):
        is_other = one.name in _OTHERS or one.suffix == ".record" or one.name[0] == "."
        if not is_other and one.is_dir() and not one.is_symlink() and _is_spec(one):
            yield one


def _is_spec(folder: Path) -> bool:
    """Whether exactly one file of a folder, copies apart, names a call."""
    try:
        return len(_files(folder)[0]) == 1
    except OSError:
        return False
