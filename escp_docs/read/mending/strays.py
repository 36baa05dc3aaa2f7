"""A single sign that a hand let slip: alone on a line, or before the words of one."""

from collections.abc import Iterator
from typing import Final

from escp_docs.pattern import pattern
from escp_docs.read.characters import named
from escp_docs.read.mending.breaks import (
    Break,
    Lines,
    Mend,
    Workshop,
    above,
    head,
    indent,
    is_empty,
    keys_above,
    near,
    replaced,
)
from escp_docs.read.mending.outside import block_above

_FAR: Final = 2_000  # lines above a break in which a quote may have been opened
_ALONE: Final = pattern(r"\s*(?P<sign>-{3}|\.{3}|[^\s\[{#])\s*|[ ]*(?P<tab>\t)\s*")
_BEFORE: Final = pattern(r"(?P<lead> *)(?P<sign>-{3}|\.{3}|[^\s#_])(?P<rest>[ \t]*\S.*)")
_TAB: Final = pattern(r"(?P<lead> *)(?P<sign>\t)(?P<rest> *\S.*)")
_QUOTE: Final = pattern(r"""\s*["']""")
_QUOTES: Final = "\"'"
_NO_STRAYS: Final = "[{-"  # right before a key
_FEWEST: Final = 2  # blanks around a sign that is no bullet, no bracket and no word


def stray_signs(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts without a sign that belongs to nothing."""
    for index in _lines(lines, found):
        alone = _ALONE.fullmatch(lines[index])
        if alone is None:
            yield from _before_words(shop, lines, index)
        elif not _is_a_mark(shop, lines, index, alone["sign"]):
            yield _alone(lines, index, alone["sign"] or alone["tab"])


def _alone(lines: Lines, index: int, sign: str) -> Mend:
    fix = f"delete line {index + 1}"
    block = block_above(lines, index)
    if block and sign.strip():
        fix += f", or indent it by {block[1]} blanks if it belongs to the text above"
    said = f"{_stray(sign)} stands alone on this line"
    column = lines[index].index(sign)
    return Mend(replaced(lines, {index: ""}), index, column, len(sign), said, fix)


def _lines(lines: Lines, found: Break) -> Iterator[int]:
    """Yield the lines near a break, those around it, and those above in which a quote opens."""
    seen: set[int] = set()
    for index in (*near(lines, found), *_around(lines, found.line), *_quotes(lines, found.line)):
        if index not in seen:
            seen.add(index)
            yield index


def _around(lines: Lines, index: int) -> Iterator[int]:
    """Yield the lines above that each begin farther left than all between: a stray may be one."""
    least = indent(lines[index]) if index < len(lines) else 0
    for at in range(index - 1, -1, -1):
        if not least:
            return
        if indent(lines[at]) < least and not is_empty(lines[at]):
            least = indent(lines[at])
            yield at


def _quotes(lines: Lines, index: int) -> Iterator[int]:
    for at in range(min(index, len(lines) - 1), max(0, index - _FAR) - 1, -1):
        if _opens_a_quote(lines[at]):
            yield at


def _opens_a_quote(line: str) -> bool:
    """Whether a line begins with a quote that it does not close."""
    return bool(_QUOTE.match(line)) and line.count(line.lstrip()[0]) % 2 == 1


def _before_words(shop: Workshop, lines: Lines, index: int) -> Iterator[Mend]:
    """Yield the texts in which a line has lost the sign that it begins with."""
    begins = _BEFORE.fullmatch(lines[index]) or _TAB.fullmatch(lines[index])
    if not begins:
        return
    lead, sign, rest = begins["lead"], begins["sign"], begins["rest"]
    if not _is_stray(shop, lines, index, sign, rest):
        return
    said = f"{_stray(sign)} stands before this line"
    for bare in (lead + rest, lead + " " * len(sign) + rest):
        yield Mend(replaced(lines, {index: bare}), index, len(lead), len(sign), said, "delete it")


def _is_stray(shop: Workshop, lines: Lines, index: int, sign: str, rest: str) -> bool:
    """Whether a sign is no part of the words behind it, and no bullet before them."""
    words = rest.strip()
    blanks = len(rest) - len(rest.lstrip())
    column = indent(lines[index]) + len(sign) + blanks
    if sign in _QUOTES and words.count(sign) % 2:
        return False  # it is closed
    if sign == "\t":
        return column > _FEWEST
    is_entry = words.startswith("- ") or head(words).key in shop.names
    if blanks >= _FEWEST:
        aligned = _level(lines, index) in (column, column - len(sign))
        return is_entry or aligned or block_above(lines, index) is not None
    if words.startswith("- "):
        return not blanks or _is_below_entries(lines, index, column)
    if not blanks:
        return is_entry and sign not in _NO_STRAYS
    return _is_beside_keys(shop, lines, index, column)


def _level(lines: Lines, index: int) -> int:
    """Return the column at which the line above begins; -1 if there is none."""
    before = above(lines, index)
    return -1 if before is None else indent(lines[before])


def _is_below_entries(lines: Lines, index: int, column: int) -> bool:
    """Whether a dash at a column stands below others of its list."""
    higher = (lines[at] for at in range(index - 1, -1, -1) if not is_empty(lines[at]))
    return next((one for one in higher if indent(one) <= column), "").startswith(
        " " * column + "- "
    )


def _is_beside_keys(shop: Workshop, lines: Lines, index: int, column: int) -> bool:
    """Whether a key at a column stands below others of its mapping, and is new there."""
    key = head(lines[index][column:]).key
    keys = list(keys_above(lines, index, column))
    return bool(keys) and all(
        one != key and shop.vocabulary.stand_together(key, one) for one in keys
    )


def _is_a_mark(shop: Workshop, lines: Lines, index: int, sign: str) -> bool:
    """Whether what stands alone on a line begins an entry whose keys are below, or a document."""
    after = next((at for at in range(index + 1, len(lines)) if not is_empty(lines[at])), None)
    if sign == "---":
        key = head(lines[after]).key if after is not None and not indent(lines[after]) else ""
        is_new = key in shop.vocabulary.first and all(head(one).key != key for one in lines[:index])
        return bool(key) and not is_new
    if sign != "-":
        return False
    before = above(lines, index)
    column = indent(lines[index])
    if before is None or indent(lines[before]) > column:
        return after is not None and lines[after].startswith(" " * column + "- ")
    return lines[before].rstrip().endswith(":")


def _stray(sign: str) -> str:
    if not sign.strip():
        return f"a stray {named(sign).removeprefix('a ')}"
    return "a stray backtick" if sign == "`" else f"a stray `{sign}`"
