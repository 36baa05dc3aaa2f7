"""Which entries are one legal entity, found in linear time, within one spec or across many."""

from collections.abc import Hashable, Iterable, Iterator, Sequence

from escp_docs.model.consortium import Partner
from escp_docs.model.entity import Identifiers, StateOf, identifiers, same


def linked(partners: Sequence[Partner], state_of: StateOf = str) -> tuple[tuple[int, ...], ...]:
    """Return the legal entities among `partners`, each as the positions of its entries.

    Two entries are one entity when the first identifier that both carry agrees; entities are the
    groups so linked, in whatever order they are met. A group with several PICs is as many entities,
    and what has none is that of the first of them in order. They come in the order of their first
    entry.

    Args:
        partners: The entries.
        state_of: Returns the state that a country or territory counts as.
    """
    keys = [identifiers(partner, state_of) for partner in partners]
    group = list(range(len(partners)))
    for first, *others in _links(keys):
        for other in others:
            group[_root(group, other)] = _root(group, first)
    found: dict[int, list[int]] = {}
    for position in range(len(partners)):
        found.setdefault(_root(group, position), []).append(position)
    apart = (one for positions in found.values() for one in _by_pic(keys, positions))
    return tuple(sorted(tuple(one) for one in apart))


def _by_pic(keys: Sequence[Identifiers], group: list[int]) -> Iterable[list[int]]:
    """Return a group parted by PIC; an entry without one goes to the least PIC it hangs on."""
    pics = sorted({pic for one in group if (pic := keys[one].pic) is not None})
    if not pics[1:]:
        return [group]
    found: dict[str, list[int]] = {}
    waiting = [one for one in group if keys[one].pic is None]
    for pic in pics:
        found[pic] = [one for one in group if keys[one].pic == pic]
        for one in found[pic]:  # grows while it is walked
            near = [other for other in waiting if same(keys[one], keys[other])]
            found[pic] += near
            waiting = [other for other in waiting if other not in near]
        found[pic].sort()
    return found.values()


def _root(group: list[int], position: int) -> int:
    while group[position] != position:
        group[position] = group[group[position]]
        position = group[position]
    return position


def _links(keys: Sequence[Identifiers]) -> Iterator[list[int]]:
    """Yield groups of entries of which each is linked to another one of the group.

    Entries that agree in an identifier are no link if both carry a surer one; so all of them hang
    together through one that carries none of the surer ones, or not at all.
    """
    yield from _agreeing((one.pic,) for one in keys)
    for same_number in _agreeing(tuple(one.numbers) for one in keys):
        if any(keys[one].pic is None for one in same_number):
            yield same_number
    for same_name in _agreeing((one.name,) for one in keys):
        yield _linked_by_name(keys, same_name)


def _agreeing(keys: Iterable[Iterable[Hashable | None]]) -> Iterable[list[int]]:
    found: dict[Hashable, list[int]] = {}
    for position, several in enumerate(keys):
        for key in several:
            if key is not None:
                found.setdefault(key, []).append(position)
    return found.values()


def _linked_by_name(keys: Sequence[Identifiers], same_name: list[int]) -> list[int]:
    carried = {(keys[one].pic is not None, keys[one].number is not None) for one in same_name}
    if (False, False) in carried:
        return same_name
    if {(True, False), (False, True)} <= carried:
        return [one for one in same_name if None in (keys[one].pic, keys[one].number)]
    return same_name[:1]
