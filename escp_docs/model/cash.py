"""What a partner lays out and receives by half-year of the action, under the chosen payments.

It is assumed that work costs the same in each month of its work package, that a cost without one is
spread over the action, and that the Agency has paid enough whenever the coordinator is to pay.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from msgspec import Struct

from escp_docs.model.costs import CostLine
from escp_docs.model.costs.line import cents
from escp_docs.model.figures import Figures, PartnerFigures, figures
from escp_docs.model.spec import Spec

HALF_YEAR: Final = 6
"""Months of a half-year: the clause on payments by report counts in these."""


class HalfYear(Struct, frozen=True):
    """Six months of the action, the last ones perhaps fewer; amounts in euro.

    `received` is what the coordinator pays in these months; `laid_out` what the partner has spent
    by their end and not yet received, below 0 where it has more than it has spent.
    """

    first: int
    last: int
    cost: Decimal
    received: Decimal
    laid_out: Decimal


class Cash(Struct, frozen=True):
    """The half-years of one partner, and what of the grant is still to come after the last."""

    half_years: tuple[HalfYear, ...]
    balance: Decimal
    own: Decimal


def cash(spec: Spec, partner: str) -> Cash | None:
    """Return the cash of a partner; None as long as it cannot be told.

    It cannot while a cost, the duration or the way of payment is open, nor where the coordinator
    passes on what the Agency pays: no call says how much that is, and when.
    """
    money = figures(spec)
    months = spec.project.duration_months
    own = money.of(partner)
    if money.unknown or money.grant_unknown or not months or own is None:
        return None
    paid = _payments(spec, money, own)
    if paid is None:
        return None
    halves, cost_before, paid_before = list[HalfYear](), Decimal(0), Decimal(0)
    for first in range(1, months + 1, HALF_YEAR):
        last = min(first + HALF_YEAR - 1, months)
        cost = _spent(spec, money, partner, last, lambda _: True)
        received = min(paid(last), own.grant)
        halves.append(
            HalfYear(first, last, cost - cost_before, received - paid_before, cost - received)
        )
        cost_before, paid_before = cost, received
    return Cash(tuple(halves), own.grant - paid_before, own.own)


def _payments(spec: Spec, money: Figures, own: PartnerFigures) -> Callable[[int], Decimal] | None:
    """Return what is paid to a partner by the end of a month; None if that is not settled."""
    agreement = spec.agreement
    if agreement.payments == "by_instalments":
        parts = [(one.month, one.share) for one in agreement.instalments or ()]
        if not parts or any(None in part for part in parts):
            return None
        return lambda month: cents(
            sum((share or Fraction(0) for at, share in parts if at and at <= month), Fraction(0))
            * Fraction(own.grant)
        )
    if agreement.payments == "by_report":
        rate = Fraction(own.grant) / Fraction(own.eligible) if own.eligible else Fraction(0)

        def reported(month: int) -> Decimal:
            """What was reported for whole half-years is paid in the half-year after each."""
            before = (month - 1) // HALF_YEAR * HALF_YEAR
            spent = _spent(spec, money, own.partner, before, lambda line: line.eligible)
            return cents(Fraction(spent) * rate)

        return reported
    return None


def _spent(
    spec: Spec, money: Figures, partner: str, month: int, counts: Callable[[CostLine], bool]
) -> Decimal:
    """Return what a partner has spent by the end of a month, rounded half up to the cent."""
    return cents(
        sum(
            (
                Fraction(line.amount + line.indirect) * _part(spec, line, month)
                for line in money.lines
                if line.partner == partner and counts(line)
            ),
            Fraction(0),
        )
    )


def _part(spec: Spec, line: CostLine, month: int) -> Fraction:
    """Return the part of a cost that falls on the months up to `month`, from 0 to 1."""
    whole = spec.project.duration_months or 1
    first, last = next(_months(spec, line), (1, whole))
    done = min(max(month - first + 1, 0), last - first + 1)
    return Fraction(1) if month >= whole else Fraction(done, last - first + 1)


def _months(spec: Spec, line: CostLine) -> Iterator[tuple[int, int]]:
    for package in spec.roadmap.work_packages or ():
        first, last = package.start_month, package.end_month
        if package.id == line.work_package and first and last and first <= last:
            yield first, last
