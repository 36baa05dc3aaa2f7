"""BUD007 effort-without-cost: person-months and personnel costs of a partner do not agree.

What it checks
    Where a partner has person-months in a work package it has personnel costs there, by a cost of a
    person-month or by personnel lines, and the reverse. Personnel lines that count person-months
    have as many of them as the effort.

Why
    Costs without person-months cannot be justified in the form, nor person-months without costs.

Met
    consortium: {partners: [{id: A}]}
    roadmap: {work_packages: [{id: WP1, effort: {A: 3}}]}
    budget: {person_month_eur: {A: 4000}, costs: []}

Not met
    consortium: {partners: [{id: A}]}
    roadmap: {work_packages: [{id: WP1, effort: {A: 3}}]}
    budget:
      costs:
        - partner: A
          work_package: WP1
          category: personnel
          units: 2
          unit: person-month
          unit_cost_eur: 4000

Undecided
    consortium: {partners: [{id: A}]}
    roadmap: {work_packages: [{id: WP1, effort: {A: 3}}]}
    budget: {costs: []}

Source
    effort_has_cost

Choice
    Lines with an amount alone, or counted in days or hours, name no person-months to compare.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import count
from escp_docs.model.folding import joined
from escp_docs.model.schema import join
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import asked, or_met
from escp_docs.rules.facts.missing_questions import asking_for
from escp_docs.rules.facts.personnel import Personnel, PersonnelLine, personnel

WORK, RATES = "roadmap.work_packages", "budget.person_month_eur"
_PERSON_MONTHS: Final = frozenset({"personmonth", "personmonths", "month", "months", "pm", "mm"})


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer per partner and work package at fault or in question, else one for all."""
    met = case.met("person-months and personnel costs agree", WORK)
    yield from or_met(_found(case), met)


def _found(case: Case[bool]) -> Iterator[Outcome]:
    packages = case.spec.roadmap.work_packages
    lines = personnel(case.spec)
    if packages is None:
        yield case.undecided("no work package is listed", "What are the work packages?", WORK)
    if lines.open_path is not None:
        yield case.undecided(
            "which costs are personnel costs of which work is not stated",
            asking_for(case.spec, lines.open_path),
            lines.open_path,
        )
    for index, package in enumerate(packages or ()):
        path = ("roadmap", "work_packages", index, "effort")
        if package.effort is None:
            yield case.undecided(
                f"the person-months in {package.id} are not stated",
                f"How many person-months does each partner have in {package.id}?",
                join(path),
            )
            continue
        for partner in dict.fromkeys((*package.effort, *lines.partners_in(package.id))):
            months = package.effort.get(partner, Decimal(0))
            place = join((*path, partner))
            yield from _pair(case, lines, (partner, package.id), months, place)


def _pair(
    case: Case[bool], lines: Personnel, pair: tuple[str, str], months: Decimal, path: str
) -> Iterator[Outcome]:
    own = lines.of(*pair)
    if own and not months and any(line.amount for line in own):
        yield case.not_met(
            f"{pair[0]} has personnel costs in {pair[1]}, and no person-months",
            own[0].path,
            f"add the person-months of {pair[0]} to the effort of {pair[1]}, or remove the line",
        )
    elif lines.may_belong(*pair):
        return  # a line whose work is open may complete the pair, and is asked for
    elif own:
        yield from _costs(case, own, pair, months, path)
    elif months:
        yield from _rate(case, pair, path)


def _rate(case: Case[bool], pair: tuple[str, str], path: str) -> Iterator[Outcome]:
    rate = (case.spec.budget.person_month_eur or {}).get(pair[0])
    if rate is None:
        yield case.undecided(
            f"what a person-month of {pair[0]} costs is not stated",
            f"What does a person-month of {pair[0]} cost?",
            join((*RATES.split("."), pair[0])),
        )
    elif not rate:
        yield _without_cost(case, pair, path)


def _costs(
    case: Case[bool], own: list[PersonnelLine], pair: tuple[str, str], months: Decimal, path: str
) -> Iterator[Outcome]:
    unsaid = next((line for line in own if line.amount is None), None)
    counted = [_is_person_months(line) for line in own]
    number = sum((line.units or Decimal(0) for line in own), Decimal(0))
    if months and not any(line.amount != 0 for line in own):
        yield _without_cost(case, pair, path)
    elif all(counted) and number != months:
        yield case.not_met(
            f"{pair[0]} has {count(months, 'person-month', 'person-months')} in {pair[1]}, and "
            f"{number} in personnel lines",
            f"{own[0].path}.units",
            "correct the effort or the line",
            related=(path,),
        )
    elif unsaid is not None and not (months and any(line.amount for line in own)):
        path = f"{unsaid.path}.{'amount_eur' if unsaid.units is None else 'unit_cost_eur'}"
        yield case.undecided(
            f"the personnel costs of {pair[0]} in {pair[1]} are not stated",
            asking_for(case.spec, path),
            path,
        )
    elif False not in counted and None in counted:
        line = own[counted.index(None)]
        if line.units is None or number != months:
            path = f"{line.path}.{'units' if line.units is None else 'unit'}"
            yield case.undecided(
                f"how many person-months the personnel lines of {pair[0]} in {pair[1]} count is "
                "not stated",
                asking_for(case.spec, path),
                path,
            )


def _is_person_months(line: PersonnelLine) -> bool | None:
    """Whether a line counts person-months; None if it does not say."""
    if line.is_amount or (line.unit and joined(line.unit) not in _PERSON_MONTHS):
        return False
    return None if line.unit is None or line.units is None else True


def _without_cost(case: Case[bool], pair: tuple[str, str], path: str) -> Outcome:
    return case.not_met(
        f"{pair[0]} has person-months in {pair[1]}, and no personnel costs",
        path,
        f"state what a person-month of {pair[0]} costs, or remove the person-months",
    )


RULE = Rule("BUD007", "effort-without-cost", lambda terms: asked(terms.effort_has_cost), check)
