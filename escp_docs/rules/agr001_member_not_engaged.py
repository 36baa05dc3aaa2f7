"""AGR001 member-not-engaged: the agreement leaves out a partner.

What it checks
    `agreement.members`, if it is written, names each partner. Without it all partners are members.

Why
    The Partnership Agreement is to engage the members of the partnership, each of them.

Met
    consortium: {partners: [{id: A}, {id: B}]}
    agreement: {members: [A, B]}

Not met
    consortium: {partners: [{id: A}, {id: B}]}
    agreement: {members: [A]}

Undecided
    agreement: {members: []}

Source
    members_engaged
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import asked, no_partner, or_met

MEMBERS = "agreement.members"


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer per partner left out, else one for all."""
    members = case.spec.agreement.members
    if members is not None and case.spec.consortium.partners is None:
        yield no_partner(case)
        return
    found = (
        case.not_met(
            f"{partner.id} is a partner, and no member of the agreement",
            MEMBERS,
            f"add {partner.id} to the members",
        )
        for partner in case.spec.partners
        if members is not None and partner.id not in members
    )
    yield from or_met(found, case.met("the agreement engages all partners", MEMBERS))


RULE = Rule("AGR001", "member-not-engaged", lambda terms: asked(terms.members_engaged), check)
