"""STR005 sector-of-the-other-strand: the action belongs to the other strand by its sector.

What it checks
    `project.defence_and_security` is what the strand asks for.

Why
    One strand is for Defence and Security alone, the other for all sectors except it.

Met
    strand: B
    project: {acronym: X, defence_and_security: true}

Not met
    strand: A
    project: {acronym: X, defence_and_security: true}

Undecided
    strand: A

Source
    defence_and_security
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule

FLAG = "project.defence_and_security"


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer, at the flag."""
    stated, wanted = case.spec.project.defence_and_security, case.fact.value
    if stated is None:
        yield case.undecided(
            "whether the action is in the Defence and Security sector is not stated",
            "Is the action in the Defence and Security sector?",
            FLAG,
        )
    elif stated is wanted:
        yield case.met(f"the action is {_sector(stated)}, as the strand asks", FLAG)
    else:
        yield case.not_met(
            f"the action is {_sector(stated)}; the strand is for actions {_sector(wanted)}",
            FLAG,
            "apply in the other strand, or correct the sector",
        )


def _sector(*flags: bool) -> str:
    return f"{'in' if all(flags) else 'outside'} the Defence and Security sector"


RULE = Rule("STR005", "sector-of-the-other-strand", lambda terms: terms.defence_and_security, check)
