"""RMP005 due-after-the-end: something is planned after the action, or outside its work package.

What it checks
    No work package, task, deliverable, milestone, indicator or interim value lies after the last
    month of the action; an indicator with `after_project` may, and its interim values. Each task
    lies within the months of its work package. Lists of tasks, deliverables, milestones and
    indicators that are absent leave it open, an absent list of interim values does not.

Why
    What lies beyond the last month is no part of the action. Applicants of a sibling call asked
    about a deliverable due in month 25 of 24.

Met
    project: {acronym: X, duration_months: 30}
    roadmap:
      work_packages:
        - id: WP1
          start_month: 1
          end_month: 30
          tasks: []
          milestones: []
          deliverables: [{id: D1, due_month: 30}]
    indicators: [{id: K1, due_month: 54, after_project: true}]

Not met
    project: {acronym: X, duration_months: 30}
    roadmap:
      work_packages:
        - id: WP1
          start_month: 1
          end_month: 30
          tasks: []
          milestones: []
          deliverables: [{id: D1, due_month: 31}]
    indicators: []

Undecided
    project: {acronym: X, duration_months: 30}

Source
    due_within_the_action
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.model.roadmap import WorkPackage
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import asked, or_met
from escp_docs.rules.facts.planned_months import INDICATORS, WORK, Planned, of_indicators, of_work

LENGTH = "project.duration_months"


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer per entry at fault or in question, else one for all."""
    met = case.met("everything is due within the action and its work package", LENGTH)
    yield from or_met([*_work_packages(case), *_indicators(case)], met)


def _work_packages(case: Case[bool]) -> Iterator[Outcome]:
    if case.spec.roadmap.work_packages is None:
        yield case.undecided("no work package is listed", "What are the work packages?", WORK)
    for index, package in enumerate(case.spec.roadmap.work_packages or ()):
        path = f"{WORK}[{index}]"
        yield from _unlisted(case, package, path)
        for entry in of_work(package, path):
            found = [outcome for one in entry for outcome in _due(case, one)]
            if entry[0].is_task:
                found += [one for each in entry for one in _within(case, package, path, each)]
            yield from [one for one in found if one.fix][:1] or found


def _unlisted(case: Case[bool], package: WorkPackage, path: str) -> Iterator[Outcome]:
    for name in ("tasks", "deliverables", "milestones"):
        if getattr(package, name) is None:
            yield case.undecided(
                f"the {name} of {package.id} are not listed",
                f"What are the {name} of {package.id}, and in which months?",
                f"{path}.{name}",
            )


def _indicators(case: Case[bool]) -> Iterator[Outcome]:
    if case.spec.indicators is None:
        yield case.undecided(
            "no indicator is listed", "By which indicators is the action measured?", INDICATORS
        )
    for one in of_indicators(case.spec.indicators or ()):
        yield from _due(case, one)


def _due(case: Case[bool], one: Planned) -> Iterator[Outcome]:
    length = case.spec.project.duration_months
    if one.month is None:
        yield case.undecided(
            f"in which month {one.name} {one.verb} is not stated",
            f"In which project month {one.asked}?",
            one.path,
        )
    elif length is None and one.month > 1:
        yield case.undecided(
            "no duration is stated", "How many months does the action take?", LENGTH
        )
    elif length is not None and one.month > length:
        yield case.not_met(
            f"{one.name} {one.verb} in month {one.month}; the action ends with month {length}",
            one.path,
            f"plan it in month {length} or before, or lengthen the action",
        )


def _within(case: Case[bool], package: WorkPackage, path: str, one: Planned) -> Iterator[Outcome]:
    """Yield what is wrong with a month of a task beside those of its work package at `path`."""
    if one.month is None:
        return
    start, end = package.start_month, package.end_month
    if (start and one.month < start) or (end and one.month > end):
        yield case.not_met(
            f"{one.name} {one.verb} in month {one.month}, outside {package.id}, which runs from "
            f"month {start or '?'} to {end or '?'}",
            one.path,
            f"move the task, or lengthen {package.id}",
            related=(path,),
        )
    elif (start is None or end is None) and not (one.month == 1 and start == 1):
        yield case.undecided(
            f"when {package.id} starts and ends is not stated",
            f"In which project months does {package.id} start and end?",
            f"{path}.start_month" if start is None else f"{path}.end_month",
        )


RULE = Rule("RMP005", "due-after-the-end", lambda terms: asked(terms.due_within_the_action), check)
