"""Characters that YAML refuses or takes for line ends, though a person pasted them into a text.

Word writes a vertical tab for Shift+Enter, PDF readers a form feed between pages, web pages U+2028.
Each has a stand-in while the file is parsed (a noncharacter of Unicode, which no text holds) and is
itself again in the value that it belongs to. So columns stay what they are.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from msgspec import Struct

from escp_docs.finding import Place
from escp_docs.pattern import pattern

LINE_BREAKS: Final = "\v\f\x85\u2028\u2029"
"""What ends a line for Word, for printers or for Unicode, and not for YAML 1.2."""

FILLER: Final = "\ufdd5"
"""Stands where a character takes less room than its escape; no value keeps it."""

_MARKS: Final = ":@%`&*!|>-?\"'[]{},#\\;"
_MOST: Final = 20  # foreign characters of one file that are told
_STAND_INS: Final = {ord(one): chr(0xFDD0 + index) for index, one in enumerate(LINE_BREAKS)}
_WORDS: Final = {ord(one): chr(0xFDD6 + index) for index, one in enumerate(_MARKS)}
_BACK: Final = {ord(stand): chr(one) for one, stand in (_STAND_INS | _WORDS).items()} | {
    ord(FILLER): ""
}
_RESERVED: Final = pattern("[\ufdd0-\ufdef]")
_SPECIAL: Final = pattern(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_LONE: Final = pattern(rf"^[ \t{LINE_BREAKS}]*[{LINE_BREAKS}][ \t{LINE_BREAKS}]*$", re.MULTILINE)
_PAGE_BREAK: Final = pattern(rf"^[{LINE_BREAKS}]+(?=\S)", re.MULTILINE)
_NAMES: Final = {
    "\t": "a tab",
    "\n": "a line end",
    "\r": "a line end",
    "\x08": "a backspace",
    "\x1b": "an escape character",
    "\x7f": "a delete character",
    "\xa0": "a no-break space",
    "\xad": "a soft hyphen",
    "\u2007": "a figure space",
    "\u200b": "a zero-width space",
    "\u202f": "a narrow no-break space",
    "\u3000": "an ideographic space",
    "\ufeff": "a byte order mark",
}


class Foreign(Struct, frozen=True):
    """A character that cannot stand in a file of text."""

    character: str
    line: int
    column: int

    def place(self, file: str) -> Place:
        """Return where it stands."""
        return Place(file, self.line, self.column)


def named(character: str) -> str:
    """Return what a character that nobody sees is called, with its number."""
    what = _NAMES.get(character, "a control character")
    return f"{what} (U+{ord(character):04X})"


def parsable(text: str) -> tuple[str, list[Foreign]]:
    """Return `text` as the YAML library takes it, and the characters that no text holds.

    Line breaks of others have a stand-in, and are blanks where they stand alone on a line.
    Characters that no text holds are left out of the values.
    """
    if not _SPECIAL.search(text):
        return text, []
    text = _LONE.sub(lambda line: " " * len(line[0]), text)
    text = _PAGE_BREAK.sub("", text)
    foreign = [
        Foreign(found[0], *position(text, found.start())) for found in islice(_foreign(text), _MOST)
    ]
    kept = _SPECIAL.sub(lambda found: _STAND_INS.get(ord(found[0]), FILLER), text)
    return kept, foreign


def aligned(text: str) -> tuple[str, Sequence[int]]:
    """Return `text` as the YAML library takes it, and where each of its characters stands in it.

    Line ends are line feeds. One more number than there are characters: the end of `text`.
    """
    flat = text.replace("\r\n", "\n").replace("\r", "\n")
    taken, _ = parsable(flat)
    if len(taken) == len(text):
        return taken, range(len(text) + 1)
    places = [
        index for index, one in enumerate(text) if one != "\n" or text[max(index - 1, 0)] != "\r"
    ]
    if len(taken) != len(flat):
        lone = _LONE.sub(lambda line: " " * len(line[0]), flat)
        gone = {index for found in _PAGE_BREAK.finditer(lone) for index in range(*found.span())}
        places = [place for index, place in enumerate(places) if index not in gone]
    return taken, [*places, len(text)]


def is_foreign(character: str) -> bool:
    """Whether no text may hold a character."""
    return bool(_SPECIAL.match(character)) and character not in LINE_BREAKS


def _foreign(text: str) -> Iterator[re.Match[str]]:
    return (found for found in _SPECIAL.finditer(text) if is_foreign(found[0]))


def as_words(text: str) -> str:
    """Return `text` with a stand-in for each mark that YAML would read as structure."""
    return text.translate(_WORDS)


def position(text: str, index: int) -> tuple[int, int]:
    """Return line and column of a character of `text`, from 1."""
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def restored(value: str) -> str:
    """Return a parsed value with its own characters in place of their stand-ins."""
    return value.translate(_BACK)


def has_stand_ins(text: str) -> bool:
    """Whether there is anything to restore in a text."""
    return not text.isascii() and bool(_RESERVED.search(text))
