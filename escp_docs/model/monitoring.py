"""`indicators` and `risks`: how the action is measured, and what may go wrong."""

from typing import Annotated, Literal

from pydantic import Field

from escp_docs.model.base import SpecModel, key
from escp_docs.model.scalar import (
    Declares,
    Flag,
    Identifier,
    Month,
    PartnerRef,
    Quantity,
    Text,
    WorkPackageRef,
)


class Interim(SpecModel):
    """A value to be reached on the way."""

    month: Month | None = key("Project month", "month of the interim value")
    value: Quantity | None = key("Value to be reached by then", "interim value")


class Indicator(SpecModel):
    """A figure that shows whether a goal is reached."""

    id: Annotated[Identifier, Declares("indicator")] = Field(description="Number of the indicator")
    name: Text | None = key("What is measured", "name of the indicator")
    unit: Text | None = key("Unit in which it is counted", "unit of the indicator")
    baseline: Quantity | None = key("Value at the start", "baseline")
    target: Quantity | None = key("Value to be reached", "target value")
    due_month: Month | None = key("Project month by which it is reached", "due month")
    after_project: Flag = key(
        "Measured after the end of the project; default false",
        default=False,
    )
    lead: PartnerRef | None = key("Partner that measures", "lead of the indicator")
    verification: Text | None = key("How one can see it", "means of verification")
    interim: tuple[Interim, ...] | None = key("Values on the way")


class Risk(SpecModel):
    """Something that may go wrong, and what is done about it."""

    id: Annotated[Identifier, Declares("risk")] = Field(description="Number of the risk")
    description: Text | None = key("What may happen", "description of the risk")
    likelihood: Literal["low", "medium", "high"] | None = key("How likely it is")
    impact: Literal["low", "medium", "high"] | None = key("How hard it would hit", "impact")
    mitigation: Text | None = key("What is done about it", "mitigation measures")
    work_packages: tuple[WorkPackageRef, ...] | None = key("Work packages that it touches")
