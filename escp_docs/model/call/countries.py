"""The sets of countries that a call knows, and which of them count as what."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from msgspec import field

from escp_docs.model.base import SpecModel
from escp_docs.model.call.country_sets import (
    COSME_COUNTRIES,
    MEMBER_STATES,
    OF_COSME,
    OF_UNION,
    NamedSet,
    SetRef,
    SetWords,
    set_words,
)
from escp_docs.model.country import CODES, canonical
from escp_docs.model.fact import Fact
from escp_docs.model.scalar import Country, Text

_FROM_OF_OLD: Final = (MEMBER_STATES, COSME_COUNTRIES)


class Countries(SpecModel):
    """The sets of countries that a call knows.

    `participating` are the sets whose countries take part: from them partners come, and none of
    them is a target. Where a call does not say, they are the Member States and the countries that
    participate in COSME.
    """

    member_states: Fact[tuple[Country, ...]]
    cosme_countries: Fact[tuple[Country, ...]] | None = None
    sets: dict[Text, NamedSet] = field(default_factory=dict)
    participating: Fact[tuple[SetRef, ...]] | None = None
    treated_as_member_state: Fact[tuple[Country, ...]] | None = None
    territories: Fact[dict[Text, Country]] | None = None
    territories_in_doubt: Fact[dict[Text, Country]] | None = None
    regions_inside: Fact[tuple[Text, ...]] | None = None
    regions_partly_inside: Fact[tuple[Text, ...]] | None = None

    # --- names of sets -----------------------------------------------------------------------

    @property
    def set_names(self) -> tuple[str, ...]:
        """The names of all sets, by which the rest of the call file speaks of them."""
        own = (COSME_COUNTRIES,) if self.cosme_countries is not None else ()
        return (MEMBER_STATES, *own, *self.sets)

    @property
    def participating_sets(self) -> tuple[str, ...]:
        """The names of the sets whose countries take part."""
        if self.participating is not None:
            return self.participating.value
        return tuple(name for name in _FROM_OF_OLD if name in self.set_names)

    @property
    def third_sets(self) -> tuple[str, ...]:
        """The names of the sets of third countries that take part."""
        return tuple(name for name in self.participating_sets if name != MEMBER_STATES)

    def words(self, name: str) -> SetWords:
        """Return how a set is spoken of."""
        if name in self.sets:
            return self.sets[name].words
        if name == COSME_COUNTRIES:
            return OF_COSME
        plain = name.replace("_", " ")
        return OF_UNION if name == MEMBER_STATES else set_words(plain, plain)

    # --- what lies where ---------------------------------------------------------------------

    def state_of(self, code: str) -> str:
        """Return the state that a country or territory counts as."""
        territories = self.territories.value if self.territories else {}
        return territories.get(canonical(code), canonical(code))

    def doubted_state_of(self, code: str) -> str | None:
        """Return the state that a territory may count as; None if the country is in no doubt."""
        return self.territories_in_doubt.value.get(code) if self.territories_in_doubt else None

    def belongs(self, code: str, name: str, day: date | None = None) -> bool | None:
        """Whether a partner established in a country counts for a set; None if that is in doubt.

        Args:
            code: The country or territory.
            name: The set; one that nobody declares has no country.
            day: The day on which it is to count; None if the call names no day.
        """
        found = self._belongs(self.state_of(code), name, day, ())
        doubted = self.doubted_state_of(code)
        if found is False and doubted is not None:
            as_state = self._belongs(self.state_of(doubted), name, day, ())
            return False if as_state is False else None
        return found

    def _belongs(
        self, state: str, name: str, day: date | None, around: tuple[str, ...]
    ) -> bool | None:
        if name == MEMBER_STATES:
            treated = self.treated_as_member_state
            return state in self.member_states.value or bool(treated and state in treated.value)
        if name == COSME_COUNTRIES:
            return self.cosme_countries is not None and state in self.cosme_countries.value
        if name not in self.sets or name in around:
            return False
        one, inner = self.sets[name], (*around, name)
        parts = (self._belongs(state, part, day, inner) for part in one.union_of)
        inside = any_of((one.lists(state, day), *parts))
        outside = any_of(self._belongs(state, part, day, inner) for part in one.without)
        if inside is False or outside is True:
            return False
        return None if None in (inside, outside) else True

    def belongs_to_any(
        self, code: str, names: Iterable[str], day: date | None = None
    ) -> bool | None:
        """Whether a partner there counts for one of several sets; None if that is in doubt."""
        return any_of(self.belongs(code, name, day) for name in names)

    def codes(self, name: str, day: date | None = None) -> Iterator[str]:
        """Yield the countries that belong to a set for certain, listed ones in their order."""
        listed = self._listed(name, ())
        for code in dict.fromkeys(self.state_of(one) for one in listed):
            if self._belongs(code, name, day, ()):
                yield code

    def _listed(self, name: str, around: tuple[str, ...]) -> Iterator[str]:
        if name == MEMBER_STATES:
            treated = self.treated_as_member_state
            yield from (*self.member_states.value, *(treated.value if treated else ()))
        elif name == COSME_COUNTRIES and self.cosme_countries is not None:
            yield from self.cosme_countries.value
        elif name in self.sets and name not in around:
            one = self.sets[name]
            yield from one.countries.value if one.countries else ()
            for part in one.union_of:
                yield from self._listed(part, (*around, name))

    # --- what counts as what -----------------------------------------------------------------

    def is_member_state(self, code: str) -> bool:
        """Whether a partner there counts as established in a Member State."""
        return self._belongs(self.state_of(code), MEMBER_STATES, None, ()) is True

    def is_participating_third_country(self, code: str) -> bool:
        """Whether the country is a third country that takes part for certain."""
        state = self.state_of(code)
        return any(self._belongs(state, name, None, ()) is True for name in self.third_sets)

    def is_eligible(self, code: str) -> bool:
        """Whether a partner established there can take part."""
        return self.is_member_state(code) or self.is_participating_third_country(code)

    def is_third_country(self, code: str) -> bool:
        """Whether the country can be a target: it neither is a Member State nor takes part."""
        state = self.state_of(code)
        return state not in self.member_states.value and not self.is_participating_third_country(
            code
        )


EVERYWHERE: Final = tuple(sorted(CODES))
"""The codes of all countries, in their order."""


def any_of(answers: Iterable[bool | None]) -> bool | None:
    """Return whether one of several is so; None if none is and one is in doubt."""
    found = tuple(answers)
    if True in found:
        return True
    return None if None in found else False
