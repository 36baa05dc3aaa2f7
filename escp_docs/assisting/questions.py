"""What to ask next: the questions that settle most, each with why it is asked."""

from collections.abc import Iterator

from msgspec import Struct

from escp_docs.finding import Source
from escp_docs.judging.result import Finding, Result
from escp_docs.judging.status import Status


class NextQuestion(Struct, frozen=True):
    """A question, whom it is asked of, and what waits for the answer.

    Attributes:
        key: Where the answer goes.
        question: What is asked.
        ask: Who can state it: the id of a partner, or "coordinator".
        rules: The codes of the rules that wait.
        decides: Whether one of them decides on eligibility.
        why: What these rules say while it is open.
        sources: The passages of the call that they rest on.
    """

    key: str
    question: str
    ask: str
    rules: tuple[str, ...]
    decides: bool
    why: tuple[str, ...]
    sources: tuple[Source, ...]


def next_questions(result: Result, status: Status, most: int) -> tuple[NextQuestion, ...]:
    """Return the questions to ask next, those that decide and settle most first.

    Args:
        result: What the rules say.
        status: Who owes what: facts that documents print and no rule waits for come last.
        most: How many, at most.
    """
    ranked = sorted(result.asked, key=lambda one: (not one.urgent, -len(one.codes)))
    waited = {one.path for one in ranked}
    found = [
        NextQuestion(
            one.path, one.question, one.ask, one.codes, one.urgent, *_why(result, one.codes)
        )
        for one in ranked
    ]
    found += [
        NextQuestion(one.path, one.question, one.ask, one.codes, one.urgent, (), ())
        for one in status.open_facts.missing
        if one.path not in waited
    ]
    return tuple(found[:most])


def _why(result: Result, codes: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[Source, ...]]:
    """Return what the rules of some codes say that are undecided, and on what they rest."""
    waiting = list(_undecided(result, codes))
    said = dict.fromkeys(one.outcome.message for one in waiting)
    sources = dict.fromkeys(one.outcome.source for one in waiting if one.outcome.source)
    return tuple(said), tuple(sources)


def _undecided(result: Result, codes: tuple[str, ...]) -> Iterator[Finding]:
    yield from (one for one in result.findings if one.is_question and one.code in codes)
