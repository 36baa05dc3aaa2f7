"""CON008 not-on-the-eccp: a partner is not registered on the platform of European clusters.

What it checks
    Each partner's `eccp.status` on the European Cluster Collaboration Platform is one that the call
    admits. A registration that is only requested, or dated after the day of the deadline, is
    admitted, with a warning; one without a date is met.

Why
    The call is open only to organisations that are registered on the platform, or have asked to be.

Met
    consortium: {partners: [{id: A, eccp: {status: registered}}]}

Not met
    consortium: {partners: [{id: A, eccp: {status: none}}]}

Undecided
    consortium: {partners: [{id: A}]}

Source
    eccp_status, eccp_registered_at_deadline

Lists
    deadline

Choice
    The platform's own news admits a requested registration; a national notice asks for a registered
    one at the deadline. So `none` is an error, `requested` a warning.
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.model.consortium import Partner
from escp_docs.model.project_months import day_of
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import PARTNERS, asked, no_partner, or_met

SAFE = "registered"


def check(case: Case[tuple[str, ...]]) -> Iterator[Outcome]:
    """Yield one answer per partner at fault or in question, else one for all."""
    if case.spec.consortium.partners is None:
        yield no_partner(case)
        return
    yield from or_met(_found(case), case.met("all partners are registered", PARTNERS))


def _found(case: Case[tuple[str, ...]]) -> Iterator[Outcome]:
    for index, partner in enumerate(case.spec.partners):
        path = f"{PARTNERS}[{index}].eccp.status"
        if partner.eccp.status is None:
            yield case.undecided(
                f"how {partner.id} stands on the cluster platform is not stated",
                f"Is {partner.id} registered on the European Cluster Collaboration Platform?",
                path,
            )
        elif partner.eccp.status not in case.fact.value:
            yield case.not_met(
                _said(partner),
                path,
                f"let {partner.id} ask for registration before the deadline",
            )
        else:
            yield from _requested(case, partner, path)


def _requested(case: Case[tuple[str, ...]], partner: Partner, path: str) -> Iterator[Outcome]:
    fact = asked(case.terms.eccp_registered_at_deadline)
    if fact is None:
        return
    if _is_late(case, partner):
        yield case.against(fact).not_met(
            f"{partner.id} was registered on the cluster platform after the deadline, on "
            f"{partner.eccp.date}",
            path.replace(".status", ".date"),
            f"correct the date, or ask the agency whether {partner.id} can take part",
        )
    elif partner.eccp.status != SAFE:
        yield case.against(fact).not_met(
            f"{_said(partner)}; sources disagree on whether that is enough",
            path,
            f"have the registration of {partner.id} confirmed before the deadline",
        )


def _is_late(case: Case[tuple[str, ...]], partner: Partner) -> bool:
    """Whether a partner is registered, by a date after the day of the deadline."""
    registered, deadline = partner.eccp.date, case.terms.deadline
    if partner.eccp.status != SAFE or registered is None or deadline is None:
        return False
    return registered > day_of(deadline.value)


def _said(partner: Partner) -> str:
    return f"the status of {partner.id} on the cluster platform is {partner.eccp.status!r}"


RULE = Rule("CON008", "not-on-the-eccp", lambda terms: terms.eccp_status, check)
