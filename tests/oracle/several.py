"""What holds of several specs of one call that are checked together.

Entries of all specs that are linked are one entity; here no linked group has two codes (PIC).
"""

from collections.abc import Sequence

from tests.oracle import stated
from tests.oracle.answers import NOT_ASKED, Answer, Said, error, every, warning
from tests.oracle.entities import groups, same
from tests.oracle.stated import Entry, folded, partners

Seat = tuple[int, Entry]
"""The position of a spec, and the entry of a partner in it."""


def sub002(specs: Sequence[Entry], place: int) -> Said:
    """Asked: "Applicant consortia can apply for one Strand only"; derived: nor with one more."""
    found = _entities(specs)
    mine = {at for at, specs_of in enumerate(found) if place in specs_of}
    others = [
        {at for at, specs_of in enumerate(found) if number in specs_of}
        for number, other in enumerate(specs)
        if specs[place]["strand"] != other["strand"]
    ]
    if mine and mine in others:
        return error(Answer.NOT_MET)
    nested = any(one and (one < mine or mine < one) for one in others)
    return warning(Answer.NOT_MET) if mine and nested else NOT_ASKED


def sub003(specs: Sequence[Entry], place: int) -> Said:
    """Asked: "part of maximum one applicant consortium for each Strand".

    Specs of one acronym and strand are versions of one application. Who does not say where else it
    applies may be in one that is not checked.
    """
    rivals = {at for at, one in enumerate(specs) if _is_rival(specs[place], one)}
    twice = any(place in specs_of and specs_of & rivals for specs_of in _entities(specs))
    lists = [one.get("other_applications") for one in partners(specs[place]) or ()]
    unsaid = (Answer.OPEN if one is None else Answer.MET for one in lists)
    return error(Answer.NOT_MET if twice else every(unsaid))


def _entities(specs: Sequence[Entry]) -> list[set[int]]:
    """Return of each entity the positions of the specs in which it is a partner."""
    seats = [(place, entry) for place, spec in enumerate(specs) for entry in partners(spec) or ()]
    return [{place for place, _ in group} for group in groups(seats, _is_one)]


def _is_one(one: Seat, other: Seat) -> bool:
    return same(one[1], other[1])


def _is_rival(one: Entry, other: Entry) -> bool:
    names = {folded(str(stated.part(spec, "project")["acronym"])) for spec in (one, other)}
    return one["strand"] == other["strand"] and len(names) > 1
