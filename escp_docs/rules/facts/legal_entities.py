"""Which entries are one legal entity, found in linear time, within one spec or across many."""

from collections.abc import Iterable, Iterator, Sequence

from escp_docs.model.consortium import Partner
from escp_docs.model.entity import identifiers

_Keys = tuple[str | None, str | None, str | None]


def linked(partners: Sequence[Partner]) -> tuple[tuple[int, ...], ...]:
    """Return the legal entities among `partners`, each as the positions of its entries.

    Two entries are one entity when the first identifier that both carry agrees; entities are the
    groups so linked, in whatever order they are met. They come in the order of their first entry.
    """
    keys = [identifiers(partner) for partner in partners]
    group = list(range(len(partners)))
    for first, *others in _links(keys):
        for other in others:
            group[_root(group, other)] = _root(group, first)
    found: dict[int, list[int]] = {}
    for position in range(len(partners)):
        found.setdefault(_root(group, position), []).append(position)
    return tuple(tuple(positions) for positions in found.values())


def _root(group: list[int], position: int) -> int:
    while group[position] != position:
        group[position] = group[group[position]]
        position = group[position]
    return position


def _links(keys: Sequence[_Keys]) -> Iterator[list[int]]:
    """Yield groups of entries of which each is linked to another one of the group.

    Entries that agree in an identifier are no link if both carry a surer one; so all of them hang
    together through one that carries none of the surer ones, or not at all.
    """
    yield from _agreeing(keys, 0)
    for same in _agreeing(keys, 1):
        if any(keys[one][0] is None for one in same):
            yield same
    for same in _agreeing(keys, 2):
        yield _linked_by_name(keys, same)


def _agreeing(keys: Sequence[_Keys], which: int) -> Iterable[list[int]]:
    found: dict[str, list[int]] = {}
    for position, one in enumerate(keys):
        key = one[which]
        if key is not None:
            found.setdefault(key, []).append(position)
    return found.values()


def _linked_by_name(keys: Sequence[_Keys], same: list[int]) -> list[int]:
    carried = {(keys[one][0] is not None, keys[one][1] is not None) for one in same}
    if (False, False) in carried:
        return same
    if {(True, False), (False, True)} <= carried:
        return [one for one in same if None in keys[one][:2]]
    return same[:1]
