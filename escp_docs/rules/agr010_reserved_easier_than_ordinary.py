"""AGR010 reserved-easier-than-ordinary: what is reserved needs less than what is ordinary.

What it checks
    `reserved_majority`, while any matter is reserved, and the majority that admits new members are
    no lower than `majority`: simple is below two thirds, two thirds below unanimity.

Why
    Matters are reserved because they weigh more.

Met
    agreement: {governance: {majority: simple, reserved_majority: two_thirds}}

Not met
    agreement: {governance: {majority: unanimity, reserved_majority: two_thirds}}

Source
    This spec.
"""

from collections.abc import Iterator
from typing import Final

from escp_docs.finding import Outcome
from escp_docs.model.agreement import Majority
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import or_met
from escp_docs.rules.facts.of_the_spec import consistency

RESERVED = "agreement.governance.reserved_majority"
ADMISSION = "agreement.new_members.admission"
_ORDER: Final[tuple[Majority, ...]] = ("simple", "two_thirds", "unanimity")
FACT = consistency(
    "what is reserved needs no less than what is ordinary", "Matters that weigh more are reserved"
)


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer per majority at fault, else one for all."""
    met = case.met("no reserved matter is easier than an ordinary one", "agreement.governance")
    yield from or_met(_found(case), met)


def _found(case: Case[bool]) -> Iterator[Outcome]:
    governance, ordinary = case.spec.agreement.governance, case.spec.agreement.governance.majority
    reserved = governance.reserved_majority if governance.reserved_matters else None
    admission = case.spec.agreement.new_members.admission
    for what, majority, path in (
        ("reserved matters", reserved, RESERVED),
        ("the admission of members", admission, ADMISSION),
    ):
        if ordinary and majority and _ORDER.index(majority) < _ORDER.index(ordinary):
            yield case.not_met(
                f"{what}: {_said(majority)}; ordinary decisions: {_said(ordinary)}",
                path,
                f"state {ordinary}, or lower the majority of ordinary decisions",
            )


def _said(majority: Majority) -> str:
    return majority.replace("_", " ")


RULE = Rule("AGR010", "reserved-easier-than-ordinary", lambda _: FACT, check, of_the_spec=(FACT,))
