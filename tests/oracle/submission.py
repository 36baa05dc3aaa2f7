"""Requirements on the submission: deadline, and the other applications of an applicant."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import product
from typing import Final

from tests.oracle import stated
from tests.oracle.answers import NOT_ASKED, Answer, Said, error, every, holds, warning
from tests.oracle.entities import groups, same
from tests.oracle.stated import Entry, folded, partners

_DEADLINE: Final = datetime.fromisoformat("2020-12-02T17:00+01:00")
STRANDS: Final = ("A", "B")

Application = tuple[str, str]
"""Acronym, folded, and strand."""


def sub001(spec: Entry, _strand: str) -> Said:
    """Asked: "Deadline for submitting applications is 2 December 2020", 17:00 Brussels time."""
    moment = stated.moment(stated.part(spec, "project"), "submission_date")
    if moment is None:
        return error(Answer.OPEN)
    if isinstance(moment, datetime):
        return error(holds(moment <= _DEADLINE))
    return error(holds(moment <= date(2020, 12, 2)))


def sub002(spec: Entry, strand: str) -> Said:
    """Asked: "Applicant consortia can apply for one Strand only".

    One spec alone says no more than that all of its partners are in one other application.
    """
    named = [set(_named_elsewhere(one, strand)) for one in partners(spec) or ()]
    is_doubted = bool(named) and bool(set.intersection(*named))
    return error(Answer.OPEN) if is_doubted else NOT_ASKED


def _named_elsewhere(partner: Entry, strand: str) -> Iterable[Application]:
    for entry in stated.entries(partner, "other_applications") or ():
        acronym, of = stated.name(entry, "acronym"), stated.choice(entry, "strand")
        if acronym and of and of != strand:
            yield folded(acronym), of


def sub003(spec: Entry, strand: str) -> Said:
    """Asked: "part of maximum one applicant consortium for each Strand", here that of this spec.

    What an entry leaves open is tried in every way: its strand, and whether its acronym is that of
    this application, of another that is named, or of one that is not.
    """
    found = partners(spec)
    if found is None:
        return error(Answer.OPEN)
    acronym = folded(str(stated.part(spec, "project")["acronym"]))
    return error(every(_is_in_one(group, (acronym, strand)) for group in groups(found, same)))


def sub005(spec: Entry, _strand: str) -> Said:
    """Derived: somebody signs for each; who it is may be said later."""
    found = partners(spec)
    if found is None:
        return warning(Answer.OPEN)
    lists = [stated.entries(one, "signatories") for one in found]
    return warning(holds(all(one is None or len(one) > 0 for one in lists)))


def _is_in_one(entity: Sequence[Entry], this: Application) -> Answer:
    lists = [stated.entries(one, "other_applications") for one in entity]
    entries = [entry for one in lists for entry in one or ()]
    acronyms = {
        this[0],
        *(folded(name) for one in entries if (name := stated.name(one, "acronym"))),
    }
    ways = [
        list(_readings(entry, [*acronyms, f"unnamed {place}"]))
        for place, entry in enumerate(entries)
    ]
    answers = {_is_alone(this, way) for way in product(*ways)}
    if answers == {False}:
        return Answer.NOT_MET
    return Answer.MET if answers == {True} and None not in lists else Answer.OPEN


def _readings(entry: Entry, acronyms: Iterable[str]) -> Iterable[Application]:
    acronym, strand = stated.name(entry, "acronym"), stated.choice(entry, "strand")
    return product([folded(acronym)] if acronym else acronyms, [strand] if strand else STRANDS)


def _is_alone(this: Application, others: Iterable[Application]) -> bool:
    """Return whether no other application is one of the strand of this."""
    return all(other == this or other[1] != this[1] for other in others)
