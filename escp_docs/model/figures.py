"""The budget in figures: every total, share and grant, computed from what the spec states.

Rounding: each cost line, and the indirect cost on it, is rounded half up to the cent; the grant of
a partner is rounded down to the cent; every total is a sum of these.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Final

from escp_docs.model.budget import Category, Cost
from escp_docs.model.roadmap import WorkPackage
from escp_docs.model.schema import below
from escp_docs.model.spec import Spec

CATEGORIES: Final[tuple[Category, ...]] = (
    "personnel",
    "subcontracting",
    "travel",
    "equipment",
    "other",
)


@dataclass(frozen=True, slots=True)
class CostLine:
    """A cost line: amounts in euro, and the path of the spec that states it.

    `partner` and `work_package` are ids, None if the line does not say. `indirect` is the indirect
    cost on the line, 0 if it carries none.
    """

    partner: str | None
    work_package: str | None
    category: Category | None
    description: str
    amount: Decimal
    indirect: Decimal
    eligible: bool
    path: str


@dataclass(frozen=True, slots=True)
class PartnerFigures:
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


@dataclass(frozen=True, slots=True)
class Figures:
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


def figures(spec: Spec) -> Figures:
    """Return the budget of a spec in figures; what is not stated counts as nothing."""
    lines = tuple(_lines(spec))
    unknown = tuple(dict.fromkeys(_unknown(spec)))
    requested = spec.budget.requested_grant_eur or {}
    whole = _sum(_grant(spec, lines, partner.id) for partner in spec.partners)
    partners = tuple(_partner(spec, lines, partner.id, whole) for partner in spec.partners)
    all_requested = bool(spec.partners) and all(one.id in requested for one in spec.partners)
    return Figures(lines, partners, unknown, () if all_requested else unknown)


def _sum(amounts: Iterator[Decimal]) -> Decimal:
    return sum(amounts, Decimal(0))


def _cents(amount: Decimal | Fraction) -> Decimal:
    return _of_cents(floor(Fraction(amount) * 100 + Fraction(1, 2)))


def _of_cents(cents: int) -> Decimal:
    return Decimal(cents).scaleb(-2)


# --- lines -----------------------------------------------------------------------------------


def _lines(spec: Spec) -> Iterator[CostLine]:
    for index, work_package in enumerate(spec.roadmap.work_packages or ()):
        yield from _personnel(spec, index, work_package)
    for index, cost in enumerate(spec.budget.costs or ()):
        yield _line(
            spec,
            cost.partner,
            cost.work_package,
            cost.category,
            cost.description or "",
            _amount(cost) or Decimal(0),
            f"budget.costs[{index}]",
            eligible=cost.eligible,
        )


def _personnel(spec: Spec, index: int, work_package: WorkPackage) -> Iterator[CostLine]:
    rates = spec.budget.person_month_eur or {}
    for partner, months in (work_package.effort or {}).items():
        if months and not _has_personnel_line(spec, partner, work_package.id):
            yield _line(
                spec,
                partner,
                work_package.id,
                "personnel",
                "",
                _cents(months * rates.get(partner, Decimal(0))),
                below(f"roadmap.work_packages[{index}].effort", partner),
                eligible=True,
            )


def _has_personnel_line(spec: Spec, partner: str, work_package: str) -> bool:
    """Whether a cost line replaces the computed personnel cost, or may once it says all."""
    return any(
        cost.category in ("personnel", None)
        and cost.partner in (partner, None)
        and cost.work_package in (work_package, None)
        for cost in spec.budget.costs or ()
    )


def _line(  # noqa: PLR0913, PLR0917  # the parts of a line
    spec: Spec,
    partner: str | None,
    work_package: str | None,
    category: Category | None,
    description: str,
    amount: Decimal,
    path: str,
    *,
    eligible: bool,
) -> CostLine:
    # What is not stated counts as nothing, so that every sum is a lower bound.
    included = spec.budget.indirect_base_excludes_subcontracting is False
    in_base = eligible and category is not None and (category != "subcontracting" or included)
    rate = spec.budget.indirect_rate or Fraction(0)
    indirect = _cents(rate * Fraction(amount)) if in_base else Decimal(0)
    return CostLine(partner, work_package, category, description, amount, indirect, eligible, path)


def _amount(cost: Cost) -> Decimal | None:
    if cost.amount_eur is not None:
        return cost.amount_eur
    if cost.units is None or cost.unit_cost_eur is None:
        return None
    return _cents(cost.units * cost.unit_cost_eur)


# --- partners --------------------------------------------------------------------------------


def _eligible(lines: tuple[CostLine, ...], partner: str) -> Decimal:
    return _sum(
        line.amount + line.indirect for line in lines if line.partner == partner and line.eligible
    )


def _grant(spec: Spec, lines: tuple[CostLine, ...], partner: str) -> Decimal:
    requested = (spec.budget.requested_grant_eur or {}).get(partner)
    return _at_rate(spec, lines, partner) if requested is None else requested


def _at_rate(spec: Spec, lines: tuple[CostLine, ...], partner: str) -> Decimal:
    exact = (spec.budget.reimbursement_rate or Fraction(0)) * Fraction(_eligible(lines, partner))
    return _of_cents(floor(exact * 100))


def _partner(
    spec: Spec, lines: tuple[CostLine, ...], partner: str, whole_grant: Decimal
) -> PartnerFigures:
    eligible = _eligible(lines, partner)
    not_eligible = _sum(
        line.amount for line in lines if line.partner == partner and not line.eligible
    )
    grant = _grant(spec, lines, partner)
    incomes = _sum(
        one.amount_eur or Decimal(0) for one in spec.budget.incomes or () if one.partner == partner
    )
    total, at_rate = eligible + not_eligible, _at_rate(spec, lines, partner)
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


# --- what is not stated ----------------------------------------------------------------------


def _unknown(spec: Spec) -> Iterator[str]:
    budget = spec.budget
    if spec.consortium.partners is None:
        yield "consortium.partners"
    if spec.roadmap.work_packages is None:
        yield "roadmap.work_packages"
    for index, work_package in enumerate(spec.roadmap.work_packages or ()):
        if work_package.effort is None:
            yield f"roadmap.work_packages[{index}].effort"
    if budget.reimbursement_rate is None:
        yield "budget.reimbursement_rate"
    if budget.indirect_rate is None:
        yield "budget.indirect_rate"
    for partner in _paid_by_rate(spec):
        if partner not in (budget.person_month_eur or {}):
            yield below("budget.person_month_eur", partner)
    yield from _unknown_costs(spec)


def _paid_by_rate(spec: Spec) -> Iterator[str]:
    for work_package in spec.roadmap.work_packages or ():
        for partner, months in (work_package.effort or {}).items():
            if months and not _has_personnel_line(spec, partner, work_package.id):
                yield partner


def _unknown_costs(spec: Spec) -> Iterator[str]:
    budget = spec.budget
    if budget.costs is None:
        yield "budget.costs"
    for index, cost in enumerate(budget.costs or ()):
        path = f"budget.costs[{index}]"
        if _amount(cost) is None:
            yield f"{path}.amount_eur" if cost.units is None else f"{path}.unit_cost_eur"
        if cost.partner is None:
            yield f"{path}.partner"
        if cost.category is None:
            yield f"{path}.category"
        if (
            cost.category == "subcontracting"
            and budget.indirect_base_excludes_subcontracting is None
        ):
            yield "budget.indirect_base_excludes_subcontracting"
