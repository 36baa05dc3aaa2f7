"""BUD008 profit: grant and incomes are higher than the eligible cost.

What it checks
    The grant of all partners, and the incomes of those that are not `non_profit: true`, are
    together at most the eligible cost of all. It is judged once every cost, both rates and the base
    of indirect costs are stated; an amount that is not given counts as 0. Whether a partner is a
    non-profit organisation is asked only if the answer turns on it.

Why
    A grant may not produce a profit, that is a surplus of receipts over the eligible costs of the
    action. Actions of non-profit organisations are exempt.

Met
    consortium: {partners: [{id: A, non_profit: true}]}
    roadmap: {work_packages: []}
    budget:
      reimbursement_rate: 0.9
      indirect_rate: 0
      indirect_base_excludes_subcontracting: true
      costs: [{partner: A, category: travel, amount_eur: 1000}]
      incomes: [{partner: A, source: Fees, amount_eur: 100.01}]

Not met
    consortium: {partners: [{id: A, non_profit: false}]}
    roadmap: {work_packages: []}
    budget:
      reimbursement_rate: 0.9
      indirect_rate: 0
      indirect_base_excludes_subcontracting: true
      costs: [{partner: A, category: travel, amount_eur: 1000}]
      incomes: [{partner: A, source: Fees, amount_eur: 100.01}]

Undecided
    consortium: {partners: [{id: A}]}
    roadmap: {work_packages: []}
    budget:
      reimbursement_rate: 0.9
      indirect_rate: 0
      indirect_base_excludes_subcontracting: true
      costs: [{partner: A, category: travel, amount_eur: 1000}]
      incomes: [{partner: A, source: Fees, amount_eur: 100.01}]

Source
    no_profit

Choice
    The regulation exempts actions that non-profit organisations implement, and does not say what
    holds where some partners are and some are not: here the incomes of those that are do not count.
"""

from collections.abc import Iterator
from decimal import Decimal

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import euro
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import PARTNERS, asked
from escp_docs.rules.facts.budget_bounds import eligible_cost, requested_grant

INCOMES = "budget.incomes"
REQUESTED = "budget.requested_grant_eur"


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer, or a question for each partner on which it turns."""
    cost = eligible_cost(case.spec).most
    if cost is None or not _is_known(case):
        yield case.met("whether there is a profit shows once costs and rates are stated", "budget")
        return
    grant = requested_grant(case.spec)
    sure, open_ = _incomes(case, non_profit=False), _incomes(case, non_profit=None)
    receipts = grant + sum(sure.values(), Decimal(0))
    if receipts > cost:
        yield _surplus(case, receipts, cost)
    elif receipts + sum(open_.values(), Decimal(0)) > cost:
        yield from _questions(case, open_, cost)
    else:
        yield case.met(f"{_said(receipts)} are no more than {_of(cost)}", "budget")


def _is_known(case: Case[bool]) -> bool:
    budget = case.spec.budget
    stated = (
        budget.reimbursement_rate,
        budget.indirect_rate,
        budget.indirect_base_excludes_subcontracting,
    )
    return None not in stated


def _incomes(case: Case[bool], *, non_profit: bool | None) -> dict[str, Decimal]:
    """Return the incomes of the partners that say so of themselves, those with none left out."""
    found: dict[str, Decimal] = {}
    for one in case.spec.budget.incomes or ():
        partner = case.spec.partner(one.partner)
        if partner and one.amount_eur and partner.non_profit is non_profit:
            found[partner.id] = found.get(partner.id, Decimal(0)) + one.amount_eur
    return found


def _surplus(case: Case[bool], receipts: Decimal, cost: Decimal) -> Outcome:
    return case.not_met(
        f"{_said(receipts)} exceed {_of(cost)} by {euro(receipts - cost)}",
        _place(case),
        f"ask for {euro(receipts - cost)} less, or say which partners are non-profit organisations",
    )


def _place(case: Case[bool]) -> str:
    """Return the path of the first income that counts, else of what is asked for."""
    for index, one in enumerate(case.spec.budget.incomes or ()):
        partner = case.spec.partner(one.partner)
        if partner and one.amount_eur and partner.non_profit is False:
            return f"{INCOMES}[{index}]"
    return REQUESTED


def _questions(case: Case[bool], incomes: dict[str, Decimal], cost: Decimal) -> Iterator[Outcome]:
    for index, partner in enumerate(case.spec.partners):
        if partner.id in incomes:
            yield case.undecided(
                f"grant and incomes exceed {_of(cost)} if {partner.id} works for profit",
                f"Is {partner.id} a non-profit organisation?",
                f"{PARTNERS}[{index}].non_profit",
            )


def _said(receipts: Decimal) -> str:
    return f"grant and incomes of {euro(receipts)}"


def _of(cost: Decimal) -> str:
    return f"the eligible cost of {euro(cost)}"


RULE = Rule("BUD008", "profit", lambda terms: asked(terms.no_profit), check)
