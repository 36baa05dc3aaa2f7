"""`strategy`: the joint internationalisation strategy."""

from typing import Annotated, Literal

from escp_docs.model.base import SpecModel
from escp_docs.model.scalar import (
    Day,
    Declares,
    Identifier,
    IndicatorRef,
    Prose,
    TargetRef,
    Text,
)

Output = Literal[
    "partnership_agreement",
    "internationalisation_strategy",
    "implementation_roadmap",
    "cooperation_activities",
    "business_partnerships",
    "monitoring",
    "none",
]


class Goal(SpecModel):
    """A common goal of the partnership."""

    id: Annotated[Identifier, Declares("goal")]
    title: Text | None = None
    description: Prose | None = None
    targets: tuple[TargetRef, ...] | None = None
    indicators: tuple[IndicatorRef, ...] | None = None


class ExistingOutput(SpecModel):
    """Something that the partnership builds on."""

    output: Output | None = None
    title: Text | None = None
    date: Day | None = None
    url: Text | None = None


class Strategy(SpecModel):
    """Vision, goals and what the partners have in common."""

    vision: Prose | None = None
    mission: Prose | None = None
    common_goals: tuple[Goal, ...] | None = None
    complementarities: Prose | None = None
    cross_sector_cooperation: Prose | None = None
    european_added_value: Prose | None = None
    target_groups: Prose | None = None
    methodology: Prose | None = None
    impact: Prose | None = None
    communication: Prose | None = None
    management: Prose | None = None
    existing: tuple[ExistingOutput, ...] | None = None
