"""AGR006 count-of-nothing: a period or a number of the agreement is 0.

What it checks
    None of the days, months, years and meetings that the agreement prints is 0. `veto_days` counts
    with a veto for vital interests, `payment_days` and `report_days` where `grant_matters` are
    included. What is absent is no fault.

Why
    The clause would read "at least 0 days before the meeting", and bind nobody.

Met
    agreement: {governance: {notice_days: 21}}

Not met
    agreement: {governance: {notice_days: 0}}

Source
    This spec.
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.model.schema import at
from escp_docs.model.spec import Spec
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import or_met
from escp_docs.rules.facts.of_the_spec import consistency

FACT = consistency(
    "what is counted in the agreement is at least 1", "A period of 0 days is none, and reads so"
)
_OF_DECISIONS = ("meetings_per_year", "notice_days", "minutes_days", "written_procedure_days")
_OF_THE_WHOLE = (
    "default_remedy_days",
    "publication_notice_days",
    "withdrawal_notice_months",
    "termination_notice_months",
    "confidentiality_years",
)
_OF_THE_GRANT = ("payment_days", "report_days")


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer per count of 0, else one for all."""
    yield from or_met(_found(case), case.met("no count of the agreement is 0", "agreement"))


def _found(case: Case[bool]) -> Iterator[Outcome]:
    for path, number in _counts(case):
        if number == 0:
            key = at(Spec, path)
            yield case.not_met(
                f"0 {key.label if key else path} are agreed", path, "state 1 or more"
            )


def _counts(case: Case[bool]) -> Iterator[tuple[str, int | None]]:
    agreement = case.spec.agreement
    governance = agreement.governance
    veto = ("veto_days",) if governance.veto == "vital_interest" else ()
    for name in (*_OF_DECISIONS, *veto):
        yield f"agreement.governance.{name}", getattr(governance, name)
    of_the_grant = _OF_THE_GRANT if agreement.grant_matters == "included" else ()
    for name in (*_OF_THE_WHOLE, *of_the_grant):
        yield f"agreement.{name}", getattr(agreement, name)


RULE = Rule("AGR006", "count-of-nothing", lambda _: FACT, check, of_the_spec=(FACT,))
