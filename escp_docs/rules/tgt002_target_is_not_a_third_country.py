"""TGT002 target-is-not-a-third-country: a target lies inside the Union or participates in COSME.

What it checks
    No target, and no country that a region lists, is a Member State or a third country that
    participates in COSME. A region without `countries` is judged by its name: named like a country,
    in whatever language or by its code, it is that country; regions that lie inside, such as the
    Union, are refused; of those that lie partly inside, such as the Eastern Partnership, the
    countries are asked. Any other name is a world region.

Why
    The partnership is to go to third countries that do not participate in COSME.

Met
    target_countries: [{country: US}, {region: Mercosur, countries: [AR, BR, PY, UY]}]

Not met
    target_countries: [{country: US}, {region: Turkey}, {region: European Union}]

Undecided
    target_countries: [{country: US}, {region: Eastern Partnership}]

Source
    third_countries_only

Lists
    member_states, cosme_countries, sets, participating, territories, regions_inside,
    regions_partly_inside

Choice
    The United Kingdom counts as a Member State for partners alone; as a target it is a third
    country, in doubt (TGT006).
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import country_name
from escp_docs.model.call import Call
from escp_docs.model.call.country_sets import OF_COSME
from escp_docs.model.target import Target
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import asked, no_target, not_listed, or_met
from escp_docs.rules.facts.country_sets import third_words
from escp_docs.rules.facts.third_countries import TARGETS, Refusal, open_path, refused


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer per country or region at fault or in question, else one for all."""
    if case.spec.target_countries is None:
        yield no_target(case)
        return
    met = case.met("all targets are third countries or world regions", TARGETS)
    yield from or_met(_found(case), met)


def _found(case: Case[bool]) -> Iterator[Outcome]:
    words = third_words(case.call)
    for index, target in enumerate(case.spec.target_countries or ()):
        path = f"{TARGETS}[{index}]"
        for one in refused(case.call, target, path):
            yield case.not_met(
                _said(case.call, target, one),
                one.path,
                f"choose a third country that {words.stays_out}, or list the "
                "countries of the region that are meant"
                if one.code is None
                else f"choose a third country that {words.stays_out}",
            )
        key = open_path(case.call, target, path)
        if key is not None and target.name:
            yield case.undecided(
                f"a part of the region {target.name} lies in the Union or {words.belongs}",
                f"Which countries of the region {target.name} are meant?",
                key,
            )
        elif key is not None:
            yield case.undecided(*not_listed(target), key)


def _said(call: Call, target: Target, one: Refusal) -> str:
    if one.code is None:
        third = third_words(call)
        those = "countries that participate in COSME" if third is OF_COSME else third.many
        return f"the region {one.named} lies in the Union or in {those}"
    named = country_name(one.code)
    takes_part = call.countries.is_participating_third_country(one.code)
    kind = third_words(call).belongs if takes_part else "is a Member State"
    if target.region is None:
        return f"{named} {kind}"
    if target.countries:
        return f"{named} in the region {target.region} {kind}"
    return f"the region {target.region} is {named}, which {kind}"


RULE = Rule(
    "TGT002",
    "target-is-not-a-third-country",
    lambda terms: asked(terms.third_countries_only),
    check,
)
