"""RMP004 ends-before-it-starts: a work package or a task ends before it starts.

What it checks
    No `end_month` of a work package or task comes before its `start_month`. What starts in month 1
    cannot end before it.

Why
    The tables of work packages show both months, and the time plan is drawn from them.

Met
    roadmap: {work_packages: [{id: WP1, start_month: 3, end_month: 3, tasks: []}]}

Not met
    roadmap: {work_packages: [{id: WP1, start_month: 3, end_month: 2, tasks: []}]}

Undecided
    roadmap: {work_packages: [{id: WP1, start_month: 3, tasks: []}]}

Source
    work_in_order
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import asked, or_met

WORK = "roadmap.work_packages"


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer per work package and task at fault or in question, else one for all."""
    if case.spec.roadmap.work_packages is None:
        yield case.undecided("no work package is listed", "What are the work packages?", WORK)
        return
    yield from or_met(_found(case), case.met("all work ends no earlier than it starts", WORK))


def _found(case: Case[bool]) -> Iterator[Outcome]:
    for index, package in enumerate(case.spec.roadmap.work_packages or ()):
        path = f"{WORK}[{index}]"
        yield from _work(case, package.id, package.start_month, package.end_month, path)
        if package.tasks is None:
            yield case.undecided(
                f"the tasks of {package.id} are not listed",
                f"What are the tasks of {package.id}, and when do they start and end?",
                f"{path}.tasks",
            )
        for position, task in enumerate(package.tasks or ()):
            place = f"{path}.tasks[{position}]"
            yield from _work(case, task.id, task.start_month, task.end_month, place)


def _work(
    case: Case[bool], name: str, start: int | None, end: int | None, path: str
) -> Iterator[Outcome]:
    if start == 1:
        return
    if start is None or end is None:
        yield case.undecided(
            f"when {name} starts and ends is not stated",
            f"In which project months does {name} start and end?",
            f"{path}.start_month" if start is None else f"{path}.end_month",
        )
    elif end < start:
        yield case.not_met(
            f"{name} ends in month {end} and starts in month {start}",
            f"{path}.end_month",
            "correct the two months",
            related=(f"{path}.start_month",),
        )


RULE = Rule("RMP004", "ends-before-it-starts", lambda terms: asked(terms.work_in_order), check)
