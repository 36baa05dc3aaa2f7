"""STR006 no-benefit-for-smes: nothing says how small and medium-sized enterprises benefit.

What it checks
    One of three is there: a partner with SMEs among its members, an indicator that is counted in
    SMEs, or the target groups of the action.

Why
    Preparatory actions are there to ease the internationalisation of the SMEs among the members.

Met
    strand: A
    indicators: [{id: K1, unit: SMEs}]

Undecided
    strand: A

Source
    benefit_for_smes
"""

import re
from collections.abc import Iterator
from typing import Final

from escp_docs.finding import Outcome
from escp_docs.pattern import pattern
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import PARTNERS, asked

GROUPS = "strategy.target_groups"
_SMES: Final = pattern(r"\bsmes?\b|\bsmall and medium", re.IGNORECASE)


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer, at what says it."""
    spec = case.spec
    for index, partner in enumerate(spec.partners):
        if partner.members.smes:
            yield case.met(
                f"{partner.id} has {partner.members.smes} SMEs among its members",
                f"{PARTNERS}[{index}].members.smes",
            )
            return
    for index, indicator in enumerate(spec.indicators or ()):
        if _SMES.search(indicator.unit or ""):
            yield case.met(f"{indicator.id} is counted in SMEs", f"indicators[{index}].unit")
            return
    if spec.strategy.target_groups is not None:
        yield case.met("the target groups are described", GROUPS)
    else:
        yield case.undecided(
            "neither members, nor an indicator, nor target groups show how SMEs benefit",
            "Which groups of enterprises benefit from the action, and how?",
            GROUPS,
        )


RULE = Rule("STR006", "no-benefit-for-smes", lambda terms: asked(terms.benefit_for_smes), check)
