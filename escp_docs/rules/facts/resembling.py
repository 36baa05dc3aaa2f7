"""Entries that may be one legal entity, though no identifier says so."""

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import Final

from msgspec import Struct

from escp_docs.model.consortium import Partner
from escp_docs.model.entity import StateOf, hints
from escp_docs.model.fact import Fact
from escp_docs.rules.facts.legal_entities import linked

_MANY: Final = 50


class Pair(Struct, frozen=True):
    """The positions of two entries of different entities, the earlier first; what they share."""

    one: int
    other: int
    shared: str


def resembling(
    partners: Sequence[Partner], state_of: StateOf, legal_forms: Fact[tuple[str, ...]] | None
) -> Iterator[Pair]:
    """Yield each two entities that resemble each other, once, by the first entry that does.

    Args:
        partners: The entries.
        state_of: Returns the state that a country or territory counts as.
        legal_forms: The legal forms that names end with, as the call file lists them.
    """
    forms = legal_forms.value if legal_forms else ()
    entity_of = {
        position: number
        for number, entity in enumerate(linked(partners, state_of))
        for position in entity
    }
    sharing: dict[tuple[str, str], dict[int, int]] = {}
    for position, partner in enumerate(partners):
        for hint in hints(partner, state_of, forms):
            sharing.setdefault(hint, {}).setdefault(entity_of[position], position)
    told: set[tuple[int, int]] = set()
    for (shared, _), entities in sharing.items():
        for one, other in _pairs(tuple(entities)):
            if (one, other) not in told:
                told.add((one, other))
                here, there = sorted((entities[one], entities[other]))
                yield Pair(here, there, shared)


def _pairs(entities: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield every two of some entities; of a great many, each with the first of them."""
    first = sorted(entities)
    every = combinations(first, 2) if len(first) <= _MANY else product(first[:1], first[1:])
    yield from every
