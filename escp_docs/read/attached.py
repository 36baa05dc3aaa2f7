"""Files that a spec names: entries of lists (`include`) and texts (`file`), each in its own."""

import posixpath
import re
from collections.abc import Iterator
from typing import Final

from escp_docs.errors import Fault

STDIN: Final = "<stdin>"
_INCLUDE: Final = "include"
_FILE: Final = "file"
LARGEST: Final = 1_000_000  # bytes of a text in a file of its own
Named = tuple[str, bool]
"""A file that a spec names, by its path as messages show it; whether it is to be an entry."""
_BEFORE: Final = "\n\r\t {,\"'-"
_NAME: Final = re.compile(r"""["']?\s*:\s+("[^"\n]*"|'[^'\n]*'|[^\s,{}"'#][^,{}\n#]*)""")
_FRONT_MATTER: Final = re.compile(r"---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")


def names(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the files that a YAML text may name, and whether each would be an entry.

    It is quick and takes too much rather than too little: a sentence with `file:` in it counts.
    """
    for key in (_INCLUDE, _FILE):
        at = text.find(key)
        while at >= 0:
            end = at + len(key)
            found = _NAME.match(text, end) if not at or text[at - 1] in _BEFORE else None
            if found:
                name = found[1].strip()
                yield (name[1:-1] if name[:1] in "\"'" else name), key == _INCLUDE
            at = text.find(key, end)


def path(home: str, name: str) -> str:
    """Return the file that `name` means in the file `home`, as messages show it."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(home), name.strip()))


def is_absolute(name: str) -> bool:
    """Whether a name leads to a place of its own, wherever the spec lies, on any system."""
    return name.startswith(("/", "\\", "~")) or bool(re.match(r"[A-Za-z]:", name))


def not_there(home: str, name: str) -> Fault:
    """Return the fault of a file that was not handed over."""
    if home == STDIN:
        return Fault("standard input can name no files", "write the entry out, or name a file")
    return Fault(f"there is no file {name!r} here", f"the path is relative to {home}")


def has_front_matter(text: str) -> bool:
    """Whether a text begins with keys between lines of dashes, as some editors keep there."""
    return bool(_FRONT_MATTER.match(text.lstrip("\ufeff\n ")))
