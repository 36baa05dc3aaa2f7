"""Words torn off in {...}: a comma, a colon or a blank that says something else than was meant."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from msgspec import Struct

from escp_docs.finding import Place
from escp_docs.model import number_forms
from escp_docs.model.vocabulary import Vocabulary
from escp_docs.pattern import pattern
from escp_docs.read.characters import restored
from escp_docs.read.quoting import cure

_Slip = tuple[Place, str, str]
_NO_BLANK: Final = pattern(r"([A-Za-z_][\w.-]*):\s?(\S.*)", re.DOTALL)
_LINE_END: Final = pattern(r"\s*\n\s*")
_NO_COLON: Final = pattern(r"([A-Za-z_][\w.-]*)\s+(\S+)")
_EQUALS: Final = pattern(r"([A-Za-z_][\w.-]*)\s*:?=\s*(\S.*)", re.DOTALL)
_PARTED: Final = pattern(r"[-+€]?\d{1,3},\d")
_EURO: Final = pattern(r"€|\b(?:EUR|euros?)\b", re.IGNORECASE)  # behind an id it says what counts
_DIGITS: Final = pattern(r"\d+")
_NUMBER: Final = pattern(r"[-+]?\d+(?:[.\d]*\d)?")
_THOUSANDS: Final = pattern(r"\d{3}(?:\.\d+)?")


class Entry(Struct, frozen=True):
    """An entry of a mapping in brackets: its key, and its value if that is a single one.

    `is_torn` says that there is not even a colon behind the key; `begin` and `end` are where the
    value stands in the text, both behind the key if there is none.
    """

    name: str
    place: Place
    value: str | None
    is_torn: bool
    begin: int
    end: int


def slips(entries: Sequence[Entry], text: str, vocabulary: Vocabulary) -> Iterator[_Slip]:
    """Yield place, fact and cure of each run of torn entries in one mapping of a text."""
    if len(entries) > 1 and all(one.is_torn and not _NO_BLANK.match(one.name) for one in entries):
        names = ", ".join(one.name for one in entries)
        pairs = [_EQUALS.fullmatch(one.name) for one in entries]
        meant = ", ".join(f"{one[1]}: {one[2]}" for one in pairs if one)
        yield (
            entries[0].place,
            f"{{{names}}} is no mapping: there is no colon in it",
            f"write `{{{meant}}}`: a colon and a blank part a key from its value"
            if all(pairs)
            else f"write a list in square brackets: [{names}]",
        )
        return
    if len(entries) == 1 and entries[0].is_torn and entries[0].name not in vocabulary.names:
        slip = _own_slip(entries[0], None, vocabulary)
        name = entries[0].name
        yield slip or (
            entries[0].place,
            f"{{{name}}} is no mapping: there is no colon in it",
            f"write it without braces: {name}",
        )
        return
    index = 0
    while index < len(entries):
        run = list(takewhile(lambda one: one.is_torn, entries[index:]))
        if run:
            yield from _run(entries[index - 1] if index else None, run, text, vocabulary)
        index += len(run) or 1


def is_parted(typed: str) -> bool:
    """Whether two entries of a list may be one number with a comma: [1,5 FTE]."""
    return bool(_PARTED.match(typed))


def torn_lists(
    entries: Sequence[Entry], vocabulary: Vocabulary
) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the key of each list that stands without brackets, and its entries as typed."""
    for index, one in enumerate(entries):
        if one.value is None or not vocabulary.is_list(one.name):
            continue
        torn = [*takewhile(lambda one: one.is_torn, entries[index + 1 :])]
        if torn and not any(_own_slip(other, one, vocabulary) for other in torn):
            yield one.name, [one.value, *(other.name for other in torn)]


def _run(
    before: Entry | None, run: Sequence[Entry], text: str, vocabulary: Vocabulary
) -> Iterator[_Slip]:
    torn: list[Entry] = []
    for one in run:
        slip = _own_slip(one, before, vocabulary)
        if slip is None:
            torn.append(one)
            continue
        if torn:
            yield _comma(before, torn, text, vocabulary)
            torn = []
        yield slip
        before = None
    if torn:
        yield _comma(before, torn, text, vocabulary)


def _own_slip(one: Entry, before: Entry | None, vocabulary: Vocabulary) -> _Slip | None:
    """Return the slip of an entry that has a key and a value, and lacks what parts the two."""
    colon = _NO_BLANK.fullmatch(one.name)
    if colon:
        return (
            one.place,
            f"{one.name!r} is read as a key without a value: there is no blank after the colon",
            f"write `{colon[1]}: {colon[2]}`",
        )
    equals = _EQUALS.fullmatch(one.name)
    if equals and equals[1] in vocabulary.names:
        return (
            one.place,
            f"{one.name!r} is read as a key without a value: there is no colon in it",
            f"write `{equals[1]}: {equals[2]}`",
        )
    pair = _NO_COLON.fullmatch(one.name)
    numbers = before is None or (before.value is not None and _NUMBER.fullmatch(before.value))
    if pair and numbers and _NUMBER.fullmatch(pair[2]):
        return (
            one.place,
            f"{one.name!r} is read as a key without a value: there is no colon in it",
            f"write `{pair[1]}: {pair[2]}`",
        )
    return None


def _comma(before: Entry | None, torn: Sequence[Entry], text: str, vocabulary: Vocabulary) -> _Slip:
    said = f"the comma before {torn[0].name!r} begins a new key, and that key has no value"
    if before is None or before.value is None:
        first = torn[0].name
        return torn[0].place, f"the key {first!r} has no value", f"write `{first}: ...`"
    number = _number(before, [one.name for one in torn], vocabulary)
    if number:
        return torn[0].place, said, number
    typed = restored(_LINE_END.sub(" ", text[before.begin : torn[-1].end]))
    if vocabulary.is_list(before.name):
        return torn[0].place, said, f"write `{before.name}: [{typed}]`, in square brackets"
    counts = "eur" if _EURO.search(typed) and before.name not in vocabulary.names else before.name
    is_number = counts == "eur" or vocabulary.is_number(before.name)
    numbers = number_forms.meant(typed, counts) if is_number else ()
    if numbers:
        return torn[0].place, said, f"write {', or '.join(numbers)}"
    return torn[0].place, said, cure(before.name, typed)


def _number(before: Entry, rest: Sequence[str], vocabulary: Vocabulary) -> str | None:
    """Return how to write the number that commas have torn, None if it is none."""
    first = before.value or ""
    if not _NUMBER.fullmatch(first) or not all(_NUMBER.fullmatch(one) for one in rest):
        return None
    whole = first + "".join(rest)
    decimals = len(rest) == 1 and _DIGITS.fullmatch(rest[0])
    is_grouped = re.fullmatch(r"[-+]?\d{1,3}", first) and all(map(_THOUSANDS.fullmatch, rest))
    if vocabulary.is_whole(before.name):
        if is_grouped and whole.isdigit():
            return f"write `{whole}` without a comma: {before.name!r} is a whole number"
        return f"write a whole number: {before.name!r} has no decimals"
    if "." in first and decimals:
        return f"write `{first.replace('.', '')}.{rest[0]}`: a point for the cents, no other sign"
    if is_grouped:
        if decimals:
            return f"write `{whole}` without a comma, or a decimal with a point, as in `{first}.5`"
        return f"write `{whole}` without a comma"
    if decimals:
        return f"write `{first}.{rest[0]}`: the decimal sign is a point"
    return f"write `{whole}` without a comma"
