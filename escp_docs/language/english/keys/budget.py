"""The words of keys: `budget`."""

from typing import Final

from escp_docs.language.keys.budget import (
    BudgetKeys,
    CostKeys,
    IncomeKeys,
    LumpSumKeys,
    OwnContributionKeys,
)
from escp_docs.language.keys.key_words import KeyWords

BUDGET: Final[BudgetKeys] = {
    "reimbursement_rate": KeyWords(
        "Share of the eligible cost asked for as grant",
        "What share of the eligible cost is asked for as grant?",
    ),
    "rates_by_category": KeyWords(
        "Share asked for of the cost of a category, where it is another",
        "For which categories of costs is another share asked for?",
        "rates by category",
    ),
    "rates_by_partner": KeyWords(
        "Share asked for of the cost of a partner, where it is another; that of a category comes "
        "first",
        "For which partners is another share asked for?",
        "rates by partner",
    ),
    "indirect_rate": KeyWords(
        "Flat rate of indirect costs on direct costs",
        "What is the flat rate of indirect costs on direct costs?",
    ),
    "indirect_base_excludes_subcontracting": KeyWords(
        "Is subcontracting left out of the base of the indirect costs?",
        "Is subcontracting left out of the base of the indirect costs?",
        "whether the base of indirect costs excludes subcontracting",
    ),
    "person_month_eur": KeyWords(
        "Cost of one person-month of each partner in euro",
        "What does a person-month of each partner cost, in euro?",
        "cost of a person-month",
    ),
    "costs": KeyWords(
        "All costs but personnel, which is effort x cost of a person-month; a personnel line "
        "replaces the computed one of its partner and work package",
        "Which costs are there beside personnel?",
        "costs beside personnel",
    ),
    "lump_sums": KeyWords(
        "What each partner receives of a lump sum for each work package; work then has no cost of "
        "its own",
        "How is the lump sum shared out by work package and partner?",
        "shares of the lump sum",
    ),
    "incomes": KeyWords(
        "Incomes of the action",
        "Which incomes does the action itself bring in?",
    ),
    "own_contributions": KeyWords(
        "Own contributions; if absent, computed as what is left",
        "Who puts in how much money of their own?",
    ),
    "requested_grant_eur": KeyWords(
        "Grant asked for, only where less than rate x eligible cost",
        "Which partners ask for less grant than the rate would give them, and how much?",
        "grant asked for",
    ),
    "justification": KeyWords(
        "Why these costs are needed",
        "Why are these costs needed?",
        "justification of the budget",
    ),
}

COST: Final[CostKeys] = {
    "partner": KeyWords(
        "Partner that bears the cost",
        "Which partner bears {entry}?",
    ),
    "work_package": KeyWords(
        "Work package in which it arises",
        "In which work package does {entry} arise?",
    ),
    "category": KeyWords(
        "Category of the cost",
        "To which category does {entry} belong?",
        "cost category",
    ),
    "description": KeyWords(
        "What is paid for",
        "What is paid for with {entry}?",
        "description of the cost",
    ),
    "units": KeyWords(
        "Number of units; with unit_cost_eur",
        "How many units make up {entry}?",
        "number of units",
    ),
    "unit": KeyWords(
        "What is counted",
        "In which unit is {entry} counted?",
    ),
    "unit_cost_eur": KeyWords(
        "Cost of one unit in euro",
        "What does one unit of {entry} come to, in euro?",
        "cost of one unit",
    ),
    "amount_eur": KeyWords(
        "Amount in euro, in place of units",
        "What is the amount of {entry}, in euro?",
        "amount in euro",
    ),
    "eligible": KeyWords(
        "Eligible for funding; default true",
        "Is {entry} eligible for funding?",
    ),
}

INCOME: Final[IncomeKeys] = {
    "partner": KeyWords(
        "Partner that receives it",
        "Which partner receives {entry}?",
    ),
    "source": KeyWords(
        "Where it comes from",
        "Where does {entry} come from?",
        "source of the income",
    ),
    "amount_eur": KeyWords(
        "Amount in euro",
        "What is the amount of {entry}, in euro?",
        "amount of the income",
    ),
}

OWN_CONTRIBUTION: Final[OwnContributionKeys] = {
    "partner": KeyWords(
        "Partner that puts it in",
        "Which partner makes {entry}?",
    ),
    "source": KeyWords(
        "Where it comes from",
        "Where does the money for {entry} come from?",
        "source of the own contribution",
    ),
    "amount_eur": KeyWords(
        "Amount in euro",
        "What is the amount of {entry}, in euro?",
        "amount of the own contribution",
    ),
    "in_kind": KeyWords(
        "Whether it is work or goods in place of money; default false",
        "Is {entry} work or goods in place of money?",
        "whether the own contribution is in kind",
    ),
}

LUMP_SUM: Final[LumpSumKeys] = {
    "partner": KeyWords(
        "Partner that receives it",
        "Which partner receives {entry}?",
    ),
    "work_package": KeyWords(
        "Work package that it pays for",
        "For which work package is {entry}?",
    ),
    "amount_eur": KeyWords(
        "Amount in euro",
        "What is the amount of {entry}, in euro?",
        "amount of the share",
    ),
}
