"""Patterns of all the ways in which people write a name, a phone number or an amount."""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Final

from escp_docs.model.folding import plain

_LETTERS: Final = (*range(0x61, 0x530), *range(0x1E00, 0x2000))  # Latin, Greek, Cyrillic
_UNSEEN: Final = "[\u0300-\u036f\u00ad\u200b-\u200d\u2060]*"  # accents apart, letters nobody sees
_GAP: Final = r"[\s*_~`\\]+"  # between two words, with the marks of Markdown
_UMLAUTS: Final = frozenset("äöüøÄÖÜØ")
_BETWEEN_DIGITS: Final = r"(?:\(0\)|[\s().,/·\u2010-\u2015-]){0,4}"
_BETWEEN_THOUSANDS: Final = r"[\s.,'\u2019]?"
_TITLE: Final = r"(?:\b[^\W\d_]\.|\b(?:dr|prof|mr|mrs|ms|miss|sir|herr|frau|ing|mag|dipl)\b\.?)"
_LEAST_DIGITS: Final = 6  # of a phone number
_ALIKE: Final = {"ss": "ß", "ae": "æ", "oe": "œ", "th": "þ"}


def words(text: str) -> str:
    """Return a pattern of words, whatever their accents, and with Markdown between them."""
    return _GAP.join(map(_word, text.split()))


def verbatim(text: str) -> str:
    """Return a pattern of a text as it is written, wherever its lines end."""
    return r"\s+".join(map(re.escape, text.split()))


def surname_with_title(word: str) -> str:
    """Return a pattern of a surname behind an initial or a title."""
    return rf"{_TITLE}(?:\s|[*_])*{_word(word)}"


def phone(text: str) -> str | None:
    """Return a pattern of the digits of a phone number; None if they are too few to know it by."""
    digits = re.sub(r"\D", "", text.replace("(0)", "")).removeprefix("00")
    if len(digits) < _LEAST_DIGITS:
        return None
    return rf"(?:\(?(?:\+|00){_BETWEEN_DIGITS})?{_BETWEEN_DIGITS.join(digits)}"


def amount(value: Decimal) -> str:
    """Return a pattern of an amount, with or without cents and marks between thousands."""
    whole, _, cents = f"{value:,f}".partition(".")
    cents = cents.rstrip("0")
    rest = rf"[.,]{cents}0*" if cents else r"(?:[.,]0{1,2})?"
    return rf"(?<!\d[.,]){whole.replace(',', _BETWEEN_THOUSANDS)}{rest}(?![.,]?\d)"


def _word(word: str) -> str:
    found = list(_letters(unicodedata.normalize("NFC", word)))
    every = "".join(_one(letter) for letter in found)
    for two, one in _ALIKE.items():
        apart = "".join(map(_one, two))
        every = every.replace(apart, f"(?:{apart}|{one})")
    return every


def _letters(word: str) -> Iterator[str]:
    """Yield the plain letters of a word, and "e?" where an umlaut may be written with an e."""
    for letter in word:
        yield from plain(letter)
        if letter in _UMLAUTS:
            yield "e?"


def _one(letter: str) -> str:
    if letter == "e?":
        return letter
    if letter in "'\u2019-\u2010\u2011":
        return r"['\u2019\u2010\u2011-]"
    return f"[{re.escape(letter)}{_alike().get(letter, '')}]{_UNSEEN}"


@cache
def _alike() -> dict[str, str]:
    """Return for each plain letter those that only accents tell from it."""
    found: dict[str, str] = {}
    for code in _LETTERS:
        folded = plain(chr(code))
        if len(folded) == 1 and chr(code).islower() and folded != chr(code):
            found[folded] = found.get(folded, "") + chr(code)
    return found
