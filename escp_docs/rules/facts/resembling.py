"""Entries that may be one legal entity, though no identifier says so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from escp_docs.model.consortium import Partner
from escp_docs.model.entity import StateOf, hints
from escp_docs.model.fact import Fact
from escp_docs.rules.facts.legal_entities import linked


@dataclass(frozen=True, slots=True)
class Pair:
    """The positions of two entries of different entities, and what they share."""

    one: int
    other: int
    shared: str


def resembling(
    partners: Sequence[Partner], state_of: StateOf, legal_forms: Fact[tuple[str, ...]] | None
) -> Iterator[Pair]:
    """Yield for each entry the first one of another entity that it resembles.

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
    mine = [tuple(hints(partner, state_of, forms)) for partner in partners]
    for position, several in enumerate(mine):
        for hint in several:
            sharing.setdefault(hint, {}).setdefault(entity_of[position], position)
    for position, several in enumerate(mine):
        for hint in several:
            others = (one for entity, one in sharing[hint].items() if entity != entity_of[position])
            if (other := next(others, None)) is not None:
                yield Pair(position, other, hint[0])
                break
