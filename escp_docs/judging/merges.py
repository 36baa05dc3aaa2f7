"""Ways to leave one entry of each legal entity that stands several times among partners."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product
from typing import Final

from escp_docs.model.consortium import Partner
from escp_docs.model.entity import Identifiers, StateOf, identifiers, same
from escp_docs.rules.facts.legal_entities import linked

MOST: Final = 200  # ways that are looked at; a consortium with two doubles has four

Merge = Mapping[int, int]  # from the position of an entry that goes to that of one that stays


def merges(
    partners: Sequence[Partner], among: Sequence[int], state_of: StateOf = str
) -> list[Merge]:
    """Return the ways to merge doubles, those that take out the fewest first.

    To take out more than a way does never helps: it leaves fewer entities and countries. Of ways
    that leave the same countries, the one that keeps the earlier entries is taken.

    Args:
        partners: The partners of a spec.
        among: The positions of those that stay in any case.
        state_of: Returns the state that a country or territory counts as.
    """
    groups = [
        [among[one] for one in group]
        for group in linked([partners[position] for position in among], state_of)
    ]
    keys = [identifiers(partner, state_of) for partner in partners]
    choices = [_ways(partners, keys, group) for group in groups if len(group) > 1]
    every = ({k: v for way in ways for k, v in way.items()} for ways in product(*choices))
    return sorted(islice(every, MOST), key=len)


def _ways(
    partners: Sequence[Partner], keys: Sequence[Identifiers], group: list[int]
) -> list[Merge]:
    found: dict[tuple[str, ...], Merge] = {}
    for kept in islice(_apart(keys, group), MOST):
        countries = tuple(sorted(partners[one].country or "" for one in kept))
        found.setdefault(countries, _into(keys, group, kept))
    return list(found.values())


def _apart(keys: Sequence[Identifiers], group: list[int]) -> Iterator[list[int]]:
    """Yield the sets of entries of which no two are one entity, and to which none can be added."""
    linked_to = {
        one: {other for other in group if other != one and same(keys[one], keys[other])}
        for one in group
    }
    waiting: list[tuple[list[int], list[int], set[int]]] = [([], group, set())]
    while waiting:
        kept, open_, tried = waiting.pop()
        if not open_ and not tried:
            yield kept
        later = []
        for index, one in enumerate(open_):
            rest = [other for other in open_[index + 1 :] if other not in linked_to[one]]
            later.append(([*kept, one], rest, (tried | set(open_[:index])) - linked_to[one]))
        waiting.extend(reversed(later))


def _into(keys: Sequence[Identifiers], group: list[int], kept: list[int]) -> Merge:
    return {
        one: next((other for other in kept if same(keys[one], keys[other])), kept[0])
        for one in group
        if one not in kept
    }
