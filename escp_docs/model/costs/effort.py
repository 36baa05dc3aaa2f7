"""Personnel as person-months at the cost of a person-month of the partner."""

from collections.abc import Iterator
from decimal import Decimal

from escp_docs.model.costs.line import CostLine, Way, cents, indirect
from escp_docs.model.costs.source import Bearers, MissingFact
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
        packages = spec.roadmap.work_packages
        if packages is None:
            yield MissingFact(WORK)
        for index, package in enumerate(packages or ()):
            if package.effort is None:
                yield MissingFact(f"{WORK}[{index}].effort")
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


def is_replaced(spec: Spec, partner: str, work_package: str) -> bool:
    """Whether a cost line replaces the cost of effort, or may once it says all."""
    return any(
        cost.category in ("personnel", None)
        and cost.partner in (partner, None)
        and cost.work_package in (work_package, None)
        for cost in spec.budget.costs or ()
    )
