"""All ways to state costs, asked together."""

from collections.abc import Iterator, Sequence
from typing import Final

from escp_docs.model.costs.effort import Effort
from escp_docs.model.costs.line import CostLine, with_operating_grant
from escp_docs.model.costs.lump_sum import LumpSums
from escp_docs.model.costs.source import Bearers, CostSource, MissingFact
from escp_docs.model.costs.stated import Stated
from escp_docs.model.kept import kept
from escp_docs.model.spec import Spec

SOURCES: Final[tuple[CostSource, ...]] = (Effort(), Stated(), LumpSums())
"""In the order in which a budget tells them."""


_PARTS: Final = ("consortium", "roadmap", "budget")
"""The parts of a spec in which costs are stated."""


@kept
def lines(spec: Spec) -> tuple[CostLine, ...]:
    """Return every cost line of a spec."""
    return tuple(line for source in SOURCES for line in source.lines(spec))


def bearers(spec: Spec) -> Bearers:
    """Return the partners that bear a cost, stated in whatever way."""
    found = [source.bearers(spec) for source in SOURCES]
    known = frozenset(name for one in found for name in one.known)
    return Bearers(known, tuple(path for one in found for path in one.open_paths))


@kept
def missing_facts(spec: Spec) -> tuple[MissingFact, ...]:
    """Return each fact that is missing for an exact budget once, in the order of the format."""
    of_sources = [one for source in SOURCES for one in source.missing(spec)]
    found = {one.path: one for one in (*_of_all(spec, of_sources), *of_sources)}
    return tuple(sorted(found.values(), key=lambda one: _PARTS.index(one.path.partition(".")[0])))


def _of_all(spec: Spec, of_sources: Sequence[MissingFact]) -> Iterator[MissingFact]:
    budget = spec.budget
    if spec.consortium.partners is None:
        yield MissingFact("consortium.partners")
    if budget.lump_sums is not None and not budget.costs:
        return
    own = budget.rates_by_partner or {}
    if budget.reimbursement_rate is None and not (
        spec.partners and all(one.id in own for one in spec.partners)
    ):
        said = {**(budget.requested_grant_eur or {}), **own}
        depending = frozenset(one.id for one in spec.partners if one.id not in said)
        yield MissingFact("budget.reimbursement_rate", depending, is_bounded=True)
    bearing = _with_indirect(spec, of_sources)
    if budget.indirect_rate is None and bearing != frozenset():
        yield MissingFact("budget.indirect_rate", bearing, is_bounded=True)


def _with_indirect(spec: Spec, of_sources: Sequence[MissingFact]) -> frozenset[str] | None:
    """Return the partners whose costs carry indirect costs, or may; None if it may be any."""
    spared = with_operating_grant(spec)
    is_apart = spec.budget.indirect_base_excludes_subcontracting
    found = {
        line.partner
        for line in lines(spec)
        if line.eligible and line.amount and not (line.category == "subcontracting" and is_apart)
    } - spared
    missing = [one.partners for one in of_sources if one.in_grant]
    if None in found or None in missing:
        return None
    open_to = frozenset(name for names in missing for name in names or ()) - spared
    return open_to | frozenset(one for one in found if one is not None)
