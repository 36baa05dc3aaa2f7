"""TGT006 target-in-doubt: whether a target counts as beyond Europe is not certain.

What it checks
    No target, and no country that a region lists, is one of the third countries in doubt. A region
    without `countries` leaves it open.

Why
    These countries do not participate in COSME, but the announcement speaks of going beyond Europe.
    An evaluator may not count them, and then a target is missing.

Met
    target_countries: [{country: US}]

Not met
    target_countries: [{country: CH}]

Undecided
    target_countries: [{country: US}, {region: Maghreb}]

Source
    countries_in_doubt
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.model.target import Target
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import no_target, or_met

TARGETS = "target_countries"


def check(case: Case[tuple[str, ...]]) -> Iterator[Outcome]:
    """Yield one answer per country in doubt or region in question, else one for all."""
    if case.spec.target_countries is None:
        yield no_target(case)
        return
    yield from or_met(_found(case), case.met("no target is in doubt", TARGETS))


def _found(case: Case[tuple[str, ...]]) -> Iterator[Outcome]:
    for index, target in enumerate(case.spec.target_countries or ()):
        path = f"{TARGETS}[{index}]"
        if target.region is not None and target.countries is None:
            yield case.undecided(
                f"the countries of the region {target.region} are not listed",
                f"Which countries does the region {target.region} have?",
                f"{path}.countries",
            )
        for country, place in _countries(target, path):
            if country in case.fact.value:
                yield case.not_met(
                    f"{country} does not participate in COSME, but may not count as beyond Europe",
                    place,
                    "have enough other targets, or ask the agency",
                )


def _countries(target: Target, path: str) -> Iterator[tuple[str, str]]:
    if target.country is not None:
        yield target.country, f"{path}.country"
    for position, country in enumerate(target.countries or ()):
        yield country, f"{path}.countries[{position}]"


RULE = Rule("TGT006", "target-in-doubt", lambda terms: terms.countries_in_doubt, check)
