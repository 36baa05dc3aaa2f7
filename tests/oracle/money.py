"""Requirements on the grant: "limited to a maximum reimbursement rate of 90% of eligible costs"."""

from fractions import Fraction
from math import floor, inf
from typing import Final

from tests.oracle import stated
from tests.oracle.answers import Answer, Said, error, holds, warning
from tests.oracle.costs import Amount, Bounds, eligible_cost, total
from tests.oracle.stated import Entry, part, partners

_HIGHEST_RATE: Final = Fraction(9, 10)
_HIGHEST_INDIRECT_RATE: Final = Fraction(7, 100)
_CAPS: Final = {"A": 550_000, "B": 450_000}
_BUDGETS: Final = {"A": 6_600_000, "B": 900_000}


def bud001(spec: Entry, _strand: str) -> Said:
    """Asked: "limited to a maximum reimbursement rate of 90% of eligible costs".

    That holds of the rate, and of the amounts that are asked for.
    """
    rate = stated.share(part(spec, "budget"), "reimbursement_rate")
    of_the_rate = error(holds(None if rate is None else rate <= _HIGHEST_RATE))
    return of_the_rate | error(_asked_is_within(spec))


def _asked_is_within(spec: Entry) -> Answer:
    """Judge amounts that are asked for; while a cost is open, so are they."""
    applicants = partners(spec)
    if not _requests(spec) or not applicants:
        return Answer.MET
    cost = total([eligible_cost(spec, one) for one in applicants])
    asked = total([_grant(spec, one) for one in applicants])
    if cost[0] != cost[1]:
        return Answer.OPEN
    most = _HIGHEST_RATE * cost[0]
    return Answer.NOT_MET if asked[0] > most else holds(True if asked[1] <= most else None)


def bud002(spec: Entry, strand: str) -> Said:
    """Secondary: at most EUR 550,000 for a project of Strand A, 450,000 in Strand B."""
    return warning(_grant_is_within(spec, _CAPS[strand]))


def bud003(spec: Entry, strand: str) -> Said:
    """Asked: "Strand A: EUR 6.600.000", "Strand B: EUR 900.000"."""
    return error(_grant_is_within(spec, _BUDGETS[strand]))


def bud005(spec: Entry, _strand: str) -> Said:
    """Secondary: "maximum of 7 %". An operating grant is asked about where it would matter."""
    rate, applicants = stated.share(part(spec, "budget"), "indirect_rate"), partners(spec)
    if rate is not None and rate > _HIGHEST_INDIRECT_RATE:
        return warning(Answer.NOT_MET)
    if rate is None or (rate and applicants is None):
        return warning(Answer.OPEN)
    unsaid = [one for one in applicants or () if stated.flag(one, "operating_grant") is None]
    return warning(holds(None if any(_has_indirect(spec, one) for one in unsaid) else True))


def _has_indirect(spec: Entry, partner: Entry) -> bool:
    if not stated.share(part(spec, "budget"), "indirect_rate"):
        return False
    with_indirect = eligible_cost(spec, partner)
    without = eligible_cost(spec, {**partner, "operating_grant": True})
    return with_indirect != without or with_indirect[1] == inf


def bud009(spec: Entry, _strand: str) -> Said:
    """A request is made "only where less than rate x eligible cost is asked for", if known."""
    rate = stated.share(part(spec, "budget"), "reimbursement_rate")
    for one in partners(spec) or ():
        asked, cost = _requests(spec).get(one["id"]), eligible_cost(spec, one)
        if asked is not None and rate is not None and cost[0] == cost[1] and asked > rate * cost[0]:
            return warning(Answer.NOT_MET)
    return warning(Answer.MET)


def bud010(spec: Entry, _strand: str) -> Said:
    """Secondary: no cost is paid twice; whether other money is there, somebody has to say."""
    said = [stated.entries(one, "other_funding") for one in partners(spec) or ()]
    return warning(holds(True if any(one is not None for one in said) else None))


def _grant_is_within(spec: Entry, cap: int) -> Answer:
    applicants, rate = partners(spec), stated.share(part(spec, "budget"), "reimbursement_rate")
    if applicants is None:
        return Answer.MET if rate == 0 and not _requests(spec) else Answer.OPEN
    lowest, highest = total([_grant(spec, one) for one in applicants])
    if highest <= cap:
        return Answer.MET
    return Answer.NOT_MET if lowest > cap else Answer.OPEN


def _requests(spec: Entry) -> dict[str, Fraction]:
    written = part(part(spec, "budget"), "requested_grant_eur")
    numbers = ((who, stated.number(written, who)) for who in written)
    return {who: Fraction(number) for who, number in numbers if number is not None}


def _grant(spec: Entry, partner: Entry) -> Bounds:
    """What a partner asks for; without a word of it the rate of its cost, down to the cent."""
    asked = _requests(spec).get(partner["id"])
    if asked is not None:
        return asked, asked
    rate = stated.share(part(spec, "budget"), "reimbursement_rate")
    lowest, highest = eligible_cost(spec, partner)
    return _cents_below(lowest, rate or Fraction(0)), _cents_below(
        highest, Fraction(1) if rate is None else rate
    )


def _cents_below(cost: Amount, rate: Fraction) -> Amount:
    if not rate:
        return Fraction(0)
    return Fraction(floor(cost * rate * 100), 100) if isinstance(cost, Fraction) else cost
