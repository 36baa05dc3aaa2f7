"""The ways in which open facts can turn out, where several numbers hang on one of them."""

from collections.abc import Iterator
from itertools import product
from math import prod
from typing import Any, Final

from escp_docs.model.call.conditions import Branch, Counting, Demand
from escp_docs.model.consortium import KINDS, Partner
from escp_docs.rules.composition.setting import Setting
from escp_docs.rules.composition.takers import countries_apart

MOST_WORLDS: Final = 2000
"""More are not tried: then the answer stays open."""
_SIZES: Final = ("micro", "small", "medium", "mid_cap", "large")
_CLASSES: Final = ("less_developed", "in_transition", "more_developed")


def hangs_together(demand: Demand) -> bool:
    """Whether an open fact can matter in more than one place of a demand."""
    return len(leaves(demand)) > 1 or "coordinator" in demand.roles


def leaves(demand: Demand | Branch | Counting) -> tuple[Counting, ...]:
    """Return the numbers that a demand asks for, those of its parts included."""
    own: tuple[Counting, ...] = (demand,) if demand.is_counting else ()
    parts = (*getattr(demand, "all_of", ()), *getattr(demand, "any_of", ()))
    return (*own, *(one for part in parts for one in leaves(part)))


def worlds(setting: Setting, demand: Demand) -> Iterator[Setting]:
    """Yield the setting with its open facts settled, in each way that a demand can tell apart.

    Nothing if there are too many ways. What only the agency or an absent list can tell stays open.
    """
    numbers = leaves(demand)
    spec = setting.spec
    by_partner = [list(_ways(setting, numbers, one)) for one in spec.partners]
    coordinators: list[str | None] = [spec.consortium.coordinator]
    if coordinators == [None] and any("coordinator" in one.roles for one in numbers):
        coordinators = [one.id for one in spec.partners] or [None]
    if prod(map(len, by_partner)) * len(coordinators) > MOST_WORLDS:
        return
    for coordinator, partners in product(coordinators, product(*by_partner)):
        consortium = spec.consortium.updated({"coordinator": coordinator, "partners": partners})
        yield Setting(spec.updated({"consortium": consortium}), setting.call, setting.day)


def _ways(setting: Setting, numbers: tuple[Counting, ...], partner: Partner) -> Iterator[Partner]:
    choices: dict[str, list[Any]] = {}
    if partner.country is None and _matters(numbers, "inside", "outside", count="countries"):
        choices["country"] = list(_countries(setting, numbers))
    if partner.kind is None and any({*one.kinds} & {*KINDS} for one in numbers):
        choices["kind"] = list(KINDS)
    own = sorted({kind for one in numbers for kind in one.kinds if kind not in KINDS})
    if partner.call_kinds is None and own:
        choices["call_kinds"] = [(), *((one,) for one in own), tuple(own)]
    if partner.size is None and _matters(numbers, "sizes"):
        choices["size"] = list(_SIZES)
    if partner.region_class is None and _matters(numbers, "region_classes"):
        choices["region_class"] = list(_CLASSES)
    for values in product(*choices.values()):
        yield partner.updated(dict(zip(choices, values, strict=True)))


def _matters(numbers: tuple[Counting, ...], *traits: str, count: str = "") -> bool:
    return any(
        one.count == count or any(getattr(one, trait) for trait in traits) for one in numbers
    )


def _countries(setting: Setting, numbers: tuple[Counting, ...]) -> Iterator[str]:
    """Yield countries of which one behaves as any other would: those there are, and new ones.

    Of countries in the same sets, as many new ones as there are partners whose country is open.
    """
    countries, day = setting.call.countries, setting.day
    sets = sorted({name for one in numbers for name in (*one.inside, *one.outside)})
    there = {countries.state_of(one.country) for one in setting.spec.partners if one.country}
    open_ones = sum(one.country is None for one in setting.spec.partners)
    seen: dict[tuple[bool | None, ...], int] = {}
    for code in countries_apart(setting.call):
        cell = tuple(countries.belongs(code, name, day) for name in sets)
        if code in there:
            yield code
        elif seen.get(cell, 0) < open_ones:
            seen[cell] = seen.get(cell, 0) + 1
            yield code
