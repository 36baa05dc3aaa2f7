"""Conditions that a call states in its own words: of composition, content, declarations."""

from typing import Annotated, Final, Literal, TypeAlias

from msgspec import field

from escp_docs.model.base import SpecModel
from escp_docs.model.call.country_sets import SetRef
from escp_docs.model.fact import Fact
from escp_docs.model.scalar import Count, Declares, Flag, Identifier, Month, Refers, Text, refusal

KIND: Final = "kind of organisation"
KindRef = Annotated[Text, Refers(KIND)]

Counted: TypeAlias = Literal["entities", "countries", "regions"]
Role: TypeAlias = Literal[
    "partner", "coordinator", "affiliated", "associated", "funded", "unfunded"
]
Size: TypeAlias = Literal["micro", "small", "medium", "mid_cap", "large"]
RegionClass: TypeAlias = Literal["less_developed", "in_transition", "more_developed"]


class Counting(SpecModel):
    """At least, at most or exactly so many entities, countries or regions of those that ...

    What is not written limits nothing: without `roles`, all partners count; without `in`, wherever
    they are established. Entities that are not independent of each other count once if
    `independent` is true.
    """

    at_least: Count | None = None
    at_most: Count | None = None
    exactly: Count | None = None
    count: Counted = "entities"
    roles: tuple[Role, ...] = ("partner",)
    inside: tuple[SetRef, ...] = field(default=(), name="in")
    outside: tuple[SetRef, ...] = ()
    kinds: tuple[KindRef, ...] = ()
    sizes: tuple[Size, ...] = ()
    regions: tuple[Text, ...] = ()
    region_classes: tuple[RegionClass, ...] = ()
    independent: Flag = False

    @property
    def bounds(self) -> tuple[int, int | None]:
        """The least number and the greatest, which is None if there is none."""
        if self.exactly is not None:
            return self.exactly, self.exactly
        return self.at_least or 0, self.at_most

    @property
    def is_counting(self) -> bool:
        """Whether a number is asked for at all."""
        return any(one is not None for one in (self.at_least, self.at_most, self.exactly))


class Branch(Counting):
    """A part of a condition: a number, or numbers that hold all together, or one of them."""

    all_of: tuple[Counting, ...] = ()
    any_of: tuple[Counting, ...] = ()


class Topics(SpecModel):
    """Which topic is the main one, and how many others are chosen."""

    main_of: tuple[Text, ...]
    others_of: tuple[Text, ...] = ()
    least_others: Count = 0
    most_others: Count | None = None


class PlannedItems(SpecModel):
    """Something that the roadmap or the indicators have to hold, found by words in its title."""

    what: Literal["work_packages", "tasks", "deliverables", "milestones", "indicators"]
    words: tuple[Text, ...]
    at_least: Count = 1
    by_month: Month | None = None


class Demand(Counting):
    """What a condition demands, in one of its forms."""

    all_of: tuple[Branch, ...] = ()
    any_of: tuple[Branch, ...] = ()
    topics: Topics | None = None
    planned: PlannedItems | None = None
    declared: Text | None = None

    def hold_together(self) -> None:
        """Object to a demand of no form, or of several."""
        forms = {
            "a number": self.is_counting,
            "all_of": bool(self.all_of),
            "any_of": bool(self.any_of),
            "topics": self.topics is not None,
            "planned": self.planned is not None,
            "declared": self.declared is not None,
        }
        stated = [name for name, is_there in forms.items() if is_there]
        if len(stated) != 1:
            raise refusal(
                f"states {' and '.join(stated)}" if stated else "demands nothing",
                "write one of: at_least, at_most or exactly; all_of; any_of; topics; planned; "
                "declared",
            )


class Condition(Fact[Demand]):
    """A condition of the call with an id of its own, by which outcomes name it."""

    id: Annotated[Identifier, Declares("condition")]
