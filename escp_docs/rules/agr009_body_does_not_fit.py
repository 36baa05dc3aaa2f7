"""AGR009 body-does-not-fit: the bodies of the agreement cannot work as they are composed.

What it checks
    `bodies` that are written name the general assembly. A steering committee that is written has
    somebody in it, and nobody who is no member: no associated organisation, no partner that
    `members` leaves out. That it has every partner among the members is warned of.

Why
    Without an assembly nobody decides; a committee of those who have no vote does not either, and
    one of all members is the assembly once more.

Met
    consortium: {partners: [{id: A}, {id: B}]}
    agreement: {governance: {bodies: [general_assembly], steering_committee: [A]}}

Not met
    consortium: {partners: [{id: A}, {id: B}]}
    agreement: {governance: {bodies: [coordination_office], steering_committee: []}}

Source
    This spec.
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome, Severity
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import or_met
from escp_docs.rules.facts.of_the_spec import consistency

GOVERNANCE = "agreement.governance"
COMMITTEE = f"{GOVERNANCE}.steering_committee"
FACT = consistency(
    "the bodies can decide", "Members decide in the assembly, and those in a body have a vote"
)
OF_ALL = consistency(
    "the committee is smaller than the assembly",
    "A committee of all members is the assembly once more",
    Severity.WARNING,
)


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer per fault, else one for all."""
    found = [*_assembly(case), *_committee(case)]
    yield from or_met(found, case.met("the bodies of the agreement fit", GOVERNANCE))


def _assembly(case: Case[bool]) -> Iterator[Outcome]:
    bodies = case.spec.agreement.governance.bodies
    if bodies is not None and "general_assembly" not in bodies:
        yield case.not_met(
            "the bodies of the agreement lack the general assembly",
            f"{GOVERNANCE}.bodies",
            "add general_assembly",
        )


def _committee(case: Case[bool]) -> Iterator[Outcome]:
    seated = case.spec.agreement.governance.steering_committee
    if seated is None:
        return
    if not seated:
        yield case.not_met("the steering committee is empty", COMMITTEE, "seat members, or drop it")
        return
    listed = case.spec.agreement.members
    partners = {partner.id for partner in case.spec.partners}
    members = partners if listed is None else partners & set(listed)
    for index, one in enumerate(seated):
        if one not in members:
            kind = "no member of the agreement" if one in partners else "an associated organisation"
            yield case.not_met(
                f"{one} sits on the steering committee and is {kind}",
                f"{COMMITTEE}[{index}]",
                f"take {one} off the committee",
            )
    if members and members <= set(seated):
        yield case.against(OF_ALL).not_met(
            "every member sits on the steering committee",
            COMMITTEE,
            "seat fewer, or let the assembly decide",
        )


RULE = Rule("AGR009", "body-does-not-fit", lambda _: FACT, check, of_the_spec=(FACT, OF_ALL))
