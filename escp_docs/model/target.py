"""`target_countries`: the third countries and world regions where the partnership goes."""

from typing import Annotated, Final, Literal

from escp_docs.language.rule_words import country_name, country_names
from escp_docs.model.base import SpecModel
from escp_docs.model.scalar import Country, Declares, PartnerRef, Prose, Text, refusal

_UNNAMED: Final = "the target that is not named yet"


class InternationalPartner(SpecModel):
    """An organisation in a target with which the partnership cooperates."""

    name: Text | None = None
    kind: Text | None = None
    country: Country | None = None
    lead: PartnerRef | None = None
    status: Literal["contacted", "letter_of_intent", "memorandum"] | None = None


class Target(SpecModel):
    """A third country, or a world region with its countries."""

    country: Annotated[Country, Declares("target")] | None = None
    region: Annotated[Text, Declares("target")] | None = None
    countries: tuple[Country, ...] | None = None
    lead: PartnerRef | None = None
    rationale: Prose | None = None
    market: Prose | None = None
    barriers: Prose | None = None
    international_partners: tuple[InternationalPartner, ...] | None = None
    business_partnerships: Prose | None = None

    def hold_together(self) -> None:
        """Object to a target of two names, or of none."""
        is_open = self.region is None and "region" in self.stated  # `region: TBD`
        if (self.country is None) == (self.region is None) and not is_open:
            both = self.country is not None
            raise refusal(
                "names both a country and a region"
                if both
                else "names neither a country nor a region",
                "state exactly one of country and region",
            )

    @property
    def name(self) -> str:
        """The code or the region's name, by which the rest of the spec names the target."""
        return self.country or self.region or ""

    @property
    def listed_name(self) -> str:
        """The name as a list in a message has it: "Netherlands"."""
        return country_names([self.country]) if self.country else self.name

    @property
    def shown(self) -> str:
        """The name in a sentence, "the Netherlands", also of a target that is not chosen yet."""
        return country_name(self.country) if self.country else self.region or _UNNAMED
