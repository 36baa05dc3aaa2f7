"""What a spec states, read from plain YAML values in the simplest sound way.

A value that is absent, empty, or says of itself that it is not written yet is None.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

Entry = Mapping[str, Any]

_CAPITALS: Final = ("TBD", "TBC", "TODO", "XXX")
_WHOLE: Final = frozenset({
    "tbd", "tbc", "todo", "xxx", "n/a", "-", "...", "???", "lorem ipsum", "none",
    "to be completed", "to be confirmed", "to be written", "to be defined", "to be added",
    "to be decided", "to be announced",
})  # fmt: skip
_BEGINS: Final = re.compile(
    r"(TBD|TBC|TODO|XXX)\b"
    r"|(?i:to be (completed|confirmed|written|defined|added|decided|announced))\b"
)
_MOST_WORDS: Final = 20


def name(entry: Entry, key: str) -> str | None:
    """Return the name of somebody or something, unless as a whole it says "not written yet"."""
    value = entry.get(key)
    if value is None or not str(value).strip() or str(value).strip().casefold() in _WHOLE:
        return None
    return str(value).strip()


def text(entry: Entry, key: str) -> str | None:
    """Return a text, unless it says or begins with words that say "not written yet"."""
    found = name(entry, key)
    if found and _BEGINS.match(found) and len(found.split()) < _MOST_WORDS:
        return None
    return found


def says_none(entry: Entry, key: str) -> bool:
    """Return whether a text says that there is none."""
    return str(entry.get(key) or "").strip().casefold() == "none"


def choice(entry: Entry, key: str) -> str | None:
    """Return a choice; "none" may be one."""
    value = entry.get(key)
    found = None if value is None else str(value).strip()
    return None if not found or found in (*_CAPITALS, "???") else found


def flag(entry: Entry, key: str) -> bool | None:
    """Return what is answered with true or false."""
    found = choice(entry, key)
    return None if found is None else found.casefold() == "true"


def number(entry: Entry, key: str) -> Decimal | None:
    """Return a number: months, years, units, euro."""
    found = choice(entry, key)
    return None if found is None else Decimal(found)


def share(entry: Entry, key: str) -> Fraction | None:
    """Return a share, as in 0.9 or 2/3."""
    found = choice(entry, key)
    return None if found is None else Fraction(found)


def numbers(entry: Entry, key: str) -> dict[str, Decimal | None] | None:
    """Return numbers by the id of a partner; if none of them is written, the mapping is absent."""
    found = {who: number(entry[key], who) for who in entry.get(key) or ()}
    if entry.get(key) is None or (found and set(found.values()) == {None}):
        return None
    return found


def moment(entry: Entry, key: str) -> date | datetime | None:
    """Return a day, or a moment with its offset."""
    found = choice(entry, key)
    if found is None:
        return None
    is_day = len(found) == len("2020-12-02")
    return date.fromisoformat(found) if is_day else datetime.fromisoformat(found)


def part(entry: Entry, key: str) -> Entry:
    """Return what stands below a key; nothing stands below one that is absent."""
    return entry.get(key) or {}


def entries(entry: Entry, key: str) -> Sequence[Entry] | None:
    """Return the entries of a list, None if it is absent."""
    found: Sequence[Entry] | None = entry.get(key)
    return found


def texts(entry: Entry, key: str) -> list[str] | None:
    """Return the texts of a list; one in which nothing is written yet is absent."""
    found = entry.get(key)
    if found is None:
        return None
    written = [one for index in range(len(found)) if (one := name({"_": found[index]}, "_"))]
    return written if written or not found else None


def folded(words: str) -> str:
    """Return letters and digits without case and accents."""
    plain = words.casefold().translate(_LETTERS)
    return "".join(one for one in unicodedata.normalize("NFKD", plain) if one.isalnum())


_LETTERS: Final = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
})  # fmt: skip


def partners(spec: Entry) -> Sequence[Entry] | None:
    """Return the applicants, None if nobody has listed them."""
    return entries(part(spec, "consortium"), "partners")


def work_packages(spec: Entry) -> Sequence[Entry] | None:
    """Return the work packages, None if nobody has listed them."""
    return entries(part(spec, "roadmap"), "work_packages")


def below(several: Sequence[Entry] | None, key: str) -> Iterator[Entry]:
    """Yield the entries of a list in each of several entries, as far as they are there."""
    for one in several or ():
        yield from entries(one, key) or ()
