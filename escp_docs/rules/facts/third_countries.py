"""Which targets of a spec can be targets at all, and which of them are one."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from escp_docs.model.call import Call
from escp_docs.model.country import CODES, place_of
from escp_docs.model.fact import Fact
from escp_docs.model.spec import Spec
from escp_docs.model.target import Target

TARGETS = "target_countries"


class Refusal(Struct, frozen=True):
    """A country or region that makes a target none: what it is, and the path that names it.

    `code` is None if it is the name of a region; else that of the country.
    """

    code: str | None
    named: str
    path: str


def country_of(target: Target) -> str | None:
    """Return the code of the country that a target is; None if it is a region.

    A region without countries that is named like a country, in whatever language, is that country.
    """
    if target.country is not None or target.region is None or target.countries:
        return target.country
    place = place_of(target.region)
    return place if place in CODES else None


def countries_of(target: Target, path: str) -> Iterator[tuple[str, str]]:
    """Yield code and path of each country of a target: its own, or those of its region."""
    if (own := country_of(target)) is not None:
        yield own, f"{path}.country" if target.region is None else f"{path}.region"
    for index, country in enumerate(target.countries or ()):
        yield country, f"{path}.countries[{index}]"


def refused(call: Call, target: Target, path: str) -> Iterator[Refusal]:
    """Yield each country that makes a target none, or the region itself."""
    for code, place in countries_of(target, path):
        if not call.countries.is_third_country(code):
            yield Refusal(code, code, place)
    if _is_listed(target, call.countries.regions_inside):
        yield Refusal(None, target.region or "", f"{path}.region")


def open_path(call: Call, target: Target, path: str) -> str | None:
    """Return the path of what would tell whether a target is refused; None if nothing is open."""
    if target.name == "":
        return f"{path}.region" if "region" in target.unwritten else f"{path}.country"
    partly = _is_listed(target, call.countries.regions_partly_inside)
    return f"{path}.countries" if partly else None


def unlisted(target: Target, path: str) -> str | None:
    """Return the path of the countries of a target if they are open; None if they are known."""
    if target.name == "":
        return f"{path}.region" if "region" in target.unwritten else f"{path}.country"
    is_open = target.countries is None and country_of(target) is None
    return f"{path}.countries" if is_open else None


def _is_listed(target: Target, regions: Fact[tuple[str, ...]] | None) -> bool:
    """Whether a region without countries has one of the names of a list, in any language."""
    if target.region is None or target.countries or regions is None:
        return False
    return place_of(target.region) in {place_of(name) for name in regions.value}


def chosen(spec: Spec) -> tuple[Target, ...] | None:
    """Return the targets; None if none is listed, or none of those listed is chosen yet.

    A list of nothing but `- region: TBD` does not say how many there will be.
    """
    targets = spec.target_countries
    return None if targets and not any(target.name for target in targets) else targets


# --- which are one ---------------------------------------------------------------------------


def distinct(call: Call, targets: Sequence[Target]) -> tuple[tuple[Target, ...], ...]:
    """Return the different targets, each as the entries that are one.

    Entries are one if they are the same country, or list the same countries, or have one name; a
    region of one country is that country.
    """
    groups: list[tuple[set[object], list[Target]]] = []
    for target in targets:
        keys, entries = set(_traits(call, target)), [target]
        apart = []
        for other, there in groups:
            if keys & other:
                keys, entries = keys | other, [*there, *entries]
            else:
                apart.append((other, there))
        groups = [*apart, (keys, entries)]
    return tuple(tuple(entries) for _, entries in groups)


def _traits(call: Call, target: Target) -> Iterator[object]:
    if target.region is not None and country_of(target) is None:
        yield place_of(target.region)
    if states := states_of(call, target):
        yield states
    if target.name == "":
        yield id(target)


def states_of(call: Call, target: Target) -> frozenset[str]:
    """Return the states that a target is or lists; empty if they are open."""
    return frozenset(call.countries.state_of(code) for code, _ in countries_of(target, ""))


class Counted(Struct, frozen=True):
    """The targets that count for certain, those that count too if all turns out well, and why."""

    sure: tuple[tuple[Target, ...], ...]
    possible: tuple[tuple[Target, ...], ...]
    open_path: str | None


def counted(call: Call, targets: Sequence[Target]) -> Counted:
    """Return the different targets that are not refused: for certain, and at the most."""
    kept = [
        (target, open_path(call, target, f"{TARGETS}[{index}]"))
        for index, target in enumerate(targets)
        if not any(refused(call, target, ""))
    ]
    return Counted(
        distinct(call, [target for target, path in kept if path is None]),
        distinct(call, [target for target, _ in kept]),
        next((path for _, path in kept if path), None),
    )
