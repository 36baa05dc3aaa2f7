"""Personnel as person-months at the cost of a person-month of the partner."""

from collections.abc import Iterator
from decimal import Decimal

from escp_docs.model.budget import Cost
from escp_docs.model.costs.line import CostLine, Way, cents, indirect
from escp_docs.model.costs.source import Bearers, MissingFact
from escp_docs.model.roadmap import WorkPackage
from escp_docs.model.schema import below
from escp_docs.model.spec import Spec

WORK = "roadmap.work_packages"
RATES = "budget.person_month_eur"


class Effort:
    """The costs of effort, but where a personnel line of `budget.costs` replaces them."""

    def lines(self, spec: Spec) -> Iterator[CostLine]:
        """Yield a line for each partner with effort in a work package."""
        rates = spec.budget.person_month_eur or {}
        for index, package in enumerate(spec.roadmap.work_packages or ()):
            for partner, months in (package.effort or {}).items():
                if not months or is_replaced(spec, partner, package.id):
                    continue
                rate = rates.get(partner)
                amount = cents(months * (rate or Decimal(0)))
                yield CostLine(
                    Way.EFFORT,
                    partner,
                    package.id,
                    "personnel",
                    "",
                    amount,
                    indirect(spec, partner, amount, "personnel", eligible=True),
                    eligible=True,
                    path=below(f"{WORK}[{index}].effort", partner),
                    units=months,
                    unit_cost=rate,
                )

    def missing(self, spec: Spec) -> Iterator[MissingFact]:
        """Yield the work packages, the efforts and the rates that are not stated."""
        packages, paid = spec.roadmap.work_packages, _paid(spec)
        if packages is None and paid != frozenset():
            yield MissingFact(WORK, paid)
        for index, package in enumerate(packages or ()):
            bearing = None if paid is None else paid - _replacing(spec, package)
            if package.effort is None and bearing != frozenset():
                yield MissingFact(f"{WORK}[{index}].effort", bearing)
            yield from _not_written(spec, package, f"{WORK}[{index}].effort")
        rates = spec.budget.person_month_eur or {}
        for line in self.lines(spec):
            if line.partner and line.partner not in rates:
                yield MissingFact(below(RATES, line.partner), frozenset({line.partner}))

    def bearers(self, spec: Spec) -> Bearers:
        """Return the partners with effort; whoever replaces its cost bears that."""
        packages = spec.roadmap.work_packages
        open_paths = [WORK] if packages is None else []
        known: set[str] = set()
        for index, package in enumerate(packages or ()):
            known.update(name for name, months in (package.effort or {}).items() if months)
            if package.effort is None:
                open_paths.append(f"{WORK}[{index}].effort")
        return Bearers(frozenset(known), tuple(open_paths))


def _paid(spec: Spec) -> frozenset[str] | None:
    """Return the partners whose effort may cost something; None if it may be anybody."""
    rates, partners = spec.budget.person_month_eur or {}, spec.consortium.partners
    if partners is None:
        return None
    return frozenset(one.id for one in partners if rates.get(one.id) != 0)


def _replacing(spec: Spec, package: WorkPackage) -> frozenset[str]:
    """Return the partners of which a personnel line says what their effort costs there."""
    costs = spec.budget.costs or ()
    lines = [one for one in costs if one.category == "personnel" and one.partner is not None]
    return frozenset(one.partner or "" for one in lines if one.work_package == package.id)


def _not_written(spec: Spec, package: WorkPackage, path: str) -> Iterator[MissingFact]:
    """Yield the efforts that an entry announces and does not state, where they cost anything."""
    rates = spec.budget.person_month_eur or {}
    replaced = _replacing(spec, package)
    for partner in package.open_entries.get("effort", ()):
        if partner not in replaced and rates.get(partner) != 0:
            yield MissingFact(below(path, partner), frozenset({partner}))


def _may_cost(spec: Spec, cost: Cost) -> bool:
    """Whether effort of the partner of a line costs anything."""
    paid = _paid(spec)
    return paid is None or bool(paid if cost.partner is None else paid & {cost.partner})


def may_replace(spec: Spec, cost: Cost) -> bool:
    """Whether there is, or may be, a cost of effort that a cost line can replace."""
    rates = spec.budget.person_month_eur or {}
    packages = spec.roadmap.work_packages
    if packages is None:
        return _may_cost(spec, cost)
    for package in packages:
        if cost.work_package not in (None, package.id):
            continue
        if package.effort is None and _may_cost(spec, cost):
            return True
        announced = package.open_entries.get("effort", ())
        for partner in (
            *(name for name, months in (package.effort or {}).items() if months),
            *announced,
        ):
            if cost.partner in (None, partner) and rates.get(partner) != 0:
                return True
    return False


def is_replaced(spec: Spec, partner: str, work_package: str) -> bool:
    """Whether a cost line replaces the cost of effort, or may once it says all."""
    return any(
        cost.category in ("personnel", None)
        and cost.partner in (partner, None)
        and cost.work_package in (work_package, None)
        for cost in spec.budget.costs or ()
    )
