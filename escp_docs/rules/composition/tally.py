"""How many entities, countries or regions there are, while some facts are open."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from escp_docs.model.call.conditions import Counting
from escp_docs.model.folding import joined
from escp_docs.rules.composition.setting import Question, Setting
from escp_docs.rules.composition.takers import (
    ListedTaker,
    Taker,
    open_lists,
    possible_countries,
    takers,
)


class Tally(Struct, frozen=True):
    """The least number that there can be, and the greatest; None for no bound.

    `names` are what surely counts, `question` what would narrow it, `paths` the entries that
    surely count.
    """

    least: int
    most: int | None
    names: tuple[str, ...]
    question: Question | None
    paths: tuple[str, ...]


def tally(setting: Setting, counting: Counting) -> Tally:
    """Return how many there are of what a condition counts."""
    found = [one for one in takers(setting, counting) if one.counts is not False]
    sure = [one for one in found if one.counts]
    questions = (one.question for one in found if not one.counts)
    endless = next(open_lists(setting, counting), None)
    match counting.count:
        case "entities":
            least, most, further = _entities(sure, found, independent=counting.independent)
            names = tuple(one.entries[0].name for one in sure)
        case "countries":
            place = _Places(lambda entry: _state(setting, entry), "country", _ask_country)
            least, most, further, names = place.counted(sure, found, _universe(setting, counting))
        case "regions":
            place = _Places(_region, "region", _ask_region)
            least, most, further, names = place.counted(sure, found, None)
    question = next((one for one in questions if one), None) or further or endless
    paths = tuple(entry.path for one in sure for entry in one.counting)
    return Tally(least, None if endless else most, names, question, paths)


# --- entities --------------------------------------------------------------------------------


def _entities(
    sure: Sequence[Taker], found: Sequence[Taker], *, independent: bool
) -> tuple[int, int, Question | None]:
    if not independent:
        return len(sure), len(found), None
    unsaid = [one for one in found if _controllers(one) is None]
    known = [one for one in sure if _controllers(one) is not None]
    # One that does not say who controls it may hang on any of the others.
    least = _groups(known) or min(len(sure), 1)
    question = None
    if unsaid:
        entry = unsaid[0].entries[0]
        words = f"Who controls {entry.name}? [] says nobody."
        question = Question(words, f"{entry.path}.controlled_by", f"{entry.path}.controlled_by")
    return least, _groups(found), question


def _controllers(taker: Taker) -> set[str] | None:
    """Return the folded names of who controls an entity; None if it does not say."""
    stated = [
        one.partner.controlled_by
        for one in taker.entries
        if one.partner is not None and one.partner.controlled_by is not None
    ]
    return {joined(name) for some in stated for name in some} if stated else None


def _groups(some: Sequence[Taker]) -> int:
    """Return how many groups there are of which none controls another, nor has one controller."""
    groups: list[set[str]] = []
    for taker in some:
        names = {joined(one.name) for one in taker.entries} | (_controllers(taker) or set())
        touching = [one for one in groups if one & names]
        groups = [*(one for one in groups if not one & names), names.union(*touching)]
    return len(groups)


# --- countries and regions -------------------------------------------------------------------


class _Places(Struct, frozen=True):
    """Different places of entities: how an entry's is read, its key, and how one asks for it."""

    read: Callable[[ListedTaker], str | None]
    key: str
    ask: Callable[[ListedTaker], str]

    def counted(
        self, sure: Sequence[Taker], found: Sequence[Taker], universe: int | None
    ) -> tuple[int, int, Question | None, tuple[str, ...]]:
        """Return the least and the greatest number, what to ask, and the places that are sure."""
        known = {place for one in sure if (place := self._place(one))}
        possible = known | {place for one in found if (place := self._place(one))}
        nowhere = [one for one in found if self._place(one) is None]
        most = len(possible) + len(nowhere)
        most = most if universe is None else max(len(known), min(most, universe))
        question = None
        if nowhere:
            entry = nowhere[0].entries[0]
            path = f"{entry.path}.{self.key}"
            question = Question(self.ask(entry), path, path)
        return max(len(known), 1 if sure else 0), most, question, tuple(sorted(known))

    def _place(self, taker: Taker) -> str | None:
        """Return the place of an entity; of several, the first in the alphabet."""
        return next(iter(sorted(filter(None, map(self.read, taker.counting)))), None)


def _state(setting: Setting, entry: ListedTaker) -> str | None:
    if entry.country is None:
        return None
    countries = setting.call.countries
    return countries.doubted_state_of(entry.country) or countries.state_of(entry.country)


def _ask_country(entry: ListedTaker) -> str:
    return f"In which country is {entry.name or 'the entity'} established?"


def _region(entry: ListedTaker) -> str | None:
    stated = entry.partner.region if entry.partner else None
    return stated and stated.strip().upper()


def _ask_region(entry: ListedTaker) -> str:
    return f"In which region is {entry.name} established, as a NUTS code?"


def _universe(setting: Setting, counting: Counting) -> int | None:
    """Return how many countries there are at all among those that a condition counts."""
    if not counting.inside and not counting.outside:
        return None
    return sum(1 for _ in possible_countries(setting, counting))
