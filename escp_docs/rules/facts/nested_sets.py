"""Which of many sets are the same, and which lie within one another."""

from collections.abc import Sequence

from msgspec import Struct


class Related(Struct, frozen=True):
    """The positions of the sets that are the same as one; of those that hold it or lie in it."""

    same: tuple[int, ...]
    nested: tuple[int, ...]


def related_sets(sets: Sequence[frozenset[int]]) -> tuple[Related, ...]:
    """Return for each set which others are related to it; the empty set is related to none."""
    positions: dict[frozenset[int], list[int]] = {}
    for index, one in enumerate(sets):
        positions.setdefault(one, []).append(index)
    positions.pop(frozenset(), None)
    nested = _nested(list(positions))
    return tuple(
        Related(
            tuple(other for other in positions.get(one, ()) if other != index),
            tuple(sorted(other for near in nested.get(one, ()) for other in positions[near])),
        )
        for index, one in enumerate(sets)
    )


def _nested(sets: Sequence[frozenset[int]]) -> dict[frozenset[int], list[frozenset[int]]]:
    holding: dict[int, list[frozenset[int]]] = {}
    for one in sets:
        for entity in one:
            holding.setdefault(entity, []).append(one)
    found: dict[frozenset[int], list[frozenset[int]]] = {one: [] for one in sets}
    for one in sets:
        # Whatever holds all of them holds the one that is found least often.
        for other in min((holding[entity] for entity in one), key=len):
            if one < other:
                found[one].append(other)
                found[other].append(one)
    return found
