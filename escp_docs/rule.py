"""What a rule is, and the four answers it can give."""

import sys
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import Any, Final, Generic, TypeVar

from msgspec import Struct

from escp_docs.finding import Answer, Confidence, Outcome, Severity
from escp_docs.model.call import Call, Terms
from escp_docs.model.fact import Fact
from escp_docs.model.responsible import owner
from escp_docs.model.spec import Spec

_Value = TypeVar("_Value")

COUNT: Final = "CON001"
"""How many legal entities are asked for; a call that does not say calls nobody eligible."""

REQUIREMENTS: Final = frozenset({
    "CON001", "CON002", "CON003", "CON004", "CON005", "CON006", "CON013",
    "SUB001", "SUB002", "SUB003", "TGT001", "TGT002", "TGT004",
    "RMP001", "RMP002", "RMP006", "BUD001", "BUD003",
})  # fmt: skip
"""What makes a consortium ineligible if the call asks for it, however sure it is that it does."""


class Case(Struct, Generic[_Value], frozen=True):
    """What a rule judges: a spec, against one fact of the call.

    The methods make answers whose severity and source are those of the fact.
    """

    spec: Spec
    call: Call
    terms: Terms
    fact: Fact[_Value]

    def met(self, message: str, path: str = "") -> Outcome:
        """Return the answer that the spec meets the fact."""
        return self._outcome(Answer.MET, message, path)

    def not_met(
        self,
        message: str,
        path: str,
        fix: str,
        related: tuple[str, ...] = (),
        elsewhere: tuple[tuple[int, str], ...] = (),
    ) -> Outcome:
        """Return the answer that the value at `path` is at fault, with the change that mends it."""
        return self._outcome(
            Answer.NOT_MET, message, path, fix=fix, related=related, elsewhere=elsewhere
        )

    def undecided(
        self,
        message: str,
        question: str,
        key: str | None,
        path: str = "",
        elsewhere: tuple[tuple[int, str], ...] = (),
    ) -> Outcome:
        """Return the answer that the spec does not say.

        Args:
            message: What is not known.
            question: What would settle it, in plain words.
            key: The path to fill in; None if it lies in another spec, to which `elsewhere` leads.
            path: Where it is reported, if not at `key`.
            elsewhere: Places in other specs.
        """
        return self._outcome(
            Answer.UNDECIDED,
            message,
            path or key or "",
            question=question,
            key=key,
            ask=owner(self.spec, key or path),
            elsewhere=elsewhere,
        )

    def not_applicable(self, message: str) -> Outcome:
        """Return the answer that there is nothing to judge."""
        return self._outcome(Answer.NOT_APPLICABLE, message, None)

    def against(self, fact: Fact[Any]) -> "Case[Any]":
        """Return the same case judged against another fact, whose severity may differ."""
        return Case(self.spec, self.call, self.terms, fact)

    def _outcome(self, answer: Answer, message: str, path: str | None, **more: Any) -> Outcome:  # noqa: ANN401
        return Outcome(
            answer,
            message,
            path,
            source=self.fact.cited,
            severity=self.fact.severity,
            **more,
        )


class Rule(Struct, Generic[_Value], frozen=True):
    """A requirement of the call, named for the fault.

    It holds in a strand if `rests_on` finds its fact there. `check` yields one answer or one per
    fault and question. A rule across specs also judges several of one call `together`: that yields
    answers with the positions of the cases that they are for, at least one for each; `check` then
    says what can be said of one alone. A rule that needs no fact of the call, and holds under every
    call, names what it rests on in `of_the_spec`.
    """

    code: str
    name: str
    rests_on: Callable[[Terms], Fact[_Value] | None]
    check: Callable[[Case[_Value]], Iterator[Outcome]]
    together: Callable[[Sequence[Case[_Value]]], Iterator[tuple[int, Outcome]]] | None = None
    of_the_spec: tuple[Fact[bool], ...] = ()

    @property
    def manual(self) -> str:
        """The manual page: the docstring of the file in which the rule stands."""
        return sys.modules[self.check.__module__].__doc__ or ""


class Standing(StrEnum):
    """What the outcomes of a spec come to; warnings never change it."""

    ELIGIBLE = "eligible"
    INELIGIBLE = "ineligible"
    UNDECIDED = "undecided"


class Judged(Struct, frozen=True):
    """An outcome and the rule that gave it."""

    rule: Rule[Any]
    outcome: Outcome


class Verdict(Struct, frozen=True):
    """All outcomes of a spec, in the order of the rules."""

    judged: tuple[Judged, ...]

    @property
    def standing(self) -> Standing:
        """Ineligible if an error is not met, else undecided if anything is, else eligible.

        It is undecided, too, while it is not sure that the call asks for a requirement that is not
        met, or if the call file does not say how many entities it asks for. What a spec says
        against itself makes nobody ineligible.
        """
        of_the_call = [one for one in self.judged if not is_of_the_spec(one.outcome)]
        answers = {one.outcome.answer for one in of_the_call if _is_error(one.outcome)}
        if Answer.NOT_MET in answers:
            return Standing.INELIGIBLE
        is_open = Answer.UNDECIDED in answers or any(map(_is_unsure, of_the_call))
        return Standing.UNDECIDED if is_open else Standing.ELIGIBLE

    @property
    def warned(self) -> tuple[Judged, ...]:
        """The warnings that are not met."""
        return tuple(
            one
            for one in self.judged
            if one.outcome.answer is Answer.NOT_MET and not _is_error(one.outcome)
        )

    @property
    def open(self) -> tuple[Judged, ...]:
        """The errors that are not met or undecided, and the requirements that are not sure."""
        unsettled = (Answer.NOT_MET, Answer.UNDECIDED)
        return tuple(
            one
            for one in self.judged
            if (one.outcome.answer in unsettled and _is_error(one.outcome)) or _asks_the_call(one)
        )


def is_of_the_spec(outcome: Outcome) -> bool:
    """Whether an outcome rests on no fact of the call, but on what the spec says elsewhere."""
    return outcome.source is not None and outcome.source.confidence is Confidence.CONSISTENCY


def _is_unsure(one: Judged) -> bool:
    counts_nobody = one.rule.code == COUNT and one.outcome.answer is Answer.NOT_APPLICABLE
    return counts_nobody or _asks_the_call(one)


def _asks_the_call(one: Judged) -> bool:
    return one.outcome.answer is Answer.NOT_MET and one.outcome.question is not None


def _is_error(outcome: Outcome) -> bool:
    return outcome.severity is Severity.ERROR
