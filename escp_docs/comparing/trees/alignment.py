"""Which block of one version is which of another: by its id, by its words, by likeness."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from escp_docs.prose.likeness import LikePair, in_order, likeness_of

_MOST_COMPARED: Final = 10_000  # pairs whose likeness is measured, in one gap


class AlignedUnit:
    """A block, a row or an item, as it is looked for in the other version.

    Args:
        name: The id by which it is known whatever it says; None without one.
        kind: What it is; units of two kinds are never one.
        words: What it says, word by word.
    """

    __slots__ = ("key", "kind", "name", "words")

    def __init__(self, name: str | None, kind: Hashable, words: list[str]) -> None:
        self.name, self.kind, self.words = name, kind, words
        self.key = (kind, tuple(words))


Alike = Callable[[int, int], float]


def aligned(
    old: Sequence[AlignedUnit], new: Sequence[AlignedUnit], *, by_place: bool = False
) -> list[LikePair]:
    """Return the pairs in reading order; each unit of both versions stands in one of them.

    Args:
        old: The units of the older version.
        new: Those of the newer one.
        by_place: Whether as many units here as there are pairs by their order, if they are of one
            kind: the paragraphs of a cell.
    """
    found: list[LikePair] = []
    for here, there in _gaps(_named(old, new), len(old), len(new)):
        found += _by_words(old, new, here, there, by_place=by_place)
    return found


def _named(old: Sequence[AlignedUnit], new: Sequence[AlignedUnit]) -> list[LikePair]:
    """Return the most units in one order that have the same id and kind, each id once."""
    ids = _unique(old), _unique(new)
    shared = [
        (place, ids[1][name])
        for name, place in ids[0].items()
        if name in ids[1] and old[place].kind == new[ids[1][name]].kind
    ]
    return _longest_rise(shared)


def _unique(units: Sequence[AlignedUnit]) -> dict[str, int]:
    counts = Counter(one.name for one in units)
    return {
        one.name: place for place, one in enumerate(units) if one.name and counts[one.name] == 1
    }


def _longest_rise(shared: Sequence[tuple[int, int]]) -> list[LikePair]:
    """Return as many pairs as stand in the same order in both versions."""
    ends: list[int] = []  # the lowest place that a rise of each length ends with
    last: list[int] = []  # which pair that is
    before: list[int | None] = []
    for index, (_, place) in enumerate(shared):
        length = bisect_left(ends, place)
        before.append(last[length - 1] if length else None)
        ends[length : length + 1], last[length : length + 1] = [place], [index]
    found: list[LikePair] = []
    at = last[-1] if last else None
    while at is not None:
        found.append(LikePair(*shared[at]))
        at = before[at]
    return found[::-1]


def _gaps(fixed: Sequence[LikePair], length: int, new_length: int) -> Iterator[tuple[range, range]]:
    """Yield each fixed pair as ranges of one, and what lies between them."""
    at = new_at = 0
    for place, new_place in fixed:
        assert place is not None
        assert new_place is not None
        yield range(at, place), range(new_at, new_place)
        yield range(place, place + 1), range(new_place, new_place + 1)
        at, new_at = place + 1, new_place + 1
    yield range(at, length), range(new_at, new_length)


def _by_words(  # two versions, where in them, and how to look
    old: Sequence[AlignedUnit],
    new: Sequence[AlignedUnit],
    here: range,
    there: range,
    *,
    by_place: bool,
) -> Iterator[LikePair]:
    """Yield the pairs of a gap: those that say the same, and the likest of those between them."""
    if _is_named_pair(old, new, here, there):
        yield LikePair(here.start, there.start)
        return
    before = [one.key for one in old[here.start : here.stop]]
    after = [one.key for one in new[there.start : there.stop]]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, *places in matcher.get_opcodes():
        start, end, new_start, new_end = places
        gap = range(here.start + start, here.start + end)
        new_gap = range(there.start + new_start, there.start + new_end)
        if kind == "equal" or (by_place and _are_twins(old, new, gap, new_gap)):
            yield from (LikePair(*both) for both in zip(gap, new_gap, strict=True))
        else:
            yield from _likest(old, new, gap, new_gap)


def _is_named_pair(
    old: Sequence[AlignedUnit], new: Sequence[AlignedUnit], here: range, there: range
) -> bool:
    if len(here) != 1 or len(there) != 1:
        return False
    one, other = old[here.start], new[there.start]
    return one.name is not None and one.name == other.name and one.kind == other.kind


def _are_twins(
    old: Sequence[AlignedUnit], new: Sequence[AlignedUnit], here: range, there: range
) -> bool:
    return [old[place].kind for place in here] == [new[place].kind for place in there]


def _likest(
    old: Sequence[AlignedUnit], new: Sequence[AlignedUnit], here: range, there: range
) -> Iterator[LikePair]:
    if len(here) * len(there) > _MOST_COMPARED:
        yield from (LikePair(one, None) for one in here)
        yield from (LikePair(None, one) for one in there)
        return

    def alike(a: int, b: int) -> float:
        return likeness_of(old[a].words, new[b].words) if old[a].kind == new[b].kind else 0.0

    yield from in_order(here, there, alike)
