"""Budgets at the edges: a grant of exactly the cap, of 90 % of the cost, and a cent off."""

from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Final

from tests.oracle import costs
from tests.oracle.maker import Made, Maker

_AMOUNTS: Final = (
    "150000", "0", "611111.11", "611111.12", "500000", "500000.01", "1000000", "7333333.33",
    "7333333.34", "7333333.35", "203703.71", "166666.67", "33.33", "1234.56", "0.01",
)  # fmt: skip
_CAPS: Final = ("550000", "550000.01", "450000", "450000.01", "6600000.01", "900000", "900000.01")


def budget(maker: Maker, spec: Made, ids: list[str]) -> Made:
    """Return a budget, at times one that asks for a cent more or less than it may."""
    excludes = not maker.is_fault()
    made = maker.entry(
        reimbursement_rate=maker.usual(
            "0.9", "0.90", "9/10", "0.9001", "0.90000001", "2/3", "1", "0", "0.8333"
        ),
        indirect_rate=maker.usual("0.07", "0", "0.25", "0", "1"),
        indirect_base_excludes_subcontracting=excludes,
        person_month_eur=maker.entry(
            **dict.fromkeys(ids, maker.usual("4000", "0", "0", "12345.67"))
        ),
        costs=[_cost(maker, spec, ids) for _ in range(maker.usual(2, 0, 1, 1, 3))] if ids else [],
    )
    asked = {one: maker.usual("1000", *_CAPS, "0", "0.01") for one in ids if maker.chance(70)}
    if asked and maker.is_fault():
        made["requested_grant_eur"] = maker.entry(**asked)
    elif ids and maker.is_fault():
        made["requested_grant_eur"] = _at_the_rate(maker, {**spec, "budget": made}, ids)
    return made


def _cost(maker: Maker, spec: Made, ids: list[str]) -> Made:
    packages = (spec.get("roadmap") or {}).get("work_packages") or ()
    kinds = ("travel", "other", "equipment", "subcontracting", "subcontracting", "personnel")
    where = {"work_package": maker.one_of(packages)["id"]} if packages else {}
    amount = maker.one_of(_AMOUNTS) if maker.chance(25) else "20000.50"
    how = maker.one_of(
        (
            {"amount_eur": amount},
            {"units": maker.usual("3", "0", "0.333333"), "unit_cost_eur": amount},
        )
    )
    eligible = {"eligible": False} if maker.is_fault() else {}
    return {
        "partner": maker.one_of(ids),
        **where,
        **eligible,
        **maker.entry(category=maker.one_of(kinds), **how),
    }


def _at_the_rate(maker: Maker, spec: Made, ids: list[str]) -> Made:
    """Ask for 90 % of a known cost to the cent, or for a cent more or less than that."""
    asked: Made = {}
    for partner in (spec.get("consortium") or {}).get("partners") or ():
        lowest, highest = costs.eligible_cost(spec, partner)
        if lowest == highest and isinstance(lowest, Fraction) and partner["id"] in ids:
            cents = floor(lowest * 90) + maker.one_of((0, 1, -1))
            asked[partner["id"]] = str(Decimal(max(cents, 0)) / 100)
    return asked
