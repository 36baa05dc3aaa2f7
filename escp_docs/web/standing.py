"""The verdict as the head of every page shows it."""

from typing import TYPE_CHECKING, Final

from msgspec import Struct

if TYPE_CHECKING:
    from escp_docs import api

_WORDS: Final = {
    "eligible": "Eligible",
    "ineligible": "Not eligible",
    "undecided": "Undecided",
    "unreadable": "Cannot be read",
}


class StandingInShort(Struct, frozen=True):
    """What the rules say of a spec, in short.

    Attributes:
        verdict: eligible, ineligible, undecided or unreadable.
        words: The same for people.
        errors: What makes it ineligible, or unreadable: one line each.
        questions: What is asked, and would decide.
        missing: How many facts it lacks.
        unconfirmed: How many nobody confirmed.
    """

    verdict: str
    words: str
    errors: tuple[str, ...]
    questions: tuple[str, ...]
    missing: int
    unconfirmed: int

    @classmethod
    def of(cls, result: "api.Result") -> "StandingInShort":
        """Return the verdict of a result in short."""
        faults = [one.message for one in result.faults]
        errors = [one.outcome.message for one in result.shown if one.is_fault and one.is_error]
        owed = result.missing
        return cls(
            result.verdict,
            _WORDS[result.verdict],
            (*faults, *errors),
            tuple(one.question for one in result.questions if one.urgent),
            owed.questions + owed.other_facts if owed else 0,
            owed.unconfirmed if owed else 0,
        )
