"""The numbers in a text, in digits and in words, and what they count."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.language.english.number_words import ORDINALS, SCALES, SMALL, STOPS, TENS
from escp_docs.pattern import pattern

_TEN: Final = "|".join(TENS)
_ONES: Final = "|".join(SMALL[1:10])
_SMALL: Final = rf"(?:{_TEN})(?:[- ](?:{_ONES}))?|{'|'.join(reversed(SMALL))}"
_HUNDREDS: Final = rf"(?:(?:an?|{_ONES})[ -]hundred(?:(?: and|,)? (?:{_SMALL}))?|{_SMALL})"
_SCALED: Final = rf"(?:an?|{_HUNDREDS})[ -](?:{'|'.join(SCALES)})"
_WORDS: Final = rf"(?:{_SCALED}(?:(?: and|,)? (?:{_SCALED}|{_HUNDREDS})){{0,2}}|{_HUNDREDS})"
_ORDINAL: Final = rf"(?:(?:{_TEN})-)?(?:{'|'.join(ORDINALS)})"
_GROUPS: Final = r"\d{1,3}(?:[,'\u2019\u00a0\u202f\u2009 ]\d{3})+(?!\d)"
_COUNTED: Final = r"(?=\s?(?:%|per\s?cent|eur\b|euros?\b|\u20ac|person-months?|months?\b))"
_COMMA: Final = (  # as most of the continent writes decimals, where they can be nothing else
    r"\d{1,3}(?:[.'\u2019\u00a0\u202f\u2009 ]\d{3})+,\d{1,2}(?!\d)"
    rf"|\d+,\d{{1,2}}{_COUNTED}|(?:(?<=eur )|(?<=\u20ac)|(?<=\u20ac ))\d+,\d{{2}}(?!\d)"
)
_DOTS: Final = r"\d{1,3}(?:\.\d{3})+(?![\d.]*\d)"
_ENGLISH: Final = rf"(?:{_GROUPS}|\d+)(?:\.\d+)?(?:st|nd|rd|th)?"
_SCALE: Final = rf"(?:[ \u00a0](?P<scale>{'|'.join(SCALES)})\b)?"
_DIGITS: Final = (
    rf"(?<![\w./#])(?:(?P<comma>{_COMMA})|(?P<dots>{_DOTS})|(?P<plain>{_ENGLISH}))"
    rf"(?![\w])(?!\.\d){_SCALE}"
)
_NUMBER: Final = pattern(
    rf"(?P<digits>{_DIGITS})|\b(?P<ordinal>{_ORDINAL})\b|\b(?P<words>{_WORDS})\b", re.IGNORECASE
)
_CHAIN: Final = pattern(r"\s*(?:,\s*and|,|-|–|—|to|and|or|until|through)\s*", re.IGNORECASE)
_WORD: Final = pattern(r"[^\W_]+(?:['’-][^\W_]+)*|[%€.;:!?()|,]")
_ENDS: Final = frozenset(".;:!?()|,")
_BEHIND: Final = 4  # words behind a number in which its noun is looked for
_BEFORE: Final = pattern(r"([^\W_]+|€)[\s*_-]*$")


class Numeral(Struct, frozen=True):
    """A number in a text.

    Attributes:
        value: What it is.
        start: Where it begins.
        end: Where it ends.
        before: The word before it, in small letters; of "months 19 to 32", month's for both.
        behind: The words behind it, in small letters, up to what ends a phrase; of "five to eight
            clusters" clusters for both.
        reach: Where the last of these ends.
        is_ordinal: Whether it is a place in an order: third, 3rd.
        others: What else it may be: 405.000 is four hundred and five, or a thousand times that.
    """

    value: Decimal
    start: int
    end: int
    before: str = ""
    behind: tuple[str, ...] = ()
    reach: int = 0
    is_ordinal: bool = False
    others: tuple[Decimal, ...] = ()


def numerals(text: str, masked: Sequence[tuple[int, int]] = ()) -> tuple[Numeral, ...]:
    """Return the numbers of a text in order; those within `masked` places are left out."""
    found = [one for one in _alone(text) if not any(a <= one.start < b for a, b in masked)]
    for index, one in enumerate(found):
        last = found[index - 1] if index else None
        if last and last.before in _PLURALS and _CHAIN.fullmatch(text[last.end : one.start]):
            found[index] = replace(one, before=last.before)
    for index in range(len(found) - 2, -1, -1):
        one, following = found[index], found[index + 1]
        if not one.behind and _CHAIN.fullmatch(text[one.end : following.start]):
            found[index] = replace(one, behind=following.behind, reach=following.reach)
    return tuple(found)


_PLURALS: Final = frozenset({"months", "years", "days", "weeks"})


def _alone(text: str) -> Iterator[Numeral]:
    for one in _NUMBER.finditer(text):
        value, *others = _readings(one)
        before = _BEFORE.search(text[: one.start()])
        behind, reach = _behind(text, one.end())
        is_ordinal = bool(one["ordinal"]) or (one["plain"] or "")[-1:].isalpha()
        yield Numeral(
            value,
            one.start(),
            one.end(),
            before[1].lower() if before else "",
            behind,
            reach,
            is_ordinal,
            tuple(others),
        )


def _behind(text: str, at: int) -> tuple[tuple[str, ...], int]:
    words: list[str] = []
    reach = at
    for one in _WORD.finditer(text, at, at + 80):
        word = one[0].lower()
        is_sized = word == "and" and words[-1:] == ["small"]  # small and medium-sized enterprises
        if word in _ENDS or (word in STOPS and not is_sized) or _NUMBER.match(one[0]):
            break
        words.append(word)
        reach = one.end()
        if len(words) == _BEHIND:
            break
    return tuple(words), reach


def _readings(one: re.Match[str]) -> tuple[Decimal, ...]:
    """Return what a number may be: with one dot before three digits it may be of two sizes."""
    if one["digits"]:
        scale = SCALES[one["scale"].lower()] if one["scale"] else 1
        return tuple(value * scale for value in _of_digits(one))
    if one["ordinal"]:
        *tens, last = one["ordinal"].lower().split("-")
        ten = (TENS.index(tens[0]) + 2) * 10 if tens else 0
        return (Decimal(ten + ORDINALS[last]),)
    return (Decimal(_of_words(one["words"].lower())),)


def _of_digits(one: re.Match[str]) -> tuple[Decimal, ...]:
    if one["comma"]:
        return (Decimal(re.sub(r"[^\d,]", "", one["comma"]).replace(",", ".")),)
    if one["dots"]:
        whole = Decimal(one["dots"].replace(".", ""))
        return (Decimal(one["dots"]), whole) if one["dots"].count(".") == 1 else (whole,)
    return (Decimal(re.sub(r"[^\d.]", "", one["plain"])),)


def _of_words(words: str) -> int:
    """Return the number below a thousand million that words say."""
    for scale, factor in sorted(SCALES.items(), key=lambda one: -one[1]):
        head, scaled, rest = words.partition(scale)
        if scaled:
            first = head.strip(" -")
            many = 1 if first in {"a", "an"} else _of_words(first)
            tail = re.sub(r"^[ ,]*(?:and )?[ ,]*", "", rest)
            return many * factor + (_of_words(tail) if tail else 0)
    head, hundred, rest = words.partition("hundred")
    if hundred:
        first = head.strip(" -")
        many = SMALL.index(first) if first in SMALL else 1
        tail = rest.replace("and", "", 1).strip(" ,")
        return many * 100 + (_of_words(tail) if tail else 0)
    total = 0
    for part in re.split(r"[- ]", words.strip()):
        total += (TENS.index(part) + 2) * 10 if part in TENS else SMALL.index(part)
    return total
