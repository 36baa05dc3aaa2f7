"""What a report is made from: the outcomes of each spec with their places, or why it has none."""

from collections.abc import Iterable
from typing import TypeVar

from msgspec import Struct

from escp_docs.errors import Fault
from escp_docs.finding import Answer, Outcome, Place, Remark, Severity, StaleProse
from escp_docs.judging.missing_facts import MissingFacts
from escp_docs.model.amendment import Amendment
from escp_docs.model.without_partner import Departure
from escp_docs.rule import Standing


class Finding(Struct, frozen=True):
    """An outcome of a rule, with the place and the line of the spec that it concerns.

    `place` is None for an outcome that concerns no place; `related` are further places. `anchor` is
    the path with ids in place of positions, which lasts while lines and entries move. Paths name
    entries by their ids. `fill_in` is where the answer to a question goes.
    """

    code: str
    name: str
    outcome: Outcome
    place: Place | None
    excerpt: str
    related: tuple[tuple[str, Place], ...] = ()
    anchor: str = ""
    fill_in: Place | None = None

    @property
    def identity(self) -> tuple[str, str, str | None, Answer, Severity]:
        """What makes it the same finding in another run, among others of its rule and anchor."""
        outcome = self.outcome
        return self.code, self.anchor, outcome.condition, outcome.answer, outcome.severity

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


class Change(Struct, frozen=True):
    """What a spec was as written, and which findings came and went when it was judged otherwise.

    `call`, `strand` and `standing` are those as written; `departure` is the partner left out,
    `stale_prose` what texts would still say of it.
    """

    call: str
    strand: str | None
    standing: Standing
    appear: tuple[Finding, ...]
    disappear: tuple[Finding, ...]
    departure: Departure | None = None
    stale_prose: tuple[StaleProse, ...] = ()


_Placed = TypeVar("_Placed", Finding, Remark)


class WaitedFact(Struct, frozen=True):
    """A fact for which rules wait, asked once.

    Args:
        path: Where it belongs, with the ids of entries.
        place: Where its answer goes.
        excerpt: The line there.
        question: What is asked.
        ask: Who can state it.
        codes: The rules that wait.
        urgent: Whether one of them decides whether the application is eligible.
    """

    path: str
    place: Place
    excerpt: str
    question: str
    ask: str
    codes: tuple[str, ...]
    urgent: bool


class NextKey(Struct, frozen=True):
    """A key to state next: lines to paste, and where they go.

    `where` says how they lie to the place: "below" or "in place of" its line, or
    "at the end of" its file.
    """

    place: Place
    where: str
    lines: tuple[str, ...]
    question: str


class Result(Struct, frozen=True):
    """What came of one spec: its findings, or the faults that make it unreadable.

    `hidden` are findings that someone chose not to see; the verdict counts them. `repair` is the
    smallest change that mends consortium and targets, `change` what is otherwise than as written.
    `remarks` are on what was read, but perhaps not as it was meant; they change nothing. `asked`
    are the facts for which rules wait, `next_keys` those to state next.
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
    asked: tuple[WaitedFact, ...] = ()
    next_keys: tuple[NextKey, ...] = ()

    @property
    def in_order(self) -> tuple[Finding, ...]:
        """All findings sorted by place; those that concern no place come last, rule by rule."""
        return by_place(self.findings)

    @property
    def shown(self) -> tuple[Finding, ...]:
        """What is not met or undecided, sorted by place."""
        return by_place(one for one in self.findings if one.is_fault or one.is_question)

    @property
    def questions(self) -> tuple[WaitedFact, ...]:
        """The facts that the rules which are shown wait for, sorted by place."""
        shown = {one.code for one in self.findings if one.is_question}
        found = (one for one in self.asked if not shown.isdisjoint(one.codes))
        return tuple(sorted(found, key=lambda one: _position(one.place)))

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What is not met and makes nobody ineligible, sorted by place."""
        return by_place(one for one in self.findings if one.is_fault and not one.is_error)

    @property
    def verdict(self) -> str:
        """The verdict in the words of reports."""
        return self.standing.value if self.standing else "unreadable"


def by_place(found: Iterable[_Placed]) -> tuple[_Placed, ...]:
    """Return findings or remarks sorted by place; those without a place last, as they came."""
    return tuple(sorted(found, key=lambda one: _position(one.place)))


def _position(place: Place | None) -> tuple[bool, str, int, int]:
    return (False, place.file, place.line, place.column) if place else (True, "", 0, 0)
