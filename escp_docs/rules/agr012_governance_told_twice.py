"""AGR012 governance-told-twice: a text on management says again how members decide.

What it checks
    `strategy.management` speaks of no vote, majority, quorum or veto.

Why
    The application prints the choices of the agreement on governance in the agreement's own
    phrases; what a text adds to that agrees with them only until one of the two is changed.

Met
    strategy: {management: The coordinator keeps the plan and the risk register}

Not met
    strategy: {management: The assembly decides by a simple majority}

Source
    This spec.
"""

import re
from collections.abc import Iterator
from typing import Final

from escp_docs.finding import Outcome
from escp_docs.pattern import pattern
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.of_the_spec import advice

MANAGEMENT = "strategy.management"
_WORDS: Final = pattern(
    r"\b(votes?|voted|voters?|voting|majority|majorities|quorum|quorums|quorate|veto|vetoes|vetoed)\b",
    re.IGNORECASE,
)
FACT = advice(
    "how members decide is said once", "The agreement's own phrases print it in the application"
)


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer, at the text."""
    found = _WORDS.search(case.spec.strategy.management or "")
    if found is None:
        yield case.met("how members decide is said once", MANAGEMENT)
    else:
        yield case.not_met(
            f"the text on management speaks of {found[0]!r}, which `agreement.governance` settles",
            MANAGEMENT,
            "leave to the agreement how members decide, and tell here how the work is led",
            related=("agreement.governance",),
        )


RULE = Rule("AGR012", "governance-told-twice", lambda _: FACT, check, of_the_spec=(FACT,))
