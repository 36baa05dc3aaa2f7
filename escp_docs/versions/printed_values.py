"""Values that documents of two versions print, each by one name in both."""

from collections.abc import Iterator, Mapping
from typing import Final

from msgspec import Struct

from escp_docs.pattern import pattern

_PLACE: Final = pattern(r"\[[0-9]+\]")
_HASHED: Final = pattern(r"\[([0-9]+)#([0-9a-f]{6})\]")
_ENTRY: Final = pattern(r"\[[^\]]*\]")
_DEEPEST: Final = 4  # lists within lists


class PrintedValue(Struct, frozen=True):
    """A value of either version: its path, in the new one if it stands there, and both sides."""

    path: str
    old: str | None
    new: str | None


def side_by_side(old: Mapping[str, str], new: Mapping[str, str]) -> list[PrintedValue]:
    """Return the values of two versions, those of the new one first.

    Workbooks name an entry by its place, other documents by its id or by what it says: of two such
    names one is kept. An entry named by what it says is the same in both versions where it says the
    same, wherever it stands, else the one in its place.
    """
    old, new = _by_entry(old), _by_entry(new)
    same = _heads(old) & _heads(new)
    before = {_known(anchor, same): anchor for anchor in old}
    after = {_known(anchor, same): anchor for anchor in new}
    return [
        PrintedValue(
            _HASHED.sub(r"[\1]", after[name] if name in after else before[name]),
            old[before[name]] if name in before else None,
            new[after[name]] if name in after else None,
        )
        for name in dict.fromkeys((*after, *before))
    ]


def gone_with(found: list[PrintedValue]) -> dict[str, list[PrintedValue]]:
    """Return the entries that one version alone prints, by their paths, each with its values."""
    sides = [[one.path for one in found if value(one) is not None] for value in (_old, _new)]
    stated = [
        {path[: one.end()] for path in paths for one in _ENTRY.finditer(path)} for paths in sides
    ]
    groups: dict[str, list[PrintedValue]] = {}
    for one in found:
        if one.old is not None and one.new is not None:
            continue
        other = stated[1] if one.new is None else stated[0]
        heads = (one.path[: each.end()] for each in _ENTRY.finditer(one.path))
        head = next((head for head in heads if head not in other), "")
        if head:
            groups.setdefault(head, []).append(one)
    return {head: some for head, some in groups.items() if len(some) > 1}


def _old(one: PrintedValue) -> str | None:
    return one.old


def _new(one: PrintedValue) -> str | None:
    return one.new


# --- one name for each entry -------------------------------------------------------------------


def _by_entry(values: Mapping[str, str]) -> dict[str, str]:
    """Return values whose entries are named by what they are, where anything says so."""
    found = dict(values)
    for _ in range(_DEEPEST):
        names = dict(_names(found))
        if not names:
            break
        found = {_renamed(anchor, names): value for anchor, value in found.items()}
    return found


def _names(values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield entries that are named by their place, each with another name that it has."""
    lists: dict[str, dict[str, dict[str, str]]] = {}
    for anchor, value in values.items():
        for one in _ENTRY.finditer(anchor):
            entries = lists.setdefault(anchor[: one.start()], {})
            entries.setdefault(one[0], {})[anchor[one.end() :]] = value
    for head, entries in lists.items():
        others = {name: said for name, said in entries.items() if not _PLACE.fullmatch(name)}
        for name in entries.keys() - others.keys():
            own = [one for one in others if one.startswith(f"{name[:-1]}#")]
            alike = own or [one for one, said in others.items() if _agree(entries[name], said)]
            if len(alike) == 1:
                yield head + name, head + alike[0]


def _agree(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    both = one.keys() & other.keys()
    return bool(both) and all(one[key] == other[key] for key in both)


def _renamed(anchor: str, names: Mapping[str, str]) -> str:
    for one in _PLACE.finditer(anchor):
        if new := names.get(anchor[: one.end()]):
            return new + anchor[one.end() :]
    return anchor


def _heads(values: Mapping[str, str]) -> set[str]:
    """Return the entries that are named by what they say, wherever they stand."""
    hashed = (_HASHED.sub(r"[#\2]", anchor) for anchor in values)
    return {anchor[: one.end()] for anchor in hashed for one in _ENTRY.finditer(anchor)}


def _known(anchor: str, same: set[str]) -> str:
    """Return by what an anchor is known in both versions."""
    hashed = _HASHED.sub(r"[#\2]", anchor)
    places = [one[1] for one in _HASHED.finditer(anchor)]
    found, at, number = "", 0, 0
    for one in _ENTRY.finditer(hashed):
        name = one[0]
        if name.startswith("[#"):
            name = name if hashed[: one.end()] in same else f"[{places[number]}]"
            number += 1
        found, at = f"{found}{hashed[at : one.start()]}{name}", one.end()
    return found + hashed[at:]
