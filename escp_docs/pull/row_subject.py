"""Which entry a row of a table is about: the innermost that its cells do not merely name."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from escp_docs.model.schema import ListOf, MapOf, form
from escp_docs.model.spec import Spec
from escp_docs.pattern import pattern
from escp_docs.produced.sent import TICK, SentLine

Row = tuple[int, int]
"""A row of a table, both counted from 0."""

_ENTRY: Final = pattern(r"\[[^\]]*\]")
_NAMING: Final = frozenset({"id", "short_name", "legal_name", "title", "country", "region"})
"""Keys that say which entry is meant; in a row of something else they do no more."""


def entries(lines: Sequence[SentLine], rows: Mapping[Row, Sequence[int]]) -> dict[Row, str]:
    """Return the anchor of the entry that each row of a table of entries is about.

    A table of the facts of one entry, a fact a row, is none: to strike the row of a city takes out
    no partner, and a row more is no new one. Nor is a row about the entry around the one that all
    other rows of its table are about: it says that there is none.
    """
    about = {row: entry for row, of in rows.items() if (entry := _subject(lines, of))}
    several = Counter((row[0], entry) for row, entry in about.items())
    lists = Counter((row[0], list_of(entry)) for row, entry in about.items())
    return {
        row: entry
        for row, entry in about.items()
        if several[row[0], entry] == 1
        and (lists[row[0], list_of(entry)] > 1 or _cells_with_keys(lines, rows[row]) > 1)
        and not any(table == row[0] and lists_below(entry, other) for table, other in lists)
    }


def list_of(entry: str) -> str:
    """Return the list or mapping that an entry stands in, by its form: positions left out."""
    head = entry[: entry.rindex("[")] if entry.endswith("]") else entry.rpartition(".")[0]
    return formless(head)


def lists_below(entry: str, other: str) -> bool:
    """Whether a list, by its form, stands within the entries of the list of an entry."""
    return other.startswith(f"{list_of(entry)}[].")


def is_named(entry: str, key: str) -> bool:
    """Whether a key of an entry says no more than which entry is meant."""
    return key.removeprefix(f"{entry}.") in _NAMING


@lru_cache(maxsize=4096)
def entry_of(key: str) -> str:
    """Return the innermost entry of a list or mapping of parts that a key leads into, or is."""
    for end in range(len(key), 0, -1):
        if end < len(key) and key[end] not in ".[":
            continue
        head = key[:end]
        if head.endswith("]") and isinstance(form(Spec, head), type):
            return head
        if not head.endswith("]"):
            around = form(Spec, head.rpartition(".")[0]) if "." in head else None
            if isinstance(around, MapOf):
                return head
    return ""


def rooms(key: str) -> str:
    """Return the list of parts that a key is, which holds no entry yet; empty if it is none."""
    shape = form(Spec, key)
    is_room = isinstance(shape, ListOf) and isinstance(shape.item, type)
    return key if is_room else ""


def keys_of(lines: Sequence[SentLine], row: Sequence[int]) -> set[str]:
    """Return the anchors of the values and prose in a row of a table."""
    keys = {span.key for one in row for span in lines[one].spans if span.kind != TICK}
    return keys | {lines[one].prose for one in row if lines[one].prose}


def _subject(lines: Sequence[SentLine], row: Sequence[int]) -> str:
    """Return the anchor of the entry that a row is about; empty if it is about none, or several.

    Of entries one within another it is the innermost, where the others are named alone.
    """
    keys = keys_of(lines, row)
    if any(rooms(key) for key in keys):
        return ""
    of = {key: entry_of(key) for key in keys}
    told = {key: entry for key, entry in of.items() if not entry or not is_named(entry, key)}
    if not told:  # names alone: of one entry, or nobody can tell which is meant
        found = set(of.values())
        return found.pop() if len(found) == 1 else ""
    outermost = min(told.values(), key=len)
    if not all(one == outermost or one.startswith(f"{outermost}.") for one in told.values()):
        return ""
    if outermost and _is_of_a_part(outermost, [key for key in told if of[key] == outermost]):
        return ""
    return outermost


def _is_of_a_part(entry: str, told: Sequence[str]) -> bool:
    """Whether all that is told of an entry stands in one part of it, such as its contact."""
    parts = {key.removeprefix(f"{entry}.").partition(".") for key in told}
    firsts = {first for first, dot, _ in parts if dot}
    is_alone = len(firsts) == 1 and all(dot for _, dot, _ in parts)
    return is_alone and isinstance(form(Spec, f"{entry}.{firsts.pop()}"), type)


def _cells_with_keys(lines: Sequence[SentLine], row: Sequence[int]) -> int:
    return sum(bool(lines[one].prose or keys_of(lines, [one])) for one in row)


def formless(key: str) -> str:
    """Return a key with its entries by no name: `consortium.partners[].key_staff`."""
    return _ENTRY.sub("[]", key)
