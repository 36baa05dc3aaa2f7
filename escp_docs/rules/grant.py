"""The grant that a spec asks for, against a limit."""

from collections.abc import Iterator
from decimal import Decimal

from escp_docs.finding import Outcome
from escp_docs.model.figures import figures
from escp_docs.rule import Case
from escp_docs.rules.wording import euro

BUDGET = "budget"


def against_limit(case: Case[Decimal], limit_name: str) -> Iterator[Outcome]:
    """Yield one answer: is the grant asked for at most the limit, however open facts turn out?

    Costs are not negative, so what is known is a lower bound of the grant.
    """
    money, limit = figures(case.spec), case.fact.value
    said = f"{limit_name} is {euro(limit)}"
    if money.grant > limit:
        more = " at the least" if money.grant_unknown else ""
        yield case.not_met(
            f"the grant asked for is {euro(money.grant)}{more}; {said}",
            BUDGET,
            f"lower the costs, the rate or the grant asked for by {euro(money.grant - limit)}",
        )
    elif money.grant_unknown:
        yield case.undecided(
            f"the grant asked for is not known yet; {said}",
            "What does the action cost, and which share of it is asked for?",
            money.grant_unknown[0],
        )
    else:
        yield case.met(f"the grant asked for is {euro(money.grant)}; {said}", BUDGET)
