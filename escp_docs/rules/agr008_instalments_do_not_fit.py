"""AGR008 instalments-do-not-fit: the instalments are more than the grant, late, or out of order.

What it checks
    The shares of `agreement.instalments` are together at most the whole grant, no month lies after
    the end of the project, and each month is later than the one before. What is absent counts as
    nothing.

Why
    A plan of 120 % in months that the action does not have cannot be kept.

Met
    agreement: {instalments: [{month: 1, share: 0.6}, {month: 12, share: 0.3}]}

Not met
    agreement: {instalments: [{month: 1, share: 0.6}, {month: 12, share: 0.6}]}

Source
    This spec.
"""

from collections.abc import Iterator
from fractions import Fraction

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import percent
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import or_met
from escp_docs.rules.facts.of_the_spec import consistency

INSTALMENTS = "agreement.instalments"
FACT = consistency(
    "instalments pay the grant, within the action",
    "No more than the whole grant can be paid, and in months that the action has",
)


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer per fault, else one for all."""
    found = [*_shares(case), *_months(case)]
    yield from or_met(found, case.met("the instalments fit grant and duration", INSTALMENTS))


def _shares(case: Case[bool]) -> Iterator[Outcome]:
    instalments = case.spec.agreement.instalments or ()
    total = sum((one.share or Fraction(0) for one in instalments), Fraction(0))
    if total > 1:
        yield case.not_met(
            f"the instalments are {percent(total)} of the grant of a beneficiary",
            INSTALMENTS,
            f"lower the shares by {percent(total - 1)}",
        )


def _months(case: Case[bool]) -> Iterator[Outcome]:
    last, before = case.spec.project.duration_months, 0
    for index, one in enumerate(case.spec.agreement.instalments or ()):
        path = f"{INSTALMENTS}[{index}].month"
        if one.month is None:
            continue
        if last is not None and one.month > last:
            yield case.not_met(
                f"an instalment in month {one.month} of {last}",
                path,
                f"pay it by month {last}",
            )
        if one.month <= before:
            yield case.not_met(
                f"an instalment in month {one.month} stands behind one in month {before}",
                path,
                "put the instalments in order, one a month",
            )
        before = max(before, one.month)


RULE = Rule("AGR008", "instalments-do-not-fit", lambda _: FACT, check, of_the_spec=(FACT,))
