"""What a backslash makes of the letter behind it in double quotes, where that was hardly meant."""

import re
from collections.abc import Iterator
from typing import Final

from escp_docs.pattern import pattern
from escp_docs.read.characters import is_foreign

_ESCAPE: Final = pattern(
    r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL
)
Made = tuple[int, str, str]
_LETTERS: Final = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}
_LAST_CODE: Final = 0x10FFFF
_ENDINGS: Final = (
    "md|txt|ya?ml|docx?|xlsx?|pptx?|odt|ods|rtf|pdf|png|jpe?g|svg|gif|csv|json|html?|zip|exe"
)
_PATH: Final = pattern(
    rf"(?<![A-Za-z])[A-Za-z]:\\+[\w~-]+(?:[\\/]|\.(?:{_ENDINGS})\b)[^\s\"']*"  # C:\temp\bonn
    rf"|^[A-Za-z]:\\[\w~-]+$"
    rf"|(?<!\S)(?:[\w.~-]+[\\/])+[\w~-]+\.(?:{_ENDINGS})\b",  # texts\new.md
    re.IGNORECASE,
)
SINGLE: Final = "put the text in single quotes, where a backslash is nothing else"
MADE: Final = "'{escape}' in double quotes makes {character}, which cannot stand in a text"
IN_A_PATH: Final = "'{escape}' in double quotes is read as {character}, in what looks like a path"


def characters_made(text: str) -> Iterator[Made]:
    """Yield each escape that makes a character no text may hold: where, the escape, the character.

    Args:
        text: What stands between double quotes, as typed.
    """
    for found in _ESCAPE.finditer(text):
        made = _made(found)
        if made and is_foreign(made):
            yield found.start(), found[0], made


def in_paths(text: str) -> Iterator[Made]:
    r"""Yield the first escape in each word that looks like a path: `\t` in `C:\temp`."""
    for path in _PATH.finditer(text):
        for found in _ESCAPE.finditer(path[0]):
            made = _made(found)
            if found[4] in _LETTERS and made and not is_foreign(made):
                yield path.start() + found.start(), found[0], made
                break


def _made(found: re.Match[str]) -> str:
    """Return the character that an escape makes, empty if it stands for what follows it."""
    code = found[1] or found[2] or found[3]
    if code is None:
        return _LETTERS.get(found[4], "")
    number = int(code, 16)
    return chr(number) if number <= _LAST_CODE else ""
