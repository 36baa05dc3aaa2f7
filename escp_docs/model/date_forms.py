"""What a day or a month may mean that is not written as the format wants it."""

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pkgutil import get_data
from typing import Final

from escp_docs.model.country import LANGUAGES
from escp_docs.model.folding import words_of
from escp_docs.pattern import pattern

_LONGEST: Final = 40  # characters of a text that may be a date
_NUMBERS: Final = pattern(r"(\d{1,4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{1,4})\.?")
_WORDS: Final = pattern(
    r"(?:(\d{1,2})(?:st|nd|rd|th|er|e|º|o|η|\.)?[\s-]+(?:de\s+|of\s+)?)?"
    r"([^\W\d_]{3,12})\.?,?[\s-]*(?:de\s+)?(?:(\d{1,2})(?:st|nd|rd|th)?,\s*)?(\d{4})?(?:\s?r\.)?"
)
_YEAR_MONTH: Final = pattern(r"(\d{4})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{4})")
_MONTH_NUMBER: Final = pattern(r"(?:m|month)\s?(\d{1,3})", re.IGNORECASE)
_TIME: Final = pattern(
    r"(?P<day>.*?\d)(?:[Tt]|[,\s]\s*)(?:(?:at|à|as|às|um|o)\s+)?(?P<hour>\d{1,2})\s?[:hH.](?P<minute>\d{2})"
    r"(?::\d{2}(?:\.\d+)?)?\s*(?:h|CET|Uhr)?",
)
_MIDDAY: Final = "12:00"
_HOURS, _MINUTES = 24, 60
_YEAR_DIGITS: Final = 4
_SHORT_YEAR: Final = pattern(r"(\d{1,2}\s?[./]\s?\d{1,2}\s?[./]\s?)([2-5]\d)(?=\D|$)(.*)")
_COMPACT: Final = pattern(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_STORED: Final = pattern(r"(\d{5})(?:[.,]0+)?")
_FIRST_STORED: Final = date(1899, 12, 30)  # spreadsheets have a 29 February 1900, and count it
_STORED_YEARS: Final = range(2000, 2100)  # of a number that may be a day rather than an amount
_SHORTEST: Final = 3  # letters of a month that tell it from others


def days(text: str) -> tuple[date, ...]:
    """Return the days that a text may mean; several if day and month may have changed places.

    A point parts the day from the month in this order; a stroke may be either order.
    """
    if len(text) > _LONGEST:
        return ()
    return tuple(dict.fromkeys(_days(text.strip())))


def with_full_year(text: str) -> str:
    """Return a day whose year has two digits with all four; any other text as it is."""
    found = _SHORT_YEAR.fullmatch(text.strip())
    return f"{found[1]}20{found[2]}{found[3]}" if found else text


def stored_by_spreadsheets(text: str) -> date | None:
    """Return the day whose number a text is, as spreadsheets store it; None if it is none."""
    found = _STORED.fullmatch(text.strip())
    day = _FIRST_STORED + timedelta(days=int(found[1])) if found else None
    return day if day and day.year in _STORED_YEARS else None


def in_words(day: date) -> str:
    """Return a day as people write it: 1 September 2021."""
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def moments(text: str) -> tuple[tuple[date, str], ...]:
    """Return the days that a text may mean, each with its time of the day as hh:mm.

    Without a time it is midday, which serves as an example.
    """
    found = _TIME.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if found and int(found["hour"]) < _HOURS and int(found["minute"]) < _MINUTES:
        hour = f"{int(found['hour']):02}:{found['minute']}"
        return tuple((day, hour) for day in days(found["day"]))
    return tuple((day, _MIDDAY) for day in days(text))


def offset_in_brussels(day: date) -> str:
    """Return how far the time of Brussels is ahead of UTC on a day: "+01:00" or "+02:00".

    Source:
        Directive 2000/84/EC: summer time lasts from the last Sunday of March to that of October.
    """
    begin, end = (_last_sunday(day.year, month) for month in (3, 10))
    return "+02:00" if begin <= day < end else "+01:00"


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=last.isoweekday() % 7)


def _days(text: str) -> Iterator[date]:
    if compact := _COMPACT.fullmatch(text):
        yield from _day(*map(int, compact.groups()))
        return
    numbers = _NUMBERS.fullmatch(text)
    if numbers:
        first, sign, second, third = numbers.groups()
        if len(first) == _YEAR_DIGITS:
            yield from _day(int(first), int(second), int(third))
        elif len(third) == _YEAR_DIGITS:
            yield from _day(int(third), int(second), int(first))
            if sign == "/":
                yield from _day(int(third), int(first), int(second))
        return
    words = _WORDS.fullmatch(text)
    if words and words[4] and (words[1] or words[3]):
        month = _month_named(words[2])
        if month:
            yield from _day(int(words[4]), month, int(words[1] or words[3]))


def _day(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        return


def month_number(text: str) -> int | None:
    """Return the number of a project month that is written as M10 or `month 10`; else None."""
    found = _MONTH_NUMBER.fullmatch(text.strip())
    return int(found[1]) if found else None


def calendar_month(text: str) -> tuple[int | None, int] | None:
    """Return year and month of a text such as "October 2021" or 2021-10; the year may be open."""
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    if found := _YEAR_MONTH.fullmatch(text):
        year, month = int(found[1] or found[4]), int(found[2] or found[3])
        return (year, month) if 1 <= month <= len(calendar.month_name) - 1 else None
    if several := days(text):
        return (several[0].year, several[0].month) if len(several) == 1 else None
    words = _WORDS.fullmatch(text)
    named = _month_named(words[2]) if words and not words[1] and not words[3] else None
    return (int(words[4]) if words and words[4] else None, named) if named else None


def _month_named(word: str) -> int | None:
    """Return the number of a month by its name in a language of the Union.

    In English the beginning of it is enough. A name that is another month elsewhere is none.
    """
    folded = word.casefold()
    if len(folded) < _SHORTEST:
        return None
    names = [name.casefold() for name in calendar.month_name]
    found = [number for number, name in enumerate(names) if number and name.startswith(folded)]
    return found[0] if len(found) == 1 else _months_elsewhere().get(words_of(word))


@cache
def _months_elsewhere() -> dict[str, int]:
    """Return the months by their folded names; from CLDR, by way of Babel."""
    import pickle  # noqa: PLC0415  # only for a month in words

    found: dict[str, set[int]] = {}
    for language in LANGUAGES:
        stored = get_data("babel", f"locale-data/{language}.dat") or b""
        forms = pickle.loads(stored).get("months", {})  # noqa: S301  # Babel's own
        for form in ("format", "stand-alone"):
            for number, name in dict(forms.get(form, {}).get("wide", {})).items():
                found.setdefault(words_of(name), set()).add(number)
    return {name: min(numbers) for name, numbers in found.items() if len(numbers) == 1}


def project_month(start: date, year: int | None, month: int) -> int | None:
    """Return which month of an action a calendar month is, from 1; None if it lies before it.

    Without a year it is the first such month.
    """
    if year is None:
        return (month - start.month) % 12 + 1
    number = (year - start.year) * 12 + month - start.month + 1
    return number if number >= 1 else None
