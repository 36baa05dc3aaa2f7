"""Answers that many rules give in the same way."""

from collections.abc import Iterable, Iterator
from typing import Any

from escp_docs.finding import Answer, Outcome
from escp_docs.model.fact import Fact
from escp_docs.model.target import Target
from escp_docs.rule import Case

PARTNERS = "consortium.partners"


def asked(fact: Fact[bool] | None) -> Fact[bool] | None:
    """Return a fact that says whether something is asked for; None if it is not."""
    return fact if fact is not None and fact.value else None


def or_met(found: Iterable[Outcome], met: Outcome) -> Iterator[Outcome]:
    """Yield the faults and questions that were found, each question once; `met` if none was."""
    questions: set[tuple[str | None, str | None]] = set()
    nothing = True
    for outcome in found:
        nothing = False
        if outcome.answer is Answer.UNDECIDED:
            if (outcome.key, outcome.path) in questions:
                continue
            questions.add((outcome.key, outcome.path))
        yield outcome
    if nothing:
        yield met


def no_partner(case: Case[Any]) -> Outcome:
    """Return the question that an absent list of partners puts."""
    return case.undecided("no partner is listed", "Who are the partners?", PARTNERS)


def no_target(case: Case[Any]) -> Outcome:
    """Return the question that an absent list of targets puts."""
    return case.undecided(
        "no target is listed",
        "Which third countries or world regions are the targets?",
        "target_countries",
    )


def not_listed(target: Target) -> tuple[str, str]:
    """Return what is not known of a target whose countries are open, and what to ask."""
    if not target.name:
        return "a target is not named yet", "Which third country or world region is the target?"
    return (
        f"the countries of the region {target.name} are not listed",
        f"Which countries does the region {target.name} have?",
    )
