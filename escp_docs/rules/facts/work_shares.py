"""Who does the work of a roadmap."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from escp_docs.model.costs.replaced import announced
from escp_docs.model.roadmap import WorkPackage
from escp_docs.model.schema import below
from escp_docs.model.spec import Spec

WORK = "roadmap.work_packages"


class Workers(Struct, frozen=True):
    """The partners that lead or take part in anything, and the path of what may name others.

    `open_efforts` are the paths of person-months that are not stated yet, by partner.
    """

    known: frozenset[str]
    open_path: str | None
    open_efforts: Mapping[str, str]


def workers(spec: Spec) -> Workers:
    """Return who leads or takes part in a work package, task, deliverable or milestone.

    Person-months are part in a work package.
    """
    known: set[str] = set()
    unsaid: list[str] = []
    if spec.roadmap.work_packages is None:
        unsaid.append(WORK)
    for index, package in enumerate(spec.roadmap.work_packages or ()):
        for path, named in _named(package, f"{WORK}[{index}]"):
            if named is None:
                unsaid.append(path)
            else:
                known.update(named)
    efforts = {
        partner: below(f"{WORK}[{index}].effort", partner)
        for index, package in enumerate(spec.roadmap.work_packages or ())
        for partner in announced(spec, package)
    }
    return Workers(frozenset(known), unsaid[0] if unsaid else None, efforts)


def _named(package: WorkPackage, path: str) -> Iterator[tuple[str, tuple[str, ...] | None]]:
    """Yield each key that names partners, with those that it names; None if it is absent."""
    yield f"{path}.lead", _one(package.lead)
    yield f"{path}.effort", _with_months(package.effort)
    for name in ("tasks", "deliverables", "milestones"):
        if getattr(package, name) is None:
            yield f"{path}.{name}", None
    for index, task in enumerate(package.tasks or ()):
        yield f"{path}.tasks[{index}].lead", _one(task.lead)
        yield f"{path}.tasks[{index}].partners", task.partners
    for index, output in enumerate(package.deliverables or ()):
        yield f"{path}.deliverables[{index}].lead", _one(output.lead)
    for index, point in enumerate(package.milestones or ()):
        yield f"{path}.milestones[{index}].lead", _one(point.lead)


def _one(name: str | None) -> tuple[str, ...] | None:
    return None if name is None else (name,)


def _with_months(effort: dict[str, Decimal] | None) -> tuple[str, ...] | None:
    return None if effort is None else tuple(name for name, months in effort.items() if months)
