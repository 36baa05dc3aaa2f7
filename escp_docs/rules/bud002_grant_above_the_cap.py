"""BUD002 grant-above-the-cap: the grant asked for is higher than one project can get.

What it checks
    The grant of all partners together, as requested or else rate x eligible cost, is at most the
    highest grant of a project. Exactly the highest grant is met.

Why
    A project is granted no more than that.

Met
    strand: A
    consortium: {partners: [{id: A}]}
    budget: {requested_grant_eur: {A: 550000}}

Not met
    strand: A
    consortium: {partners: [{id: A}]}
    budget: {requested_grant_eur: {A: 550000.01}}

Undecided
    strand: A
    consortium: {partners: [{id: A}]}

Source
    highest_grant_eur

Choice
    Three notices give 550,000 for Strand A and one 450,000; 12 projects of 550,000 are exactly the
    budget of the strand, so that is taken.
"""

from collections.abc import Iterator
from decimal import Decimal

from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.grant import against_limit


def check(case: Case[Decimal]) -> Iterator[Outcome]:
    """Yield one answer, at the budget."""
    yield from against_limit(case, "the highest grant of a project")


RULE = Rule("BUD002", "grant-above-the-cap", lambda terms: terms.highest_grant_eur, check)
