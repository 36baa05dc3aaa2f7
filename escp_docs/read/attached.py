"""Files that a spec names: entries of lists (`include`) and texts (`file`), each in its own."""

import posixpath
import re
from collections.abc import Iterator
from typing import Final

from escp_docs.errors import Fault
from escp_docs.pattern import pattern

STDIN: Final = "<stdin>"
_INCLUDE: Final = "include"
_FILE: Final = "file"
LARGEST: Final = 1_000_000  # bytes of a text in a file of its own
Named = tuple[str, bool]
"""A file that a spec names, by its path as messages show it; whether it is to be an entry."""
_KEY: Final = pattern(rf"\b({_INCLUDE}|{_FILE})[\"']?\s*:")
# The same, each begun by its letters: they are found thirty times as fast as the edge of a word.
_ALONE: Final = tuple(re.compile(rf"{one}(?<=\b{one})[\"']?\s*:") for one in (_INCLUDE, _FILE))
_ON_ITS_LINE: Final = pattern(rf"{_KEY.pattern}[ \t]*(?:[>|][-+0-9]*[ \t]*\n\s*)?([^\n]+)")
_LONGEST_NAME: Final = 300  # characters
_TEXT: Final = pattern(r"(?:file:?\s+)?(\S+\.(?:md|markdown|txt|docx?))", re.IGNORECASE)
_ENDS: Final = pattern(r"[,}\]]|\s#|$")
_FRONT_MATTER: Final = pattern(
    r"---[ \t]*\n(?:(?:[\"']?\w[\w -]*[\"']?[ \t]*:|#).*\n(?:.*\n)*?)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)


def names(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the files that a YAML text may name, and whether each would be an entry.

    It takes too much rather than too little: of a text that is no YAML, whatever may be a name.
    """
    if not any(one.search(text) for one in _ALONE):
        return
    # Few name any.
    from escp_docs.read.characters import parsable, restored  # noqa: PLC0415
    from escp_docs.read.yaml_events import YAMLError, scalar_pairs  # noqa: PLC0415

    whole, _ = parsable(text.replace("\r\n", "\n").replace("\r", "\n"))
    try:
        for key, name in scalar_pairs(whole):
            if key in (_INCLUDE, _FILE):
                yield restored(name), key == _INCLUDE
    except YAMLError:
        yield from ((restored(name), is_entry) for name, is_entry in _perhaps_named(whole))


def _perhaps_named(text: str) -> Iterator[tuple[str, bool]]:
    for found in _ON_ITS_LINE.finditer(text):
        for end in _ENDS.finditer(found[2]):
            name = found[2][: end.start()].strip()
            quote = name[:1] if name[:1] in {'"', "'"} else None
            yield name.strip(quote), found[1] == _INCLUDE


def path(home: str, name: str) -> str:
    """Return the file that `name` means in the file `home`, as messages show it."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(home), name.strip()))


def quoted(name: str) -> str:
    """Return a name in quotes for a message, as it was typed if everything in it can be seen."""
    return f"'{name}'" if name.isprintable() else repr(name)


def is_absolute(name: str) -> bool:
    """Whether a name leads to a place of its own, wherever the spec lies, on any system."""
    return name.startswith(("/", "\\", "~")) or bool(re.match(r"[A-Za-z]:", name))


def has_backslashes(name: str) -> Fault | None:
    """Return the fault of a name whose folders are parted as one system alone does; else None."""
    if "\\" not in name:
        return None
    return Fault(
        f"{quoted(name)} has backslashes, which part folders on Windows alone",
        f"write / between folders: {name.replace(chr(92), '/')}",
    )


def not_there(home: str, name: str) -> Fault:
    """Return the fault of a file that was not handed over."""
    if home == STDIN:
        return Fault("standard input can name no files", "write the entry out, or name a file")
    return Fault(f"there is no file {quoted(name)} here", f"the path is relative to {home}")


def named_by(text: str) -> str | None:
    """Return the file that a prose names where its words should stand; None if it is words."""
    found = _TEXT.fullmatch(text.strip()) if len(text) <= _LONGEST_NAME else None
    return found[1] if found else None


def has_front_matter(text: str) -> bool:
    """Whether a text begins with keys between lines of dashes, as some editors keep there."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return bool(_FRONT_MATTER.match(lines.lstrip("\ufeff\n ")))
