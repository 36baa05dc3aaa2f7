"""SUB005 nobody-signs: a partner has nobody who signs.

What it checks
    No partner has an empty list of `signatories`. One that does not list them is asked elsewhere:
    the documents have a placeholder for the name.

Why
    The mandate, the declaration on honour and the Partnership Agreement are signed for each
    partner.

Met
    consortium: {partners: [{id: A, signatories: [{name: Ana Reis}]}]}

Not met
    consortium: {partners: [{id: A, signatories: []}]}

Undecided
    consortium: {}

Source
    This spec.
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import PARTNERS, no_partner, or_met
from escp_docs.rules.facts.of_the_spec import advice

FACT = advice("somebody signs for each partner", "What nobody signs binds no partner")


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer per partner for which nobody signs, else one for all."""
    if case.spec.consortium.partners is None:
        yield no_partner(case)
        return
    found = (
        case.not_met(
            f"nobody signs for {partner.id}",
            f"{PARTNERS}[{index}].signatories",
            "name who signs, or leave the list out until it is known",
        )
        for index, partner in enumerate(case.spec.partners)
        if partner.signatories == ()
    )
    yield from or_met(found, case.met("no list of signatories is empty", PARTNERS))


RULE = Rule("SUB005", "nobody-signs", lambda _: FACT, check, of_the_spec=(FACT,))
