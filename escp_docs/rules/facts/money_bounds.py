"""What the budget comes to, against each bound that a call sets beside rates and caps."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import euro, listed, percent
from escp_docs.model.budget import Cost
from escp_docs.model.call import Money
from escp_docs.model.fact import Fact
from escp_docs.model.figures import PartnerFigures, figures
from escp_docs.rule import Case
from escp_docs.rules.facts.answers import or_met
from escp_docs.rules.facts.budget_bounds import BUDGET, grant
from escp_docs.rules.facts.missing_questions import asking_for

COSTS, OWN, SHARES = "budget.costs", "budget.own_contributions", "budget.lump_sums"
PARTNERS = "consortium.partners"
_Found = Iterator[Outcome]


def facts_of(money: Money | None) -> Iterator[Fact[Any]]:
    """Yield the bounds that a call states, those of rates left out, in the order of its file."""
    if money is None:
        return
    support = money.third_parties
    stated = (
        *(money.lump_sums_eur, money.least_grant_eur, money.least_partner_grant_eur),
        *(money.highest_partner_grant_eur, money.highest_partner_share),
        money.highest_subcontracting_share,
        *((support.least_share, support.highest_share) if support else ()),
        support.highest_per_recipient_eur if support else None,
        *(money.unit_costs, money.contribution_in_kind),
    )
    yield from (one for one in stated if one is not None)


# --- lump sums -------------------------------------------------------------------------------


def of_lump_sums(case: Case[tuple[Decimal, ...]]) -> _Found:
    """Yield one answer: whether the shares come to a lump sum that the call pays."""
    paid = listed(euro(one) for one in case.fact.value)
    said = f"the call pays a lump sum of {paid}"
    whole = grant(case.spec)
    if case.spec.budget.lump_sums is None:
        yield case.undecided(
            f"no lump sum is shared out; {said}", asking_for(case.spec, SHARES), SHARES
        )
    elif whole.open_path is not None:
        yield _open(case, f"what the lump sum comes to is not known yet; {said}", whole.open_path)
    elif whole.least in case.fact.value:
        yield case.met(f"the shares come to {euro(whole.least)}; {said}", SHARES)
    else:
        fix = f"make the shares come to one of these: {paid}"
        yield case.not_met(f"the shares come to {euro(whole.least)}; {said}", SHARES, fix)


# --- the grant of the action and of a partner ------------------------------------------------


def of_least_grant(case: Case[Decimal]) -> _Found:
    """Yield one answer: whether the grant asked for is not below the least."""
    asked, least = grant(case.spec), case.fact.value
    said = f"the least grant of a project is {euro(least)}"
    if asked.least >= least:
        yield case.met(f"the grant asked for is {euro(asked.least)}; {said}", BUDGET)
    elif asked.open_path is not None and (asked.most is None or asked.most >= least):
        yield _open(case, f"the grant asked for is not known yet; {said}", asked.open_path)
    else:
        most = asked.least if asked.most is None else asked.most
        fix = f"ask for {euro(least - most)} more"
        yield case.not_met(f"the grant asked for is {euro(most)}; {said}", BUDGET, fix)


def of_partner_grants(case: Case[Decimal], *, least: bool) -> _Found:
    """Yield an answer for each partner whose grant is beyond a bound, else one for all."""
    bound = case.fact.value
    said = f"the {'least' if least else 'highest'} grant of a partner is {euro(bound)}"

    def fault(one: PartnerFigures) -> str | None:
        beyond = one.grant < bound if least else one.grant > bound
        return f"{one.partner} asks for {euro(one.grant)}; {said}" if beyond else None

    fix = f"bring its grant to {euro(bound)} or {'more' if least else 'less'}"
    yield from _by_partner(case, said, fault, fix)


def of_partner_shares(case: Case[Fraction]) -> _Found:
    """Yield an answer for each partner with too much of the grant, else one for all."""
    said = f"a partner has at most {percent(case.fact.value)} of the grant"

    def fault(one: PartnerFigures) -> str | None:
        over = one.share > case.fact.value
        return (
            f"{one.partner} has {percent(_tenths(one.share))} of the grant; {said}"
            if over
            else None
        )

    yield from _by_partner(case, said, fault, "move work and costs to other partners")


def _by_partner(case: Case[Any], said: str, fault: Any, fix: str) -> _Found:  # noqa: ANN401
    money = figures(case.spec)
    if money.grant_unknown:
        yield _open(
            case, f"what each partner asks for is not known yet; {said}", money.grant_unknown[0]
        )
        return
    found = (
        case.not_met(words, f"{PARTNERS}[{index}]", fix)
        for index, partner in enumerate(case.spec.partners)
        if (one := money.of(partner.id)) is not None and (words := fault(one)) is not None
    )
    yield from or_met(found, case.met(f"every partner keeps to it: {said}", BUDGET))


# --- kinds of cost ---------------------------------------------------------------------------


def of_share(case: Case[Fraction], category: str, words: str, *, least: bool = False) -> _Found:
    """Yield one answer: whether the part of a category in the eligible cost is within a bound."""
    money, bound = figures(case.spec), case.fact.value
    said = (
        f"{words} {'is at least' if least else 'is at most'} {percent(bound)} of the eligible cost"
    )
    whole = money.eligible(lambda _: True)
    if money.unknown:
        yield _open(case, f"what {words} comes to is not known yet; {said}", money.unknown[0])
    elif not whole:
        yield case.not_applicable("there are no costs")
    else:
        part = Fraction(money.eligible(lambda line: line.category == category)) / Fraction(whole)
        shown = f"{words} is {percent(_tenths(part))} of the eligible cost; {said}"
        if part < bound if least else part > bound:
            fix = f"{'raise' if least else 'lower'} it, or other costs"
            yield case.not_met(shown, COSTS, fix)
        else:
            yield case.met(shown, COSTS)


def of_recipients(case: Case[Decimal]) -> _Found:
    """Yield an answer for each line that gives a third party too much, else one for all."""
    said = f"one recipient gets at most {euro(case.fact.value)}"
    yield from or_met(_of_recipients(case, said), case.met(said, COSTS))


def _of_recipients(case: Case[Decimal], said: str) -> _Found:
    for index, cost in enumerate(case.spec.budget.costs or ()):
        path = f"{COSTS}[{index}]"
        if cost.category != "third_parties" or cost.amount_eur == 0:
            continue
        if cost.unit_cost_eur is None:
            question = "How many recipients are there, and how much does each of them get?"
            yield case.undecided(
                f"what one recipient gets is not stated; {said}", question, f"{path}.unit_cost_eur"
            )
        elif cost.unit_cost_eur > case.fact.value:
            yield case.not_met(
                f"one recipient gets {euro(cost.unit_cost_eur)}; {said}",
                f"{path}.unit_cost_eur",
                f"lower it to {euro(case.fact.value)} or less",
            )


def of_contributions(case: Case[bool]) -> _Found:
    """Yield an answer for each contribution in kind where the call takes none."""
    said = "the call takes no contribution in kind"
    if case.fact.value:
        return
    found = (
        case.not_met(f"{one.partner} contributes in kind; {said}", f"{OWN}[{index}]", "state money")
        for index, one in enumerate(case.spec.budget.own_contributions or ())
        if one.in_kind
    )
    yield from or_met(found, case.met(f"nobody contributes in kind; {said}", BUDGET))


def of_unit_costs(case: Case[tuple[Any, ...]]) -> _Found:
    """Yield an answer for each line whose unit has another cost in the call, else one for all."""
    found = (
        case.not_met(
            f"one {one.unit} is {euro(cost.unit_cost_eur)}; the call pays {euro(one.amount_eur)}",
            f"{COSTS}[{index}].unit_cost_eur",
            f"write {one.amount_eur}",
        )
        for index, cost in enumerate(case.spec.budget.costs or ())
        for one in case.fact.value
        if _is_of(cost, one) and cost.unit_cost_eur not in (None, one.amount_eur)
    )
    yield from or_met(found, case.met("unit costs are those of the call", COSTS))


def _is_of(cost: Cost, one: Any) -> bool:  # noqa: ANN401
    same = (cost.unit or "").casefold() == one.unit.casefold()
    return same and one.category in (None, cost.category)


# --- words -----------------------------------------------------------------------------------


def _open(case: Case[Any], message: str, path: str) -> Outcome:
    return case.undecided(message, asking_for(case.spec, path), path, BUDGET)


def _tenths(share: Fraction) -> Fraction:
    return Fraction(round(share * 1000), 1000)
