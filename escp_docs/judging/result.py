"""What a report is made from: the outcomes of each spec with their places, or why it has none."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from escp_docs.errors import Fault
from escp_docs.finding import Answer, Outcome, Place, Remark, Severity
from escp_docs.model.amendment import Amendment
from escp_docs.model.without_partner import Departure
from escp_docs.rule import Standing


@dataclass(frozen=True, slots=True)
class Finding:
    """An outcome of a rule, with the place and the line of the spec that it concerns.

    `place` is None for an outcome that concerns no place; `related` are further places. `anchor` is
    the path with ids in place of positions, which lasts while lines and entries move.
    """

    code: str
    name: str
    outcome: Outcome
    place: Place | None
    excerpt: str
    related: tuple[tuple[str, Place], ...] = ()
    anchor: str = ""

    @property
    def identity(self) -> tuple[str, str, Answer, Severity]:
        """What makes it the same finding in another run: rule, anchor, answer, severity."""
        return self.code, self.anchor, self.outcome.answer, self.outcome.severity

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
class Change:
    """What a spec was as written, and which findings came and went when it was judged otherwise.

    `call`, `strand` and `standing` are those as written; `departure` is the partner left out.
    """

    call: str
    strand: str | None
    standing: Standing
    appear: tuple[Finding, ...]
    disappear: tuple[Finding, ...]
    departure: Departure | None = None


_Placed = TypeVar("_Placed", Finding, Remark)


@dataclass(frozen=True, slots=True)
class MissingFacts:
    """How many facts a spec lacks: those that rules ask for, others that documents print.

    `unconfirmed` are stated and were not confirmed by the partner that they are about.
    """

    questions: int
    other_facts: int
    unconfirmed: int


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one spec: its findings, or the faults that make it unreadable.

    `hidden` are findings that someone chose not to see; the verdict counts them. `repair` is the
    smallest change that mends consortium and targets, `change` what is otherwise than as written.
    `remarks` are on what was read, but perhaps not as it was meant; they change nothing.
    """

    spec: str
    call: str | None = None
    strand: str | None = None
    standing: Standing | None = None
    findings: tuple[Finding, ...] = ()
    faults: tuple[Fault, ...] = ()
    hidden: tuple[Finding, ...] = ()
    repair: tuple[Amendment, ...] = ()
    change: Change | None = None
    remarks: tuple[Remark, ...] = ()
    missing: MissingFacts | None = None

    @property
    def in_order(self) -> tuple[Finding, ...]:
        """All findings sorted by place; those that concern no place come last, rule by rule."""
        return by_place(self.findings)

    @property
    def shown(self) -> tuple[Finding, ...]:
        """What is not met or undecided, sorted by place."""
        return by_place(one for one in self.findings if one.is_fault or one.is_question)

    @property
    def verdict(self) -> str:
        """The verdict in the words of reports."""
        return self.standing.value if self.standing else "unreadable"


def by_place(found: Iterable[_Placed]) -> tuple[_Placed, ...]:
    """Return findings or remarks sorted by place; those without a place last, as they came."""
    return tuple(sorted(found, key=lambda one: _position(one.place)))


def _position(place: Place | None) -> tuple[bool, str, int, int]:
    return (False, place.file, place.line, place.column) if place else (True, "", 0, 0)
