"""The highest rate of each cost, where a call pays some more than others."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from escp_docs.model.call import Money
from escp_docs.model.costs import CostLine, lines, rate_of
from escp_docs.model.schema import below
from escp_docs.model.spec import Spec

_BY_CATEGORY, _BY_PARTNER = "budget.rates_by_category", "budget.rates_by_partner"
_COMMON = "budget.reimbursement_rate"


class RateAbove(NamedTuple):
    """A rate that a spec asks for, of what, the highest that the call pays, and where it stands."""

    rate: Fraction
    of: str
    highest: Fraction
    path: str


def highest_rate(
    spec: Spec, money: Money | None, partner: str | None, category: str | None, common: Fraction
) -> Fraction:
    """Return the highest share of a cost that the call pays.

    What a lump sum pays for has no rate: the whole of it is paid.
    """
    if category == "lump_sum":
        return Fraction(1)
    entity = spec.partner(partner)
    stated = (
        (money and money.rates_by_category, category),
        (money and money.rates_by_kind, entity and entity.kind),
        (money and money.rates_by_country, entity and entity.country),
    )
    found = (fact.value.get(name) for fact, name in stated if fact and name)  # type: ignore[call-overload]
    return next((one for one in found if one is not None), common)


def rates_above(spec: Spec, money: Money | None, common: Fraction) -> Iterator[RateAbove]:
    """Yield each rate of its own that is above what the call pays, where it stands, once."""
    for name, rate in (spec.budget.rates_by_category or {}).items():
        highest = highest_rate(spec, money, None, name, common)
        if rate > highest:
            yield RateAbove(rate, name.replace("_", " "), highest, below(_BY_CATEGORY, name))
    for partner, rate in (spec.budget.rates_by_partner or {}).items():
        highest = highest_rate(spec, money, partner, None, common)
        if rate > highest:
            yield RateAbove(rate, partner, highest, below(_BY_PARTNER, partner))
    yield from _common(spec, money, common)


def _common(spec: Spec, money: Money | None, common: Fraction) -> Iterator[RateAbove]:
    """Yield the common rate where a cost to which it applies has a lower one in the call."""
    budget = spec.budget
    rate = budget.reimbursement_rate
    if rate is None:
        return
    own = budget.rates_by_partner or {}
    paid = ((one.partner, one.category) for one in lines(spec) if _is_common(spec, one))
    for partner, category in dict.fromkeys(paid):
        highest = highest_rate(spec, money, partner, category, common)
        if partner not in own and highest < min(rate, common):
            yield RateAbove(rate, f"{partner}, {category}", highest, _COMMON)


def _is_common(spec: Spec, line: CostLine) -> bool:
    """Whether the common rate applies to a line that the grant pays."""
    own = spec.budget.rates_by_category or {}
    return line.eligible and line.category not in own and line.category != "lump_sum"


def needs_common_rate(spec: Spec) -> bool:
    """Whether anything is paid at the common rate: not where lump sums or own rates pay all."""
    own = spec.budget.rates_by_partner or {}
    if spec.partners and all(one.id in own for one in spec.partners):
        return False
    return spec.budget.lump_sums is None or bool(spec.budget.costs)


def most_paid(spec: Spec, money: Money | None, common: Fraction) -> Fraction:
    """Return the most that the call pays of the costs as they are stated."""
    paid = (
        highest_rate(spec, money, one.partner, one.category, common)
        * Fraction(one.amount + one.indirect)
        for one in lines(spec)
        if one.eligible
    )
    return sum(paid, Fraction(0))


def paid_at_the_rates(spec: Spec, partner: str) -> Decimal | Fraction:
    """Return what the rates that a spec states give of the cost of a partner."""
    paid = (
        rate_of(spec, one.partner, one.category) * Fraction(one.amount + one.indirect)
        for one in lines(spec)
        if one.eligible and one.partner == partner
    )
    return sum(paid, Fraction(0))
