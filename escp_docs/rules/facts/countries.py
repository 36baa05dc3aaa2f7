"""How many different countries of a kind the legal entities of a consortium come from."""

from collections.abc import Callable

from msgspec import Struct

from escp_docs.language.rule_words import country_name
from escp_docs.model.call import Call
from escp_docs.model.spec import Spec
from escp_docs.rules.facts.legal_entities import linked

PARTNERS = "consortium.partners"


class Range(Struct, frozen=True):
    """What is known of a number while facts are open: the countries, and how many it can reach.

    `open_paths` are the keys of countries that are not stated, one per legal entity. `doubted` are
    states that territories may count as, each with the key that states the territory.
    """

    known: tuple[str, ...]
    open_paths: tuple[str, ...]
    doubted: tuple[tuple[str, str], ...] = ()

    @property
    def least(self) -> int:
        """The number if no open entity brings another country."""
        return len(self.known)

    @property
    def most(self) -> int:
        """The number if each open entity brings another country, and all territories count."""
        return len({*self.known, *(state for state, _ in self.doubted)}) + len(self.open_paths)

    @property
    def question(self) -> tuple[str, str]:
        """What to ask while the number is open, and the key that it is about."""
        if self.open_paths:
            return "In which country is the partner established?", self.open_paths[0]
        state, path = next(one for one in self.doubted if one[0] not in self.known)
        return f"Does a partner there count as established in {country_name(state)}?", path


def counted(spec: Spec, call: Call, counts: Callable[[str], bool | None]) -> Range:
    """Return the different countries of the legal entities for which `counts` holds.

    `counts` is None for a country of which that is in doubt.

    A territory counts as its state. An entity is established in one country: if its entries state
    several, it counts for the first of them in the alphabet that counts at all. A territory in
    doubt may count as its state.
    """
    known: set[str] = set()
    open_paths: list[str] = []
    doubted: list[tuple[str, str]] = []
    for entity in linked(spec.partners, call.countries.state_of):
        stated = [country for one in entity if (country := spec.partners[one].country)]
        if not stated:
            open_paths.append(f"{PARTNERS}[{entity[0]}].country")
        states = sorted(call.countries.state_of(one) for one in stated if counts(one))[:1]
        known.update(states)
        for one in entity if not states else ():
            country = spec.partners[one].country
            if country is not None and counts(country) is None:
                state = call.countries.doubted_state_of(country) or call.countries.state_of(country)
                doubted.append((state, f"{PARTNERS}[{one}].country"))
    return Range(tuple(sorted(known)), tuple(open_paths), tuple(doubted))
