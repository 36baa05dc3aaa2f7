"""What is known of the money of a spec while facts are open: how little, and how much.

Costs are not negative and rates lie between 0 and 1, so most of what is stated bounds the rest.
Two things make a cost smaller: a personnel line in place of effort x cost of a person-month, and
subcontracting that carries no indirect cost.
"""

from collections.abc import Iterable, Iterator
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction
from typing import Any

from msgspec import Struct

from escp_docs.model.budget import Budget, Cost, Income, OwnContribution
from escp_docs.model.costs import MissingFact, missing_facts
from escp_docs.model.figures import Figures, figures
from escp_docs.model.kept import kept
from escp_docs.model.spec import Spec

BUDGET = "budget"
RATE = "budget.reimbursement_rate"


class Bounds(Struct, frozen=True):
    """An amount in euro: what it is at the least, and at the most; `most` None if unlimited.

    `open_path` is the first fact on which it depends, None if it is known.
    """

    least: Decimal
    most: Decimal | None
    open_path: str | None = None


@kept
def _at_the_least(spec: Spec, rate: Fraction) -> Figures:
    return figures(_cheapest(spec, rate))


# --- the grant -------------------------------------------------------------------------------


def grant(spec: Spec) -> Bounds:
    """Return the grant that all partners together ask for."""
    money, missing = figures(spec), missing_facts(spec)
    requested = (spec.budget.requested_grant_eur or {}).keys()
    # What a partner that asks for an amount of its own costs does not change its grant.
    unsaid = [
        one
        for one in missing
        if one.in_grant and (one.partners is None or one.partners - requested)
    ]
    if not unsaid or spec.budget.reimbursement_rate == 0 or _says_all(spec):
        return Bounds(money.grant, money.grant)
    least = _at_the_least(spec, spec.budget.reimbursement_rate or Fraction(0)).grant
    bounded = all(one.is_bounded for one in unsaid)
    return Bounds(least, _dearest_grant(spec) if bounded else None, unsaid[0].path)


def _says_all(spec: Spec) -> bool:
    """Whether every partner says what it asks for; where there is none, nothing is asked for."""
    requested = spec.budget.requested_grant_eur or {}
    partners = spec.consortium.partners
    return partners is not None and all(one.id in requested for one in partners)


def _cheapest(spec: Spec, rate: Fraction) -> Spec:
    """Return a spec whose figures are no higher than those of `spec`, however it is filled in."""
    budget = spec.budget
    # What is not stated counts as nothing already; but a list that is absent may hold personnel
    # lines in place of effort x cost of a person-month.
    rates = {} if budget.costs is None else budget.person_month_eur
    return _with(spec, reimbursement_rate=rate, person_month_eur=rates)


def _dearest_grant(spec: Spec) -> Decimal:
    """Return the highest grant of a spec in which only bounded facts are missing."""
    budget = spec.budget
    rate = Fraction(1) if budget.reimbursement_rate is None else budget.reimbursement_rate
    dearest = _with(
        spec,
        reimbursement_rate=rate,
        indirect_rate=Fraction(1) if budget.indirect_rate is None else budget.indirect_rate,
        indirect_base_excludes_subcontracting=bool(budget.indirect_base_excludes_subcontracting),
        costs=tuple(_beside_effort(cost) for cost in budget.costs or ()),
    )
    money = figures(dearest)
    highest = max(
        rate,
        *(budget.rates_by_category or {}).values(),
        *(budget.rates_by_partner or {}).values(),
        Fraction(0 if budget.lump_sums is None else 1),
    )
    adrift = highest * Fraction(money.eligible(lambda line: line.partner is None))
    cents = Decimal(adrift.numerator) / Decimal(adrift.denominator)
    return money.grant + cents.quantize(Decimal("0.01"), ROUND_CEILING)


def _beside_effort(cost: Cost) -> Cost:
    """Return a cost that carries indirect cost and replaces none, if it is open which it is."""
    adrift = cost.category == "personnel" and None in (cost.partner, cost.work_package)
    return cost.updated({"category": "other"}) if adrift or not cost.category else cost


def _with(spec: Spec, **update: Any) -> Spec:  # noqa: ANN401  # values of a budget
    budget: Budget = spec.budget.updated(update)
    return spec.updated({"budget": budget})


def requested_grant(spec: Spec) -> Decimal:
    """Return the grant that is asked for at the least; exact once costs and rate are stated."""
    return figures(spec).grant


def eligible_cost(spec: Spec, partner: str | None = None) -> Bounds:
    """Return the eligible cost of a partner, or of the whole action; without bounds while open."""
    money, missing = figures(spec), missing_facts(spec)
    unsaid = [
        one.path
        for one in missing
        if one.in_grant and one.path != RATE and (partner is None or one.concerns(partner))
    ]
    if unsaid:
        return Bounds(Decimal(0), None, unsaid[0])
    exact = money.eligible(lambda line: partner in (None, line.partner))
    return Bounds(exact, exact)


# --- partners --------------------------------------------------------------------------------


def uncovered(spec: Spec) -> dict[str, Bounds]:
    """Return what the grant leaves of the total cost of each partner, by its id.

    It grows with the costs: the grant pays no more than all of them.
    """
    money, unsaid = figures(spec), missing_facts(spec)
    rate = spec.budget.reimbursement_rate
    lowest = Fraction(1) if rate is None else rate
    cheapest = _at_the_least(spec, lowest) if unsaid else money
    found = {}
    for partner in money.partners:
        low = cheapest.of(partner.partner) or partner
        path = _first(unsaid, partner.partner)
        exact = partner.total - partner.grant
        found[partner.partner] = (
            Bounds(exact, exact) if path is None else Bounds(low.total - low.grant, None, path)
        )
    return found


def _first(missing: Iterable[MissingFact], partner: str) -> str | None:
    """Return the path of the first missing fact that concerns a partner."""
    return next((one.path for one in missing if one.concerns(partner)), None)


def receipts(
    entries: tuple[Income, ...] | tuple[OwnContribution, ...] | None, partner: str, path: str
) -> Bounds:
    """Return what a list of receipts at `path` brings a partner."""
    if entries is None:
        return Bounds(Decimal(0), None, path)
    own = [one for one in entries if one.partner == partner]
    least = sum((one.amount_eur or Decimal(0) for one in own), Decimal(0))
    unsaid = next(_unsaid(entries, partner, path), None)
    return Bounds(least, least if unsaid is None else None, unsaid)


def _unsaid(entries: Iterable[Income | OwnContribution], partner: str, path: str) -> Iterator[str]:
    for index, one in enumerate(entries):
        if one.partner is None and one.amount_eur != 0:
            yield f"{path}[{index}].partner"
        elif one.partner == partner and one.amount_eur is None:
            yield f"{path}[{index}].amount_eur"


def indirect(spec: Spec) -> dict[str, Bounds]:
    """Return the indirect cost of each partner, by its id."""
    money, missing = figures(spec), missing_facts(spec)
    # What is not eligible carries no indirect costs.
    unsaid = [one for one in missing if one.in_grant and one.path != RATE]
    cheapest = _at_the_least(spec, Fraction(0)) if unsaid else money
    found = {}
    for one in spec.partners:
        path = _first(unsaid, one.id)
        exact, least = _indirect(money, one.id), _indirect(cheapest, one.id)
        found[one.id] = Bounds(exact, exact) if path is None else Bounds(least, None, path)
    return found


def _indirect(money: Figures, partner: str) -> Decimal:
    return money.indirect(lambda line: line.partner == partner)
