"""Requirements on the grant: "limited to a maximum reimbursement rate of 90% of eligible costs"."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import floor, inf
from typing import Final

from tests.oracle import stated
from tests.oracle.answers import Answer, Said, error, holds, warning
from tests.oracle.stated import Entry, part, partners, work_packages

_HIGHEST_RATE: Final = Fraction(9, 10)
_HIGHEST_INDIRECT_RATE: Final = Fraction(7, 100)
_CAPS: Final = {"A": 550_000, "B": 450_000}
_BUDGETS: Final = {"A": 6_600_000, "B": 900_000}

Amount = Fraction | float
Bounds = tuple[Amount, Amount]
"""The least and the greatest that an amount may be; `inf` where nothing bounds it."""

_UNKNOWN: Final[Bounds] = (Fraction(0), inf)
_NOTHING: Final[Bounds] = (Fraction(0), Fraction(0))


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
    cost = _sum([eligible_cost(spec, one) for one in applicants])
    asked = _sum([_grant(spec, one) for one in applicants])
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
    lowest, highest = _sum([_grant(spec, one) for one in applicants])
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


def eligible_cost(spec: Entry, partner: Entry) -> Bounds:
    """What a partner spends that is eligible, indirect costs with it."""
    budget = part(spec, "budget")
    lines = [
        one for one in stated.entries(budget, "costs") or () if one["partner"] == partner["id"]
    ]
    amounts = [
        _with_indirect(budget, partner, line, _amount(line))
        for line in lines
        if stated.flag(line, "eligible") is not False
    ]
    if budget.get("costs") is None:
        amounts.append(_UNKNOWN)
    return _sum([*amounts, *_work(spec, partner, lines)])


def _work(spec: Entry, partner: Entry, lines: Sequence[Entry]) -> Iterator[Bounds]:
    """Yield what the work of a partner costs, unless a line says so for its work package."""
    budget, who = part(spec, "budget"), partner["id"]
    price = stated.number(part(budget, "person_month_eur"), who)
    packages = work_packages(spec)
    if packages is None and price != 0:
        yield _UNKNOWN
    for package in packages or ():
        of_it = [one for one in lines if one.get("work_package") == package["id"]]
        kinds = [stated.choice(one, "category") for one in of_it]
        if "personnel" not in kinds:
            lowest, highest = _effort_cost(package, who, price)
            personnel = {"category": "personnel"}
            lowest, highest = _with_indirect(budget, partner, personnel, (lowest, highest))
            yield Fraction(0) if None in kinds else lowest, highest


def _effort_cost(package: Entry, who: str, price: Decimal | None) -> Bounds:
    effort = stated.numbers(package, "effort")
    months = None if effort is None else effort.get(who, Decimal(0))
    if months == 0 or price == 0:
        return _NOTHING
    if months is None or price is None:
        return _UNKNOWN
    return _exactly(months * price)


def _amount(line: Entry) -> Bounds:
    amount = stated.number(line, "amount_eur")
    if amount is not None:
        return _exactly(amount)
    units, price = stated.number(line, "units"), stated.number(line, "unit_cost_eur")
    if 0 in (units, price):
        return _NOTHING
    return _UNKNOWN if units is None or price is None else _exactly(units * price)


def _exactly(amount: Decimal) -> Bounds:
    cents = Fraction(amount.quantize(Decimal("0.01"), ROUND_HALF_UP))
    return cents, cents


def _with_indirect(budget: Entry, partner: Entry, line: Entry, amount: Bounds) -> Bounds:
    """Add the indirect cost; a partner with an operating grant has none."""
    rate = stated.share(budget, "indirect_rate")
    least, most = (Fraction(0), Fraction(1)) if rate is None else (rate, rate)
    is_out = stated.flag(budget, "indirect_base_excludes_subcontracting")
    kind = stated.choice(line, "category")
    if stated.flag(partner, "operating_grant") or (kind == "subcontracting" and is_out):
        least = most = Fraction(0)
    elif kind is None or (kind == "subcontracting" and is_out is None):
        least = Fraction(0)  # a line without category is open, whatever the base
    return _and_share(amount[0], least), _and_share(amount[1], most)


def _and_share(amount: Amount, rate: Fraction) -> Amount:
    if not isinstance(amount, Fraction):
        return amount
    return amount + Fraction(floor(amount * rate * 100 + Fraction(1, 2)), 100)


def _sum(several: Sequence[Bounds]) -> Bounds:
    return sum((low for low, _ in several), Fraction(0)), sum(
        (high for _, high in several), Fraction(0)
    )
