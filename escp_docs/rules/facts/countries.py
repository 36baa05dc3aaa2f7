"""How many different countries of a kind the legal entities of a consortium come from."""

from collections.abc import Callable
from dataclasses import dataclass

from escp_docs.model.call import Call, Countries
from escp_docs.model.spec import Spec
from escp_docs.rules.facts.legal_entities import linked


@dataclass(frozen=True, slots=True)
class Range:
    """What is known of a number while facts are open: the countries, and how many it can reach.

    `open_paths` are the keys of countries that are not stated, one per legal entity.
    """

    known: tuple[str, ...]
    open_paths: tuple[str, ...]

    @property
    def least(self) -> int:
        """The number if no open entity brings another country."""
        return len(self.known)

    @property
    def most(self) -> int:
        """The number if each open entity brings another country."""
        return len(self.known) + len(self.open_paths)


def counted(spec: Spec, call: Call, counts: Callable[[str], bool]) -> Range:
    """Return the different countries of the legal entities for which `counts` holds.

    A territory counts as its state. An entity is established in one country: if its entries state
    several, it counts for the first of them in the alphabet that counts at all.
    """
    known: set[str] = set()
    open_paths: list[str] = []
    for entity in linked(spec.partners):
        stated = [country for one in entity if (country := spec.partners[one].country)]
        if not stated:
            open_paths.append(f"consortium.partners[{entity[0]}].country")
        known.update(sorted(call.countries.state_of(one) for one in stated if counts(one))[:1])
    return Range(tuple(sorted(known)), tuple(open_paths))


def admitted(countries: Countries, sets: tuple[str, ...], code: str) -> bool:
    """Whether a country lies in one of the named sets of countries of the call."""
    return ("member_states" in sets and countries.is_member_state(code)) or (
        "cosme_countries" in sets and countries.is_cosme_country(code)
    )
