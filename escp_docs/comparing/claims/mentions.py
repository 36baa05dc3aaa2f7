"""Where a text says what a claim says: the number with its noun, the date, the name."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final

from msgspec import Struct

from escp_docs.comparing.claims.claim import Claim
from escp_docs.comparing.claims.dates import WrittenDate, dates
from escp_docs.comparing.claims.numerals import Numeral, numerals
from escp_docs.comparing.claims.of_numbers import EURO
from escp_docs.comparing.claims.passages import FreeText, Surroundings, around
from escp_docs.pattern import pattern

_SPAN: Final = pattern(r"[^\W_]+(?:[.-][^\W_]+)*")
_PER_CENT: Final = pattern(r"\bper cent\b")


class Mention(Struct, frozen=True):
    """A place in a text that says what a claim says; `words` are those of the text.

    `head` is that of the column in which it stands in a table.
    """

    claim: Claim
    start: int
    end: int
    words: str
    head: str = ""


class Searched:
    """Claims that are looked for in texts."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._numbers: dict[Decimal, list[Claim]] = {}
        self._names: list[tuple[re.Pattern[str], Claim]] = []
        self._dates: list[Claim] = []
        for one in claims:
            match one.value:
                case Decimal():
                    for value in {one.value, *map(Decimal, _rounded(one))}:
                        self._numbers.setdefault(value, []).append(one)
                case str():
                    self._names.append((_pattern(one.value), one))
                case _:
                    self._dates.append(one)

    def mentions(self, text: FreeText) -> tuple[Mention, ...]:
        """Return where a text says one of the claims, in order."""
        found = (*self._of_names(text), *self._of_dates(text), *self._of_numbers(text))
        return tuple(sorted(found, key=lambda one: (one.start, one.end)))

    def _of_names(self, text: FreeText) -> Iterator[Mention]:
        for words, claim in self._names:
            for one in words.finditer(text.text):
                yield Mention(claim, one.start(), one.end(), _flat(one[0]))

    def _of_dates(self, text: FreeText) -> Iterator[Mention]:
        for one in dates(text.text) if self._dates else ():
            for claim in self._dates:
                if _is_day(claim, one):
                    yield Mention(claim, one.start, one.end, _flat(text.text[one.start : one.end]))

    def _of_numbers(self, text: FreeText) -> Iterator[Mention]:
        if not self._numbers:
            return
        plain = _PER_CENT.sub("percent ", text.text)
        masked = tuple((one.start, one.end) for one in dates(plain))
        for one in numerals(plain, masked):
            passage = around(plain, one.start, one.end)
            values = (one.value, *one.others)
            for claim in (claim for value in values for claim in self._numbers.get(value, ())):
                words = _said(claim, one, passage, text, plain)
                if words:
                    yield Mention(claim, one.start, one.end, words, passage.head)


def _rounded(claim: Claim) -> set[int]:
    """Return a sum in whole euro, as texts say it."""
    value = claim.value
    return {round(value)} if isinstance(value, Decimal) and claim.before == EURO else set()


@lru_cache(maxsize=4096)
def _pattern(name: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(one) for one in name.split())
    return re.compile(rf"(?<![\w@/.-]){words}(?![\w@])(?!\.\w)")


def _is_day(claim: Claim, one: WrittenDate) -> bool:
    day = claim.value
    assert not isinstance(day, str | Decimal)
    if one.is_month:
        return (day.year, day.month) == (one.day.year, one.day.month)
    return day == one.day


def _said(claim: Claim, one: Numeral, passage: Surroundings, text: FreeText, plain: str) -> str:
    """Return the words with which a number says what a claim says; empty if it does not."""
    if one.is_ordinal and not claim.is_ordinal:
        return ""
    start, end = _reach(claim, one, passage, plain)
    if start < 0 or not _is_near(claim, passage, text):
        return ""
    return _flat(plain[start:end])


def _reach(claim: Claim, one: Numeral, passage: Surroundings, plain: str) -> tuple[int, int]:
    """Return from where to where a number and its noun reach; a negative start if it has none."""
    if not claim.behind and not claim.before:
        is_year = plain[one.start : one.end].isdigit()
        return (one.start, one.end) if is_year else (-1, -1)
    if claim.before and (one.before in claim.before or passage.head in claim.before):
        start = plain.lower().rfind(one.before, 0, one.start) if one.before in claim.before else -1
        return (start if start >= 0 else one.start), one.end
    first = one.behind[:1]
    if first and claim.before == EURO and first[0] in EURO:
        return one.start, one.reach
    if claim.behind and claim.before:  # of months: the very next word
        is_next = bool(first) and first[0] in claim.behind
        return (one.start, _after(plain, one, first[0])) if is_next else (-1, -1)
    said = f" {' '.join(one.behind)} "
    noun = next((noun for noun in claim.behind if f" {noun} " in said), "")
    return (one.start, _after(plain, one, noun.rpartition(" ")[2])) if noun else (-1, -1)


def _after(plain: str, one: Numeral, word: str) -> int:
    at = plain.lower().find(word, one.end)
    return at + len(word) if at >= 0 else one.reach


def _is_near(claim: Claim, passage: Surroundings, text: FreeText) -> bool:
    """Whether a sentence names what a number is of; in an entry's own texts it need not."""
    if not claim.near or (claim.home and text.key.startswith(f"{claim.home}.")):
        return True
    return _count(claim, passage) >= claim.least


def _count(claim: Claim, passage: Surroundings) -> int:
    words = {one.lower() for one in _SPAN.findall(passage.text)}
    hits = sum(one in words for one in claim.near)
    has_id = claim.near[:1] and claim.near[0] in words and any(map(str.isdigit, claim.near[0]))
    return hits + bool(has_id)


def _flat(words: str) -> str:
    return " ".join(words.replace("|", " ").split())
