"""BUD004 not-balanced: the receipts of a partner are not its costs.

What it checks
    Grant, incomes and given own contributions of each partner are its total cost, to the cent.
    Without `own_contributions` these are what is left, and the budget is balanced.

Why
    The forms set expenditure against revenue; an own contribution that does not close the gap shows
    that the partner has not agreed to its budget.

Met
    consortium: {partners: [{id: A}]}
    roadmap: {work_packages: []}
    budget:
      reimbursement_rate: 0.9
      indirect_rate: 0
      costs: [{partner: A, category: travel, amount_eur: 1000}]
      incomes: []
      own_contributions: [{partner: A, source: Fees, amount_eur: 100}]

Not met
    consortium: {partners: [{id: A}]}
    roadmap: {work_packages: []}
    budget:
      reimbursement_rate: 0.9
      indirect_rate: 0
      costs: [{partner: A, category: travel, amount_eur: 1000}]
      incomes: []
      own_contributions: [{partner: A, source: Fees, amount_eur: 99.99}]

Undecided
    consortium: {partners: [{id: A}]}
    budget: {own_contributions: [{partner: A, source: Fees, amount_eur: 100}]}

Source
    balanced_budget
"""

from collections.abc import Iterator
from decimal import Decimal

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import euro
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import asked, no_partner, or_met
from escp_docs.rules.facts.budget_bounds import Bounds, receipts, uncovered
from escp_docs.rules.facts.missing_questions import asking_for

OWN, INCOMES = "budget.own_contributions", "budget.incomes"


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer per partner at fault or in question, else one for all."""
    if case.spec.budget.own_contributions is None:
        yield case.met("own contributions are what grant and incomes leave", "budget")
    elif case.spec.consortium.partners is None:
        yield no_partner(case)
    else:
        yield from or_met(_found(case), case.met("receipts of all partners are their costs", OWN))


def _found(case: Case[bool]) -> Iterator[Outcome]:
    budget = case.spec.budget
    for partner, gap in uncovered(case.spec).items():
        incomes = receipts(budget.incomes, partner, INCOMES)
        own = receipts(budget.own_contributions, partner, OWN)
        covered = incomes.least + own.least
        known = incomes.most is not None and own.most is not None
        if known and covered < gap.least:
            yield _fault(case, partner, gap.least - covered, "less", gap)
        elif gap.most is not None and covered > gap.most:
            yield _fault(case, partner, covered - gap.most, "more", gap)
        elif path := gap.open_path or incomes.open_path or own.open_path:
            yield case.undecided(
                f"costs and receipts of {partner} are not known yet",
                asking_for(case.spec, path),
                path,
            )


def _fault(
    case: Case[bool], partner: str, difference: Decimal, direction: str, gap: Bounds
) -> Outcome:
    entries = enumerate(case.spec.budget.own_contributions or ())
    place = next((f"{OWN}[{index}]" for index, one in entries if one.partner == partner), OWN)
    at_least = "" if gap.open_path is None else "at least "
    change = "raise" if direction == "less" else "lower"
    return case.not_met(
        f"grant, incomes and own contributions of {partner} are {at_least}{euro(difference)} "
        f"{direction} than its costs",
        place,
        f"{change} the own contribution of {partner} by {euro(difference)}, or correct its costs",
    )


RULE = Rule("BUD004", "not-balanced", lambda terms: asked(terms.balanced_budget), check)
