"""What a report is made from: the outcomes of each spec with their places, or why it has none."""

from collections.abc import Iterable
from dataclasses import dataclass

from escp_docs.errors import Fault
from escp_docs.finding import Answer, Outcome, Place, Severity
from escp_docs.rule import Standing


@dataclass(frozen=True, slots=True)
class Finding:
    """An outcome of a rule, with the place and the line of the spec that it concerns.

    `place` is None for an outcome that concerns no place; `related` are further places.
    """

    code: str
    name: str
    outcome: Outcome
    place: Place | None
    excerpt: str
    related: tuple[tuple[str, Place], ...] = ()

    @property
    def is_fault(self) -> bool:
        """Whether something is not met."""
        return self.outcome.answer is Answer.NOT_MET

    @property
    def is_question(self) -> bool:
        """Whether something is undecided."""
        return self.outcome.answer is Answer.UNDECIDED

    @property
    def is_error(self) -> bool:
        """Whether it would make the application ineligible."""
        return self.outcome.severity is Severity.ERROR


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one spec: its findings, or the faults that make it unreadable."""

    spec: str
    call: str | None = None
    strand: str | None = None
    standing: Standing | None = None
    findings: tuple[Finding, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def verdict(self) -> str:
        """The verdict in the words of reports."""
        return self.standing.value if self.standing else "unreadable"


def status(results: Iterable[Result], *, strict: bool) -> int:
    """Return the exit status of `check`: 2 unreadable, 1 an error is not met, 0 otherwise.

    Args:
        results: The results as they are shown, filtered or not.
        strict: Whether warnings that are not met and anything undecided count too.
    """
    return max((_status(result, strict=strict) for result in results), default=0)


def _status(result: Result, *, strict: bool) -> int:
    if result.standing is None:
        return 2
    at_fault = any(
        (finding.is_fault and (finding.is_error or strict)) or (strict and finding.is_question)
        for finding in result.findings
    )
    return int(at_fault)
