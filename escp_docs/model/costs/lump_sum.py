"""A lump sum, shared out by work package and partner: it is paid whatever the work costs."""

from collections.abc import Iterator
from decimal import Decimal

from escp_docs.model.costs.line import CostLine, Way
from escp_docs.model.costs.source import Bearers, MissingFact
from escp_docs.model.spec import Spec

SHARES = "budget.lump_sums"


class LumpSums:
    """The entries of `budget.lump_sums`."""

    def lines(self, spec: Spec) -> Iterator[CostLine]:
        """Yield a line for each share, without indirect costs."""
        for index, one in enumerate(spec.budget.lump_sums or ()):
            yield CostLine(
                Way.LUMP_SUM,
                one.partner,
                one.work_package,
                "lump_sum",
                "",
                one.amount_eur or Decimal(0),
                Decimal(0),
                eligible=True,
                path=f"{SHARES}[{index}]",
            )

    def missing(self, spec: Spec) -> Iterator[MissingFact]:
        """Yield what the shares do not state."""
        for index, one in enumerate(spec.budget.lump_sums or ()):
            path = f"{SHARES}[{index}]"
            if one.amount_eur is None:
                whose = None if one.partner is None else frozenset({one.partner})
                yield MissingFact(f"{path}.amount_eur", whose)
            if one.partner is None:
                yield MissingFact(f"{path}.partner", is_bounded=True)

    def bearers(self, spec: Spec) -> Bearers:
        """Return the partners that shares name."""
        shares = spec.budget.lump_sums or ()
        unsaid = (f"{SHARES}[{i}].partner" for i, one in enumerate(shares) if one.partner is None)
        known = frozenset(one.partner for one in shares if one.partner is not None)
        return Bearers(known, tuple(unsaid))
