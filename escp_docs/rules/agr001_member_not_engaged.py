"""AGR001 member-not-engaged: the agreement leaves out a partner.

What it checks
    `agreement.members`, if it is written, names each partner. Without it all partners are members.
    A partner that `agreement.joins_later` names signs after the others: that is warned of, whether
    or not `members` names it.

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
    members_engaged, members_from_the_start

Choice
    The announcement does not say when members sign. Funded partnerships have begun with an
    agreement that one partner joined afterwards, so it is a warning if the agreement says so.
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import asked, no_partner, or_met

MEMBERS = "agreement.members"
LATER = "agreement.joins_later"


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer per partner that is left out or joins later, else one for all."""
    if case.spec.agreement.members is not None and case.spec.consortium.partners is None:
        yield no_partner(case)
        return
    found = [*_left_out(case), *_later(case)]
    yield from or_met(found, case.met("the agreement engages all partners", MEMBERS))


def _left_out(case: Case[bool]) -> Iterator[Outcome]:
    members, later = case.spec.agreement.members, case.spec.agreement.joins_later
    for partner in case.spec.partners:
        if members is not None and partner.id not in (*members, *later):
            yield case.not_met(
                f"{partner.id} is a partner, and no member of the agreement",
                MEMBERS,
                f"add {partner.id} to the members",
            )


def _later(case: Case[bool]) -> Iterator[Outcome]:
    fact = asked(case.terms.members_from_the_start)
    for index, name in enumerate(case.spec.agreement.joins_later if fact else ()):
        if fact and case.spec.partner(name):
            yield case.against(fact).not_met(
                f"{name} joins the agreement after the others",
                f"{LATER}[{index}]",
                f"have {name} sign with the others, or say in the roadmap when it joins",
            )


RULE = Rule("AGR001", "member-not-engaged", lambda terms: asked(terms.members_engaged), check)
