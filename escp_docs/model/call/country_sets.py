"""Sets of countries that a call declares, with the words that they are printed in."""

from datetime import date
from typing import Annotated, Final

from msgspec import Struct

from escp_docs.model.base import SpecModel
from escp_docs.model.fact import Fact
from escp_docs.model.scalar import Country, Day, Refers, Text, refusal

MEMBER_STATES: Final = "member_states"
COSME_COUNTRIES: Final = "cosme_countries"
SET: Final = "set of countries"
SetRef = Annotated[Text, Refers(SET)]


class SetWords(Struct, frozen=True):
    """How a set of countries is spoken of.

    Attributes:
        one: A country of it, without an article: "Member State".
        many: Its countries: "Member States".
        belongs: What a country of it does: "is a Member State", "participates in COSME".
        stays_out: What a country outside does: "does not participate in COSME".
        beyond: What lies on this side of the third countries: "COSME".
    """

    one: str
    many: str
    belongs: str
    stays_out: str
    beyond: str


def set_words(one: str, many: str) -> SetWords:
    """Return how a set is spoken of whose countries are called `one` and `many`."""
    return SetWords(one, many, f"is {with_article(one)}", f"is no {one}", f"the {many}")


def with_article(noun: str) -> str:
    """Return a noun phrase behind "a" or "an", as it sounds: "a European", "an EU country"."""
    sounds_like_you = noun.startswith(("Eu", "eu", "Un", "un", "US ", "UK "))
    is_vowel = noun[:1].casefold() in "aeiou" and not sounds_like_you
    return f"{'an' if is_vowel else 'a'} {noun}"


OF_UNION: Final = set_words("Member State", "Member States")
OF_COSME: Final = SetWords(
    "COSME participating country",
    "COSME participating countries",
    "participates in COSME",
    "does not participate in COSME",
    "COSME",
)


class NamedSet(SpecModel):
    """A set of countries: listed with the day of the list, or made of other sets.

    `since` are the days from which countries of the list count; `in_doubt` those of which the texts
    do not say for certain whether they belong to it.
    """

    one: Text
    many: Text
    as_at: Day | None = None
    countries: Fact[tuple[Country, ...]] | None = None
    since: Fact[dict[Country, Day]] | None = None
    in_doubt: Fact[tuple[Country, ...]] | None = None
    union_of: tuple[SetRef, ...] = ()
    without: tuple[SetRef, ...] = ()

    @property
    def words(self) -> SetWords:
        """How it is spoken of."""
        return set_words(self.one, self.many)

    def hold_together(self) -> None:
        """Object to a set of nothing, and to a list without the day on which it counts."""
        if self.countries is None and self.in_doubt is None and not self.union_of:
            raise refusal(
                "has neither countries nor a union", "add `countries: ...` or `union_of: [...]`"
            )
        if self.as_at is None and (self.countries is not None or self.in_doubt is not None):
            raise refusal(
                "lists countries without the day of the list",
                "add `as_at: ...`, the day on which the source says so",
            )

    def lists(self, state: str, day: date | None) -> bool | None:
        """Whether the set's own list has a state on a day; None if that is in doubt."""
        if self.in_doubt is not None and state in self.in_doubt.value:
            return None
        if self.countries is None or state not in self.countries.value:
            return False
        first = self.since.value.get(state) if self.since else None
        if first is None:
            return True
        return None if day is None else day >= first
