"""The budget in figures: every total, share and grant, computed from what the spec states.

Rounding: each cost line, and the indirect cost on it, is rounded half up to the cent; the grant of
a partner is rounded down to the cent; every total is a sum of these.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from math import floor

from msgspec import Struct

from escp_docs.model import costs
from escp_docs.model.costs import CostLine
from escp_docs.model.costs.line import LineCategory, of_cents
from escp_docs.model.kept import kept
from escp_docs.model.spec import Spec


class PartnerFigures(Struct, frozen=True):
    """What a partner costs and where the money comes from, in euro.

    `at_rate` is the grant that the rate gives, `grant` what is asked for; `own` is what it puts in
    itself, `share` its part of the whole grant, from 0 to 1.
    """

    partner: str
    person_months: Decimal
    eligible: Decimal
    not_eligible: Decimal
    total: Decimal
    at_rate: Decimal
    grant: Decimal
    incomes: Decimal
    own: Decimal
    share: Fraction


class Figures(Struct, frozen=True):
    """The whole budget.

    `unknown` are the paths of the facts that are missing, in the order of the spec: while there is
    one, every sum is a lower bound. `grant_unknown` are those on which the grant depends.
    """

    lines: tuple[CostLine, ...]
    partners: tuple[PartnerFigures, ...]
    unknown: tuple[str, ...]
    grant_unknown: tuple[str, ...]

    def direct(self, where: Callable[[CostLine], bool]) -> Decimal:
        """Return the eligible direct cost of the lines for which `where` holds."""
        return _sum(line.amount for line in self.lines if line.eligible and where(line))

    def indirect(self, where: Callable[[CostLine], bool]) -> Decimal:
        """Return the indirect cost of the lines for which `where` holds."""
        return _sum(line.indirect for line in self.lines if where(line))

    def eligible(self, where: Callable[[CostLine], bool]) -> Decimal:
        """Return direct and indirect eligible cost of the lines for which `where` holds."""
        return self.direct(where) + self.indirect(where)

    @property
    def total(self) -> Decimal:
        """The whole cost, eligible or not."""
        return _sum(line.amount + line.indirect for line in self.lines)

    @property
    def grant(self) -> Decimal:
        """The grant asked for; a lower bound while `grant_unknown` names anything."""
        return _sum(one.grant for one in self.partners)

    @property
    def own(self) -> Decimal:
        """What all partners put in."""
        return _sum(one.own for one in self.partners)

    @property
    def incomes(self) -> Decimal:
        """What the action itself brings in."""
        return _sum(one.incomes for one in self.partners)

    def of(self, partner: str) -> PartnerFigures | None:
        """Return the figures of a partner, None if it is no applicant."""
        return next((one for one in self.partners if one.partner == partner), None)


@kept
def figures(spec: Spec) -> Figures:
    """Return the budget of a spec in figures; what is not stated counts as nothing."""
    lines = costs.lines(spec)
    unknown = tuple(one.path for one in costs.missing_facts(spec) if one.counts)
    requested = spec.budget.requested_grant_eur or {}
    at_rate = {one.id: _at_rate(spec, lines, one.id) for one in spec.partners}
    grants = {name: requested.get(name, given) for name, given in at_rate.items()}
    whole = _sum(grants[one.id] for one in spec.partners)
    partners = tuple(
        _partner(spec, lines, one.id, at_rate[one.id], (grants[one.id], whole))
        for one in spec.partners
    )
    all_requested = bool(spec.partners) and all(one.id in requested for one in spec.partners)
    return Figures(lines, partners, unknown, () if all_requested else unknown)


def _sum(amounts: Iterator[Decimal]) -> Decimal:
    return sum(amounts, Decimal(0))


# --- partners --------------------------------------------------------------------------------


def _eligible(lines: tuple[CostLine, ...], partner: str) -> Decimal:
    return _sum(
        line.amount + line.indirect for line in lines if line.partner == partner and line.eligible
    )


def _at_rate(spec: Spec, lines: tuple[CostLine, ...], partner: str) -> Decimal:
    by_category: dict[LineCategory | None, Decimal] = {}
    for line in lines:
        if line.partner == partner and line.eligible:
            before = by_category.get(line.category, Decimal(0))
            by_category[line.category] = before + line.amount + line.indirect
    exact = sum(
        costs.rate_of(spec, partner, category) * Fraction(amount)
        for category, amount in by_category.items()
    )
    return of_cents(floor(exact * 100))


def _partner(
    spec: Spec,
    lines: tuple[CostLine, ...],
    partner: str,
    at_rate: Decimal,
    grants: tuple[Decimal, Decimal],
) -> PartnerFigures:
    """Return the figures of a partner, from its grant and that of all together."""
    grant, whole_grant = grants
    eligible = _eligible(lines, partner)
    not_eligible = _sum(
        line.amount for line in lines if line.partner == partner and not line.eligible
    )
    incomes = _sum(
        one.amount_eur or Decimal(0) for one in spec.budget.incomes or () if one.partner == partner
    )
    total = eligible + not_eligible
    if spec.budget.own_contributions is None:
        own = total - grant - incomes
    else:
        own = _sum(
            one.amount_eur or Decimal(0)
            for one in spec.budget.own_contributions
            if one.partner == partner
        )
    months = _sum(
        (work_package.effort or {}).get(partner, Decimal(0))
        for work_package in spec.roadmap.work_packages or ()
    )
    share = Fraction(grant) / Fraction(whole_grant) if whole_grant else Fraction(0)
    return PartnerFigures(
        partner, months, eligible, not_eligible, total, at_rate, grant, incomes, own, share
    )
