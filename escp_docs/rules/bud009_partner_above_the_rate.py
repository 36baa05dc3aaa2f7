"""BUD009 partner-above-the-rate: a partner asks for more than the rate of its own eligible cost.

What it checks
    The grant that `requested_grant_eur` states for a partner is at most `reimbursement_rate` times
    its eligible cost. It is judged once the rate and every cost of the partner are stated.

Why
    The amounts are there for partners that ask for less than the rate; one that asks for more takes
    what another partner leaves.

Met
    consortium: {partners: [{id: A}]}
    roadmap: {work_packages: []}
    budget:
      reimbursement_rate: 0.9
      indirect_rate: 0
      costs: [{partner: A, category: travel, amount_eur: 1000}]
      requested_grant_eur: {A: 900}

Not met
    consortium: {partners: [{id: A}]}
    roadmap: {work_packages: []}
    budget:
      reimbursement_rate: 0.9
      indirect_rate: 0
      costs: [{partner: A, category: travel, amount_eur: 1000}]
      requested_grant_eur: {A: 900.01}

Source
    This spec.
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import euro, percent
from escp_docs.model.schema import below
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import or_met
from escp_docs.rules.facts.budget_bounds import eligible_cost
from escp_docs.rules.facts.of_the_spec import advice
from escp_docs.rules.facts.rate_caps import paid_at_the_rates

REQUESTED = "budget.requested_grant_eur"
FACT = advice(
    "no partner asks for more than the rate of its own cost",
    "Amounts stand in place of the rate only where a partner asks for less",
)


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer per partner at fault, else one for all."""
    yield from or_met(_found(case), case.met("no partner asks for more than the rate", "budget"))


def _found(case: Case[bool]) -> Iterator[Outcome]:
    rate = case.spec.budget.reimbursement_rate
    for partner, asked in (case.spec.budget.requested_grant_eur or {}).items():
        cost = eligible_cost(case.spec, partner).most
        if rate is None or cost is None or asked <= paid_at_the_rates(case.spec, partner):
            continue
        yield case.not_met(
            f"{partner} asks for {euro(asked)}, more than {percent(rate)} of its eligible cost of "
            f"{euro(cost)}",
            below(REQUESTED, partner),
            f"let {partner} ask for less, or leave its amount out",
        )


RULE = Rule("BUD009", "partner-above-the-rate", lambda _: FACT, check, of_the_spec=(FACT,))
