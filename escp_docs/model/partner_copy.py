"""A spec as one partner may see it: what is the others' own stays out, totals and shares stay."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from msgspec import Struct

from escp_docs.model.base import SpecModel
from escp_docs.model.budget import Budget, Cost, Income, OwnContribution
from escp_docs.model.consortium import Consortium
from escp_docs.model.costs import CostLine
from escp_docs.model.costs.line import indirect
from escp_docs.model.figures import figures
from escp_docs.model.spec import Spec


class PartnerCopy(Struct, frozen=True):
    """A spec for the eyes of one partner.

    Args:
        spec: The spec without what is the others' own.
        withheld: Where something stands for what was left out; paths of `spec`.
    """

    spec: Spec
    withheld: tuple[str, ...]


def partner_copy(spec: Spec, partner: str, words: str) -> PartnerCopy:
    """Return a spec without the rates, cost lines, sources, contacts and staff of the others.

    The costs of each of them are lines of sums, one for each work package and category, or several
    where one would come to other cents; so every total and share is what it was.

    Args:
        spec: The spec.
        partner: The id of whom the copy is for.
        words: What stands for texts that are left out.
    """
    withheld: list[str] = []
    consortium = _consortium(spec.consortium, partner, words, withheld)
    budget = _budget(spec, partner, words, withheld)
    return PartnerCopy(spec.updated({"consortium": consortium, "budget": budget}), tuple(withheld))


def _consortium(whole: Consortium, partner: str, words: str, withheld: list[str]) -> Consortium:
    """Return the consortium without contacts and staff of others."""
    found: dict[str, Any] = {}
    for name in ("partners", "associated"):
        entries = getattr(whole, name)
        if entries is None:
            continue
        found[name] = tuple(
            one
            if one.id == partner
            else _without_persons(one, f"consortium.{name}[{i}]", words, withheld)
            for i, one in enumerate(entries)
        )
    return whole.updated(found)


def _without_persons(one: SpecModel, path: str, words: str, withheld: list[str]) -> SpecModel:
    update: dict[str, Any] = {"contact": _masked(getattr(one, "contact"), words)}  # noqa: B009
    withheld.append(f"{path}.contact")
    staff = getattr(one, "key_staff", None)
    if staff is not None:
        update["key_staff"] = tuple(_masked(person, words) for person in staff)
        withheld.append(f"{path}.key_staff")
    return one.updated(update)


def _masked(part: SpecModel, words: str) -> SpecModel:
    """Return a part in which each text that it states is left out."""
    stated = {name: words for name in part.__struct_fields__ if getattr(part, name) is not None}
    return type(part)(**stated)


# --- money -----------------------------------------------------------------------------------


def _budget(spec: Spec, partner: str, words: str, withheld: list[str]) -> Budget:
    budget = spec.budget
    update: dict[str, Any] = {}
    rates = budget.person_month_eur
    if rates is not None:
        update["person_month_eur"] = {one: rate for one, rate in rates.items() if one == partner}
    for name in ("incomes", "own_contributions"):
        entries = getattr(budget, name)
        if entries is not None:
            update[name] = tuple(
                one if one.partner == partner else _without_source(one, words) for one in entries
            )
            others = (i for i, one in enumerate(entries) if one.partner != partner)
            withheld += [f"budget.{name}[{i}]" for i in others]
    lines = figures(spec).lines
    own = [one for one in budget.costs or () if one.partner == partner]
    others_ = [one for one in lines if one.partner != partner and _is_written(one)]
    if budget.costs is not None or others_:
        sums = list(_sums(spec, others_, words))
        update["costs"] = (*own, *sums)
        withheld += [f"budget.costs[{len(own) + i}]" for i in range(len(sums))]
    return budget.updated(update)


def _without_source(one: Income | OwnContribution, words: str) -> Income | OwnContribution:
    return one if one.source is None else one.updated({"source": words})


def _is_written(line: CostLine) -> bool:
    """Whether a line is one of costs, or of effort at a rate that is known."""
    return line.cost is not None or line.unit_cost is not None


def _sums(spec: Spec, lines: Iterable[CostLine], words: str) -> Iterator[Cost]:
    """Yield lines that say no more than sums, in the order in which the first of each stands."""
    groups: dict[tuple[object, ...], list[Decimal]] = {}
    for line in lines:
        group = (line.partner, line.work_package, line.category, line.eligible)
        if _is_open(line):
            groups.setdefault((*group, "open"), []).append(Decimal(0))
            continue
        _add(spec, line, groups.setdefault(group, []))
    for (name, package, category, eligible, *is_open), amounts in groups.items():
        for amount in amounts:
            stated: dict[str, Any] = {
                "partner": name,
                "work_package": package,
                "category": category,
                "description": words,
                "eligible": eligible,
                **({} if is_open else {"amount_eur": amount}),
            }
            yield Cost(**stated)


def _add(spec: Spec, line: CostLine, parts: list[Decimal]) -> None:
    """Add an amount to a part of a sum with which it comes to the same indirect cost."""

    def on_top(amount: Decimal) -> Decimal:
        return indirect(spec, line.partner, amount, line.category, eligible=line.eligible)

    for index, part in enumerate(parts):
        if on_top(part + line.amount) == on_top(part) + line.indirect:
            parts[index] = part + line.amount
            return
    parts.append(line.amount)


def _is_open(line: CostLine) -> bool:
    """Whether a line of costs does not say what it costs."""
    cost = line.cost
    if cost is None or cost.amount_eur is not None:
        return False
    return cost.units is None or cost.unit_cost_eur is None
