"""How much texts have in common, and which of two rows of them belong together."""

from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from escp_docs.prose.words import words

ALIKE: Final = 0.4  # two paragraphs less alike than this are two paragraphs


class LikePair(NamedTuple):
    """One of each row, by their numbers; None where there is no other."""

    old: int | None
    new: int | None


def likeness(one: str, other: str) -> float:
    """Return how much two texts have in common, from 0 to 1, counted in words."""
    return likeness_of(words(one), words(other))


def likeness_of(one: list[str], other: list[str]) -> float:
    """Return how much two texts have in common, from 0 to 1; 0 if that is little."""
    if not one or not other:
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    return matcher.ratio()


def in_order(here: range, there: range, alike: Callable[[int, int], float]) -> Iterator[LikePair]:
    """Yield the pairs of two rows by the greatest likeness in all, in order."""
    likest = {(a, b): alike(a, b) for a in here for b in there}
    best: dict[tuple[int, int], tuple[float, str]] = {}
    for a in reversed(range(here.start, here.stop + 1)):
        for b in reversed(range(there.start, there.stop + 1)):
            ways = [(0.0, "end")]
            if a < here.stop:
                ways.append((best[a + 1, b][0], "old"))
            if b < there.stop:
                ways.append((best[a, b + 1][0], "new"))
            if a < here.stop and b < there.stop and likest[a, b] >= ALIKE:
                ways.append((likest[a, b] + best[a + 1, b + 1][0], "both"))
            best[a, b] = max(ways, key=lambda way: way[0])
    a, b = here.start, there.start
    while a < here.stop or b < there.stop:
        way = best[a, b][1]
        if way == "both":
            yield LikePair(a, b)
            a, b = a + 1, b + 1
        elif way == "old" or (way == "end" and a < here.stop):
            yield LikePair(a, None)
            a += 1
        else:
            yield LikePair(None, b)
            b += 1
