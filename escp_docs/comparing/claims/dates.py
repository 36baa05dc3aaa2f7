"""The dates in a text, whichever way they are written."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from msgspec import Struct

from escp_docs.pattern import pattern

_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
_NAMED: Final = "|".join(f"{name}|{name[:3]}\\.?" for name in _MONTHS)
_DATE: Final = pattern(
    r"(?P<iso>(?<!\d)\d{4}-\d{2}-\d{2}(?!\d))"
    r"|(?<!\d)(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>\d{4})(?!\d)"
    rf"|(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_NAMED})\s+(?P<year>\d{{4}})"
    rf"|\b(?P<us>{_NAMED})\s+(?P<usday>\d{{1,2}})(?:st|nd|rd|th)?,\s*(?P<usyear>\d{{4}})"
    rf"|\b(?P<only>{_NAMED})\s+(?P<onlyyear>\d{{4}})\b",
    re.IGNORECASE,
)


class WrittenDate(Struct, frozen=True):
    """A date in a text; of a month alone, `day` is its first and `is_month` true."""

    day: date
    start: int
    end: int
    is_month: bool = False


def dates(text: str) -> tuple[WrittenDate, ...]:
    """Return the dates of a text in order; what is no day of the calendar is none."""
    return tuple(_dates(text))


def _dates(text: str) -> Iterator[WrittenDate]:
    for one in _DATE.finditer(text):
        try:
            day, is_month = _day(one)
        except ValueError:
            continue
        yield WrittenDate(day, one.start(), one.end(), is_month)


def _day(one: re.Match[str]) -> tuple[date, bool]:
    if one["iso"]:
        return date.fromisoformat(one["iso"]), False
    if one["y"]:
        return date(int(one["y"]), int(one["m"]), int(one["d"])), False
    if one["month"]:
        return date(int(one["year"]), _number(one["month"]), int(one["day"])), False
    if one["us"]:
        return date(int(one["usyear"]), _number(one["us"]), int(one["usday"])), False
    return date(int(one["onlyyear"]), _number(one["only"]), 1), True


def _number(name: str) -> int:
    start = name.lower()[:3]
    return next(index for index, one in enumerate(_MONTHS, 1) if one.startswith(start))
