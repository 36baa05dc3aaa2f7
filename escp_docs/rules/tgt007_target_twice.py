"""TGT007 target-twice: a country or region stands more than once among the targets.

What it checks
    No country and no region is a target twice, no target country is listed by a region too, and no
    country by two regions. A territory is its state. A region without `countries` leaves it open,
    unless it is named like a country.

Why
    What stands twice is one target. It is counted once, and its figures would be counted twice.

Met
    target_countries: [{country: CL}, {region: Mercosur, countries: [AR, BR, PY, UY]}]

Not met
    target_countries: [{country: AR}, {region: Mercosur, countries: [AR, BR, PY, UY]}]

Undecided
    target_countries: [{country: AR}, {region: Mercosur}]

Source
    targets_once

Lists
    territories
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import country_name
from escp_docs.model.country import place_of
from escp_docs.model.target import Target
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import asked, no_target, not_listed, or_met
from escp_docs.rules.facts.third_countries import TARGETS, countries_of, country_of, unlisted


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer per entry too many and region in question, else one for all."""
    if case.spec.target_countries is None:
        yield no_target(case)
        return
    found = [*_regions_twice(case), *_countries_twice(case), *_open(case)]
    yield from or_met(found, case.met("each target stands once", TARGETS))


def _regions_twice(case: Case[bool]) -> Iterator[Outcome]:
    first: dict[str, str] = {}
    for index, target in enumerate(case.spec.target_countries or ()):
        if target.region is None or country_of(target) is not None:
            continue
        path = f"{TARGETS}[{index}]"
        other = first.setdefault(place_of(target.region), path)
        if other != path:
            yield case.not_met(
                f"{target.name} is a target twice", path, "join the two", related=(other,)
            )


def _countries_twice(case: Case[bool]) -> Iterator[Outcome]:
    first: dict[str, tuple[Target, str]] = {}
    for target, country, path in _countries(case):
        state = case.call.countries.state_of(country)
        other, there = first.setdefault(state, (target, path))
        if there != path:
            yield case.not_met(
                _said(country, target, other), path, "keep one of the two", related=(there,)
            )


def _countries(case: Case[bool]) -> Iterator[tuple[Target, str, str]]:
    """Yield each country with its target and its path; those that are a target themselves first."""
    entries = list(enumerate(case.spec.target_countries or ()))
    entries.sort(key=lambda one: country_of(one[1]) is None)
    for index, target in entries:
        for country, path in countries_of(target, f"{TARGETS}[{index}]"):
            yield target, country, path


def _said(country: str, target: Target, other: Target) -> str:
    named = country_name(country)
    if country_of(target) is not None:
        return f"{named} is a target twice"
    if country_of(other) is not None:
        return f"{named} is a target, and the region {target.name} lists it too"
    if target is other:
        return f"the region {target.name} lists {named} twice"
    return f"the regions {other.name} and {target.name} both list {named}"


def _open(case: Case[bool]) -> Iterator[Outcome]:
    for index, target in enumerate(case.spec.target_countries or ()):
        if (key := unlisted(target, f"{TARGETS}[{index}]")) is not None:
            yield case.undecided(*not_listed(target), key)


RULE = Rule("TGT007", "target-twice", lambda terms: asked(terms.targets_once), check)
