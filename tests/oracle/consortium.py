"""Requirements on the consortium: the section "Eligible consortia" of the announcement."""

from collections.abc import Sequence
from itertools import combinations
from typing import Final

from tests.oracle import stated
from tests.oracle.answers import (
    NOT_ASKED,
    Answer,
    Said,
    at_least,
    error,
    every,
    holds,
    warning,
)
from tests.oracle.countries import DOUBTED, can_apply, country, counts_as_member_state
from tests.oracle.entities import entities, may_be_same, pic, same
from tests.oracle.organisations import of_each_partner
from tests.oracle.stated import Entry, partners

_LEAST_ENTITIES: Final = 3
_LEAST_COUNTRIES: Final = 3
_LEAST_MEMBER_STATES: Final = {"A": 2, "B": 3}


def con001(spec: Entry, _strand: str) -> Said:
    """Both strands: "at least three different legal entities"."""
    found = partners(spec)
    return error(Answer.OPEN if found is None else holds(entities(found) >= _LEAST_ENTITIES))


def con002(spec: Entry, _strand: str) -> Said:
    """All "established in EU Member States or countries participating in the COSME programme"."""
    return of_each_partner(spec, _is_established)


def _is_established(partner: Entry) -> Answer:
    code = country(partner)
    if code is None or code in DOUBTED:
        return Answer.OPEN
    return holds(can_apply(code))


def con003(spec: Entry, strand: str) -> Said:
    """Strand A: "a minimum of three different countries participating in the COSME programme"."""
    if strand != "A":
        return NOT_ASKED
    return error(_countries(spec, _LEAST_COUNTRIES, only_member_states=False))


def con004(spec: Entry, strand: str) -> Said:
    """Strand A: "two different EU Member States"; Strand B: "three different EU Member States"."""
    return error(_countries(spec, _LEAST_MEMBER_STATES[strand], only_member_states=True))


def _countries(spec: Entry, least: int, *, only_member_states: bool) -> Answer:
    """Count countries: one that is open may be any, a territory in doubt may be its state."""
    found = partners(spec)
    if found is None:
        return Answer.OPEN
    counts = counts_as_member_state if only_member_states else can_apply
    codes = {code for one in found if (code := country(one))}
    sure = set(filter(counts, codes))
    perhaps = sure | {DOUBTED[code] for code in codes if code in DOUBTED}
    return at_least(least, len(sure), len(perhaps) + _of_unknown_country(found))


def _of_unknown_country(applicants: Sequence[Entry]) -> int:
    """Return how many entities are of an unknown country; an entry has that of its PIC."""
    nowhere = [one for one in applicants if country(one) is None]
    known = {pic(one) for one in applicants if country(one)}
    codes = {code for one in nowhere if (code := pic(one)) and code not in known}
    return len(codes) + sum(pic(one) is None for one in nowhere)


def con007(spec: Entry, _strand: str) -> Said:
    """Derived: the announcement counts "different legal entities"; a doubled one is a slip."""
    found = partners(spec)
    if found is None:
        return warning(Answer.OPEN)
    pairs = list(combinations(found, 2))
    if any(same(*pair) for pair in pairs):
        return warning(Answer.NOT_MET)
    return warning(Answer.OPEN if any(may_be_same(*pair) for pair in pairs) else Answer.MET)


def con009(spec: Entry, strand: str) -> Said:
    """Strand B, derived: "three different EU Member States", and nothing about further partners."""
    if strand != "B":
        return NOT_ASKED
    found = partners(spec)
    return warning(Answer.OPEN if found is None else every(map(_is_in_the_union, found)))


def _is_in_the_union(partner: Entry) -> Answer:
    code = country(partner)
    if code is None or code in DOUBTED:
        return Answer.OPEN
    return holds(counts_as_member_state(code))


def con010(spec: Entry, _strand: str) -> Said:
    """Secondary: that of the United Kingdom rests on a general notice, not on the call."""
    found = partners(spec)
    if found is None:
        return warning(Answer.OPEN)
    codes = [country(one) for one in found]
    if "GB" in codes:
        return warning(Answer.NOT_MET)
    return warning(Answer.OPEN if None in codes else Answer.MET)


def con011(spec: Entry, _strand: str) -> Said:
    """Sibling call: the form names the "coordinating organisation"."""
    named = stated.choice(stated.part(spec, "consortium"), "coordinator")
    return warning(holds(True if named else None))
