"""Which paragraph of a file that came back is which of those that were sent."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from msgspec import Struct

from escp_docs.prose.likeness import in_order, likeness
from escp_docs.prose.words import same_words

_MOST_COMPARED: Final = 40_000  # pairs of paragraphs whose likeness is measured, in one gap
_FARTHEST: Final = 60  # lines that a run is moved by


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
    # What has no letters, an empty box in every row of a form, tells no place from another.
    matcher = SequenceMatcher(lambda line: not _says_something(line), old, new, autojunk=False)
    for kind, *places in matcher.get_opcodes():
        start, end, new_start, new_end = places
        here, there = range(start, end), range(new_start, new_end)
        if len(here) == len(there):
            found += [LinePair(*both) for both in zip(here, there, strict=True)]
        elif kind == "replace":
            found += _in_gap(old, new, here, there)
        else:
            found += [LinePair(one, None) for one in here] + [LinePair(None, one) for one in there]
    return found


def _says_something(line: str) -> bool:
    return any(letter.isalnum() for letter in line)


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


class SideLine(Struct, frozen=True):
    """A line of one side: its words, and the row of a table that it stands in; None outside."""

    words: str
    row: tuple[int, int] | None


def on_row_edges(
    pairs: Sequence[LinePair], sent: Sequence[SideLine], returned: Sequence[SideLine]
) -> list[LinePair]:
    """Return pairs in which lines that came or went together are whole rows, where they can be.

    Of rows that end alike, the end of one and the beginning of the next may be taken for a row.
    """
    found = list(pairs)
    for lines, is_sent in ((sent, True), (returned, False)):
        at = 0
        while at < len(found):
            end = at
            while end < len(found) and _is_alone(found[end], is_sent=is_sent):
                end += 1
            if end > at:
                _slide(found, at, end, lines, is_sent=is_sent)
            at = max(end, at + 1)
    return found


def _is_alone(pair: LinePair, *, is_sent: bool) -> bool:
    return (pair.returned if is_sent else pair.sent) is None


def _slide(
    pairs: list[LinePair], at: int, end: int, lines: Sequence[SideLine], *, is_sent: bool
) -> None:
    """Move a run of lines that have no other side to the edges of rows, in its place."""
    own = [(one.sent if is_sent else one.returned) or 0 for one in pairs]
    others = [one.returned if is_sent else one.sent for one in pairs]
    first, last = own[at], own[end - 1]
    for step in _steps(pairs, at, end, lines, (first, last)):
        if not _fits(lines, first + step, last + step):
            continue
        low, high = min(at, at + step), max(end, end + step)
        whole = [one for one in others[low:high] if one is not None]
        size = end - at
        row: list[int | None] = [None] * size
        rest = [*row, *whole] if step < 0 else [*whole, *row]
        for place, (mine, other) in enumerate(zip(own[low:high], rest, strict=True), low):
            pairs[place] = LinePair(mine, other) if is_sent else LinePair(other, mine)
        return


def _steps(
    pairs: Sequence[LinePair],
    at: int,
    end: int,
    lines: Sequence[SideLine],
    run: tuple[int, int],
) -> Iterator[int]:
    """Yield how far a run can be moved, back or on, so that all words stay in their order."""
    first, last = run
    yield 0
    for way in (-1, 1):
        for step in range(1, _FARTHEST):
            place = at - step if way < 0 else end + step - 1
            if not 0 <= place < len(pairs) or None in {pairs[place].sent, pairs[place].returned}:
                break
            one, other = (
                (first - step, last - step + 1) if way < 0 else (last + step, first + step - 1)
            )
            if not (0 <= one < len(lines) and lines[one].words == lines[other].words):
                break
            yield way * step


def _fits(lines: Sequence[SideLine], first: int, last: int) -> bool:
    """Whether lines are whole rows."""
    row, end = lines[first].row, lines[last].row
    before = lines[first - 1].row if first else None
    after = lines[last + 1].row if last + 1 < len(lines) else None
    return row is not None and end is not None and row != before and end != after
