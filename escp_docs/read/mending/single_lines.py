"""Slips within one line: marks that YAML reads as structure, blanks and colons left out."""

import re
from collections.abc import Iterator
from typing import Final

from escp_docs.read.characters import as_words, named
from escp_docs.read.mending.breaks import (
    Break,
    Lines,
    Mend,
    Workshop,
    head,
    is_empty,
    near,
    replaced,
)
from escp_docs.read.mending.continued import level_of, text_above
from escp_docs.read.mending.meant_keys import meant_key
from escp_docs.read.quoting import cure

_OPENERS: Final = "@%`&*!|>-?\"'],#[{"
_COLON: Final = re.compile(r":(?=\s|$)")
_NO_BLANK: Final = re.compile(
    r"""(?P<before>\s*(?:- +)*)(?P<key>[A-Za-z_]\w*):(?P<value>[^ \t\n:/].*)"""
)
_NO_DASH_BLANK: Final = re.compile(r"""(?P<before>\s*)-(?P<after>[A-Za-z"'\[{])""")
_WORDS: Final = re.compile(
    r"(?P<before>\s*(?:- +)*)(?P<key>[a-z][a-z_]*)(?P<gap>\s*(?::?=>?|->|→|：)\s*|\s+)"
    r"(?P<value>\S.*)"
)
_NO_KEY: Final = re.compile(
    r"[ ]*(?P<key>[^\W\d][\w-]*)(?:\s+(?P<value>(?![|>&*@`\"'\[{#])(?:(?!:\s|:$).)+))?\s*"
)
_ENTRIES: Final = re.compile(r"\{\s*[A-Za-z_][\w.-]*\s*:\s")
_ESCAPE: Final = re.compile(
    r"""\\(?!["\\/abefnrtv0 _NLP]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})"""
)
_PAIR: Final = re.compile(r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB]\w\w)\\u([dD][c-fC-F]\w\w)")
_HALF: Final = re.compile(r"\\u[dD][89a-fA-F]\w\w")
_COMMA_BEHIND: Final = re.compile(r"""("[^"]*"|'[^']*'|\[[^\[\]]*\]|\{[^{}]*\})\s*,""")
_NO_BRACKETS: Final = "a list on one line stands in square brackets"
_BEGINNINGS: Final = {
    '"': "words follow the quote that closes here",
    "'": "words follow the quote that closes here",
    "-": "a dash after a colon begins a list, and a list begins on a line of its own",
}


def marks_in_values(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which a value is words, whatever marks it holds."""
    for index in near(lines, found):
        line = lines[index]
        start = head(line).value
        value = line[start:]
        if not value.strip():
            continue
        key = head(line).key
        yield from _opener(shop, lines, index, start)
        colon = _COLON.search(value)
        if colon and value[0] not in "\"'[{":
            at = start + colon.start()
            yield Mend(
                replaced(lines, {index: line[:start] + as_words(value)}),
                index,
                at,
                1,
                "a colon and a blank begin a value, and this line has a value already",
                cure(key, value),
            )


def _opener(shop: Workshop, lines: Lines, index: int, start: int) -> Iterator[Mend]:
    line = lines[index]
    key = head(line).key
    value = line[start:]
    if value[0] not in _OPENERS:
        return
    closes = value.find(value[0], 1) if value[0] in "\"'" else -1
    message = _BEGINNINGS.get(value[0], f"a text cannot begin with {value[0]!r}")
    fix = cure(key, value)
    if value[0] in "\"'" and shop.vocabulary.is_list_of_texts(key) and "," in value:
        listed = f"{line[:start]}[{value.rstrip()}]"
        fix = f"write `{key}: [{value.strip()}]`"
        yield Mend(replaced(lines, {index: listed}), index, start, 1, _NO_BRACKETS, fix)
    comma = _COMMA_BEHIND.fullmatch(value.rstrip())
    if comma:
        yield Mend(
            replaced(lines, {index: line[:start] + comma[1]}),
            index,
            start + len(comma[1]),
            1,
            "a comma follows the value; only in brackets commas part entries",
            f"write `{key}: {comma[1]}`" if key else f"write `{comma[1]}`",
        )
    if value[0] == "-" or (value[0] == "*" and shop.vocabulary.is_list(key)):
        below = "begin the list below, one entry a line"
        fix = below if shop.vocabulary.is_list(key) else f"{fix}, or {below}"
        yield Mend(
            replaced(lines, {index: line[:start]}), index, start, 1, message, fix, is_rough=True
        )
    if value[0] in "[{":
        return  # see below
    yield Mend(
        replaced(lines, {index: line[:start] + as_words(value)}),
        index,
        start + max(0, closes),
        1,
        message,
        fix,
    )


def words_after_brackets(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which a value is words, though it begins with a bracket."""
    for index in near(lines, found):
        line = lines[index]
        start = head(line).value
        value = line[start:].rstrip()
        closer = {"[": "]", "{": "}"}.get(value[:1])
        if closer and not (value[0] == "{" and value[-1] == "}" and _ENTRIES.match(value)):
            closes = value.rfind(closer)
            follows = 0 <= closes < len(value) - 1
            key = head(line).key
            fix, words = cure(key, value), as_words(value)
            if follows and value[0] == "[" and shop.vocabulary.is_list_of_texts(key):
                words = f"{value[:closes]}, {value[closes + 1 :].strip(' ,')}]"
                fix = f"write `{key}: {words}`"
            yield Mend(
                replaced(lines, {index: line[:start] + words}),
                index,
                start + max(0, closes if follows else 0),
                1,
                f"words follow the {closer} that closes here"
                if follows
                else f"a text cannot begin with {value[0]!r}",
                fix,
            )


def blanks_after_marks(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which a blank follows a colon, or a dash."""
    for index in near(lines, found):
        line = lines[index]
        colon = _NO_BLANK.match(line)
        if colon and (colon["key"] in shop.names or index == found.line):
            at = colon.end("key")
            rest = line[at + 1 :].strip()
            foreign = line[at + 1 : at + 2]
            what = f", but {named(foreign)}" if foreign.isspace() else ""
            yield Mend(
                replaced(lines, {index: f"{line[: at + 1]} {line[at + 1 :]}"}),
                index,
                at,
                1,
                f"there is no blank after the colon{what}",
                f"write `{colon['key']}: {rest}`",
            )
        dash = _NO_DASH_BLANK.match(line)
        if dash:
            yield Mend(
                replaced(lines, {index: f"{dash['before']}- {line[dash.end('before') + 1 :]}"}),
                index,
                dash.end("before"),
                1,
                "there is no blank after the dash",
                f"write `- {line[dash.end('before') + 1 :].strip()}`",
            )


def missing_colon(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which a colon follows a key of the format."""
    for index in near(lines, found):
        line = lines[index]
        words = _WORDS.match(line)
        if words and words["key"] in shop.names:
            at = words.end("key")
            value = words["value"].strip()
            fix = f"write `{words['key']}: {value}`"
            opener = None if words["gap"].strip() else text_above(shop, lines, index)
            if opener is not None:
                fix += (
                    f", or indent it by {level_of(lines, opener)} blanks "
                    f"if it goes on with the text of line {opener + 1}"
                )
            yield Mend(
                replaced(lines, {index: f"{line[:at]}: {value}"}),
                index,
                words.start("key"),
                len(words["key"]),
                f"there is no colon after {words['key']!r}",
                fix,
            )
        alone = line.strip().removeprefix("- ").strip()
        if alone in shop.names:
            yield Mend(
                replaced(lines, {index: f"{line.rstrip()}:"}),
                index,
                len(line) - len(line.lstrip()),
                len(line.strip()),
                f"there is no colon after {alone!r}",
                f"write `{alone}:`",
            )


def no_key(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts without a line that stands where keys stand, and has none of the format."""
    for index in near(lines, found):
        line = lines[index]
        words = _NO_KEY.fullmatch(line)
        beside = _key_beside(lines, index)
        if not words or words["key"] in shop.names or not beside:
            continue
        value = (words["value"] or "").strip().removeprefix("=").lstrip()
        meant = meant_key(shop, words["key"], beside)
        begin = f"write `{meant}: {value}`".replace(": `", ":`") if meant else None
        yield Mend(
            replaced(lines, {index: ""}),
            index,
            words.start("key"),
            len(line.strip()),
            "this line has no colon, and stands where keys stand",
            (begin or "begin it with a key of the format and a colon")
            + ", or indent it farther if it belongs to the text above",
            is_rough=True,
        )


def _key_beside(lines: Lines, index: int) -> str:
    """Return the key of the nearest line above that is set in no farther, if it is set in as far.

    Empty if it has none, or is set in less.
    """
    column = head(lines[index]).dashes
    for at in range(index - 1, -1, -1):
        if not is_empty(lines[at]) and head(lines[at]).dashes <= column:
            return head(lines[at]).key if head(lines[at]).dashes == column else ""
    return ""


def escapes(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which a backslash between double quotes is one."""
    del shop
    if "escape" not in found.problem and "hexdecimal" not in found.problem:
        return
    index = found.line
    line = lines[index]
    begin = found.start[1] if found.start[0] == index else 0
    slips = [one for one in (_HALF.search(line, begin), _ESCAPE.search(line, begin)) if one]
    if not slips:
        return
    bad = min(slips, key=lambda one: one.start())
    half = _HALF.match(bad[0])
    yield Mend(
        replaced(lines, {index: line[: bad.start()] + as_words("\\") + line[bad.start() + 1 :]}),
        index,
        bad.start(),
        len(bad[0]),
        f"{bad[0]} is half of a character"
        if half
        else "a backslash in double quotes begins a sign",
        "write the character itself"
        if half
        else "put the text in single quotes, or write the backslash twice",
    )


def whole_characters(text: str) -> str:
    """Return a text in which the two halves of a character, as JSON escapes them, are one."""

    def joined(found: re.Match[str]) -> str:
        pair = bytes.fromhex(found[2] + found[3]).decode("utf-16-be")
        return found[1] + pair + "\ufdd5" * (len(found[0]) - len(found[1]) - 1)

    return _PAIR.sub(joined, text)
