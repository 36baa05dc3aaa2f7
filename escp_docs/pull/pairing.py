"""Which paragraph of a file that came back is which of those that were sent."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from msgspec import Struct

from escp_docs.prose.likeness import in_order, likeness
from escp_docs.prose.words import same_words

_MOST_COMPARED: Final = 40_000  # pairs of paragraphs whose likeness is measured, in one gap


class LinePair(Struct, frozen=True):
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
    for pair in in_order(here, there, lambda a, b: likeness(old[a], new[b])):
        yield LinePair(pair.old, pair.new)
