"""Topics and plans made up to meet a condition of a call, or to fail it."""

from collections.abc import Iterator, Sequence
from typing import Any

from escp_docs.model.action import Action
from escp_docs.model.call.conditions import Demand
from escp_docs.model.monitoring import Indicator
from escp_docs.model.roadmap import Deliverable, Milestone, Roadmap, Task, WorkPackage
from escp_docs.model.spec import Spec


def with_topics(empty: Spec, demand: Demand) -> Iterator[tuple[str, Spec]]:
    """Yield specs with topics of a demand, and with others, each in words."""
    topics = demand.topics
    assert topics is not None
    for main in (*topics.main_of[:1], "none of these"):
        others = [one for one in topics.others_of if one != main]
        pool = others or [f"topic {number}" for number in range(1, topics.least_others + 2)]
        for number in range(len(pool) + 1):
            chosen = tuple(pool[:number])
            project = Action(acronym="X", main_topic=main, topics=chosen)
            words = f"main topic {main}; others: {', '.join(chosen) or 'none'}"
            yield words, empty.updated({"project": project})


def with_plan(empty: Spec, demand: Demand) -> Iterator[tuple[str, Spec]]:
    """Yield specs without what a demand wants planned, and with it, each in words."""
    plan = demand.planned
    assert plan is not None
    due = plan.by_month or 1
    entries = [
        {"id": f"X{number}", "title": plan.words[0], "name": plan.words[0], "due_month": due,
         "end_month": due}
        for number in range(plan.at_least)
    ]  # fmt: skip
    for some in ([], entries):
        words = f"{len(some)} {plan.what.replace('_', ' ')} named {plan.words[0]!r}"
        yield words, empty.updated(_planned(plan.what, some))


def _planned(what: str, entries: Sequence[dict[str, Any]]) -> dict[str, Any]:
    kind, keys = {
        "work_packages": (WorkPackage, ("id", "title", "end_month")),
        "tasks": (Task, ("id", "title", "end_month")),
        "deliverables": (Deliverable, ("id", "title", "due_month")),
        "milestones": (Milestone, ("id", "title", "due_month")),
        "indicators": (Indicator, ("id", "name", "due_month")),
    }[what]
    some = tuple(kind(**{key: one[key] for key in keys}) for one in entries)
    if what == "indicators":
        return {"indicators": some}
    if what == "work_packages":
        return {"roadmap": Roadmap(work_packages=some)}
    lists: dict[str, Any] = dict.fromkeys(("tasks", "deliverables", "milestones"), ())
    package = WorkPackage(id="W", **lists | {what: some})
    return {"roadmap": Roadmap(work_packages=(package,))}
