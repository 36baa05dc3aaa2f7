"""What YAML reads otherwise than most people mean it: told, though the file can be read."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Final

from escp_docs.finding import Place, Remark
from escp_docs.model.vocabulary import Vocabulary
from escp_docs.pattern import pattern
from escp_docs.read.characters import position
from escp_docs.read.quoting import CURLY_PAIRS
from escp_docs.read.source import SourceText

MOST: Final = 100
"""Remarks of one kind that are told of one file; nobody reads more."""

UNUSED_ANCHOR: Final = "&{name} is read as a name for what follows, and nothing uses it"
QUOTE: Final = "put a text that begins with & in quotes"
SWALLOWED: Final = "this line is read as part of the text that begins on line {line}"
ITS_OWN_LINE: Final = (
    "to begin an entry, end the text above and align this line with its key; "
    "to keep the lines of a text, write | after its key and all of it below"
)

KEY_IN_A_TEXT: Final = "this line is read as part of the text that begins on line {line}"
AS_A_KEY: Final = "if {key!r} is a key here, {set_in}, as {beside!r}"
IN_TWO: Final = "{!r} in brackets is two entries, {!r} and {!r}"
ONE_TEXT: Final = "put it in quotes if it is one, or a blank after the comma"
SIGN_BEHIND: Final = "the {} at the end is read as part of the text"
NO_SIGN: Final = "delete it, or put the text in quotes if it belongs there"
SHORTENED: Final = "a spreadsheet shows a long number as {!r}, and some of its digits are lost"
ALL_DIGITS: Final = "write all its digits, in quotes"
CURLY: Final = "the curly quotes around {!r} are part of the text, and printed"
WITHOUT_CURLY: Final = "write {}: straight quotes, or none"
STRAIGHT: Final = "part entries with commas; put a text with a comma in straight quotes"
_SHORTENED: Final = pattern(r"[1-9](?:[.,]\d+)?E\+\d\d")
_FILES: Final = frozenset({"include", "file", "import", "include_dir_list"})
_PLAIN_ENTRY: Final = pattern(r"\s*(?:- \S|-[A-Za-z]|[A-Za-z_][\w]*:(?!//)\S)")
_EQUALS: Final = pattern(r"\s*(?:- )?([a-z][a-z_]*)\s*:?=\s*\S")
_QUOTED_ENTRY: Final = pattern(r"\s*(?:- )?[a-z][a-z_]*:(?:\s|$)")
_A_KEY: Final = pattern(r"\s+([a-z][a-z_]*):(?:\s|$)")
_BEFORE_A_COMMENT: Final = ("", " ", "\t", "\n")
_LOOKS_WRITTEN: Final = pattern(r"#[^\s#]")


def of_entry(value: str) -> str | None:
    """Return what can be doubted in an entry of a list in brackets; None if nothing can."""
    if "; " in value:
        return f"{value!r} is one entry of the list: a semicolon parts none"
    closers = CURLY_PAIRS.get(value[0])
    if closers and not any(sign in value[1:] for sign in closers):
        return f"{value!r} is an entry of its own: the comma behind it stands in no quotes of YAML"
    return None


def is_shortened(text: str) -> bool:
    """Whether a text is a number of many digits as spreadsheets show it: 3.51226E+11."""
    return bool(_SHORTENED.fullmatch(text))


def names_a_file(tag: str) -> bool:
    """Whether a tag is one with which other programs read a file."""
    return tag.lstrip("!") in _FILES


def instead_of_tag(tag: str, words: str, key: str, vocabulary: Vocabulary) -> str:
    """Return the cure of a tag of YAML, which the format has none of.

    Args:
        tag: As it was written, or spelt out in full.
        words: The value that it stands before; empty if that is a list or mapping.
        key: The key of the mapping that it stands behind; empty in a list.
        vocabulary: All keys of the format.
    """
    if not names_a_file(tag) or not words:
        return "remove it, or put a text that begins with ! in quotes"
    if key and vocabulary.is_prose(key):
        return f"write `{key}: {{file: {words}}}`"
    if not key:
        return f"write `- include: {words}`"
    if vocabulary.is_list(key):
        return "begin the list below, one entry a line: `- include: ...` for each file"
    return "lay the file beside this one: all YAML files of a folder are read together"


def is_an_entry(line: str, vocabulary: Vocabulary, *, plain: bool) -> bool:
    """Whether a later line of a value looks like an entry of its own."""
    equals = _EQUALS.match(line)
    if equals and equals[1] in vocabulary.names:
        return True
    return bool((_PLAIN_ENTRY if plain else _QUOTED_ENTRY).match(line))


def key_in_a_text(line: str, beside: str, vocabulary: Vocabulary) -> str | None:
    """Return the key that a line of a text behind | begins with, if it may stand beside another.

    Args:
        line: The line.
        beside: The key of the text.
        vocabulary: All keys of the format.
    """
    found = _A_KEY.match(line)
    return found[1] if found and vocabulary.stand_together(found[1], beside) else None


def cut_values(source: SourceText, text: str, spans: Sequence[tuple[int, int]]) -> Iterator[Remark]:
    """Yield a remark for each value that a comment without a blank after # cuts off.

    Args:
        source: The file, for the lines that remarks show.
        text: Its text, as it was parsed.
        spans: Where each single value begins and ends, in the order of the text.
    """
    at = text.find("#")
    while at >= 0:
        line_end = text.find("\n", at)
        end = line_end if line_end >= 0 else len(text)
        value = bisect_right(spans, at, key=itemgetter(0)) - 1
        is_inside = value >= 0 and at < spans[value][1]
        if is_inside or text[at - 1 : at] not in _BEFORE_A_COMMENT:
            at = text.find("#", at + 1)
            continue
        comment, begin = text[at:end].rstrip(), at
        at = text.find("#", end)
        before = text[text.rfind("\n", 0, begin) + 1 : begin]
        if before.strip() and _LOOKS_WRITTEN.match(comment):
            yield _cut(source, text, begin, comment)


def _cut(source: SourceText, text: str, begin: int, comment: str) -> Remark:
    line, column = position(text, begin)
    return Remark(
        Place(source.file, line, column, len(comment)),
        f"# begins a comment here: {comment!r} is not read",
        "put the whole value in quotes, or a blank after # if it is a comment",
        source.line(line),
    )
