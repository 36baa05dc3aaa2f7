"""Whole specs, made up; each is readable, so whatever a maker leaves open is an open fact."""

from typing import Final

from tests.oracle import making_money, making_partners, making_work
from tests.oracle.draws import Draws
from tests.oracle.maker import Made, Maker
from tests.oracle.pruning import pruned

_DEADLINES: Final = (
    "2020-12-02", "2020-12-03", "2020-12-02T17:00+01:00", "2020-12-02T17:01+01:00",
    "2020-12-02T16:59:59+01:00", "2020-12-02T17:00:01+01:00", "2020-12-02T16:00Z",
    "2020-12-02T16:30Z", "2020-12-02T18:00+02:00", "2020-12-03T01:00+09:00",
    "2020-12-03T01:01+09:00", "2020-12-02T05:00-11:00", "2020-12-02T23:59-11:00", "2021-01-01",
)  # fmt: skip
_STARTS: Final = (
    "2020-12-01", "2020-12-02", "2021-06-01", "2021-06-02", "2021-06-03", "2023-12-01",
    "2023-12-02", "2023-12-03", "1999-01-01", "9999-12-01",
)  # fmt: skip
_MONTHS: Final = {"A": (30, 36, 29, 37, 24, 1), "B": (18, 24, 17, 25, 30, 999)}

_REGIONS: Final = (
    "Mercosur", "ASEAN", "mercosur", "Gulf States", "Turkey", "Deutschland", "日本", "Chile", "US",
    "Україна", "Suisse", "European Union", "Europe", "Western Balkans", "EEA", "Schengen",
    "Eastern Partnership", "Mediterranean", "Balkans", "Caucasus", "Nordic countries", "TBD",
)  # fmt: skip
_LISTED: Final = (
    ["AR", "BR"],
    ["BR", "AR"],
    ["AR"],
    ["CL"],
    ["AR", "TR"],
    ["US", "CA"],
    ["BR", "GB"],
)
_THIRD: Final = ("US", "CA", "JP", "CL", "AR", "BR", "AU", "ZA", "KR", "IN")
_NOT_THIRD: Final = ("TR", "DE", "UA", "RE", "XK", "EL", "FR", "MD")
_DOUBTED: Final = ("GB", "CH", "UK", "NO", "GL", "NC", "RU", "FO")


def make(draws: Draws) -> Made:
    """Return a spec, as the plain values that its YAML gives."""
    maker = Maker(draws)
    strand = maker.one_of(("A", "A", "B"))
    consortium = making_partners.consortium(maker, strand)
    ids = [one["id"] for one in consortium.get("partners") or ()]
    targets = _targets(maker)
    names = [one.get("country") or one["region"] for one in targets if _is_named(one)]
    spec = {
        "call": "cos-clusint-2020-3-01",
        "project": {"acronym": "THIS-4i", **_project(maker, strand)},
        **maker.entry(
            strand=strand,
            consortium=consortium,
            strategy=_strategy(maker, strand, names),
            target_countries=targets,
            roadmap=making_work.roadmap(maker, ids, names),
            indicators=[_indicator(maker, "SMEs")] if not maker.is_fault() else [],
            agreement=_agreement(maker, ids),
        ),
    }
    pruned(spec)
    if not maker.is_hole():
        declared = (spec.get("consortium") or {}).get("partners") or ()
        spec["budget"] = making_money.budget(maker, spec, [one["id"] for one in declared])
    return spec


def _project(maker: Maker, strand: str) -> Made:
    return maker.entry(
        start_date=maker.usual("2021-09-01", *_STARTS),
        duration_months=maker.usual(*_MONTHS[strand]),
        submission_date=maker.usual(*_DEADLINES),
        sectors=maker.usual(["ocean", "robotics"], ["ocean"], [], ["maritime security"]),
        defence_and_security=maker.usual(strand == "B", strand == "A"),
    )


def _strategy(maker: Maker, strand: str, targets: list[str]) -> Made:
    named: tuple[list[str], ...] = (targets[:1], targets[:1], [])
    goals = [
        {"id": f"G{place}", **maker.entry(targets=maker.usual(targets, *named))}
        for place in range(maker.usual(2, 0, 1))
    ]
    existing = [maker.entry(output=one) for one in ("internationalisation_strategy", "monitoring")]
    return maker.entry(
        vision="To be among the first.",
        complementarities="Each adds what others lack.",
        cross_sector_cooperation="Robotics meets the sea.",
        target_groups="Small firms.",
        common_goals=goals,
        existing=maker.usual(existing if strand == "B" else [], [], existing),
    )


def _indicator(maker: Maker, unit: str) -> Made:
    values = [maker.entry(month=making_work.month(maker)) for _ in range(maker.one_of((1, 0, 2)))]
    spared = {"after_project": True} if maker.chance(20) else {}
    due = making_work.month(maker)
    return {"id": "K1", **spared, **maker.entry(unit=unit, due_month=due, interim=values)}


def _targets(maker: Maker) -> list[Made]:
    wanted = maker.usual(maker.one_of((2, 3)), 0, 1, 2, 4, 5, 6, 7)
    made = [_target(maker, place) for place in range(wanted)]
    return [one for place, one in enumerate(made) if _is_first(one, made[:place])]


def _is_first(target: Made, before: list[Made]) -> bool:
    """Return whether no target before has the same name, or now and then the same country."""
    return not any(_key(one) == _key(target) for one in before if _is_named(one))


def _key(target: Made) -> object:
    return target.get("country") or target.get("region")


def _is_named(target: Made) -> bool:
    return _key(target) != "TBD"


def _target(maker: Maker, place: int) -> Made:
    country: Made = {"country": maker.usual(_THIRD[place], _THIRD[0], *_NOT_THIRD, *_DOUBTED)}
    region: Made = {"region": maker.one_of(_REGIONS)}
    listed = {**region, "countries": maker.one_of(_LISTED)}
    listed["region"] = maker.one_of(("Southern Cone", "River Plate", "Mercosur", "mercosur"))
    which = maker.usual(country, region, region, listed)
    said = {
        "business_partnerships": "Fairs.",
        "international_partners": maker.usual([{"name": "X"}], []),
    }
    return {**which, **maker.entry(**said)}


def _agreement(maker: Maker, ids: list[str]) -> Made:
    governance = maker.entry(votes="one_per_member", majority="simple", meetings_per_year="2")
    made = maker.entry(common_actions=maker.usual("Fairs.", "none"), governance=governance)
    if ids:
        made.update(
            maker.usual(
                {}, {"members": ids}, {"members": ids[1:]}, {"members": ids[:1]}, {"members": []}
            )
        )
        made.update(maker.usual({}, {"joins_later": ids[:1]}, {"joins_later": []}))
    return made
