"""BUD005 indirect-costs-in-doubt: indirect costs are higher than the general rule of the Union.

What it checks
    `budget.indirect_rate` is at most the highest rate. A partner with `operating_grant: true` has
    no indirect costs: none is reckoned for it, so nothing is found. Whether a partner has such a
    grant is asked where it has indirect costs.

Why
    The general rule pays a flat rate of direct eligible costs, and none to those whose overheads an
    operating grant pays already. What this call says was not seen.

Met
    consortium: {partners: [{id: A, operating_grant: false}]}
    budget: {indirect_rate: 0.07}

Not met
    consortium: {partners: [{id: A, operating_grant: false}]}
    budget: {indirect_rate: 0.0701}

Undecided
    budget: {}

Source
    highest_indirect_rate

Choice
    The rate is a general rule, very likely for this call but not proven, so it is a warning. While
    the rate is open, operating grants are not asked for; a partner that does not say whether it has
    one is reckoned as one that has none.
"""

from collections.abc import Iterator
from fractions import Fraction

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import listed, percent
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import PARTNERS, no_partner, or_met
from escp_docs.rules.facts.budget_bounds import indirect

RATE = "budget.indirect_rate"


def check(case: Case[Fraction]) -> Iterator[Outcome]:
    """Yield one answer per fault and question, else one for all."""
    rate, highest = case.spec.budget.indirect_rate, case.fact.value
    limit = f"the general rule pays at most {percent(highest)}"
    if rate is None:
        yield case.undecided(
            f"no rate of indirect costs is stated; {limit}",
            "At which flat rate are indirect costs asked for?",
            RATE,
        )
        return
    without = [one.id for one in case.spec.partners if one.operating_grant]
    granted = f"; {listed(without)}, with an operating grant, none" if without else ""
    said = f"indirect costs of {percent(rate)}{granted}; {limit}"
    over = [case.not_met(said, RATE, f"lower the rate to {float(highest):g} or less")]
    yield from or_met(
        [*(over if rate > highest else ()), *_operating_grants(case, rate)],
        case.met(said, RATE),
    )


def _operating_grants(case: Case[Fraction], rate: Fraction) -> Iterator[Outcome]:
    if rate and case.spec.consortium.partners is None:
        yield no_partner(case)
    costs = indirect(case.spec) if rate else {}
    for index, partner in enumerate(case.spec.partners):
        cost = costs.get(partner.id)
        if cost is None or partner.operating_grant is not None or cost.most == 0:
            continue
        yield case.undecided(
            f"whether {partner.id} receives an operating grant of the Union is not stated",
            f"Does {partner.id} receive an operating grant of the Union?",
            f"{PARTNERS}[{index}].operating_grant",
        )


RULE = Rule("BUD005", "indirect-costs-in-doubt", lambda terms: terms.highest_indirect_rate, check)
