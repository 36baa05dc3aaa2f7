"""TGT003 too-many-targets: more targets than recommended.

What it checks
    The different targets, counted as TGT001 does, are at most as many as recommended. Those that
    TGT002 refuses count too. One that is not named yet may be one of the others.

Why
    Applicants are encouraged not to have more.

Met
    target_countries: [{country: US}, {country: CA}, {country: JP}, {country: KR}, {country: IN}]

Not met
    target_countries:
      - {country: US}
      - {country: CA}
      - {country: JP}
      - {country: KR}
      - {country: IN}
      - {region: Mercosur}

Undecided
    project: {acronym: X}

Source
    most_targets

Choice
    Two national pages shorten the recommendation to a maximum; the notice that quotes it has it as
    a recommendation, so it is a warning.
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import count
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import no_target, not_listed
from escp_docs.rules.facts.third_countries import TARGETS, distinct, unlisted


def check(case: Case[int]) -> Iterator[Outcome]:
    """Yield one answer, at the list of targets."""
    most, targets = case.fact.value, case.spec.target_countries
    if targets is None:
        yield no_target(case)
        return
    number = len(distinct(case.call, targets))
    named = len(distinct(case.call, [one for one in targets if one.name]))
    said = f"{count(number, 'target', 'targets')}; no more than {most} are recommended"
    if number <= most:
        yield case.met(said, TARGETS)
    elif named <= most:
        place = next(index for index, one in enumerate(targets) if not one.name)
        path = f"{TARGETS}[{place}]"
        yield case.undecided(said, not_listed(targets[place])[1], unlisted(targets[place], path))
    else:
        yield case.not_met(
            said, TARGETS, f"drop {number - most}, or gather countries in one region"
        )


RULE = Rule("TGT003", "too-many-targets", lambda terms: terms.most_targets, check)
