"""FRM007 not-written-yet: a text says of itself that it is not written yet.

What it checks
    No text is TBD, "to be completed" or the like, in a language of the Union: the rules see an
    absent fact there, and documents a placeholder. In a longer text no word such as TODO or TBD in
    capitals is left; such a text counts, and is printed.

Why
    An evaluator would read it.

Met
    strategy: {vision: Oceans that heal}

Not met
    strategy: {vision: TBD}

Source
    This spec.
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome, Severity
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import or_met
from escp_docs.rules.facts.of_the_spec import consistency
from escp_docs.rules.facts.unwritten_texts import left_to_do, unwritten

_LONGEST = 40  # characters of a text that a message repeats
FACT = consistency("no text has a word that stands for work to do", "The text is printed as it is")
ABSENT = consistency(
    "every text is written", "A text that says it is not written states nothing", Severity.WARNING
)


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer per text, else one for all."""
    found = [*_absent(case.against(ABSENT)), *_left(case)]
    yield from or_met(found, case.met("no text says that it is not written yet", ""))


def _absent(case: Case[bool]) -> Iterator[Outcome]:
    for path, words in unwritten(case.spec):
        short = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
        yield case.not_met(
            f"{short!r} says that this is not written yet: read as absent",
            path,
            "write the fact, or delete the key; documents show a question here",
        )


def _left(case: Case[bool]) -> Iterator[Outcome]:
    for path, word in left_to_do(case.spec):
        yield case.not_met(f"{word} is left in this text", path, "finish the text")


RULE = Rule("FRM007", "not-written-yet", lambda _: FACT, check, of_the_spec=(FACT, ABSENT))
