"""Requirements on each organisation: "Representing Cluster(s)" in the announcement."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Final

from tests.oracle import stated
from tests.oracle.answers import NOT_ASKED, Answer, Said, error, every, holds, warning
from tests.oracle.stated import Entry, partners

_LAST_DAY: Final = date(2020, 12, 2)


def of_each_partner(spec: Entry, judge: Callable[[Entry], Answer]) -> Said:
    """Return what holds if it is to hold of each partner."""
    found = partners(spec)
    return error(Answer.OPEN if found is None else every(map(judge, found)))


def con005(spec: Entry, _strand: str) -> Said:
    """Asked: "through cluster organisations or equivalent business network organisations"."""

    def is_cluster(partner: Entry) -> Answer:
        kind = stated.choice(partner, "kind")
        return holds(None if kind is None else kind != "other")

    return of_each_partner(spec, is_cluster)


def con006(spec: Entry, _strand: str) -> Said:
    """Asked: "that have an own independent legal entity"; who stands for clusters is one."""

    def is_entity(partner: Entry) -> Answer:
        own = stated.flag(partner, "own_legal_entity")
        return holds(True if own is None and stated.texts(partner, "represents") else own)

    return of_each_partner(spec, is_entity)


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
