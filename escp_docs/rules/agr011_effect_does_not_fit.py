"""AGR011 effect-does-not-fit: when the agreement begins, lapses and ends does not fit together.

What it checks
    An agreement that takes effect with the grant agreement does not say that it lapses without an
    award. One that lapses and takes effect at the start of the project, or on a date, does not do
    so before the month in which it is due as a deliverable. The agreement does not end with the
    project, nor, without renewal, before the years that the roadmap looks ahead.

Why
    What is not in force cannot lapse; what is signed in month 2 binds nobody in month 1; and a
    commitment that outlives its contract is none.

Met
    agreement: {effective: each_signature, if_not_awarded: lapses, term: {kind: open_ended}}

Not met
    agreement: {effective: grant_agreement, if_not_awarded: lapses}

Source
    This spec.

Choice
    Month and date are compared by the first day of the month in which the agreement is due; where
    start or month are open, nothing is found. That it takes effect too late is for AGR005.
"""

from collections.abc import Iterator
from datetime import date

from escp_docs.finding import Outcome, Severity
from escp_docs.language.rule_words import count
from escp_docs.model.project_months import first_day
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.agreement_output import due
from escp_docs.rules.facts.answers import or_met
from escp_docs.rules.facts.of_the_spec import consistency

LAPSES, EFFECTIVE, TERM = "agreement.if_not_awarded", "agreement.effective", "agreement.term"
FACT = consistency("what lapses is in force", "Nothing is in force that could lapse")
EARLY = consistency(
    "the agreement takes effect when it is signed, and lasts as long as it commits",
    "It is signed when it is due; commitments beyond its term bind nobody",
    Severity.WARNING,
)


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer per fault, else one for all."""
    found = [*_lapsing(case), *_ending(case.against(EARLY))]
    yield from or_met(found, case.met("beginning, lapse and end of the agreement fit", "agreement"))


def _lapsing(case: Case[bool]) -> Iterator[Outcome]:
    effective = case.spec.agreement.effective
    if case.spec.agreement.if_not_awarded != "lapses":
        return
    if effective == "grant_agreement":
        yield case.not_met(
            "the agreement takes effect with the grant agreement, and lapses without an award",
            LAPSES,
            "let it take effect with the signatures, or leave the lapse out",
        )
    elif (output := due(case.spec)) is not None and _is_before(case, effective, output.month):
        yield case.against(EARLY).not_met(
            f"the agreement takes effect before month {output.month}, in which it is due",
            EFFECTIVE,
            "let it take effect with the signatures, or deliver it earlier",
            related=(output.path,),
        )


def _is_before(case: Case[bool], effective: object, month: int) -> bool:
    if effective == "project_start":
        return month > 1
    start = case.spec.project.start_date
    if not isinstance(effective, date) or start is None:
        return False
    first = first_day(start, month)
    return first is not None and effective < first


def _ending(case: Case[bool]) -> Iterator[Outcome]:
    term, horizon = case.spec.agreement.term, case.spec.roadmap.long_term.horizon_years
    if term.kind == "project_end":
        yield case.not_met(
            "the agreement ends with the project",
            f"{TERM}.kind",
            "let it last as long as the long-term agenda",
        )
    if (
        term.kind == "years_after_project"
        and term.renewal == "none"
        and term.years is not None
        and horizon is not None
        and term.years < horizon
    ):
        yield case.not_met(
            f"the agreement ends {count(term.years, 'year', 'years')} after the project, without "
            f"renewal; the agenda looks {count(horizon, 'year', 'years')} ahead",
            f"{TERM}.years",
            "let it last as long as the agenda, or renew it yearly",
            related=("roadmap.long_term.horizon_years",),
        )


RULE = Rule("AGR011", "effect-does-not-fit", lambda _: FACT, check, of_the_spec=(FACT, EARLY))
