"""The sets of countries that a call knows."""

from typing import Literal, TypeAlias

from escp_docs.model.base import SpecModel
from escp_docs.model.country import canonical
from escp_docs.model.fact import Fact
from escp_docs.model.scalar import Country, Text

CountrySet: TypeAlias = Literal["member_states", "cosme_countries"]


class Countries(SpecModel):
    """The sets of countries that a call knows."""

    member_states: Fact[tuple[Country, ...]]
    cosme_countries: Fact[tuple[Country, ...]]
    treated_as_member_state: Fact[tuple[Country, ...]] | None = None
    territories: Fact[dict[Text, Country]] | None = None
    territories_in_doubt: Fact[dict[Text, Country]] | None = None
    regions_inside: Fact[tuple[Text, ...]] | None = None
    regions_partly_inside: Fact[tuple[Text, ...]] | None = None

    def state_of(self, code: str) -> str:
        """Return the state that a country or territory counts as."""
        territories = self.territories.value if self.territories else {}
        return territories.get(canonical(code), canonical(code))

    def doubted_state_of(self, code: str) -> str | None:
        """Return the state that a territory may count as; None if the country is in no doubt."""
        return self.territories_in_doubt.value.get(code) if self.territories_in_doubt else None

    def is_member_state(self, code: str) -> bool:
        """Whether a partner there counts as established in a Member State."""
        treated = self.treated_as_member_state
        state = self.state_of(code)
        return state in self.member_states.value or bool(treated and state in treated.value)

    def is_cosme_country(self, code: str) -> bool:
        """Whether the country is a third country that participates in COSME."""
        return self.state_of(code) in self.cosme_countries.value

    def is_eligible(self, code: str) -> bool:
        """Whether a partner established there can take part."""
        return self.is_member_state(code) or self.is_cosme_country(code)

    def is_third_country(self, code: str) -> bool:
        """Whether the country can be a target: neither Member State nor COSME country."""
        state = self.state_of(code)
        return state not in self.member_states.value and not self.is_cosme_country(code)
