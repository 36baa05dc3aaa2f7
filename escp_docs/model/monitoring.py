"""`indicators` and `risks`: how the action is measured, and what may go wrong."""

from typing import Annotated, Literal

from escp_docs.model.base import SpecModel
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

    month: Month | None = None
    value: Quantity | None = None


class Indicator(SpecModel):
    """A figure that shows whether a goal is reached."""

    id: Annotated[Identifier, Declares("indicator")]
    name: Text | None = None
    unit: Text | None = None
    baseline: Quantity | None = None
    target: Quantity | None = None
    due_month: Month | None = None
    after_project: Flag = False
    lead: PartnerRef | None = None
    verification: Text | None = None
    interim: tuple[Interim, ...] | None = None


class Risk(SpecModel):
    """Something that may go wrong, and what is done about it."""

    id: Annotated[Identifier, Declares("risk")]
    description: Text | None = None
    likelihood: Literal["low", "medium", "high"] | None = None
    impact: Literal["low", "medium", "high"] | None = None
    mitigation: Text | None = None
    work_packages: tuple[WorkPackageRef, ...] | None = None
