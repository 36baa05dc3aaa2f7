"""What rules rest on that need no fact of the call: a spec has to agree with itself."""

from typing import Literal

from escp_docs.finding import Severity
from escp_docs.model.fact import Citation, Fact


class SpecFact(Fact[bool]):
    """A fact that holds under every call; its severity is the rule's own."""

    confidence: Literal["derived", "consistency"]  # type: ignore[assignment]  # no call file states it
    weight: Severity

    @property
    def severity(self) -> Severity:
        """How severe a fault against it is."""
        return self.weight


def consistency(unit: str, reason: str, weight: Severity = Severity.ERROR) -> SpecFact:
    """Return the fact that a spec agrees with itself; a breach makes nobody ineligible."""
    return _fact("consistency", unit, reason, weight)


def advice(unit: str, reason: str) -> SpecFact:
    """Return a fact whose breach is worth a warning, under whatever call."""
    return _fact("derived", unit, reason, Severity.WARNING)


def _fact(
    confidence: Literal["derived", "consistency"], unit: str, reason: str, weight: Severity
) -> SpecFact:
    source = Citation(document="this spec", reason=reason)
    return SpecFact(value=True, unit=unit, confidence=confidence, source=source, weight=weight)
