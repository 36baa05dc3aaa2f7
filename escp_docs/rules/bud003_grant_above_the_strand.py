"""BUD003 grant-above-the-strand: the grant asked for is higher than the budget of the strand.

What it checks
    The grant of all partners together, as requested or else rate x eligible cost, is at most what
    the strand has for all projects.

Why
    No project can be granted more than the strand has.

Met
    strand: B
    consortium: {partners: [{id: A}]}
    budget: {requested_grant_eur: {A: 900000}}

Not met
    strand: B
    consortium: {partners: [{id: A}]}
    budget: {requested_grant_eur: {A: 900000.01}}

Undecided
    strand: B
    consortium: {partners: [{id: A}]}

Source
    strand_budget_eur
"""

from collections.abc import Iterator
from decimal import Decimal

from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.grant import against_limit


def check(case: Case[Decimal]) -> Iterator[Outcome]:
    """Yield one answer, at the budget."""
    yield from against_limit(case, "the budget of the strand")


RULE = Rule("BUD003", "grant-above-the-strand", lambda terms: terms.strand_budget_eur, check)
