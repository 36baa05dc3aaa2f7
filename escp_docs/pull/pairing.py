"""Which paragraph of a file that came back is which of those that were sent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from escp_docs.prose.words import same_words, words

_LIKE: Final = 0.4  # two paragraphs less alike than this are two paragraphs
_MOST_COMPARED: Final = 40_000  # pairs of paragraphs whose likeness is measured, in one gap


@dataclass(frozen=True, slots=True)
class LinePair:
    """A paragraph that was sent and the one that came back for it; None where there is none."""

    sent: int | None
    returned: int | None


def paired(sent: Sequence[str], returned: Sequence[str]) -> list[LinePair]:
    """Return the pairs in reading order; each paragraph of both sides stands in one of them.

    Paragraphs that say the same are pairs. In between, as many here as there are paired one by
    one, since the cells of a table whose whole value changed are not alike; else those that are
    most alike, in their order.
    """
    old, new = list(map(same_words, sent)), list(map(same_words, returned))
    found: list[LinePair] = []
    for kind, *places in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        start, end, new_start, new_end = places
        here, there = range(start, end), range(new_start, new_end)
        if len(here) == len(there):
            found += [LinePair(*both) for both in zip(here, there, strict=True)]
        elif kind == "replace":
            found += _in_gap(old, new, here, there)
        else:
            found += [LinePair(one, None) for one in here] + [LinePair(None, one) for one in there]
    return found


def _in_gap(
    old: Sequence[str], new: Sequence[str], here: range, there: range
) -> Iterator[LinePair]:
    """Yield the pairs of a gap by the greatest likeness in all, in order."""
    if len(here) * len(there) > _MOST_COMPARED:
        yield from (LinePair(one, None) for one in here)
        yield from (LinePair(None, one) for one in there)
        return
    alike = {(a, b): likeness(old[a], new[b]) for a in here for b in there}
    best: dict[tuple[int, int], tuple[float, str]] = {}
    for a in reversed(range(here.start, here.stop + 1)):
        for b in reversed(range(there.start, there.stop + 1)):
            ways = [(0.0, "end")]
            if a < here.stop:
                ways.append((best[a + 1, b][0], "sent"))
            if b < there.stop:
                ways.append((best[a, b + 1][0], "returned"))
            if a < here.stop and b < there.stop and alike[a, b] >= _LIKE:
                ways.append((alike[a, b] + best[a + 1, b + 1][0], "both"))
            best[a, b] = max(ways, key=lambda way: way[0])
    a, b = here.start, there.start
    while a < here.stop or b < there.stop:
        way = best[a, b][1]
        if way == "both":
            yield LinePair(a, b)
            a, b = a + 1, b + 1
        elif way == "sent" or (way == "end" and a < here.stop):
            yield LinePair(a, None)
            a += 1
        else:
            yield LinePair(None, b)
            b += 1


def likeness(one: str, other: str) -> float:
    """Return how much two texts have in common, from 0 to 1, counted in words."""
    first, second = words(one), words(other)
    if not first or not second:
        return 0.0
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    if matcher.real_quick_ratio() < _LIKE:
        return 0.0
    return matcher.ratio()
