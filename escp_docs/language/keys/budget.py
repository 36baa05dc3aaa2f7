"""The keys that have words: `budget`."""

from typing import TypedDict

from escp_docs.language.keys.key_words import KeyWords


class BudgetKeys(TypedDict):
    """The keys of `Budget`."""

    reimbursement_rate: KeyWords
    rates_by_category: KeyWords
    rates_by_partner: KeyWords
    indirect_rate: KeyWords
    indirect_base_excludes_subcontracting: KeyWords
    person_month_eur: KeyWords
    costs: KeyWords
    lump_sums: KeyWords
    incomes: KeyWords
    own_contributions: KeyWords
    requested_grant_eur: KeyWords
    justification: KeyWords


class CostKeys(TypedDict):
    """The keys of `Cost`."""

    partner: KeyWords
    work_package: KeyWords
    category: KeyWords
    description: KeyWords
    units: KeyWords
    unit: KeyWords
    unit_cost_eur: KeyWords
    amount_eur: KeyWords
    eligible: KeyWords


class IncomeKeys(TypedDict):
    """The keys of `Income`."""

    partner: KeyWords
    source: KeyWords
    amount_eur: KeyWords


class OwnContributionKeys(TypedDict):
    """The keys of `OwnContribution`."""

    partner: KeyWords
    source: KeyWords
    amount_eur: KeyWords
    in_kind: KeyWords


class LumpSumKeys(TypedDict):
    """The keys of `LumpSum`."""

    partner: KeyWords
    work_package: KeyWords
    amount_eur: KeyWords
