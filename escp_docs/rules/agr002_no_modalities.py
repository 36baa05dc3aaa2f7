"""AGR002 no-modalities: the agreement does not set out how members decide.

What it checks
    `agreement.governance` states the votes, the majority and the meetings per year.

Why
    The agreement is to set out the modalities of cooperation; who decides, by what majority and
    when, is the least of them.

Met
    agreement:
      governance: {votes: one_per_member, majority: two_thirds, meetings_per_year: 2}

Undecided
    agreement: {governance: {votes: one_per_member, majority: two_thirds}}

Source
    modalities_set_out
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import asked, or_met

GOVERNANCE = "agreement.governance"
QUESTIONS = {
    "votes": ("how votes are counted", "How are votes counted?"),
    "majority": ("by which majority members decide", "By which majority do members decide?"),
    "meetings_per_year": (
        "how often members meet",
        "How many ordinary meetings are there in a year?",
    ),
}


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one question per modality that is not stated, else one answer for all."""
    found = (
        case.undecided(f"{said} is not stated", question, f"{GOVERNANCE}.{name}")
        for name, (said, question) in QUESTIONS.items()
        if getattr(case.spec.agreement.governance, name) is None
    )
    yield from or_met(found, case.met("votes, majority and meetings are stated", GOVERNANCE))


RULE = Rule("AGR002", "no-modalities", lambda terms: asked(terms.modalities_set_out), check)
