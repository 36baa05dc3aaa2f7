"""Whose effort costs what, and which lines of `budget.costs` say it in place of person-months."""

from collections.abc import Iterator

from escp_docs.model.budget import Cost
from escp_docs.model.roadmap import WorkPackage
from escp_docs.model.spec import Spec


def is_replaced(spec: Spec, partner: str, work_package: str) -> bool:
    """Whether a cost line replaces the cost of effort, or may once it says all."""
    return any(
        cost.category in ("personnel", None)
        and cost.partner in (partner, None)
        and cost.work_package in (work_package, None)
        for cost in spec.budget.costs or ()
    )


def replacing(spec: Spec, package: WorkPackage) -> frozenset[str]:
    """Return the partners of which a personnel line says what their effort costs there."""
    costs = spec.budget.costs or ()
    lines = [one for one in costs if one.category == "personnel" and one.partner is not None]
    return frozenset(one.partner or "" for one in lines if one.work_package == package.id)


def may_replace(spec: Spec, cost: Cost) -> bool:
    """Whether there is, or may be, a cost of effort that a cost line can replace."""
    packages, paid = spec.roadmap.work_packages, paid_for(spec)
    its_own = paid if cost.partner is None or paid is None else paid & {cost.partner}
    if packages is None:
        return its_own != frozenset()
    return any(
        its_own is None or bool(its_own & _working(spec, package))
        for package in packages
        if cost.work_package in (None, package.id)
    )


def announced(spec: Spec, package: WorkPackage) -> Iterator[str]:
    """Yield the partners for which an entry of the effort stands there and states nothing."""
    ids = {one.id for one in spec.partners}
    yield from (one for one in package.open_entries.get("effort", ()) if one in ids)


def paid_for(spec: Spec) -> frozenset[str] | None:
    """Return the partners whose effort may cost something; None if it may be anybody."""
    rates, partners = spec.budget.person_month_eur or {}, spec.consortium.partners
    if partners is None:
        return None
    return frozenset(one.id for one in partners if rates.get(one.id) != 0)


def _working(spec: Spec, package: WorkPackage) -> frozenset[str]:
    """Return the partners that work in a work package, or may."""
    if package.effort is None:
        return frozenset(one.id for one in spec.partners)
    known = (name for name, months in package.effort.items() if months)
    return frozenset((*known, *announced(spec, package)))
