"""How many different countries of a kind the legal entities of a consortium come from."""

from collections.abc import Callable
from dataclasses import dataclass

from escp_docs.model.call import Call
from escp_docs.model.entity import country_of, entities
from escp_docs.model.spec import Spec


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

    A territory counts as its state.
    """
    known: set[str] = set()
    open_paths: list[str] = []
    for entity in entities(spec.partners):
        country = country_of(spec.partners, entity)
        if country is None:
            open_paths.append(f"consortium.partners[{entity[0]}].country")
        elif counts(country):
            known.add(call.countries.state_of(country))
    return Range(tuple(sorted(known)), tuple(open_paths))
