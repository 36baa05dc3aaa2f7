"""Consortia made up of sorts of entities, and how they are told."""

from collections.abc import Sequence
from typing import Any, Final

from msgspec import Struct, field

from escp_docs.model import nuts
from escp_docs.model.call.conditions import Counting
from escp_docs.model.consortium import KINDS, AffiliatedEntity, Associated, Consortium, Partner
from escp_docs.model.spec import Spec
from escp_docs.rules.composition.setting import Setting
from escp_docs.rules.composition.takers import countries_apart, possible_countries

_ANYWHERE: Final = "Z"  # the letter of NUTS for what is in no region of a country


class Sort(Struct, frozen=True):
    """A sort of entity that a consortium is made of: what each is, and where they may be from."""

    countries: tuple[str, ...]
    traits: dict[str, Any]
    role: str = "partner"
    regions: tuple[str, ...] = ()
    are_regions_counted: bool = False

    def region(self, country: str, number: int) -> str:
        """Return the region of an entity: one of those that count, in its country, if some do."""
        state = nuts.state_of(country)
        near = next((one for one in self.regions if nuts.country_of(one) == state), None)
        fitting = near or next(iter(self.regions), None)
        if fitting is None:
            return f"{country}{_ANYWHERE}{number}"
        # Of those that are counted, no two entities share one.
        return f"{fitting}{number}" if self.are_regions_counted else fitting


def sort_of(setting: Setting, counting: Counting) -> Sort | None:
    """Return a sort of entity that a number counts, and of the others as few as can be.

    None if no entity can be counted, since no country is fit for it.
    """
    places = tuple(possible_countries(setting, counting))
    sure = tuple(
        code
        for code in places
        if not counting.inside
        or setting.call.countries.belongs_to_any(code, counting.inside, setting.day)
    )
    if not sure:
        return None
    if counting.regions:
        sure = tuple(sorted(sure, key=lambda code: nuts.state_of(code) != code))
    own = [kind for kind in counting.kinds if kind not in KINDS]
    kinds = [kind for kind in counting.kinds if kind in KINDS]
    roles = counting.roles
    traits: dict[str, Any] = {
        "kind": kinds[0] if kinds else "other",
        "call_kinds": tuple(own[:1]) if not kinds else (),
        "size": counting.sizes[0] if counting.sizes else "large",
        "region_class": (
            counting.region_classes[0] if counting.region_classes else "more_developed"
        ),
        "funded": "unfunded" not in roles or "funded" in roles,
    }
    role = next((one for one in roles if one in ("affiliated", "associated")), roles[0])
    role = "partner" if {"partner", "funded", "unfunded"} & {*roles} else role
    return Sort(sure, traits, role, counting.regions, counting.count == "regions")


def stranger(setting: Setting, numbers: Sequence[Counting]) -> Sort:
    """Return a sort of entity that as few numbers as can be count."""
    sets = {name for one in numbers for name in one.inside}
    states = {nuts.country_of(region) for one in numbers for region in one.regions}
    countries = setting.call.countries
    outside = tuple(
        code
        for code in countries_apart(setting.call)
        if countries.belongs_to_any(code, sets, setting.day) is False
        and nuts.state_of(code) not in states
    )
    everywhere = tuple(countries_apart(setting.call))
    sizes = {size for one in numbers for size in one.sizes}
    size = next((one for one in ("large", "medium", "micro") if one not in sizes), "large")
    traits = {"kind": "other", "call_kinds": (), "size": size, "region_class": "more_developed"}
    return Sort(outside or everywhere, traits)


class _Members(Struct):
    """Who is in a made-up consortium so far."""

    partners: list[Partner] = field(default_factory=list)
    affiliated: list[AffiliatedEntity] = field(default_factory=list)
    associated: list[Associated] = field(default_factory=list)
    coordinator: str | None = None

    def add(self, sort: Sort, number: int, country: str, *, apart: bool) -> None:
        """Add an entity of a sort, established in a country."""
        name = f"P{number}"
        if sort.role == "affiliated":
            self.affiliated.append(AffiliatedEntity(name=name, country=country))
            return
        if sort.role == "associated":
            self.associated.append(Associated(id=name, country=country))
            return
        traits = {"region": sort.region(country, number)} | sort.traits
        control = () if apart else ("one group",)
        partner = Partner(id=name, country=country, controlled_by=control, **traits)
        self.partners.append(partner)
        if sort.role == "coordinator":
            self.coordinator = name


def consortium(spec: Spec, parts: Sequence[tuple[Sort, int]], *, apart: bool) -> Spec:
    """Return a spec with so many entities of each sort.

    They are from different countries and independent if `apart`, else from one and in one group.
    """
    members, taken = _Members(), set[str]()
    every = (sort for sort, count in parts for _ in range(count))
    for number, sort in enumerate(every, 1):
        free = [code for code in sort.countries if code not in taken] if apart else []
        country = next(iter(free), sort.countries[0])
        taken.add(country)
        members.add(sort, number, country, apart=apart)
    first = members.partners[0].id if members.partners else None
    found = Consortium(
        partners=tuple(members.partners),
        affiliated_entities=tuple(members.affiliated),
        associated=tuple(members.associated),
        coordinator=members.coordinator or first,
    )
    return spec.updated({"consortium": found})


def in_words(spec: Spec) -> str:
    """Return a made-up consortium in a line: "IT, FR, UA (university)"."""
    coordinator = spec.consortium.coordinator
    groups = [
        *(_partner(one, is_first=one.id == coordinator) for one in spec.partners),
        *(f"{one.country} (affiliated)" for one in spec.consortium.affiliated_entities or ()),
        *(f"{one.country} (associated)" for one in spec.consortium.associated or ()),
    ]
    return ", ".join(groups) or "nobody"


def _partner(partner: Partner, *, is_first: bool) -> str:
    traits = [
        "coordinator" if is_first else "",
        *(partner.call_kinds or ()),
        "" if partner.kind in (None, "other") else partner.kind.replace("_", " "),
        "" if partner.size in (None, "large") else partner.size,
        (
            ""
            if partner.region_class in (None, "more_developed")
            else f"region {partner.region_class.replace('_', ' ')}"
        ),
        "" if _is_anywhere(partner) else f"region {partner.region}",
        "" if partner.funded else "unfunded",
        "in one group" if partner.controlled_by else "",
    ]
    told = ", ".join(one for one in traits if one)
    return f"{partner.country} ({told})" if told else f"{partner.country}"


def _is_anywhere(partner: Partner) -> bool:
    return (partner.region or "").startswith(f"{partner.country}{_ANYWHERE}")
