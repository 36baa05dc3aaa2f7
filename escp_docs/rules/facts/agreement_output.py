"""When the agreement is due as a deliverable."""

from typing import Final

from msgspec import Struct

from escp_docs.model.spec import Spec

WORK: Final = "roadmap.work_packages"
OUTPUT: Final = "partnership_agreement"


class DueMonth(Struct, frozen=True):
    """The project month in which the agreement is due, and the path that says so."""

    month: int
    path: str


def due(spec: Spec) -> DueMonth | None:
    """Return when the first deliverable is due that carries the agreement; None while open."""
    found = [
        DueMonth(one.due_month, f"{WORK}[{index}].deliverables[{position}].due_month")
        for index, package in enumerate(spec.roadmap.work_packages or ())
        for position, one in enumerate(package.deliverables or ())
        if OUTPUT in (one.output or ()) and one.due_month is not None
    ]
    return min(found, key=lambda one: one.month, default=None)
