"""TGT005 no-business-partnerships: how business starts in a target is not described.

What it checks
    Each target has `business_partnerships`.

Why
    Business partnerships for European SMEs are to be initiated in each target market, not in some.

Met
    strand: A
    target_countries: [{country: CA, business_partnerships: Two missions with matchmaking}]

Undecided
    strand: A
    target_countries: [{country: CA}]

Source
    business_partnerships_in_each_target
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import asked, no_target, or_met

TARGETS = "target_countries"


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one question per target without a description, else one answer for all."""
    if case.spec.target_countries is None:
        yield no_target(case)
        return
    met = case.met("business partnerships are described for all targets", TARGETS)
    yield from or_met(_found(case), met)


def _found(case: Case[bool]) -> Iterator[Outcome]:
    for index, target in enumerate(case.spec.target_countries or ()):
        if target.business_partnerships is None:
            yield case.undecided(
                f"how business partnerships are initiated in {target.shown} is not described",
                f"How do European SMEs and firms in {target.shown} find each other?",
                f"{TARGETS}[{index}].business_partnerships",
            )


RULE = Rule(
    "TGT005",
    "no-business-partnerships",
    lambda terms: asked(terms.business_partnerships_in_each_target),
    check,
)
