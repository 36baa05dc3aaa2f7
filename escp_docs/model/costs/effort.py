"""Personnel as person-months at the cost of a person-month of the partner."""

from collections.abc import Iterator
from decimal import Decimal

from escp_docs.model.costs.line import CostLine, Way, cents, indirect
from escp_docs.model.costs.replaced import announced, is_replaced, paid_for, replacing
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
        packages = () if is_paid_by_lump_sum(spec) else spec.roadmap.work_packages or ()
        for index, package in enumerate(packages):
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
        if is_paid_by_lump_sum(spec):
            return
        packages, paid = spec.roadmap.work_packages, paid_for(spec)
        if packages is None and paid != frozenset():
            yield MissingFact(WORK, paid)
        for index, package in enumerate(packages or ()):
            bearing = None if paid is None else paid - replacing(spec, package)
            if package.effort is None and bearing != frozenset():
                yield MissingFact(f"{WORK}[{index}].effort", bearing)
            yield from _not_written(spec, package, f"{WORK}[{index}].effort")
        yield from _without_rate(spec)

    def bearers(self, spec: Spec) -> Bearers:
        """Return the partners with effort; whoever replaces its cost bears that."""
        if is_paid_by_lump_sum(spec):
            return Bearers(frozenset(), ())
        packages = spec.roadmap.work_packages
        open_paths = [WORK] if packages is None else []
        known: set[str] = set()
        for index, package in enumerate(packages or ()):
            known.update(name for name, months in (package.effort or {}).items() if months)
            if package.effort is None:
                open_paths.append(f"{WORK}[{index}].effort")
        return Bearers(frozenset(known), tuple(open_paths))


def is_paid_by_lump_sum(spec: Spec) -> bool:
    """Whether a lump sum pays for the work, so that person-months have no cost of their own."""
    return spec.budget.lump_sums is not None


def _without_rate(spec: Spec) -> Iterator[MissingFact]:
    """Yield the rates that effort lacks, also where a line may be found to replace its cost."""
    rates = spec.budget.person_month_eur or {}
    counts: dict[str, bool] = {}
    for package in spec.roadmap.work_packages or ():
        for partner, months in (package.effort or {}).items():
            if months and partner not in rates and partner not in replacing(spec, package):
                is_sure = not is_replaced(spec, partner, package.id)
                counts[partner] = counts.get(partner, False) or is_sure
    for partner, is_sure in counts.items():
        yield MissingFact(below(RATES, partner), frozenset({partner}), counts=is_sure)


def _not_written(spec: Spec, package: WorkPackage, path: str) -> Iterator[MissingFact]:
    """Yield the efforts that an entry announces and does not state, where they cost anything."""
    rates = spec.budget.person_month_eur or {}
    for partner in announced(spec, package):
        if partner not in replacing(spec, package) and rates.get(partner) != 0:
            yield MissingFact(below(path, partner), frozenset({partner}))
