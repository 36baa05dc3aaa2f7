"""What the oracle says of a requirement, and how answers come together."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final


class Answer(StrEnum):
    """Whether a requirement is met, as far as the spec says; the worst comes last."""

    MET = "met"
    OPEN = "open"
    NOT_MET = "not met"


class Severity(StrEnum):
    """Whether the words are those of the call, or of others about it."""

    WARNING = "warning"
    ERROR = "error"


Said = frozenset[tuple[Answer, Severity]]
"""The answers of one requirement, each with its severity; none where it does not apply."""

NOT_ASKED: Final[Said] = frozenset()


def error(answer: Answer) -> Said:
    """Return an answer about what the call itself asks."""
    return frozenset({(answer, Severity.ERROR)})


def warning(answer: Answer) -> Said:
    """Return an answer about what others say of the call."""
    return frozenset({(answer, Severity.WARNING)})


def holds(condition: bool | None) -> Answer:  # noqa: FBT001  # the one thing that is asked
    """Return the answer to a condition, which is None where the spec does not say."""
    if condition is None:
        return Answer.OPEN
    return Answer.MET if condition else Answer.NOT_MET


def every(answers: Iterable[Answer]) -> Answer:
    """Return the answer to "does each of them hold?"."""
    found = set(answers)
    return next((one for one in (Answer.NOT_MET, Answer.OPEN) if one in found), Answer.MET)


def at_least(least: int, lowest: int, highest: int) -> Answer:
    """Return whether a number that lies between `lowest` and `highest` is `least` or more."""
    if lowest >= least:
        return Answer.MET
    return Answer.NOT_MET if highest < least else Answer.OPEN


def faults(said: Said) -> Said:
    """Return of each severity the worst answer, unless it is met."""
    return frozenset(
        (worst, severity)
        for severity in Severity
        if (worst := every(answer for answer, of in said if of is severity)) is not Answer.MET
    )


def in_whatever_strand(in_each: Iterable[Said]) -> Said:
    """Return what holds of a spec that names no strand: what is the same in each, else open.

    It is as severe as in the strand in which it is most severe.
    """
    said = list(in_each)
    if len(set(said)) == 1:
        return said[0]
    severities = {severity for one in said for _, severity in one}
    return error(Answer.OPEN) if Severity.ERROR in severities else warning(Answer.OPEN)
