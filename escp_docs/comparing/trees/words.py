"""The words of two versions of a line in one: those that stayed, came and went."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.comparing.trees.tokens import Token, rebuilt, tokens
from escp_docs.document import Deleted, Footnote, Inline, Inserted

_MOST_COMPARED: Final = 4_000_000  # tokens of both lines, multiplied; longer ones are told whole


class Track(StrEnum):
    """What became of a word."""

    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"


class _Run(Struct, frozen=True):
    """Tokens that follow each other and share their fate."""

    track: Track
    tokens: tuple[Token, ...]


class _Step(NamedTuple):
    """Tokens of the one list, and those of the other that are equal to them."""

    old: range
    new: range


def merged_inlines(old: tuple[Inline, ...], new: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return a line in which both versions stand; equal words are not tracked.

    Both are in the one form in which equal is the same; see `plain`.
    """
    if old == new:
        return new
    return tuple(_inlines(_runs(tokens(old), tokens(new))))


def _inlines(runs: Sequence[_Run]) -> Iterator[Inline]:
    for run in runs:
        if run.track is Track.KEPT:
            yield from rebuilt(run.tokens)
        else:
            kind = Deleted if run.track is Track.DELETED else Inserted
            yield kind(rebuilt(run.tokens))


def _runs(old: Sequence[Token], new: Sequence[Token]) -> list[_Run]:
    """Return the tokens of both versions in order, neighbouring changes as one each way."""
    before, after = _keys(old, new)
    steps = _without_lone_blanks(list(_equal_runs(before, after)), old, new)
    found: list[_Run] = []
    at = new_at = 0
    for here, there in [*steps, _Step(*_ends(old, new))]:
        found += _changed(old[at : here.start], new[new_at : there.start])
        if here:
            kept = (_kept(old[a], new[b]) for a, b in zip(here, there, strict=True))
            found.append(_Run(Track.KEPT, tuple(kept)))
        at, new_at = here.stop, there.stop
    return found


def _ends(old: Sequence[Token], new: Sequence[Token]) -> tuple[range, range]:
    return range(len(old), len(old)), range(len(new), len(new))


def _changed(old: Sequence[Token], new: Sequence[Token]) -> Iterator[_Run]:
    if old:
        yield _Run(Track.DELETED, tuple(old))
    if new:
        yield _Run(Track.INSERTED, tuple(new))


def _without_lone_blanks(
    steps: Sequence[_Step], old: Sequence[Token], new: Sequence[Token]
) -> list[_Step]:
    """Return what stayed without blanks that stand alone between two changes."""
    first, last = _Step(range(0), range(0)), _Step(*_ends(old, new))
    return [
        one
        for before, one, after in zip([first, *steps], steps, [*steps[1:], last], strict=False)
        if not all(old[place].is_blank for place in one.old)
        or _meet(before, one)
        or _meet(one, after)
    ]


def _meet(one: _Step, other: _Step) -> bool:
    """Whether nothing changed between two runs of words that stayed."""
    return one.old.stop == other.old.start and one.new.stop == other.new.start


def _keys(old: Sequence[Token], new: Sequence[Token]) -> tuple[list[object], list[object]]:
    """Return what tokens are compared by: notes by their words, or else by their order."""
    known = {one.atom.children for one in old if isinstance(one.atom, Footnote)}
    shared = {
        one.atom.children
        for one in new
        if isinstance(one.atom, Footnote) and one.atom.children in known
    }

    def key(token: Token) -> object:
        note = token.atom
        if not isinstance(note, Footnote) or not note.children:
            return token
        return (Footnote, note.children if note.children in shared else None, token.looks)

    return list(map(key, old)), list(map(key, new))


def _kept(old: Token, new: Token) -> Token:
    if isinstance(new.atom, Footnote) and isinstance(old.atom, Footnote):
        words = merged_inlines(old.atom.children, new.atom.children)
        return replace(new, atom=replace(new.atom, children=words))
    return new


def _equal_runs(old: Sequence[object], new: Sequence[object]) -> Iterator[_Step]:
    """Yield where both lists are equal."""
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    here, there = old[start : len(old) - end], new[start : len(new) - end]
    pairs = [(place, place) for place in range(start)]
    pairs += [(start + a, start + b) for a, b in _pairs(here, there)]
    pairs += [(len(old) - place, len(new) - place) for place in range(end, 0, -1)]
    return _runs_of(pairs)


def _common(old: Sequence[object], new: Sequence[object]) -> int:
    """Return how many of the first of both lists are equal."""
    found = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        found += 1
    return found


def _pairs(old: Sequence[object], new: Sequence[object]) -> Iterator[tuple[int, int]]:
    """Yield the places that are equal, words first: blanks stand everywhere and show nothing."""
    here, there = ([at for at, one in enumerate(side) if not _is_blank(one)] for side in (old, new))
    last = new_last = -1
    for a, b in [*_equal_words(old, new, here, there), (len(old), len(new))]:
        yield from _equal_blanks(old, new, range(last + 1, a), range(new_last + 1, b))
        if a < len(old):
            yield a, b
        last, new_last = a, b


def _equal_words(
    old: Sequence[object], new: Sequence[object], here: list[int], there: list[int]
) -> Iterator[tuple[int, int]]:
    if not here or not there or len(here) * len(there) > _MOST_COMPARED:
        return
    words = [old[at] for at in here], [new[at] for at in there]
    for a, b, size in SequenceMatcher(None, *words, autojunk=False).get_matching_blocks():
        yield from ((here[a + step], there[b + step]) for step in range(size))


def _equal_blanks(
    old: Sequence[object], new: Sequence[object], here: range, there: range
) -> Iterator[tuple[int, int]]:
    """Yield the blanks at the beginning and at the end of a gap that are equal."""
    first = 0
    least = min(len(here), len(there))
    while first < least and _is_blank(old[here[first]]) and old[here[first]] == new[there[first]]:
        yield here[first], there[first]
        first += 1
    last: list[tuple[int, int]] = []
    for a, b in zip(reversed(here[first:]), reversed(there[first:]), strict=False):
        if not _is_blank(old[a]) or old[a] != new[b]:
            break
        last.append((a, b))
    yield from reversed(last)


def _runs_of(pairs: Sequence[tuple[int, int]]) -> Iterator[_Step]:
    """Yield runs of places that follow each other in both lists."""
    start = 0
    for index in range(1, len(pairs) + 1):
        a, b = pairs[index - 1]
        if index == len(pairs) or pairs[index] != (a + 1, b + 1):
            (a, b), size = pairs[start], index - start
            yield _Step(range(a, a + size), range(b, b + size))
            start = index


def _is_blank(key: object) -> bool:
    return isinstance(key, Token) and key.is_blank
