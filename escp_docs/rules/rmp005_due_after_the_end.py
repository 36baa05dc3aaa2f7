"""RMP005 due-after-the-end: something is planned after the action, or outside its work package.

What it checks
    No task, deliverable, milestone or indicator lies after the last month of the action; an
    indicator with `after_project` may. Each task lies within the months of its work package.

Why
    What is due after the end cannot be paid and will not be accepted; applicants ask about month 25
    of 24 in every call.

Met
    project: {acronym: X, duration_months: 30}
    roadmap:
      work_packages:
        - {id: WP1, tasks: [], milestones: [], deliverables: [{id: D1, due_month: 30}]}
    indicators: [{id: K1, due_month: 54, after_project: true}]

Not met
    project: {acronym: X, duration_months: 30}
    roadmap:
      work_packages:
        - {id: WP1, tasks: [], milestones: [], deliverables: [{id: D1, due_month: 31}]}
    indicators: []

Undecided
    project: {acronym: X, duration_months: 30}

Source
    due_within_the_action

Choice
    The work packages themselves and the interim values of indicators are not looked at.
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.model.roadmap import Task, WorkPackage
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import asked, or_met

WORK, INDICATORS, LENGTH = "roadmap.work_packages", "indicators", "project.duration_months"
VERBS = {"start_month": "starts", "end_month": "ends", "due_month": "is due"}


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
        for position, task in enumerate(package.tasks or ()):
            yield from _task(case, package, task, path, position)
        for position, output in enumerate(package.deliverables or ()):
            place = f"{path}.deliverables[{position}].due_month"
            yield from _due(case, output.id, output.due_month, place)
        for position, point in enumerate(package.milestones or ()):
            place = f"{path}.milestones[{position}].due_month"
            yield from _due(case, point.id, point.due_month, place)


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
    for index, indicator in enumerate(case.spec.indicators or ()):
        if not indicator.after_project:
            yield from _due(
                case, indicator.id, indicator.due_month, f"{INDICATORS}[{index}].due_month"
            )


def _task(
    case: Case[bool], package: WorkPackage, task: Task, path: str, position: int
) -> Iterator[Outcome]:
    place = f"{path}.tasks[{position}]"
    found = [
        *_due(case, task.id, task.start_month, f"{place}.start_month"),
        *_due(case, task.id, task.end_month, f"{place}.end_month"),
        *_within(case, package, task, path, f"{place}.start_month", task.start_month),
        *_within(case, package, task, path, f"{place}.end_month", task.end_month),
    ]
    faults = [one for one in found if one.fix]
    yield from faults[:1] or found


def _due(case: Case[bool], name: str, month: int | None, path: str) -> Iterator[Outcome]:
    length = case.spec.project.duration_months
    if month is None:
        verb = VERBS[path.rpartition(".")[2]]
        yield case.undecided(
            f"in which month {name} {verb} is not stated",
            f"What is the project month in which {name} {verb}?",
            path,
        )
    elif length is None and month > 1:
        yield case.undecided(
            "no duration is stated", "How many months does the action take?", LENGTH
        )
    elif length is not None and month > length:
        yield case.not_met(
            f"{name} lies in month {month}; the action ends with month {length}",
            path,
            f"plan it in month {length} or before, or lengthen the action",
        )


def _within(  # noqa: PLR0913, PLR0917  # task and work package with their paths
    case: Case[bool], package: WorkPackage, task: Task, path: str, place: str, month: int | None
) -> Iterator[Outcome]:
    if month is None:
        return
    start, end = package.start_month, package.end_month
    if (start and month < start) or (end and month > end):
        yield case.not_met(
            f"{task.id} lies in month {month}, outside {package.id}, which runs from month "
            f"{start or '?'} to {end or '?'}",
            place,
            f"move the task, or lengthen {package.id}",
            related=(path,),
        )
    elif (start is None or end is None) and not (month == 1 and start == 1):
        yield case.undecided(
            f"when {package.id} starts and ends is not stated",
            f"In which project months does {package.id} start and end?",
            f"{path}.start_month" if start is None else f"{path}.end_month",
        )


RULE = Rule("RMP005", "due-after-the-end", lambda terms: asked(terms.due_within_the_action), check)
