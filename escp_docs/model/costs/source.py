"""What each way to state costs answers."""

from collections.abc import Iterator
from typing import Protocol

from msgspec import Struct

from escp_docs.model.costs.line import CostLine
from escp_docs.model.spec import Spec


class MissingFact(Struct, frozen=True):
    """A fact that is missing for an exact budget.

    Args:
        path: Where it belongs in the spec.
        partners: The partners whose figures depend on it; None if it may be any.
        is_bounded: Whether what is stated bounds the cost, however the fact turns out.
        counts: Whether a sum is inexact without it; else it only leaves open which of two sums.
        in_grant: Whether the grant depends on it; not on what a line costs that is not eligible.
    """

    path: str
    partners: frozenset[str] | None = None
    is_bounded: bool = False
    counts: bool = True
    in_grant: bool = True

    def concerns(self, partner: str) -> bool:
        """Whether the figures of a partner depend on it."""
        return self.partners is None or partner in self.partners


class Bearers(Struct, frozen=True):
    """The partners that bear a cost, and the paths of what may make others bear one."""

    known: frozenset[str]
    open_paths: tuple[str, ...]


class CostSource(Protocol):
    """One way to state costs."""

    def lines(self, spec: Spec) -> Iterator[CostLine]:
        """Yield the lines that a spec states in this way, in the order of the spec."""
        ...

    def missing(self, spec: Spec) -> Iterator[MissingFact]:
        """Yield what this way lacks for exact sums, in the order of the spec."""
        ...

    def bearers(self, spec: Spec) -> Bearers:
        """Return who bears costs that are stated in this way."""
        ...
