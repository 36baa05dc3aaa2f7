"""Lines that go on with a text above, and stand or read as if they were keys."""

from collections.abc import Iterator
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
    is_empty,
    near,
    replaced,
)
from escp_docs.read.mending.meant_keys import can_stand, is_entry, meant_key
from escp_docs.read.mending.outside import is_in_a_text
from escp_docs.read.quoting import quoted_entry

_BACK: Final = 30  # lines above a break in which the text may begin
_LONGEST: Final = 100  # lines that go on with one text at most
_NO_WORDS: Final = "\"'[{|>&*!%@`#"
_MARKED: Final = pattern(r":(?=\s|$)|\s#")
_NAME: Final = pattern(r"[a-z][a-z0-9_]*")
_FIRST_WORD: Final = pattern(r"\s*([^\W\d][\w-]*)")


def continued(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which lines are part of the text above them."""
    below = found.line + 1  # where the line of the break itself begins the text
    for index in (*near(lines, found, back=2), *([below] if below < len(lines) else [])):
        if index == below and indent(lines[index]) <= head(lines[found.line]).dashes:
            continue
        opener = text_above(shop, lines, index)
        if opener is None or not _is_words(shop, lines, index, opener):
            continue
        end = index + 1
        last = min(len(lines), index + _LONGEST)
        while end < last and _is_words(shop, lines, end, opener):
            end += 1
        yield _mend(shop, lines, opener, index, end)


def text_above(shop: Workshop, lines: Lines, index: int) -> int | None:
    """Return the line above that begins a text which `index` may go on with, None if none does.

    It is one without quotes, and without | or >, behind a key that may hold words.
    """
    for at in range(index - 1, max(-1, index - 1 - _BACK), -1):
        line = lines[at]
        if not line.strip():
            continue
        begins = head(line)
        if begins.key in shop.names or begins.dashes > len(line) - len(line.lstrip(" ")):
            value = line[begins.value :].strip()
            is_text = value[:1] not in _NO_WORDS if value else shop.vocabulary.is_prose(begins.key)
            is_text = is_text and not is_in_a_text(lines, at)
            return at if is_text and _may_hold_words(shop, lines, at) else None
        if is_empty(line):
            return None
    return None


def _may_hold_words(shop: Workshop, lines: Lines, index: int) -> bool:
    """Whether a line has the key of a text, or is an entry of a list of texts."""
    key = head(lines[index]).key
    if key:
        return key in shop.names and shop.vocabulary.is_words(key)
    column = indent(lines[index])
    for at in range(index - 1, -1, -1):
        opens = head(lines[at]).key and not is_empty(lines[at])
        if opens and indent(lines[at]) <= column and not lines[at].startswith("- ", column):
            return shop.vocabulary.is_list_of_texts(head(lines[at]).key)
    return False


def level_of(lines: Lines, opener: int) -> int:
    """Return how far a line must be indented to go on with the text that begins on a line."""
    return head(lines[opener]).dashes + 2


def _is_words(shop: Workshop, lines: Lines, index: int, opener: int) -> bool:
    """Whether a line is no entry of its own: neither key nor dash begins it."""
    line = lines[index]
    opens = head(lines[opener])
    is_bare = not lines[opener][opens.value :].strip()
    is_left = is_bare and line.startswith("- ") and indent(line) < opens.dashes
    if is_empty(line) or (line.lstrip().startswith(("- ", "---")) and not is_left):
        return False
    begins = head(line)
    if begins.key and begins.dashes <= head(lines[opener]).dashes and _NAME.fullmatch(begins.key):
        return False
    if begins.key:
        return not is_entry(shop, lines, index, opener)
    word = _FIRST_WORD.match(line)
    meant = meant_key(shop, word[1], head(lines[opener]).key) if word else None
    return meant is None or not can_stand(shop, meant, lines, opener, begins.dashes)


def _mend(shop: Workshop, lines: Lines, opener: int, index: int, end: int) -> Mend:
    level = level_of(lines, opener)
    more = [at for at in range(index, end) if lines[at].strip()]
    begins = head(lines[opener])
    first = lines[opener][begins.value :].strip()
    whole = [first, *(lines[at].strip() for at in range(opener + 1, end) if lines[at].strip())]
    text = " ".join(whole)
    if not first:
        more = [at for at in range(opener + 1, end) if lines[at].strip()]
        message = f"this line is no key, and no text behind {begins.key!r} on line {opener + 1}"
        fix = quoted_entry(begins.key, text, level, is_prose=True)
    elif _MARKED.search(text):
        message = (
            f"this line goes on with the text that begins on line {opener + 1}, "
            "and has a colon or a number sign that is read as structure"
        )
        fix = quoted_entry(begins.key, text, level, is_prose=shop.vocabulary.is_prose(begins.key))
    else:
        message = "this line has no colon, and stands where keys stand"
        fix = (
            f"indent it by {level} blanks if it goes on with the text of line {opener + 1}; "
            "if not, begin it with a key and a colon"
        )
    changes = {at: " " * level + as_words(lines[at].strip()) for at in more}
    if _MARKED.search(first):
        index = opener
        message = (
            f"this text goes on below, to line {end}, "
            "and has a colon or a number sign that is read as structure"
        )
        changes[opener] = lines[opener][: begins.value] + as_words(first)
    line = lines[index]
    return Mend(
        replaced(lines, changes),
        index,
        len(line) - len(line.lstrip()),
        len(line.strip()),
        message,
        fix,
    )
