"""BUD011 outside-the-money-of-the-call: the budget leaves a bound that the call sets to money.

What it checks
    Each bound that `money` of the call file states, one answer each or one for each partner or line
    at fault: the lump sums that the call pays, the least grant of a project, the least and the
    highest grant of a partner and its share of the whole grant, subcontracting and support to third
    parties as shares of the eligible cost, what one recipient gets, unit costs that the call fixes,
    contributions in kind. Rates and the highest grant are with BUD001 and BUD002. While a cost or
    rate is open on which a bound turns, the answer is open.

Why
    A budget outside these bounds is cut, or the application is refused.

Met
    call: erasmus-cooperation-partnership
    strand: KA220
    consortium: {partners: [{id: A}]}
    budget: {lump_sums: [{partner: A, work_package: WP1, amount_eur: 120000}]}
    roadmap: {work_packages: [{id: WP1}]}

Not met
    call: erasmus-cooperation-partnership
    strand: KA220
    consortium: {partners: [{id: A}]}
    budget: {lump_sums: [{partner: A, work_package: WP1, amount_eur: 110000}]}
    roadmap: {work_packages: [{id: WP1}]}

Undecided
    call: erasmus-cooperation-partnership
    strand: KA220
    budget: {}

Source
    money

Choice
    Each bound is as severe as its source is sure.
"""

from collections.abc import Iterator
from typing import Any

from escp_docs.finding import Outcome
from escp_docs.model.call import Money, Terms
from escp_docs.model.fact import Fact
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts import money_bounds as bounds

_SUBCONTRACTING = "the cost of subcontracting"
_SUPPORT = "the support to third parties"


def check(case: Case[Any]) -> Iterator[Outcome]:
    """Yield the answers to all bounds, in the order of the call file."""
    money = case.terms.money
    assert money is not None
    yield from _grants(case, money)
    yield from _costs(case, money)


def _grants(case: Case[Any], money: Money) -> Iterator[Outcome]:
    if money.lump_sums_eur:
        yield from bounds.of_lump_sums(case.against(money.lump_sums_eur))
    if money.least_grant_eur:
        yield from bounds.of_least_grant(case.against(money.least_grant_eur))
    for fact, least in (
        (money.least_partner_grant_eur, True),
        (money.highest_partner_grant_eur, False),
    ):
        if fact:
            yield from bounds.of_partner_grants(case.against(fact), least=least)
    if money.highest_partner_share:
        yield from bounds.of_partner_shares(case.against(money.highest_partner_share))


def _costs(case: Case[Any], money: Money) -> Iterator[Outcome]:
    for fact, category, words, least in _shares(money):
        if fact:
            yield from bounds.of_share(case.against(fact), category, words, least=least)
    if money.third_parties and money.third_parties.highest_per_recipient_eur:
        yield from bounds.of_recipients(case.against(money.third_parties.highest_per_recipient_eur))
    if money.unit_costs:
        yield from bounds.of_unit_costs(case.against(money.unit_costs))
    if money.contribution_in_kind:
        yield from bounds.of_contributions(case.against(money.contribution_in_kind))


def _shares(money: Money) -> Iterator[tuple[Fact[Any] | None, str, str, bool]]:
    yield money.highest_subcontracting_share, "subcontracting", _SUBCONTRACTING, False
    if money.third_parties:
        yield money.third_parties.least_share, "third_parties", _SUPPORT, True
        yield money.third_parties.highest_share, "third_parties", _SUPPORT, False


def _first(terms: Terms) -> Fact[Any] | None:
    """Return the first bound that the call states; it stands for all of them."""
    return next(iter(bounds.facts_of(terms.money)), None)


RULE = Rule("BUD011", "outside-the-money-of-the-call", _first, check)
