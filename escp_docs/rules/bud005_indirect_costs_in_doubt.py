"""BUD005 indirect-costs-in-doubt: indirect costs are higher than the general rule of the Union.

What it checks
    `budget.indirect_rate` is at most the highest rate, and a partner that receives an operating
    grant of the Union has no indirect costs.

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
    the rate is open, operating grants are not asked for.
"""

from collections.abc import Iterator
from fractions import Fraction

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import euro, percent
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import PARTNERS, no_partner, or_met
from escp_docs.rules.facts.budget_bounds import Bounds, indirect

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
    said = f"indirect costs of {percent(rate)}; {limit}"
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
        if cost is None or partner.operating_grant is False or cost.most == 0:
            continue
        path = f"{PARTNERS}[{index}].operating_grant"
        if partner.operating_grant is None:
            yield case.undecided(
                f"whether {partner.id} receives an operating grant of the Union is not stated",
                f"Does {partner.id} receive an operating grant of the Union?",
                path,
            )
        else:
            yield _receives(case, partner.id, cost, path)


def _receives(case: Case[Fraction], partner: str, cost: Bounds, path: str) -> Outcome:
    said = f"{partner} receives an operating grant of the Union"
    if cost.least or cost.open_path is None:
        return case.not_met(
            f"{said} and has {euro(cost.least)} of indirect costs",
            path,
            f"ask the agency; as things stand, {partner} has no indirect costs",
        )
    return case.undecided(
        f"{said}; its indirect costs are not known yet",
        f"What does the work of {partner} cost?",
        cost.open_path,
    )


RULE = Rule("BUD005", "indirect-costs-in-doubt", lambda terms: terms.highest_indirect_rate, check)
