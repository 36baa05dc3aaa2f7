"""The work plan as templates see it: months with their dates, and tasks by target."""

from collections.abc import Iterator

from escp_docs.compose.values.view import ListView, Missing, PartView, plain
from escp_docs.language.language import Language
from escp_docs.model.project_months import first_day, last_day
from escp_docs.model.roadmap import Task
from escp_docs.model.spec import Spec


def month_begins(spec: Spec, month: object, language: Language) -> str:
    """Return the calendar month in which a project month begins; nothing if it is not known."""
    number, start = plain(month), spec.project.start_date
    day = first_day(start, number) if isinstance(number, int) and start else None
    return language.month(day) if day else ""


def month_ends(spec: Spec, month: object, language: Language) -> str:
    """Return the calendar month in which a project month ends; nothing if it is not known."""
    number, start = plain(month), spec.project.start_date
    return language.month(last_day(start, number)) if isinstance(number, int) and start else ""


def deliverables_of(packages: object, partner: object, language: Language) -> ListView:
    """Return the deliverables that a partner leads, in the order of the spec."""
    found = [
        one
        for package in (packages if isinstance(packages, ListView) else ())
        if isinstance(package, PartView) and isinstance(package["deliverables"], ListView)
        for one in package["deliverables"]
        if isinstance(one, PartView) and one["lead"] == partner
    ]
    return ListView(tuple(found), language)


def work(packages: object, target: PartView, language: Language, *, alone: bool) -> ListView:
    """Return the tasks that name a target, each with its work package and kind of work.

    Args:
        packages: The work packages.
        target: The target.
        language: That of the document.
        alone: Whether tasks that name other targets besides are left out.
    """
    code = str(target["code"])
    found = [
        one
        for one, task in _tasks(packages)
        if code in (task.targets or ()) and not (alone and len(task.targets or ()) > 1)
    ]
    return ListView(tuple(found), language)


def shared_work(packages: object, targets: object, language: Language) -> ListView:
    """Return the tasks that name several targets, each with `served`: which of them it names."""
    codes = [
        str(one["code"])
        for one in (targets if isinstance(targets, ListView) else ())
        if isinstance(one, PartView)
    ]
    found = [
        one.beside(served=[code in (task.targets or ()) for code in codes])
        for one, task in _tasks(packages)
        if len(task.targets or ()) > 1
    ]
    return ListView(tuple(found), language)


def _tasks(packages: object) -> Iterator[tuple[PartView, Task]]:
    for package in packages if isinstance(packages, ListView) else ():
        assert isinstance(package, PartView)
        tasks = package["tasks"]
        for task in tasks if isinstance(tasks, ListView) else ():
            assert isinstance(task, PartView)
            if isinstance(task.plain, Task):
                own = package["kind"] if isinstance(task["kind"], Missing) else task["kind"]
                yield task.beside(work_package=package, kind_of_work=own), task.plain
