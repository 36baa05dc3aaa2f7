"""Which legal entities the partners of several specs are."""

from collections.abc import Sequence

from escp_docs.model.entity import StateOf
from escp_docs.model.spec import Spec
from escp_docs.rules.facts.legal_entities import linked


def members(specs: Sequence[Spec], state_of: StateOf) -> tuple[tuple[int, ...], ...]:
    """Return for each spec the entity of each of its partners, as a number that all specs share."""
    entries = [(index, partner) for index, spec in enumerate(specs) for partner in spec.partners]
    found: list[list[int]] = [[0] * len(spec.partners) for spec in specs]
    seen = [0] * len(specs)
    number = [0] * len(entries)
    for name, entity in enumerate(linked([partner for _, partner in entries], state_of)):
        for position in entity:
            number[position] = name
    for (index, _), name in zip(entries, number, strict=True):
        found[index][seen[index]] = name
        seen[index] += 1
    return tuple(tuple(one) for one in found)
