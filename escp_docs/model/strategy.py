"""`strategy`: the joint internationalisation strategy."""

from typing import Annotated, Literal

from pydantic import Field

from escp_docs.model.base import SpecModel, key
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

    id: Annotated[Identifier, Declares("goal")] = Field(description="Short name of the goal")
    title: Text | None = key("The goal in a few words", "title of the goal")
    description: Prose | None = key("What is to be reached, and why together")
    targets: tuple[TargetRef, ...] | None = key(
        "Targets that the goal serves: codes or region names, as declared", "targets of the goal"
    )
    indicators: tuple[IndicatorRef, ...] | None = key("Indicators that measure the goal")


class ExistingOutput(SpecModel):
    """Something that the partnership builds on."""

    output: Output | None = key("Which output of the call it is")
    title: Text | None = key("Title of the existing document", "title of the existing document")
    date: Day | None = key("Date of the existing document")
    url: Text | None = key("Where it can be read", "address of the existing document")


class Strategy(SpecModel):
    """Vision, goals and what the partners have in common."""

    vision: Prose | None = key("The joint strategic vision")
    mission: Prose | None = key("The mission of the partnership")
    common_goals: tuple[Goal, ...] | None = key("Common goals towards specific third markets")
    complementarities: Prose | None = key("How the partners complement each other")
    cross_sector_cooperation: Prose | None = key(
        "Cooperation across related industries and sectoral boundaries"
    )
    european_added_value: Prose | None = key("Why this is done at European level")
    target_groups: Prose | None = key("Target groups and audience of the action (B.1.2)")
    methodology: Prose | None = key("Work methodology and tools (B.1.3)", "methodology and tools")
    impact: Prose | None = key("What changes for SMEs, clusters and markets")
    communication: Prose | None = key("How the action makes itself and its results known")
    management: Prose | None = key(
        "Management beyond what the agreement's governance says", "management structures"
    )
    existing: tuple[ExistingOutput, ...] | None = key("What the partnership builds on")
