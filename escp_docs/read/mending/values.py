"""Values of one line in which a mark is read as structure, though it belongs to the text."""

from collections.abc import Iterator, Sequence
from typing import Final

from escp_docs.pattern import pattern
from escp_docs.read.characters import as_words
from escp_docs.read.mending.breaks import (
    Break,
    Lines,
    Mend,
    Workshop,
    head,
    indent,
    near,
    replaced,
    without_comment,
)
from escp_docs.read.quoting import cure, quoted_entry, within

_OPENERS: Final = "@%`&*!|>-?\"'],#[{"
_COLON: Final = pattern(r":(?=\s|$)")
_MARK_AND_WORDS: Final = pattern(r"[|>](?:\s+[^\s#]|[^\W\d])")
_ENTRIES: Final = pattern(r"\{\s*[A-Za-z_][\w.-]*\s*:\s")
_LINK: Final = pattern(
    r"(?P<key>\b[a-z_]+):\s+(?P<link>\[[^\[\]]*\]\(<?(?:mailto:)?"
    r"(?P<address>(?:https?://|www\.|[^\s()<>@]+@)[^\s()<>]+)>?\))(?=\s*(?:[,}]|#|$))"
)
_COMMA_BEHIND: Final = pattern(r"""("[^"]*"|'[^']*'|\[[^\[\]]*\]|\{[^{}]*\})\s*,""")
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
    yield from _text_behind_its_mark(lines, index, start)
    yield from _quotes_in_a_long_text(shop, lines, index, start)
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


def _text_behind_its_mark(lines: Lines, index: int, start: int) -> Iterator[Mend]:
    """Yield the text without the words behind | or >, if more lines of them follow."""
    key, value = head(lines[index]).key, lines[index][start:]
    column = head(lines[index]).dashes
    below = next((one for one in lines[index + 1 :] if one.strip()), "")
    if key and _MARK_AND_WORDS.match(value) and indent(below) > column:
        yield Mend(
            replaced(lines, {index: lines[index][:start] + value[0]}),
            index,
            start + len(value) - len(value[1:].lstrip()),
            len(value[1:].strip()),
            f"words follow the {value[0]} behind which a text begins on the next line",
            f"write `{key}: {value[0]}`, and the whole text below it, "
            f"indented by {indent(below)} blanks",
            is_rough=True,
        )


def _quotes_in_a_long_text(shop: Workshop, lines: Lines, index: int, start: int) -> Iterator[Mend]:
    """Yield the text of several lines whose quotes are closed by a quote within it."""
    key, value = head(lines[index]).key, lines[index][start:].rstrip()
    column = head(lines[index]).dashes
    more = [*_rest(shop, lines, index, value)] if value[0] in "\"'" else []
    closes = _closing(
        value[0], [(index, value[1:], start + 1), *((at, lines[at], 0) for at in more)]
    )
    if not more or closes is None:
        return
    level = max(column + 2, indent(lines[more[0]]))
    text = within(" ".join((value, *(lines[at].strip() for at in more))))
    fix = quoted_entry(key, text, level, is_prose=shop.vocabulary.is_prose(key))
    is_block = fix.startswith("write")
    first = "|" if is_block else as_words(value)
    below = {at: " " * level + lines[at].strip() for at in more}
    words = below if is_block else {at: as_words(line) for at, line in below.items()}
    yield Mend(
        replaced(lines, {index: lines[index][:start] + first, **words}),
        *closes,
        1,
        f"the text that begins on line {index + 1} is closed by this quote, "
        f"and goes on to line {more[-1] + 1}",
        fix + (", without the quotes around it" if is_block else ""),
        is_rough=is_block,
    )


def _rest(shop: Workshop, lines: Lines, index: int, value: str) -> Iterator[int]:
    """Yield the lines of a text in quotes below its first, which are not blank.

    None are if it ends with its first line. At the column of its key they are part of it only if a
    quote of its first line parts words.
    """
    column = head(lines[index]).dashes
    closes = value.find(value[0], 1)
    parts_words = closes >= 0
    if closes == len(value) - 1:
        return
    for at in range(index + 1, len(lines)):
        is_deeper = indent(lines[at]) > column
        is_entry = head(lines[at]).key in shop.names or lines[at].lstrip().startswith(("-", "#"))
        if not lines[at].strip():
            continue
        if is_entry or (not is_deeper and (not parts_words or indent(lines[at]) < column)):
            return
        yield at


def _closing(quote: str, typed: Sequence[tuple[int, str, int]]) -> tuple[int, int] | None:
    """Return the line and column of the first quote in lines that begin at a column."""
    found = ((at, text.find(quote), first) for at, text, first in typed)
    return next(((at, first + here) for at, here, first in found if here >= 0), None)


def links(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which an address stands without the brackets of Markdown."""
    for index in near(lines, found):
        line = lines[index]
        for link in _LINK.finditer(line):
            if shop.vocabulary.is_prose(link["key"]):
                continue
            entry = f"{link['key']}: {link['address']}"
            column = link.start("link")
            yield Mend(
                replaced(lines, {index: line[: link.start()] + entry + line[link.end() :]}),
                index,
                column,
                link.end() - column,
                "a link of Markdown stands here, and this key has no text that is read as Markdown",
                f"write `{entry}`",
            )


def words_after_brackets(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which a value is words, though it begins with a bracket."""
    for index in near(lines, found):
        line = lines[index]
        start = head(line).value
        value = without_comment(line[start:]).rstrip()
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
