"""A cost line: what is paid, by whom, for what; and how its amounts are rounded."""

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final, Literal

from msgspec import Struct

from escp_docs.model.budget import Category, Cost
from escp_docs.model.kept import kept
from escp_docs.model.spec import Spec

CATEGORIES: Final[tuple[Category, ...]] = (
    "personnel",
    "subcontracting",
    "travel",
    "equipment",
    "other",
)


LineCategory = Category | Literal["lump_sum"]
"""What a line belongs to: a category of costs, or a lump sum, which has none."""


NEVER_IN_BASE: Final = ("third_parties", "lump_sum")


class Way(StrEnum):
    """How the costs of a line are stated."""

    EFFORT = "effort"
    """Person-months of a work package at the cost of a person-month."""
    STATED = "stated"
    """An entry of `budget.costs`: units at a unit cost, or an amount."""
    LUMP_SUM = "lump_sum"
    """An entry of `budget.lump_sums`: what a lump sum pays for, whatever it costs."""


class CostLine(Struct, frozen=True):
    """A cost line: amounts in euro, and the path of the spec that states it.

    `partner` and `work_package` are ids, None if the line does not say. `indirect` is the indirect
    cost on the line, 0 if it carries none. What is counted are `units` at `unit_cost`, where the
    line says so; `cost` is the entry of the spec that states it, None if it is computed.
    """

    way: Way
    partner: str | None
    work_package: str | None
    category: LineCategory | None
    description: str
    amount: Decimal
    indirect: Decimal
    eligible: bool
    path: str
    units: Decimal | None = None
    unit_cost: Decimal | None = None
    cost: Cost | None = None


def categories(spec: Spec) -> tuple[LineCategory, ...]:
    """Return the categories that a budget shows: the usual ones, and others that it uses."""
    lump, costs = spec.budget.lump_sums, spec.budget.costs or ()
    usual = () if lump is not None and not costs else CATEGORIES
    supports = any(one.category == "third_parties" for one in costs)
    return (
        *usual,
        *(("third_parties",) if supports else ()),
        *(("lump_sum",) if lump is not None else ()),
    )


def rate_of(spec: Spec, partner: str | None, category: LineCategory | None) -> Fraction:
    """Return the share of a cost that the grant pays; 0 while it is not stated."""
    budget = spec.budget
    if category == "lump_sum":
        return Fraction(1)
    if category is not None and category in (budget.rates_by_category or {}):
        return (budget.rates_by_category or {})[category]
    return (budget.rates_by_partner or {}).get(
        partner or "", budget.reimbursement_rate or Fraction(0)
    )


def in_base(
    spec: Spec, partner: str | None, category: LineCategory | None, *, eligible: bool
) -> bool:
    """Whether indirect costs are reckoned on a cost; not while it is not stated that they are.

    What is not stated counts as nothing, so that every sum is a lower bound. A partner with an
    operating grant has no indirect costs; one that does not say counts as having none such.
    """
    if partner in with_operating_grant(spec):
        return False
    if category in NEVER_IN_BASE:
        return False
    included = spec.budget.indirect_base_excludes_subcontracting is False
    return eligible and category is not None and (category != "subcontracting" or included)


@kept
def with_operating_grant(spec: Spec) -> frozenset[str]:
    """Return the ids of the partners that say that they receive an operating grant."""
    return frozenset(one.id for one in spec.partners if one.operating_grant)


def indirect(
    spec: Spec,
    partner: str | None,
    amount: Decimal,
    category: LineCategory | None,
    *,
    eligible: bool,
) -> Decimal:
    """Return the indirect cost on a cost, rounded half up to the cent."""
    if not in_base(spec, partner, category, eligible=eligible):
        return Decimal(0)
    rate = spec.budget.indirect_rate
    return cents(rate * Fraction(amount)) if rate and amount else Decimal(0)


def cents(amount: Decimal | Fraction) -> Decimal:
    """Return an amount rounded half up to the cent."""
    numerator, denominator = amount.as_integer_ratio()
    return of_cents((200 * numerator + denominator) // (2 * denominator))


def of_cents(number: int) -> Decimal:
    """Return so many cents in euro."""
    return Decimal(number).scaleb(-2)
