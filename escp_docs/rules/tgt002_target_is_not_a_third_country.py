"""TGT002 target-is-not-a-third-country: a target lies inside the Union or participates in COSME.

What it checks
    No target, and no country that a region lists, is a Member State or a third country that
    participates in COSME. A region without `countries` is judged by its name alone.

Why
    The partnership is to go to third countries that do not participate in COSME.

Met
    target_countries: [{country: US}, {region: Mercosur, countries: [AR, BR, PY, UY]}]

Not met
    target_countries: [{country: US}, {country: TR}]

Undecided
    project: {acronym: X}

Source
    third_countries_only

Choice
    The United Kingdom counts as a Member State for partners alone; as a target it is a third
    country, in doubt (TGT006).
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import asked
from escp_docs.rules.facts.third_countries import refused

TARGETS = "target_countries"


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer per country at fault, else one for all."""
    targets = case.spec.target_countries
    if targets is None:
        yield case.undecided(
            "no target is listed",
            "Which third countries or world regions are the targets?",
            TARGETS,
        )
        return
    found = False
    for index, target in enumerate(targets):
        for country, path in refused(case.call, target, f"{TARGETS}[{index}]"):
            found = True
            where = f" in the region {target.region}" if target.region else ""
            kind = (
                "participates in COSME"
                if case.call.countries.is_cosme_country(country)
                else "is a Member State"
            )
            yield case.not_met(
                f"{country}{where} {kind}",
                path,
                "choose a third country that does not participate in COSME",
            )
    if not found:
        yield case.met("all targets are third countries or world regions", TARGETS)


RULE = Rule(
    "TGT002",
    "target-is-not-a-third-country",
    lambda terms: asked(terms.third_countries_only),
    check,
)
