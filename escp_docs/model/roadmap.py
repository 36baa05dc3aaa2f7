"""`roadmap`: work packages, and what comes after the project."""

from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator, Field, WithJsonSchema

from escp_docs.model.base import SpecModel, key, part
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
)
from escp_docs.model.strategy import Output

WorkKind = Literal["management", "preparatory", "implementation", "communication"]


class Task(SpecModel):
    """A task of a work package."""

    id: Annotated[Identifier, Declares("task")] = Field(description="Number of the task")
    title: Text | None = key("Title of the task", "title of the task")
    description: Text | None = key("What is done", "description of the task")
    kind: WorkKind | None = key("Kind of work, if it differs from the work package's")
    lead: PartnerRef | None = key("Partner that leads the task", "lead of the task")
    partners: tuple[PartnerRef, ...] | None = key("Other partners that take part")
    start_month: Month | None = key("First project month", "start month")
    end_month: Month | None = key("Last project month", "end month")
    targets: tuple[TargetRef, ...] | None = key("Targets that the task serves")


def _one_or_many(value: object) -> object:
    return (value,) if isinstance(value, str) else value


_OUTPUT = {"enum": list(get_args(Output))}
Outputs = Annotated[
    tuple[Output, ...],
    BeforeValidator(_one_or_many),
    WithJsonSchema({"anyOf": [_OUTPUT, {"type": "array", "items": _OUTPUT}]}),
]


class Deliverable(SpecModel):
    """A distinct output of the action."""

    id: Annotated[Identifier, Declares("deliverable")] = Field(
        description="Number of the deliverable"
    )
    title: Text | None = key("Title of the deliverable", "title of the deliverable")
    kind: Literal["report", "website_video", "other"] | None = key(
        "Type of the deliverable: R, DEC, Other", "type of the deliverable"
    )
    output: Outputs | None = key(
        "Which output of the call the deliverable carries: one or a list", "output it carries"
    )
    dissemination: Literal["public", "confidential"] | None = key(
        "Dissemination level: PU, CO", "dissemination level"
    )
    lead: PartnerRef | None = key("Partner that delivers", "lead of the deliverable")
    due_month: Month | None = key("Project month in which it is due", "due month")


class Milestone(SpecModel):
    """A control point that helps to chart progress."""

    id: Annotated[Identifier, Declares("milestone")] = Field(description="Number of the milestone")
    title: Text | None = key("Title of the milestone", "title of the milestone")
    lead: PartnerRef | None = key("Partner that answers for it", "lead of the milestone")
    due_month: Month | None = key("Project month in which it is due", "due month")
    description: Text | None = key("What is reached", "description of the milestone")
    verification: Text | None = key("How one can see that it is reached", "means of verification")


class WorkPackage(SpecModel):
    """A major sub-division of the action."""

    id: Annotated[Identifier, Declares("work package")] = Field(
        description="Number of the work package"
    )
    title: Text | None = key("Title of the work package", "title of the work package")
    kind: WorkKind | None = key("Kind of work", "kind of work")
    lead: PartnerRef | None = key("Partner that leads", "lead of the work package")
    start_month: Month | None = key("First project month", "start month")
    end_month: Month | None = key("Last project month", "end month")
    objectives: Prose | None = key("What the work package is for", "objectives")
    tasks: tuple[Task, ...] | None = key("Tasks")
    deliverables: tuple[Deliverable, ...] | None = key("Deliverables")
    milestones: tuple[Milestone, ...] | None = key("Milestones")
    effort: dict[PartnerRef, Quantity] | None = key("Person-months of each partner", "effort")


class Step(SpecModel):
    """Something done after the end of the project."""

    year_after_project: Count | None = key("Year after the end", "year after the project")
    action: Text | None = key("What is done", "step after the project")
    lead: PartnerRef | None = key("Partner that leads", "lead of the step")


class LongTerm(SpecModel):
    """The long-term cooperation agenda."""

    horizon_years: Quantity | None = key(
        "Years after the end of the project that the agenda looks ahead", "horizon in years"
    )
    agenda: Prose | None = key("The long-term cooperation agenda", "long-term cooperation agenda")
    sustainability: Prose | None = key("How the partnership lives on without the grant")
    steps: tuple[Step, ...] | None = key("Steps after the project")


class Roadmap(SpecModel):
    """The roadmap for implementation."""

    work_packages: tuple[WorkPackage, ...] | None = key("Work packages")
    long_term: LongTerm = part("After the project", LongTerm)
