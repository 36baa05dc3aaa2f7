"""Which market a target is: a country, or a region with its countries or by its name."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from tests.oracle import stated
from tests.oracle.countries import is_third_country, state
from tests.oracle.entities import groups
from tests.oracle.stated import Entry, folded

COUNTRY_NAMES: Final = {
    "turkey": "TR", "türkei": "TR", "tr": "TR", "deutschland": "DE", "germany": "DE", "usa": "US",
    "us": "US", "chile": "CL", "chili": "CL", "日本": "JP", "japan": "JP", "suisse": "CH",
    "switzerland": "CH", "україна": "UA", "kosovo": "XK", "italia": "IT", "argentina": "AR",
}  # fmt: skip
"""Regions that are named like a country, folded, in some language."""

INSIDE: Final = frozenset(
    {"europeanunion", "europe", "westernbalkans", "eea", "europeaneconomicarea", "schengen"}
)
"""The Union, Europe, and what lies in them."""

PARTLY_INSIDE: Final = frozenset(
    {"easternpartnership", "mediterranean", "balkans", "caucasus", "nordiccountries"}
)
"""Regions of which a part lies in the Union or takes part in COSME."""


@dataclass(frozen=True)
class Target:
    """A target: what else names it, what it is called as a region, and where it lies."""

    entry: Entry
    reference: str | None
    region: str | None
    countries: frozenset[str] | None

    @property
    def is_third(self) -> bool | None:
        """Whether it lies outside the Union and COSME, None where nobody says."""
        if self.countries is not None:
            return all(map(is_third_country, self.countries))
        if self.region is None or self.region in PARTLY_INSIDE:
            return None
        return self.region not in INSIDE

    @property
    def is_open(self) -> bool:
        """Whether nobody says which target it is."""
        return self.region is None and self.countries is None


def targets_of(spec: Entry) -> list[Target] | None:
    """Return the targets, None if nobody has listed them."""
    found = stated.entries(spec, "target_countries")
    return None if found is None else [_target(entry) for entry in found]


def _target(entry: Entry) -> Target:
    code, region = stated.choice(entry, "country"), stated.name(entry, "region")
    if code:
        return Target(entry, code, None, frozenset({state(code)}))
    if region is None:
        return Target(entry, None, None, None)
    listed = [state(one) for one in entry.get("countries") or ()]
    named = COUNTRY_NAMES.get(region.casefold())
    codes = listed or ([named] if named else None)
    return Target(entry, region, folded(region), frozenset(codes) if codes else None)


def is_one(one: Target, other: Target) -> bool:
    """Return whether two are the same countries, or regions of one name."""
    if one.countries is not None and one.countries == other.countries:
        return True
    return one.region is not None and one.region == other.region


def number(targets: Iterable[Target]) -> int:
    """Return how many different targets there are."""
    return len(groups(list(targets), is_one))
