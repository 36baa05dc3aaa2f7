"""What kind of work the tasks of a roadmap are, and what they serve."""

from collections.abc import Iterator
from typing import Any

from escp_docs.finding import Outcome
from escp_docs.model.roadmap import WorkKind
from escp_docs.model.spec import Spec
from escp_docs.rule import Case

WORK = "roadmap.work_packages"

_Work = tuple[WorkKind | None, tuple[str, ...] | None, str]


def work_of(spec: Spec) -> Iterator[_Work]:
    """Yield kind and targets of each task, and the path of what it leaves open.

    The kind of a task is its own, else that of its work package. Tasks that are not listed yet are
    one task of which nothing is known.
    """
    if spec.roadmap.work_packages is None:
        yield None, None, WORK
    for index, package in enumerate(spec.roadmap.work_packages or ()):
        path = f"{WORK}[{index}]"
        if package.tasks is None:
            yield None, None, f"{path}.tasks"
        for position, task in enumerate(package.tasks or ()):
            kind = task.kind or package.kind
            missing = f"{path}.kind" if kind is None else f"{path}.tasks[{position}].targets"
            yield kind, task.targets, missing


def any_of(case: Case[Any], kind: WorkKind) -> Iterator[Outcome]:
    """Yield one answer, at the work packages: is any work package or task of that kind?"""
    packages = case.spec.roadmap.work_packages or ()
    kinds = [package.kind for package in packages]
    tasks = list(work_of(case.spec))
    if kind in kinds or kind in [one for one, _, _ in tasks]:
        yield case.met(f"the roadmap has work that is {kind}", WORK)
        return
    unsaid = [f"{WORK}[{index}].kind" for index, one in enumerate(kinds) if one is None]
    unsaid += [path for one, _, path in tasks if one is None]
    if unsaid:
        yield case.undecided(
            f"no work package or task is {kind} so far",
            f"Which work packages or tasks are {kind}?",
            unsaid[0],
            WORK,
        )
    else:
        yield case.not_met(
            f"no work package or task is {kind}",
            WORK,
            f"add a work package or task of the kind `{kind}`, or correct the kinds",
        )
