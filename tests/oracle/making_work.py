"""Work and money at the edges: outputs nobody carries, grants of exactly the cap."""

from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Final

from tests.oracle import money
from tests.oracle.maker import Made, Maker

_OUTPUTS: Final = (
    "partnership_agreement",
    "implementation_roadmap",
    "internationalisation_strategy",
)
_KINDS: Final = ("preparatory", "implementation", "management", "communication")

_AMOUNTS: Final = (
    "150000", "0", "611111.11", "611111.12", "500000", "500000.01", "1000000", "7333333.33",
    "7333333.34", "7333333.35", "203703.71", "166666.67", "33.33", "1234.56", "0.01",
)  # fmt: skip
_CAPS: Final = ("550000", "550000.01", "450000", "450000.01", "6600000.01", "900000", "900000.01")


def roadmap(maker: Maker, ids: list[str], targets: list[str]) -> Made:
    """Return work packages with tasks and deliverables, and what follows them."""
    packages = [
        _package(maker, (place, kind), ids or ["P0"], targets)
        for place, kind in enumerate(_kinds(maker))
    ]
    plan = maker.entry(
        horizon_years=maker.usual("5", "0", "0.5"),
        agenda="Meet yearly.",
        sustainability="Fees pay.",
    )
    return maker.entry(work_packages=packages, long_term=plan)


def _kinds(maker: Maker) -> tuple[str, ...]:
    return maker.usual(
        ("preparatory", "implementation", "management"), (), *((one,) for one in _KINDS), _KINDS
    )


def _package(maker: Maker, which: tuple[int, str], ids: list[str], targets: list[str]) -> Made:
    place, kind = which
    lead = ids[place % len(ids)]
    tasks = [
        {"id": f"T{place}.{number}", **_task(maker, ids, targets)}
        for number in range(maker.usual(2, 0, 1))
    ]
    effort = {one: maker.usual("3", "0", "0.5", "2.333333") for one in ids}
    if maker.is_fault():
        effort.pop(maker.one_of(ids))
    return {
        "id": f"WP{place}",
        **maker.entry(
            kind=kind,
            lead=lead,
            **_months(maker),
            tasks=tasks,
            deliverables=_deliverables(maker, place, ids),
            milestones=[
                {"id": f"M{place}", **maker.entry(lead=lead, due_month=month(maker))}
                for _ in range(maker.one_of((1, 0)))
            ],
            effort=maker.entry(**effort),
        ),
    }


def _months(maker: Maker) -> Made:
    start, end = maker.usual(
        ("1", "12"), ("1", "1"), ("2", "1"), ("12", "12"), ("12", "11"), ("24", "25"), ("1", "30")
    )
    return {"start_month": start, "end_month": end}


def month(maker: Maker) -> str:
    """Return a month in which something is due, now and then the last one or one after it."""
    return maker.usual("12", "18", "19", "24", "25", "30", "31", "36", "37", "1")


def _task(maker: Maker, ids: list[str], targets: list[str]) -> Made:
    kind = maker.one_of(_KINDS) if maker.chance(20) else None
    named = maker.usual(targets[:], targets[:1], targets[1:], [])
    values = {
        "lead": maker.one_of(ids),
        "partners": maker.usual([], ids[:1], ids),
        "targets": named,
    }
    return maker.entry(**({"kind": kind} if kind else {}), **_months(maker), **values)


def _deliverables(maker: Maker, place: int, ids: list[str]) -> list[Made]:
    outputs = maker.usual(
        list(_OUTPUTS),
        _OUTPUTS[0],
        list(_OUTPUTS[1:]),
        "none",
        "monitoring",
        ["cooperation_activities", _OUTPUTS[2]],
    )
    made = maker.entry(output=outputs, lead=maker.one_of(ids), due_month=month(maker))
    some = [{"id": f"D{place}", **made}]
    return maker.usual(some, [])


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
        lowest, highest = money.eligible_cost(spec, partner)
        if lowest == highest and isinstance(lowest, Fraction) and partner["id"] in ids:
            cents = floor(lowest * 90) + maker.one_of((0, 1, -1))
            asked[partner["id"]] = str(Decimal(max(cents, 0)) / 100)
    return asked
