"""Of which consortia each legal entity is part, by strand."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from escp_docs.model.call import Call
from escp_docs.model.folding import joined
from escp_docs.model.spec import Spec
from escp_docs.rules.facts.shared_entities import members

PARTNERS = "consortium.partners"


class Seat(Struct, frozen=True):
    """A consortium of which an entity is part, and the place of a spec that says so.

    `spec` and `partner` are positions; `strand` is None while it is open. `name` tells the
    consortium from others: specs of one name are versions of one application. `is_stated_alone` if
    it is no spec of its own but an entry of `other_applications`; `written` is the strand there.
    """

    entity: int
    spec: int
    partner: int
    strand: str | None
    acronym: str
    path: str
    name: object
    is_stated_alone: bool = False
    written: str | None = None

    @property
    def strand_path(self) -> str:
        """The path that states the strand."""
        return f"{self.path}.strand" if self.is_stated_alone else "strand"

    @property
    def is_named(self) -> bool:
        """Whether the consortium has a name, so that it is known to be another one."""
        return isinstance(self.name, str)


class Consortia(Struct, frozen=True):
    """The seats of all entities: those of each spec, and those of each entity in each strand."""

    of_spec: tuple[tuple[Seat, ...], ...]
    by_strand: dict[tuple[int, str | None], tuple[Seat, ...]]

    def beside(self, seat: Seat, strand: str | None) -> tuple[Seat, ...]:
        """Return the other consortia of an entity in a strand; None for those left open."""
        there = self.by_strand.get((seat.entity, strand), ())
        return tuple(one for one in there if one.name != seat.name)


def consortia(specs: Sequence[Spec], call: Call) -> Consortia:
    """Return of which consortia each legal entity in `specs`, all of one call, is part."""
    entities = members(specs, call.countries.state_of)
    of_spec = tuple(tuple(_seats(index, one, entities[index])) for index, one in enumerate(specs))
    found: dict[tuple[int, str | None], dict[object, Seat]] = {}
    known: set[tuple[int, object]] = set()
    strands = tuple(call.strands)
    for seat in (seat for seats in of_spec for seat in seats):
        found.setdefault((seat.entity, seat.strand), {}).setdefault(seat.name, seat)
        known.add((seat.entity, seat.name))
    for index, one in enumerate(specs):
        for seat in _stated(index, one, entities[index], strands):
            # Of an application that is checked too, its own spec says in which strand it is.
            if (seat.entity, seat.name) not in known or _is_other(one, seat):
                there = found.setdefault((seat.entity, seat.strand), {})
                there.setdefault(seat.name, seat)
    return Consortia(of_spec, {key: tuple(seats.values()) for key, seats in found.items()})


def name_of(acronym: str) -> str:
    """Return what tells a consortium from others: its acronym, folded."""
    return joined(acronym) or acronym


def _is_other(spec: Spec, seat: Seat) -> bool:
    """Whether an entry that bears the acronym of its own spec names another strand than that."""
    return (
        seat.name == name_of(spec.project.acronym)
        and None not in (spec.strand, seat.strand)
        and spec.strand != seat.strand
    )


def _seats(index: int, spec: Spec, entities: Sequence[int]) -> Iterator[Seat]:
    """Yield the seat of each entity in a spec, once, at its first entry."""
    acronym = spec.project.acronym
    first = {entity: position for position, entity in reversed(list(enumerate(entities)))}
    for entity, position in sorted(first.items(), key=lambda one: one[1]):
        path = f"{PARTNERS}[{position}]"
        yield Seat(entity, index, position, spec.strand, acronym, path, name_of(acronym))


def _stated(
    index: int, spec: Spec, entities: Sequence[int], strands: Sequence[str]
) -> Iterator[Seat]:
    """Yield each other application that partners state."""
    by_name = {joined(strand): strand for strand in strands}
    for position, partner in enumerate(spec.partners):
        for number, other in enumerate(partner.other_applications or ()):
            path = f"{PARTNERS}[{position}].other_applications[{number}]"
            yield Seat(
                entities[position],
                index,
                position,
                by_name.get(joined(other.strand or "")),
                other.acronym or "another consortium",
                path,
                name_of(other.acronym) if other.acronym else (index, path),
                is_stated_alone=True,
                written=other.strand,
            )
