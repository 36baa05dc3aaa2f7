"""What the budget rests on, as templates see it: rates, cost lines, own money, partner by work."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from escp_docs.compose.values.organisations import beneficiary_ids
from escp_docs.compose.values.value import partner_called
from escp_docs.compose.values.view import ListView, PartView, question
from escp_docs.language.language import Language
from escp_docs.model.costs import CostLine, Way
from escp_docs.model.figures import figures
from escp_docs.model.schema import below
from escp_docs.model.spec import Spec

Values = dict[str, Any]


def rates(spec: Spec, stated: object, language: Language) -> list[Values]:
    """Return for each partner its person-months, what one costs, and the cost that comes of it.

    `stated` is `budget.person_month_eur` as templates see it. Only effort that is paid by the
    person-month counts, not that for which a cost line stands.
    """
    lines = figures(spec).lines
    return [_rate(spec, lines, name, stated, language) for name in beneficiary_ids(spec)]


def cost_lines(spec: Spec, stated: object, category: str) -> list[PartView]:
    """Return the entries of `budget.costs` of a category, each with its `amount`.

    `stated` are all entries as templates see them. `is_known` is false where the amount rests on
    what is not stated yet.
    """
    by_path = {line.path: line for line in figures(spec).lines if line.way is Way.STATED}
    found: list[PartView] = []
    for index, entry in enumerate(stated if isinstance(stated, ListView) else ()):
        assert isinstance(entry, PartView)
        line = by_path[f"budget.costs[{index}]"]
        if line.category == category:
            found.append(entry.beside(amount=line.amount, is_known=_is_known(line)))
    return found


def grid(spec: Spec, language: Language) -> list[Values]:
    """Return the eligible cost of each partner in each work package; nothing while one is open."""
    money = figures(spec)
    return _grid(spec, money.eligible, language) if not money.unknown else []


def lump_shares(spec: Spec, packages: Iterable[Any], language: Language) -> Values:
    """Return a lump sum by work package and partner; amounts that are open are questions.

    Returns:
        `rows`, each with `work_package`, `amounts` in the order of the partners and the `whole` of
        them; `by_partner`, the sums of the columns, and their `whole`.
    """
    money = figures(spec)
    own = [one for one in money.lines if one.way is Way.LUMP_SUM]

    def sum_of(**wanted: str) -> object:
        if money.unknown:
            return question(spec, money.unknown[0], language)
        found = (one.amount for one in own if all(getattr(one, k) == v for k, v in wanted.items()))
        return sum(found, Decimal(0))

    partners = beneficiary_ids(spec)
    return {
        "rows": [
            {
                "work_package": one,
                "amounts": [
                    sum_of(partner=name, work_package=str(one.id.plain)) for name in partners
                ],
                "whole": sum_of(work_package=str(one.id.plain)),
            }
            for one in packages
        ],
        "by_partner": [sum_of(partner=name) for name in partners],
        "whole": sum_of(),
    }


def _rate(
    spec: Spec, lines: tuple[CostLine, ...], partner: str, stated: object, language: Language
) -> Values:
    own = [one for one in lines if one.way is Way.EFFORT and one.partner == partner]
    known = spec.budget.person_month_eur or {}
    path = below("budget.person_month_eur", partner)
    return {
        "partner": partner_called(spec, partner, language),
        "months": sum((one.units or Decimal(0) for one in own), Decimal(0)),
        "rate": stated[partner] if partner in known else question(spec, path, language),  # type: ignore[index]
        "amount": sum((one.amount for one in own), Decimal(0)) if partner in known else None,
    }


def _is_known(line: CostLine) -> bool:
    """Whether the amount of a line is stated, or comes of units that are."""
    cost = line.cost
    return cost is not None and (
        cost.amount_eur is not None or None not in (cost.units, cost.unit_cost_eur)
    )


def _grid(
    spec: Spec, eligible: Callable[[Callable[[CostLine], bool]], Decimal], language: Language
) -> list[dict[str, Any]]:
    """Return a row for each partner: what it costs in each work package, and outside of them."""
    packages = [one.id for one in spec.roadmap.work_packages or ()]

    def cost(partner: str, package: str) -> Decimal:
        return eligible(lambda line: (line.partner, line.work_package) == (partner, package))

    return [
        {
            "partner": partner_called(spec, name, language),
            "amounts": [cost(name, package) for package in packages],
        }
        for name in beneficiary_ids(spec)
    ]
