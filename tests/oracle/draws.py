"""Where a made-up spec gets its choices from: a seed, or hypothesis, which can shrink them."""

from collections.abc import Sequence
from random import Random
from typing import Protocol, TypeVar

from hypothesis import strategies as st

_Option = TypeVar("_Option")


class Draws(Protocol):
    """Makes choices."""

    def number(self, most: int) -> int:
        """Return a number from 0 to `most`; 0 is the simplest."""


class Seeded(Draws):
    """Makes the same choices for the same seed; thousands of specs take a second."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def number(self, most: int) -> int:
        """Return a number from 0 to `most`."""
        return self._random.randrange(most + 1)


class Shrinking(Draws):
    """Lets hypothesis choose, and make a failure small."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def number(self, most: int) -> int:
        """Return a number from 0 to `most`; shrinks to 0."""
        return self._draw(st.integers(0, most))


def one_of(draws: Draws, options: Sequence[_Option]) -> _Option:
    """Return one of several options, of which the first is the simplest."""
    return options[draws.number(len(options) - 1)]


def chance(draws: Draws, percent: int) -> bool:
    """Return whether something that happens in `percent` of all cases does; no is simpler."""
    return percent > 0 and draws.number(99) >= 100 - percent
