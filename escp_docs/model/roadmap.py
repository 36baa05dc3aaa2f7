"""`roadmap`: work packages, and what comes after the project."""

from typing import Annotated, Literal, get_args

from escp_docs.model.base import SpecModel, part
from escp_docs.model.reading import InJson, ReadsFirst
from escp_docs.model.scalar import (
    Count,
    Declares,
    Identifier,
    Month,
    PartnerRef,
    Prose,
    Quantity,
    TargetRef,
    Text,
    WorkPackageRef,
)
from escp_docs.model.strategy import Output

WorkKind = Literal["management", "preparatory", "implementation", "communication"]


class Task(SpecModel):
    """A task of a work package."""

    id: Annotated[Identifier, Declares("task")]
    title: Text | None = None
    description: Text | None = None
    kind: WorkKind | None = None
    lead: PartnerRef | None = None
    partners: tuple[PartnerRef, ...] | None = None
    start_month: Month | None = None
    end_month: Month | None = None
    targets: tuple[TargetRef, ...] | None = None


def _one_or_many(value: object) -> object:
    return (value,) if isinstance(value, str) else value


_OUTPUT = {"enum": list(get_args(Output))}
Outputs = Annotated[
    tuple[Output, ...],
    ReadsFirst(_one_or_many),
    InJson({"anyOf": [_OUTPUT, {"type": "array", "items": _OUTPUT}]}),
]


class Deliverable(SpecModel):
    """A distinct output of the action."""

    id: Annotated[Identifier, Declares("deliverable")]
    title: Text | None = None
    kind: Literal["report", "website_video", "other"] | None = None
    output: Outputs | None = None
    dissemination: Literal["public", "confidential"] | None = None
    lead: PartnerRef | None = None
    due_month: Month | None = None


class Milestone(SpecModel):
    """A control point that helps to chart progress."""

    id: Annotated[Identifier, Declares("milestone")]
    title: Text | None = None
    lead: PartnerRef | None = None
    due_month: Month | None = None
    description: Text | None = None
    verification: Text | None = None


class WorkPackage(SpecModel):
    """A major sub-division of the action."""

    id: Annotated[Identifier, Declares("work package")]
    title: Text | None = None
    kind: WorkKind | None = None
    lead: PartnerRef | None = None
    start_month: Month | None = None
    end_month: Month | None = None
    objectives: Prose | None = None
    tasks: tuple[Task, ...] | None = None
    deliverables: tuple[Deliverable, ...] | None = None
    milestones: tuple[Milestone, ...] | None = None
    effort: dict[PartnerRef, Quantity] | None = None
    builds_on: tuple[WorkPackageRef, ...] = ()


class Step(SpecModel):
    """Something done after the end of the project."""

    year_after_project: Count | None = None
    action: Text | None = None
    lead: PartnerRef | None = None


class LongTerm(SpecModel):
    """The long-term cooperation agenda."""

    horizon_years: Quantity | None = None
    agenda: Prose | None = None
    sustainability: Prose | None = None
    steps: tuple[Step, ...] | None = None


class Roadmap(SpecModel):
    """The roadmap for implementation."""

    work_packages: tuple[WorkPackage, ...] | None = None
    long_term: LongTerm = part(LongTerm)
