"""A sign that looks like |, or lies beside it on a keyboard, behind the key of a text."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import Final

from escp_docs.errors import Fault
from escp_docs.finding import Place, Remark
from escp_docs.model.vocabulary import Vocabulary
from escp_docs.pattern import pattern
from escp_docs.read.mending.breaks import Lines, head, indent
from escp_docs.read.mending.outside import is_in_a_text
from escp_docs.read.source import SourceText

_SIGNS: Final = "｜¦∣│┃⏐ǀ❘￨︱\uff1e/\\!"
_LETTERS: Final = "lI1"  # which may be the first word of a text all the same
_MOST: Final = 100  # lines of a file that are looked at
_FOLDING: Final = "\uff1e"  # a wide >
_ENDS_IN_ONE: Final = pattern(
    rf":[ \t]+(?P<sign>[{re.escape(_SIGNS + _LETTERS)}]|\|\|)(?P<kept>[-+]?)[ \t]*(?:[ \t]#.*)?$",
    re.MULTILINE,
)
_SAID: Final = "{sign} stands here in place of the {bar} that begins the text below"
_READ: Final = "{sign} alone before a text on the next line is read as its first word"


def with_bars(
    source: SourceText, text: str, vocabulary: Vocabulary
) -> tuple[str, list[Fault], list[Remark]]:
    """Return a text with | in the place of such signs, a fault for each, and what may be one.

    Args:
        source: The file, for the lines that faults show.
        text: Its text as the YAML library takes it.
        vocabulary: All keys of the format.
    """
    faults: list[Fault] = []
    remarks: list[Remark] = []
    if not _ENDS_IN_ONE.search(text):
        return text, faults, remarks
    lines = text.split("\n")
    for at, found in _openers(lines, vocabulary):
        sign, key = found["sign"], head(lines[at]).key
        place = Place(source.file, at + 1, found.start("sign") + 1, len(sign))
        bar = ">" if sign == _FOLDING else "|"
        fix, shown = f"write `{key}: {bar}{found['kept']}`", source.line(at + 1)
        if sign not in _LETTERS:
            said = _SAID.format(sign=_named(sign), bar=bar)
            faults.append(Fault(said, fix, place, shown, before=source.line(at)))
            lines[at] = f"{lines[at][: found.start('sign')]}{bar}{found['kept']}"
        elif vocabulary.is_prose(key):
            said = _READ.format(sign=repr(sign))
            remarks.append(Remark(place, said, f"{fix} if it is to be a |", shown))
    return "\n".join(lines), faults, remarks


def _openers(lines: list[str], vocabulary: Vocabulary) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the lines that end in a key of words and such a sign above a text that is set in."""
    as_typed = tuple(lines)
    for at, found in islice(_ending_in_one(as_typed, vocabulary), _MOST):
        if not is_in_a_text(as_typed, at):
            yield at, found


def _ending_in_one(lines: Lines, vocabulary: Vocabulary) -> Iterator[tuple[int, re.Match[str]]]:
    for at, line in enumerate(lines):
        found = _ENDS_IN_ONE.search(line)
        begins = head(line) if found else None
        if not found or not begins or found.start("sign") != begins.value:
            continue
        below = next((one for one in lines[at + 1 : at + 1 + _MOST] if one.strip()), "")
        is_words = begins.key in vocabulary.names and vocabulary.is_words(begins.key)
        if is_words and indent(below) > begins.dashes:
            yield at, found


def _named(sign: str) -> str:
    if sign.isascii():
        return repr(sign)
    return f"{sign!r} ({unicodedata.name(sign, 'a sign').casefold()}, U+{ord(sign):04X})"
