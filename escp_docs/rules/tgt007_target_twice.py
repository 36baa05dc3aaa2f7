"""TGT007 target-twice: a country or region stands more than once among the targets.

What it checks
    No country and no region is a target twice, and no target country is listed by a region too. A
    territory is its state. A region without `countries` beside target countries leaves it open.

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
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import asked, no_target, or_met
from escp_docs.rules.facts.third_countries import name_of

TARGETS = "target_countries"


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer per entry too many and region in question, else one for all."""
    if case.spec.target_countries is None:
        yield no_target(case)
        return
    found = [*_twice(case), *_listed_too(case)]
    yield from or_met(found, case.met("each target stands once", TARGETS))


def _twice(case: Case[bool]) -> Iterator[Outcome]:
    first: dict[tuple[bool, str], str] = {}
    for index, target in enumerate(case.spec.target_countries or ()):
        path = f"{TARGETS}[{index}]"
        other = first.setdefault((target.country is None, name_of(case.call, target)), path)
        if other != path:
            yield case.not_met(
                f"{target.name} is a target twice", path, "join the two", related=(other,)
            )


def _listed_too(case: Case[bool]) -> Iterator[Outcome]:
    targets = case.spec.target_countries or ()
    state_of = case.call.countries.state_of
    alone = {
        state_of(target.country): f"{TARGETS}[{index}].country"
        for index, target in enumerate(targets)
        if target.country is not None
    }
    for index, target in enumerate(targets):
        path = f"{TARGETS}[{index}].countries"
        if target.region is not None and target.countries is None and alone:
            yield case.undecided(
                f"the countries of the region {target.region} are not listed",
                f"Which countries does the region {target.region} have?",
                path,
            )
        for position, country in enumerate(target.countries or ()):
            if state_of(country) in alone and target.region is not None:
                yield case.not_met(
                    f"{country} is a target, and the region {target.region} lists it too",
                    f"{path}[{position}]",
                    "keep one of the two",
                    related=(alone[state_of(country)],),
                )


RULE = Rule("TGT007", "target-twice", lambda terms: asked(terms.targets_once), check)
