"""Which entry of a list is which in another version of it."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from msgspec import Struct

from escp_docs.model import country
from escp_docs.model.base import SpecModel
from escp_docs.model.schema import Shape, keys
from escp_docs.model.stable_path import identifying, identity

_ALIKE: Final = 0.5  # of what two entries without an id state, so that they are one
_SAME_SUBSTANCE: Final = 0.6  # of what two entries with other ids state
_MOST_PAIRS: Final = 40_000  # of lists without ids that are compared one by one

Leaves = Counter[tuple[str, str]]
"""What an entry states: each key below it with its value."""


class Pairs(Struct, frozen=True):
    """Positions of entries: both of those that are in two lists, and of those that are in one.

    `moved` are the new positions of entries that stand elsewhere among those in both lists.
    """

    both: tuple[tuple[int, int], ...]
    went: tuple[int, ...]
    came: tuple[int, ...]
    moved: frozenset[int]


def paired(
    old: Sequence[SpecModel], new: Sequence[SpecModel], form: Shape, same: Callable[[str], str]
) -> Pairs:
    """Return which entries of two lists are one.

    Entries with an id are known by it; one of each list that have other ids and say the same are
    one that was renamed. Entries without ids are known by what they state.

    Args:
        old: The entries of the old version.
        new: Those of the new one.
        form: What they are.
        same: Returns the new name of what the old version calls by a name.
    """
    found = dict(_by_id(old, new, form))
    left = [index for index in range(len(old)) if index not in found]
    right = [index for index in range(len(new)) if index not in set(found.values())]
    alike = _alike(
        [(index, _leaves(old[index], form, same)) for index in left],
        [(index, _leaves(new[index], form, str)) for index in right],
        _SAME_SUBSTANCE if identifying(form) else _ALIKE,
    )
    found |= alike
    both = tuple(sorted(found.items(), key=lambda pair: pair[1]))
    return Pairs(
        both,
        tuple(index for index in left if index not in alike),
        tuple(index for index in right if index not in set(alike.values())),
        frozenset(_moved(both)),
    )


def _by_id(
    old: Sequence[SpecModel], new: Sequence[SpecModel], form: Shape
) -> Iterator[tuple[int, int]]:
    where = {_name(one, form): index for index, one in enumerate(new)}
    for index, one in enumerate(old):
        name = _name(one, form)
        if name and name in where:
            yield index, where.pop(name)


def _name(entry: SpecModel, form: Shape) -> str:
    """Return what identifies an entry, without what tells no two apart; empty if nothing does."""
    name = identity(entry, form) or ""
    is_target = "country" in identifying(form)
    return (country.canonical(name.upper()) if is_target else name).casefold()


# --- by what they state ----------------------------------------------------------------------


def _leaves(entry: SpecModel, form: Shape, same: Callable[[str], str]) -> Leaves:
    """Return what an entry states, but for what identifies it."""
    without = identifying(form)
    return Counter(
        (path, same(text))
        for name, key in keys(type(entry)).items()
        if name not in without
        for path, text in _stated(getattr(entry, key.attribute), name)
    )


def _stated(value: object, path: str) -> Iterator[tuple[str, str]]:
    match value:
        case None:
            return
        case SpecModel():
            for name, key in keys(type(value)).items():
                yield from _stated(getattr(value, key.attribute), f"{path}.{name}")
        case tuple():
            for one in value:
                yield from _stated(one, path)
        case dict():
            for name, one in value.items():
                yield from _stated(one, f"{path}.{name}")
        case _:
            yield path, str(value)


def _alike(
    old: Sequence[tuple[int, Leaves]], new: Sequence[tuple[int, Leaves]], least: float
) -> dict[int, int]:
    """Return the positions of entries that state nearly the same, those most alike first."""
    found = _equal(old, new)
    taken = set(found.values())
    left = [one for one in old if one[0] not in found]
    right = [one for one in new if one[0] not in taken]
    if len(left) * len(right) > _MOST_PAIRS:
        return found
    ranked = sorted(
        (
            (-_likeness(theirs, ours), abs(index - position), index, position)
            for index, theirs in left
            for position, ours in right
            if _likeness(theirs, ours) >= least
        )
    )
    for _, _, index, position in ranked:
        if index not in found and position not in taken:
            found[index] = position
            taken.add(position)
    return found


def _equal(old: Sequence[tuple[int, Leaves]], new: Sequence[tuple[int, Leaves]]) -> dict[int, int]:
    places: dict[frozenset[tuple[tuple[str, str], int]], list[int]] = {}
    for position, leaves in new:
        places.setdefault(frozenset(leaves.items()), []).append(position)
    found: dict[int, int] = {}
    for index, leaves in old:
        if leaves and (some := places.get(frozenset(leaves.items()))):
            found[index] = some.pop(0)
    return found


def _likeness(one: Leaves, other: Leaves) -> float:
    """Return how much two entries state alike, from 0 to 1."""
    whole = one.total() + other.total()
    return 2 * (one & other).total() / whole if whole else 0.0


# --- order -----------------------------------------------------------------------------------


def _moved(both: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Yield the new positions of entries but for the longest run that kept its order."""
    ends: list[int] = []  # the least old position that a run of each length ends with
    places: list[int] = []
    before: list[int] = []
    for place, (index, _) in enumerate(both):
        length = bisect_left(ends, index)
        before.append(places[length - 1] if length else -1)
        ends[length : length + 1] = [index]
        places[length : length + 1] = [place]
    stay: set[int] = set()
    place = places[-1] if places else -1
    while place >= 0:
        stay.add(place)
        place = before[place]
    yield from (position for place, (_, position) in enumerate(both) if place not in stay)
