"""Work at the edges: outputs nobody carries, months that are too late."""

from typing import Final

from tests.oracle.maker import Made, Maker

_OUTPUTS: Final = (
    "partnership_agreement",
    "implementation_roadmap",
    "internationalisation_strategy",
)
_KINDS: Final = ("preparatory", "implementation", "management", "communication")


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
