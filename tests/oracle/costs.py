"""What a partner spends, between the least and the greatest that it may be."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import floor, inf
from typing import Final

from tests.oracle import stated
from tests.oracle.stated import Entry, part, work_packages

Amount = Fraction | float
Bounds = tuple[Amount, Amount]
"""The least and the greatest that an amount may be; `inf` where nothing bounds it."""

_UNKNOWN: Final[Bounds] = (Fraction(0), inf)
_NOTHING: Final[Bounds] = (Fraction(0), Fraction(0))


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
    return total([*amounts, *_work(spec, partner, lines)])


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
            # A list that is not written yet may hold a line in place of the computed cost.
            is_open = None in kinds or budget.get("costs") is None
            yield Fraction(0) if is_open else lowest, highest


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


def total(several: Sequence[Bounds]) -> Bounds:
    """Return the bounds of a sum."""
    return sum((low for low, _ in several), Fraction(0)), sum(
        (high for _, high in several), Fraction(0)
    )
