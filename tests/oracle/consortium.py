"""Requirements on the consortium: the section "Eligible consortia" of the announcement."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
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
from tests.oracle.stated import Entry, partners

_LEAST_ENTITIES: Final = 3
_LEAST_COUNTRIES: Final = 3
_LEAST_MEMBER_STATES: Final = {"A": 2, "B": 3}
_LAST_DAY: Final = date(2020, 12, 2)


def con001(spec: Entry, _strand: str) -> Said:
    """Both strands: "at least three different legal entities"."""
    found = partners(spec)
    return error(Answer.OPEN if found is None else holds(entities(found) >= _LEAST_ENTITIES))


def con002(spec: Entry, _strand: str) -> Said:
    """All "established in EU Member States or countries participating in the COSME programme"."""
    return _of_each_partner(spec, _is_established)


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


def con005(spec: Entry, _strand: str) -> Said:
    """Asked: "through cluster organisations or equivalent business network organisations"."""

    def is_cluster(partner: Entry) -> Answer:
        kind = stated.choice(partner, "kind")
        return holds(None if kind is None else kind != "other")

    return _of_each_partner(spec, is_cluster)


def con006(spec: Entry, _strand: str) -> Said:
    """Asked: "that have an own independent legal entity"; who stands for clusters is one."""

    def is_entity(partner: Entry) -> Answer:
        own = stated.flag(partner, "own_legal_entity")
        return holds(True if own is None and stated.texts(partner, "represents") else own)

    return _of_each_partner(spec, is_entity)


def con007(spec: Entry, _strand: str) -> Said:
    """Derived: the announcement counts "different legal entities"; a doubled one is a slip."""
    found = partners(spec)
    if found is None:
        return warning(Answer.OPEN)
    pairs = list(combinations(found, 2))
    if any(same(*pair) for pair in pairs):
        return warning(Answer.NOT_MET)
    return warning(Answer.OPEN if any(may_be_same(*pair) for pair in pairs) else Answer.MET)


def con008(spec: Entry, _strand: str) -> Said:
    """Official: "organisations registered, or having submitted a registration request".

    That is on the European Cluster Collaboration Platform. A secondary page wants them registered
    by the deadline.
    """
    found = partners(spec)
    if found is None:
        return error(Answer.OPEN)
    said = {one for partner in found for one in _on_the_platform(partner)}
    return frozenset(said) or error(Answer.MET)


def _on_the_platform(partner: Entry) -> Said:
    eccp = stated.part(partner, "eccp")
    day = stated.moment(eccp, "date")
    match stated.choice(eccp, "status"):
        case None:
            return error(Answer.OPEN)
        case "none":
            return error(Answer.NOT_MET)
        case "requested":
            return warning(Answer.NOT_MET)
        case _:
            late = day is not None and _day(day) > _LAST_DAY
            return warning(Answer.NOT_MET) if late else error(Answer.MET)


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


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


def con012(spec: Entry, strand: str) -> Said:
    """Sibling: in the "Defence and Security sector" somebody should come from it."""
    if strand != "B":
        return NOT_ASKED
    parts = (stated.part(spec, "project"), *(partners(spec) or ()))
    found = any(map(_DEFENCE.search, (sector for one in parts for sector in _sectors(one))))
    return warning(holds(True if found else None))


_DEFENCE: Final = re.compile(r"(?i)\b(defen[cs]e|security|military|dual.use)\b")


def _sectors(entry: Entry) -> list[str]:
    return stated.texts(entry, "sectors") or []


def _of_each_partner(spec: Entry, judge: Callable[[Entry], Answer]) -> Said:
    found = partners(spec)
    return error(Answer.OPEN if found is None else every(map(judge, found)))
