"""`target_countries`: the third countries and world regions where the partnership goes."""

from typing import Annotated, Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from escp_docs.model.base import SpecModel, key
from escp_docs.model.scalar import Country, Declares, PartnerRef, Prose, Text


class InternationalPartner(SpecModel):
    """An organisation in a target with which the partnership cooperates."""

    name: Text | None = key(
        "Name of the international partner", "name of the international partner"
    )
    kind: Text | None = key("What it is: cluster, chamber, agency, ...", "kind of organisation")
    country: Country | None = key("Country of the international partner")
    lead: PartnerRef | None = key("Partner that keeps the relation", "lead partner")
    status: Literal["contacted", "letter_of_intent", "memorandum"] | None = key(
        "How far the relation has come", "status of the relation"
    )


class Target(SpecModel):
    """A third country, or a world region with its countries."""

    country: Annotated[Country, Declares("target")] | None = key(
        "Target country; exactly one of country and region"
    )
    region: Annotated[Text, Declares("target")] | None = key(
        "Target region; exactly one of country and region"
    )
    countries: tuple[Country, ...] | None = key("Countries of the region")
    lead: PartnerRef | None = key("Partner that leads the work on this target", "lead partner")
    rationale: Prose | None = key("Why this target", "reasons for the choice")
    market: Prose | None = key("The market there")
    barriers: Prose | None = key("Barriers, and how they are met")
    international_partners: tuple[InternationalPartner, ...] | None = key(
        "Organisations in the target that cooperate"
    )
    business_partnerships: Prose | None = key(
        "How partnerships between European SMEs and local firms are initiated"
    )

    @model_validator(mode="after")
    def _one_name(self) -> Self:
        is_open = self.region is None and "region" in self.model_fields_set  # `region: TBD`
        if (self.country is None) == (self.region is None) and not is_open:
            both = self.country is not None
            raise PydanticCustomError(
                "value",
                "{fact}",
                {
                    "fact": "names both a country and a region"
                    if both
                    else "names neither a country nor a region",
                    "fix": "state exactly one of country and region",
                },
            )
        return self

    @property
    def name(self) -> str:
        """The code or the region's name, by which the rest of the spec names the target."""
        return self.country or self.region or ""
