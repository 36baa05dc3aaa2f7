"""The grant that a spec asks for, against a limit."""

from collections.abc import Iterator
from decimal import Decimal

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import euro
from escp_docs.rule import Case
from escp_docs.rules.facts.budget_bounds import BUDGET, grant
from escp_docs.rules.facts.missing_questions import asking_for


def against_limit(case: Case[Decimal], limit_name: str) -> Iterator[Outcome]:
    """Yield one answer: is the grant asked for at most the limit, however open facts turn out?"""
    asked, limit = grant(case.spec), case.fact.value
    said = f"{limit_name} is {euro(limit)}"
    if asked.least > limit:
        more = " at the least" if asked.open_path else ""
        yield case.not_met(
            f"the grant asked for is {euro(asked.least)}{more}; {said}",
            BUDGET,
            f"lower the costs, the rate or the grant asked for by {euro(asked.least - limit)}",
        )
    elif asked.most is not None and asked.most <= limit:
        more = " at the most" if asked.open_path else ""
        yield case.met(f"the grant asked for is {euro(asked.most)}{more}; {said}", BUDGET)
    else:
        yield case.undecided(
            f"the grant asked for is not known yet; {said}",
            asking_for(case.spec, asked.open_path or BUDGET),
            asked.open_path or BUDGET,
        )
