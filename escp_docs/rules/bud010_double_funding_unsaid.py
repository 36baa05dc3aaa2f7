"""BUD010 double-funding-unsaid: nobody says whether the Union pays for the same work already.

What it checks
    A partner at the least has written `other_funding`: the other money of the Union for the same
    work, or `[]` for none.

Why
    The edition of 2016 did not finance the same effort with other money of the Union.

Met
    consortium: {partners: [{id: A, other_funding: []}]}

Undecided
    consortium: {partners: [{id: A}]}

Source
    no_double_funding

Choice
    One partner that has written it shows that the consortium has been asked. The coordinator is
    asked for all.
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import PARTNERS, asked, no_partner


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer, at the partners or at what the coordinator does not say."""
    spec = case.spec
    written = [one.id for one in spec.partners if one.other_funding is not None]
    if written:
        yield case.met("partners say which other money of the Union they have", PARTNERS)
    elif not spec.partners:
        yield no_partner(case)
    else:
        ids = [one.id for one in spec.partners]
        lead = spec.consortium.coordinator
        index = ids.index(lead) if lead in ids else 0
        yield case.undecided(
            "no partner says whether the Union pays for the same work already",
            "Which other money of the Union do the partners receive for the same work, if any?",
            f"{PARTNERS}[{index}].other_funding",
        )


RULE = Rule("BUD010", "double-funding-unsaid", lambda terms: asked(terms.no_double_funding), check)
