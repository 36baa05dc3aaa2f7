"""Specs at the edges of what the call asks: what each part of one may say.

A spec is complete and good but for faults and holes, each with the chance that is drawn for the
whole spec first: most specs have few, so that verdicts of every kind come out.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final, TypeVar

from tests.oracle.draws import Draws, chance, one_of

_Option = TypeVar("_Option")
Made = dict[str, Any]

_PLAIN_HOLES: Final = ("", None, "TBD")
_TEXT_HOLES: Final = (
    "",
    None,
    "TBD",
    "to be confirmed",
    "...",
    "n/a",
    "TBC: Anna writes it",
    "xxx",
)


class Maker:
    """Makes the parts of one spec, with faults and holes as often as was drawn for it."""

    def __init__(self, draws: Draws) -> None:
        self.draws = draws
        self._faults = one_of(draws, (0, 0, 1, 1, 1, 2, 4, 10, 40))
        self._holes = one_of(draws, (0, 0, 0, 1, 1, 3, 10, 30))

    def one_of(self, options: Sequence[_Option]) -> _Option:
        """Return one of several options."""
        return one_of(self.draws, options)

    def chance(self, percent: int) -> bool:
        """Return whether something happens that does in `percent` of all specs."""
        return chance(self.draws, percent)

    def usual(self, good: _Option, *others: _Option) -> _Option:
        """Return what is good, or now and then one of the others."""
        return self.one_of(others) if self.is_fault() else good

    def is_fault(self) -> bool:
        """Return whether something is out of order."""
        return self.chance(self._faults)

    def is_hole(self) -> bool:
        """Return whether something is left open."""
        return self.chance(self._holes)

    def entry(self, **values: object) -> Made:
        """Return an entry some of whose values are left open, in one way or another.

        A list that is open is absent or null; an id is never open.
        """
        return {
            key: value for key, value in map(self._or_hole, values.items()) if value is not _ABSENT
        }

    def several(self, make: Callable[[int], Made], counts: Sequence[int]) -> list[Made]:
        """Return as many entries as one of the counts says."""
        return [make(place) for place in range(self.one_of(counts))]

    def _or_hole(self, pair: tuple[str, object]) -> tuple[str, object]:
        key, value = pair
        if key in _NEVER_OPEN or not self.is_hole():
            return pair
        if isinstance(value, (list, dict)):
            return key, self.one_of((_ABSENT, None))
        holes = _TEXT_HOLES if key in _TEXTS else _PLAIN_HOLES
        return key, self.one_of((_ABSENT, *holes))


_ABSENT: Final = object()
_NEVER_OPEN: Final = (
    "call",
    "id",
    "acronym",
    "country_of_target",
    "partner",
    "work_package",
    "eligible",
)
_TEXTS: Final = frozenset({
    "vision", "complementarities", "cross_sector_cooperation", "target_groups", "agenda",
    "sustainability", "business_partnerships", "common_actions",
})  # fmt: skip
