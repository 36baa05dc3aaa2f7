"""Of which consortia each legal entity is part, by strand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from escp_docs.model.folding import joined
from escp_docs.model.spec import Spec
from escp_docs.rules.facts.shared_entities import members

PARTNERS = "consortium.partners"


@dataclass(frozen=True, slots=True)
class Seat:
    """A consortium of which an entity is part, and the place of a spec that says so.

    `spec` and `partner` are positions; `strand` is None while it is open. `is_stated_alone` if it
    is no spec of its own but an entry of `other_applications`.
    """

    entity: int
    spec: int
    partner: int
    strand: str | None
    acronym: str
    path: str
    is_stated_alone: bool = False

    @property
    def strand_path(self) -> str:
        """The path that states the strand."""
        return f"{self.path}.strand" if self.is_stated_alone else "strand"


@dataclass(frozen=True, slots=True)
class Consortia:
    """The seats of all entities: those of each spec, and those of each entity in each strand."""

    of_spec: tuple[tuple[Seat, ...], ...]
    by_strand: dict[tuple[int, str | None], tuple[Seat, ...]]

    def in_strand(self, entity: int, strand: str | None) -> tuple[Seat, ...]:
        """Return the different consortia of an entity in a strand; None for those left open."""
        return self.by_strand.get((entity, strand), ())


def consortia(specs: Sequence[Spec], strands: Sequence[str]) -> Consortia:
    """Return of which consortia each legal entity in `specs`, all of one call, is part."""
    entities = members(specs)
    of_spec = tuple(tuple(_seats(index, one, entities[index])) for index, one in enumerate(specs))
    found: dict[tuple[int, str | None], dict[object, Seat]] = {}
    known: dict[tuple[int, str], set[int]] = {}
    for seat in (seat for seats in of_spec for seat in seats):
        found.setdefault((seat.entity, seat.strand), {})[seat.spec] = seat
        known.setdefault((seat.entity, joined(seat.acronym)), set()).add(seat.spec)
    for index, one in enumerate(specs):
        for seat, name in _stated(index, one, entities[index], strands):
            if known.get((seat.entity, name), set()) <= {index}:
                there = found.setdefault((seat.entity, seat.strand), {})
                there.setdefault(name or (index, seat.path), seat)
    return Consortia(of_spec, {key: tuple(seats.values()) for key, seats in found.items()})


def _seats(index: int, spec: Spec, entities: Sequence[int]) -> Iterator[Seat]:
    """Yield the seat of each entity in a spec, once, at its first entry."""
    first = {entity: position for position, entity in reversed(list(enumerate(entities)))}
    for entity, position in sorted(first.items(), key=lambda one: one[1]):
        path = f"{PARTNERS}[{position}]"
        yield Seat(entity, index, position, spec.strand, spec.project.acronym, path)


def _stated(
    index: int, spec: Spec, entities: Sequence[int], strands: Sequence[str]
) -> Iterator[tuple[Seat, str]]:
    """Yield each other application that partners state, with its acronym, folded."""
    by_name = {joined(strand): strand for strand in strands}
    for position, partner in enumerate(spec.partners):
        for number, other in enumerate(partner.other_applications or ()):
            path = f"{PARTNERS}[{position}].other_applications[{number}]"
            strand = by_name.get(joined(other.strand or ""))
            acronym = other.acronym or "another consortium"
            seat = Seat(entities[position], index, position, strand, acronym, path, True)  # noqa: FBT003
            yield seat, joined(other.acronym or "")
