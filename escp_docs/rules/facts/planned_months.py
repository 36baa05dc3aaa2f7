"""Everything that a spec plans for a month of the project."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from escp_docs.model.monitoring import Indicator
from escp_docs.model.roadmap import WorkPackage

WORK: Final = "roadmap.work_packages"
INDICATORS: Final = "indicators"


class Planned(Struct, frozen=True):
    """Something planned for a project month: None if the month is not stated.

    `verb` says what it does in that month, as in "T1.1 ends"; `asked` is the same in a question.
    """

    name: str
    verb: str
    asked: str
    month: int | None
    path: str
    is_task: bool = False


def of_work(package: WorkPackage, path: str) -> Iterator[tuple[Planned, ...]]:
    """Yield what each entry of a work package at `path` is planned for, its own span first."""
    yield _span(package.id, package.start_month, package.end_month, path)
    for index, task in enumerate(package.tasks or ()):
        place = f"{path}.tasks[{index}]"
        yield _span(task.id, task.start_month, task.end_month, place, is_task=True)
    for index, output in enumerate(package.deliverables or ()):
        yield (_due(output.id, output.due_month, f"{path}.deliverables[{index}]"),)
    for index, point in enumerate(package.milestones or ()):
        yield (_due(point.id, point.due_month, f"{path}.milestones[{index}]"),)


def of_indicators(indicators: Sequence[Indicator]) -> Iterator[Planned]:
    """Yield the months of indicators and interim values; not of those measured after the end."""
    for index, one in enumerate(indicators):
        if one.after_project:
            continue
        path = f"{INDICATORS}[{index}]"
        yield _due(one.id, one.due_month, path)
        for number, value in enumerate(one.interim or ()):
            place = f"{path}.interim[{number}].month"
            asked = f"is interim value {number + 1} of {one.id} reached"
            yield Planned(one.id, "has an interim value", asked, value.month, place)


def _span(
    name: str, start: int | None, end: int | None, path: str, *, is_task: bool = False
) -> tuple[Planned, ...]:
    return (
        Planned(name, "starts", f"does {name} start", start, f"{path}.start_month", is_task),
        Planned(name, "ends", f"does {name} end", end, f"{path}.end_month", is_task),
    )


def _due(name: str, month: int | None, path: str) -> Planned:
    return Planned(name, "is due", f"is {name} due", month, f"{path}.due_month")
