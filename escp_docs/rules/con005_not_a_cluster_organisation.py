"""CON005 not-a-cluster-organisation: a partner is no cluster or business network organisation.

What it checks
    Each partner's `kind`, or one of its `call_kinds`, is one that the call admits.

Why
    Clusters take part through cluster organisations or equivalent business network organisations.

Met
    consortium: {partners: [{id: A, kind: cluster_organisation}, {id: B, kind: business_network}]}

Not met
    consortium: {partners: [{id: A, kind: cluster_organisation}, {id: B, kind: other}]}

Undecided
    consortium: {partners: [{id: A, kind: cluster_organisation}, {id: B}]}

Source
    eligible_kinds
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import listed
from escp_docs.rule import Case, Rule

PARTNERS = "consortium.partners"


def check(case: Case[tuple[str, ...]]) -> Iterator[Outcome]:
    """Yield one answer per partner at fault or in question, else one for all."""
    if case.spec.consortium.partners is None:
        yield case.undecided("no partner is listed", "Who are the partners?", PARTNERS)
        return
    found = False
    own = {kind for kind in case.fact.value if kind in case.call.kinds}
    for index, partner in enumerate(case.spec.partners):
        path = f"{PARTNERS}[{index}].kind"
        if own & {*(partner.call_kinds or ())}:
            continue
        if own and partner.call_kinds is None and partner.kind not in case.fact.value:
            found = True
            names = " or ".join(case.call.kind_words(kind)[0] for kind in sorted(own))
            yield case.undecided(
                f"what {partner.id} is in the words of the call, is not stated",
                f"Is {partner.id} of this kind: {names}?",
                f"{PARTNERS}[{index}].call_kinds",
            )
        elif own == {*case.fact.value}:
            found = True
            yield case.not_met(
                f"{partner.id} is of no kind that the call admits: {listed(case.fact.value)}",
                f"{PARTNERS}[{index}].call_kinds",
                f"replace {partner.id}, or make it an associated organisation",
            )
        elif partner.kind is None:
            found = True
            yield case.undecided(
                f"what {partner.id} is, is not stated",
                f"Is {partner.id} a cluster organisation or a business network organisation?",
                path,
            )
        elif partner.kind not in case.fact.value:
            found = True
            yield case.not_met(
                f"{partner.id} is of the kind {partner.kind!r}; the call admits "
                f"{listed(case.fact.value)}",
                path,
                f"replace {partner.id} by a cluster organisation, or make it an associated "
                "organisation",
            )
    if not found and own:
        yield case.met("all partners are of kinds that the call admits", PARTNERS)
    elif not found:
        yield case.met("all partners are cluster or business network organisations", PARTNERS)


RULE = Rule("CON005", "not-a-cluster-organisation", lambda terms: terms.eligible_kinds, check)
