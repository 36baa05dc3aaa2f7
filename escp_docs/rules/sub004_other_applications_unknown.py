"""SUB004 other-applications-unknown: a partner does not say where else it applies.

What it checks
    Each partner lists its `other_applications` to the call; `[]` says none.

Why
    An organisation can be part of one consortium per strand. Whether it is part of another one
    can be seen only if it says so, and finding out after the deadline is too late.

Met
    consortium: {partners: [{id: A, other_applications: []}]}

Undecided
    consortium: {partners: [{id: A, other_applications: []}, {id: B}]}

Source
    other_applications_stated
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import PARTNERS, asked, no_partner, or_met


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one question per partner that does not say, else one answer for all."""
    if case.spec.consortium.partners is None:
        yield no_partner(case)
        return
    yield from or_met(_found(case), case.met("all partners say where else they apply", PARTNERS))


def _found(case: Case[bool]) -> Iterator[Outcome]:
    for index, partner in enumerate(case.spec.partners):
        if partner.other_applications is None:
            yield case.undecided(
                f"where else {partner.id} applies is not stated",
                f"To which other consortia that answer this call does {partner.id} belong?",
                f"{PARTNERS}[{index}].other_applications",
            )


RULE = Rule(
    "SUB004",
    "other-applications-unknown",
    lambda terms: asked(terms.other_applications_stated),
    check,
)
