"""TGT006 target-in-doubt: whether a target counts as beyond Europe is not certain.

What it checks
    No target, and no country that a region lists, is one of the third countries in doubt, or an
    overseas territory in doubt. A region without `countries` leaves it open, unless it is named
    like a country.

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

Lists
    territories_in_doubt
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import country_name
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import no_target, not_listed, or_met
from escp_docs.rules.facts.country_sets import third_words
from escp_docs.rules.facts.third_countries import TARGETS, countries_of, unlisted


def check(case: Case[tuple[str, ...]]) -> Iterator[Outcome]:
    """Yield one answer per country in doubt or region in question, else one for all."""
    if case.spec.target_countries is None:
        yield no_target(case)
        return
    yield from or_met(_found(case), case.met("no target is in doubt", TARGETS))


def _found(case: Case[tuple[str, ...]]) -> Iterator[Outcome]:
    for index, target in enumerate(case.spec.target_countries or ()):
        path = f"{TARGETS}[{index}]"
        if (key := unlisted(target, path)) is not None:
            yield case.undecided(*not_listed(target), key)
        for country, place in countries_of(target, path):
            if _is_in_doubt(case, country):
                yield case.not_met(
                    f"{country_name(country)} {third_words(case.call).stays_out}, but may not "
                    "count as beyond Europe",
                    place,
                    "have enough other targets, or ask the agency",
                )


def _is_in_doubt(case: Case[tuple[str, ...]], country: str) -> bool:
    overseas = case.call.countries.doubted_state_of(country)
    return country in case.fact.value or overseas is not None


RULE = Rule("TGT006", "target-in-doubt", lambda terms: terms.countries_in_doubt, check)
