"""Costs as entries of `budget.costs`: units at a unit cost, or an amount."""

from collections.abc import Iterator
from decimal import Decimal

from escp_docs.model.budget import Cost
from escp_docs.model.costs.line import CostLine, Way, cents, indirect, with_operating_grant
from escp_docs.model.costs.replaced import may_replace
from escp_docs.model.costs.source import Bearers, MissingFact
from escp_docs.model.spec import Spec

COSTS = "budget.costs"
SUBCONTRACTING = "budget.indirect_base_excludes_subcontracting"


class Stated:
    """The entries of `budget.costs`."""

    def lines(self, spec: Spec) -> Iterator[CostLine]:
        """Yield a line for each entry."""
        for index, cost in enumerate(spec.budget.costs or ()):
            sum_ = amount(cost) or Decimal(0)
            yield CostLine(
                Way.STATED,
                cost.partner,
                cost.work_package,
                cost.category,
                cost.description or "",
                sum_,
                indirect(spec, cost.partner, sum_, cost.category, eligible=cost.eligible),
                cost.eligible,
                f"{COSTS}[{index}]",
                cost.units,
                cost.unit_cost_eur,
                cost,
            )

    def missing(self, spec: Spec) -> Iterator[MissingFact]:
        """Yield what the entries do not state."""
        costs = spec.budget.costs
        if costs is None and spec.budget.lump_sums is None:
            yield MissingFact(COSTS)
        for index, cost in enumerate(costs or ()):
            yield from _missing(spec, cost, f"{COSTS}[{index}]")
        for index, cost in enumerate(costs or ()):
            if (
                cost.category == "personnel"
                and cost.work_package is None
                and may_replace(spec, cost)
            ):
                path = f"{COSTS}[{index}].work_package"
                # Which effort it replaces is open; that it costs what it costs is not.
                yield MissingFact(path, _of(cost), is_bounded=True, counts=False)

    def bearers(self, spec: Spec) -> Bearers:
        """Return the partners that entries name."""
        costs = spec.budget.costs
        open_paths = [COSTS] if costs is None and spec.budget.lump_sums is None else []
        for index, cost in enumerate(costs or ()):
            if cost.partner is None:
                open_paths.append(f"{COSTS}[{index}].partner")
        known = frozenset(cost.partner for cost in costs or () if cost.partner is not None)
        return Bearers(known, tuple(open_paths))


def amount(cost: Cost) -> Decimal | None:
    """Return what an entry costs, None if it does not say."""
    if cost.amount_eur is not None:
        return cost.amount_eur
    if 0 in (cost.units, cost.unit_cost_eur):
        return Decimal(0)
    if cost.units is None or cost.unit_cost_eur is None:
        return None
    return cents(cost.units * cost.unit_cost_eur)


def missing_amount(cost: Cost, path: str) -> str:
    """Return the path of what would say what an entry costs."""
    return f"{path}.amount_eur" if cost.units is None else f"{path}.unit_cost_eur"


def _missing(spec: Spec, cost: Cost, path: str) -> Iterator[MissingFact]:
    whose = _of(cost)
    # A line that is not eligible can still be the personnel line that replaces eligible effort.
    may_be_personnel = cost.category in ("personnel", None)
    in_grant = cost.eligible or (may_be_personnel and may_replace(spec, cost))
    if amount(cost) is None:
        yield MissingFact(missing_amount(cost, path), whose, in_grant=cost.eligible)
    if cost.partner is None:
        yield MissingFact(f"{path}.partner", is_bounded=True, in_grant=in_grant)
    carries = cost.eligible and amount(cost) != 0 and spec.budget.indirect_rate != 0
    if cost.category is None:
        matters = may_replace(spec, cost) or (carries and _may_carry(spec, whose))
        yield MissingFact(f"{path}.category", whose, is_bounded=True, in_grant=matters)
    if (
        cost.category == "subcontracting"
        and carries
        and spec.budget.indirect_base_excludes_subcontracting is None
        and _may_carry(spec, whose)
    ):
        yield MissingFact(SUBCONTRACTING, _subcontractors(spec), is_bounded=True)


def _may_carry(spec: Spec, whose: frozenset[str] | None) -> bool:
    """Whether costs carry indirect costs: not those of a partner with an operating grant."""
    return whose is None or bool(whose - with_operating_grant(spec))


def _of(cost: Cost) -> frozenset[str] | None:
    return None if cost.partner is None else frozenset({cost.partner})


def _subcontractors(spec: Spec) -> frozenset[str] | None:
    costs = spec.budget.costs or ()
    found = {
        one.partner
        for one in costs
        if one.category == "subcontracting" and one.eligible and amount(one) != 0
    }
    if None in found:
        return None
    return frozenset(one for one in found if one is not None) - with_operating_grant(spec)
