"""BUD008 profit: grant and incomes of a partner are higher than its costs.

What it checks
    Grant and incomes of each partner together are at most its total cost.

Why
    A grant may not produce a profit; what is too much is taken back with the last payment.

Met
    consortium: {partners: [{id: A}]}
    budget: {incomes: []}

Not met
    consortium: {partners: [{id: A}]}
    roadmap: {work_packages: []}
    budget:
      reimbursement_rate: 0.9
      indirect_rate: 0
      costs: [{partner: A, category: travel, amount_eur: 1000}]
      incomes: [{partner: A, source: Fees, amount_eur: 100.01}]

Undecided
    consortium: {partners: [{id: A}]}
    budget: {incomes: [{partner: A, source: Fees, amount_eur: 100.01}]}

Source
    no_profit
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import euro
from escp_docs.model.schema import below
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import asked, no_partner, or_met
from escp_docs.rules.facts.budget_bounds import receipts, uncovered

INCOMES = "budget.incomes"


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer per partner at fault or in question, else one for all."""
    if case.spec.consortium.partners is None:
        yield no_partner(case)
        return
    met = case.met("grant and incomes of no partner exceed its costs", "budget")
    yield from or_met(_found(case), met)


def _found(case: Case[bool]) -> Iterator[Outcome]:
    for partner, gap in uncovered(case.spec).items():
        incomes = receipts(case.spec.budget.incomes, partner, INCOMES)
        if gap.most is not None and incomes.least > gap.most:
            yield case.not_met(
                f"grant and incomes of {partner} exceed its costs by "
                f"{euro(incomes.least - gap.most)}",
                _place(case, partner),
                f"ask for {euro(incomes.least - gap.most)} less of the grant",
            )
        elif incomes.most is None or incomes.most > gap.least:
            yield case.undecided(
                f"costs and incomes of {partner} are not known yet",
                f"What does {partner} spend, and what does the action bring it in?",
                incomes.open_path or gap.open_path or INCOMES,
            )


def _place(case: Case[bool], partner: str) -> str:
    """Return the path of the first income of a partner, else of what it asks for."""
    for index, one in enumerate(case.spec.budget.incomes or ()):
        if one.partner == partner:
            return f"{INCOMES}[{index}]"
    return below("budget.requested_grant_eur", partner)


RULE = Rule("BUD008", "profit", lambda terms: asked(terms.no_profit), check)
