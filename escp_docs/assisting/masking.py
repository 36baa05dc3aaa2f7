"""What an assistant is not told: persons, how to reach them, what their work costs."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.assisting.known_by import looked_for, whole_words
from escp_docs.assisting.sections import is_at
from escp_docs.model.folding import joined, plain
from escp_docs.model.schema import ListOf, MapOf, Scalar, Shape, form, join, keys
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import named
from escp_docs.pattern import pattern
from escp_docs.pull.unproposable import WITHHELD
from escp_docs.read.plain_values import Raw
from escp_docs.workspace.state import State

RATES: Final = "budget.person_month_eur"
STAFF: Final = "personnel"
_NOT_OF_PERSONS: Final = frozenset({"legal_name", "short_name", "city", "acronym", "title"})
_ADDRESS: Final = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
OF_WORK: Final = ("units", "unit_cost_eur", "amount_eur")
_QUOTED: Final = pattern(r"'[^']*'|\"[^\"]*\"")


class OwnWords(str):
    """Words of the assistant itself, which it is told as it wrote them.

    Masked, they would tell it that it guessed right.
    """

    __slots__ = ()


class Mask(Struct, frozen=True):
    """What is put in place of personal data in all that an assistant is told.

    Attributes:
        keys: The keys of the values, entries by what identifies them.
        pattern: What matches their words wherever they stand; None if nothing is withheld.
        is_blind: Whether the values of the spec are not known, so that nothing quoted is told.
    """

    keys: frozenset[str] = frozenset()
    pattern: re.Pattern[str] | None = None
    is_blind: bool = False

    def hides(self, key: str) -> bool:
        """Whether what stands at a key, or below it, is withheld; also while nothing stands there.

        Of parts and lists: whether they hold something that is.
        """
        if self.pattern is None:
            return False
        if any(is_at(one, key) for one in self.keys):
            return True
        return key.startswith(RATES) or _holds_persons(form(Spec, key))

    def with_words(self, texts: Iterable[tuple[str, str]]) -> "Mask":
        """Return a mask that hides further words: of persons who are in the spec no more.

        Args:
            texts: The names of the keys, and what was stated.
        """
        known = frozenset[str]()
        found = [one for name, text in texts for one in looked_for(name, text, known)]
        if self.pattern is None or not found:
            return self
        more = f"{whole_words(found)}|{self.pattern.pattern}"
        return replace(self, pattern=re.compile(more, re.IGNORECASE))

    def hide(self, value: Any) -> Any:  # noqa: ANN401  # plain values, as JSON has them
        """Return plain values with each text as it may be told."""
        match value:
            case OwnWords():
                return str(value)
            case str() if self.pattern is not None:
                seen = _QUOTED.sub(f"'{WITHHELD}'", value) if self.is_blind else value
                return self.pattern.sub(WITHHELD, seen)
            case list() | tuple():
                return [self.hide(one) for one in value]
            case dict():
                return {name: self.hide(one) for name, one in value.items()}
            case _:
                return value

    def own(self, value: Any) -> Any:  # noqa: ANN401  # plain values
        """Return plain values that hold an assistant's own words alone, to be told as they are."""
        return self.hide_but(None, value)

    def hide_but(self, own: str | None, value: Any) -> Any:  # noqa: ANN401  # plain values
        """Return plain values made from an assistant's own words, with these as it wrote them.

        Args:
            own: All that the assistant wrote; None if these are its words and nothing else.
            value: The values. Nothing that is withheld went into them; if it did, it is masked
                unless the assistant wrote the same.
        """
        match value:
            case str() if self.pattern is not None:
                return OwnWords(value if own is None else self._but(joined(own), value))
            case list() | tuple():
                return [self.hide_but(own, one) for one in value]
            case dict():
                return {name: self.hide_but(own, one) for name, one in value.items()}
            case _:
                return value

    def _but(self, own: str, text: str) -> str:
        assert self.pattern is not None
        return self.pattern.sub(
            lambda found: found[0] if joined(found[0]) in own else WITHHELD, text
        )


NOTHING: Final = Mask()
"""The mask of somebody who may be told everything."""


def mask(state: State, before: Mask = NOTHING) -> Mask:
    """Return what is withheld of a spec as it is now.

    Args:
        state: The spec.
        before: What was withheld of it before: it stays so while the spec cannot be read.
    """
    values = state.value
    found = list(_withheld(Spec, values, (), "")) if values else []
    if not found and state.spec is None and before.pattern is not None:
        return before
    others = _words(text for name, text in _others(Spec, values, "") if name in _NOT_OF_PERSONS)
    patterns = {one for _, name, text in found for one in looked_for(name, text, others)}
    every = [whole_words(patterns), _ADDRESS] if patterns else [_ADDRESS]
    pattern = re.compile("|".join(every), re.IGNORECASE)
    is_blind = state.spec is None and not values
    return Mask(frozenset(named(path, values) for path, _, _ in found), pattern, is_blind)


@cache
def _holds_persons(shape: Shape | None) -> bool:
    match shape:
        case Scalar():
            return shape.is_personal
        case ListOf(item=item):
            return _holds_persons(item)
        case MapOf(value=value):
            return _holds_persons(value)
        case type():
            return any(_holds_persons(one.shape) for one in keys(shape).values())
        case _:
            return False


def _withheld(
    shape: Shape | None, value: Raw, steps: tuple[str | int, ...], name: str
) -> Iterator[tuple[str, str, str]]:
    """Yield path, name of the key and text of each value that is withheld."""
    for path, last, text, kind in _texts(shape, value, steps, name):
        if kind.is_personal or path.startswith(RATES):
            yield path, last, text
    for index, cost in _costs(value):
        for key in OF_WORK if cost.get("category") == STAFF else ():
            stated = cost.get(key)
            yield f"budget.costs[{index}].{key}", key, stated if isinstance(stated, str) else ""


def _costs(value: Raw) -> Iterator[tuple[int, dict[str, Any]]]:
    budget = value.get("budget") if isinstance(value, dict) else None
    costs = budget.get("costs") if isinstance(budget, dict) else None
    every = enumerate(costs) if isinstance(costs, list) else ()
    yield from ((index, one) for index, one in every if isinstance(one, dict))


def _texts(
    shape: Shape | None, value: Raw, steps: tuple[str | int, ...], name: str
) -> Iterator[tuple[str, str, str, Scalar]]:
    match shape:
        case Scalar() if isinstance(value, str):
            yield join(steps), name, value, shape
        case ListOf(item=item) if isinstance(value, list):
            for index, one in enumerate(value):
                yield from _texts(item, one, (*steps, index), name)
        case MapOf(value=inner) if isinstance(value, dict):
            for key, one in value.items():
                yield from _texts(inner, one, (*steps, str(key)), name)
        case type() if isinstance(value, dict):
            known = keys(shape)
            for key, one in value.items():
                if key in known:
                    yield from _texts(known[key].shape, one, (*steps, key), key)
        case _:
            return


def _others(shape: Shape, value: Raw, name: str) -> Iterator[tuple[str, str]]:
    for _, last, text, kind in _texts(shape, value, (), name):
        if not kind.is_personal:
            yield last, text


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(plain(word) for text in texts for word in re.findall(r"\w+", text))
