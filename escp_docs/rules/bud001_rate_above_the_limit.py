"""BUD001 rate-above-the-limit: the reimbursement rate is higher than the call pays.

What it checks
    `budget.reimbursement_rate` is at most the highest rate.

Why
    The call pays no more than that share of the eligible costs.

Met
    budget: {reimbursement_rate: 0.90}

Not met
    budget: {reimbursement_rate: 0.9001}

Undecided
    budget: {}

Source
    highest_rate
"""

from collections.abc import Iterator
from fractions import Fraction

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import percent
from escp_docs.rule import Case, Rule

RATE = "budget.reimbursement_rate"


def check(case: Case[Fraction]) -> Iterator[Outcome]:
    """Yield one answer, at the rate."""
    rate, highest = case.spec.budget.reimbursement_rate, case.fact.value
    limit = f"the call pays at most {percent(highest)}"
    if rate is None:
        yield case.undecided(
            f"no reimbursement rate is stated; {limit}",
            "Which share of the eligible costs is asked for?",
            RATE,
        )
    elif rate > highest:
        yield case.not_met(
            f"a reimbursement rate of {percent(rate)}; {limit}",
            RATE,
            f"lower the rate to {float(highest):g} or less",
        )
    else:
        yield case.met(f"a reimbursement rate of {percent(rate)}; {limit}", RATE)


RULE = Rule("BUD001", "rate-above-the-limit", lambda terms: terms.highest_rate, check)
