"""BUD001 rate-above-the-limit: more is asked for than the share of the cost that the call pays.

What it checks
    `budget.reimbursement_rate` is at most the highest rate, and rates by category and by partner
    are at most those that the call has for the category, the kind of entity or the country. Where
    `requested_grant_eur` states amounts, the grant that all partners ask for together is at most
    what these rates give of the eligible cost of all. All is compared exactly. While a cost is
    open, amounts leave it open.

Why
    The call pays no more than that share of the eligible costs.

Met
    budget: {reimbursement_rate: 0.90}

Not met
    consortium: {partners: [{id: A}]}
    roadmap: {work_packages: []}
    budget:
      reimbursement_rate: 0.90
      indirect_rate: 0
      costs: [{partner: A, category: travel, amount_eur: 1000}]
      requested_grant_eur: {A: 900.01}

Undecided
    budget: {}

Source
    highest_rate

Choice
    The announcement speaks of the eligible costs of the project, so one partner may ask for more of
    its own; BUD009 warns of that.
"""

from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import euro, percent
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import or_met
from escp_docs.rules.facts.budget_bounds import eligible_cost, requested_grant
from escp_docs.rules.facts.missing_questions import asking_for
from escp_docs.rules.facts.rate_caps import most_paid, needs_common_rate, rates_above

RATE, REQUESTED = "budget.reimbursement_rate", "budget.requested_grant_eur"


def check(case: Case[Fraction]) -> Iterator[Outcome]:
    """Yield one answer at the rate and one at the amounts, or one for both if both are met."""
    rate = case.spec.budget.reimbursement_rate
    said = "no rate" if rate is None else f"a reimbursement rate of {percent(rate)}"
    found = [*_by_rate(case), *_of_their_own(case), *_by_amount(case)]
    yield from or_met(found, case.met(f"{said}; {_limit(case)}", RATE))


def _by_rate(case: Case[Fraction]) -> Iterator[Outcome]:
    rate, highest = case.spec.budget.reimbursement_rate, case.fact.value
    if rate is None and not needs_common_rate(case.spec):
        return
    if rate is None:
        yield case.undecided(
            f"no reimbursement rate is stated; {_limit(case)}",
            "Which share of the eligible costs is asked for?",
            RATE,
        )
    elif rate > highest:
        yield case.not_met(
            f"a reimbursement rate of {percent(rate)}; {_limit(case)}",
            RATE,
            f"lower the rate to {float(highest):g} or less",
        )


def _of_their_own(case: Case[Fraction]) -> Iterator[Outcome]:
    """Yield an answer for each rate of a category or of a partner that the call does not pay."""
    for one in rates_above(case.spec, case.terms.money, case.fact.value):
        yield case.not_met(
            f"a reimbursement rate of {percent(one.rate)} for {one.of}; the call pays at most "
            f"{percent(one.highest)} of it",
            one.path,
            f"ask for {float(one.highest):g} or less there, under rates_by_category or "
            "rates_by_partner",
        )


def _by_amount(case: Case[Fraction]) -> Iterator[Outcome]:
    if not case.spec.budget.requested_grant_eur:
        return
    cost = eligible_cost(case.spec)
    if cost.most is None:
        yield case.undecided(
            f"whether the amounts asked for are within {percent(case.fact.value)} of the eligible "
            "cost is not known yet",
            asking_for(case.spec, cost.open_path or REQUESTED),
            cost.open_path,
            REQUESTED,
        )
        return
    # What partners ask for by a rate that is not stated is a question at the rate.
    asked = requested_grant(case.spec)
    too_much = Fraction(asked) - most_paid(case.spec, case.terms.money, case.fact.value)
    if too_much > 0:
        yield case.not_met(
            f"the grant asked for is {euro(asked)}, which is {euro(_cents(too_much))} more than "
            f"{percent(case.fact.value)} of the eligible cost of {euro(cost.most)}",
            REQUESTED,
            f"ask for {euro(_cents(too_much))} less",
        )


def _limit(case: Case[Fraction]) -> str:
    return f"the call pays at most {percent(case.fact.value)}"


def _cents(amount: Fraction) -> Decimal:
    """Return the least amount in whole cents that is no smaller."""
    exact = Decimal(amount.numerator) / Decimal(amount.denominator)
    return exact.quantize(Decimal("0.01"), ROUND_CEILING)


RULE = Rule("BUD001", "rate-above-the-limit", lambda terms: terms.highest_rate, check)
