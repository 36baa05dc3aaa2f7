"""The words of two versions of a line in one: those that stayed, came and went."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final, NamedTuple

from escp_docs.comparing.trees.tokens import Token, rebuilt, tokens
from escp_docs.document import Deleted, Footnote, Inline, Inserted

_MOST_COMPARED: Final = 4_000_000  # tokens of both lines, multiplied; longer ones are told whole


class Track(StrEnum):
    """What became of a word."""

    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class _Run:
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
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    if start:
        yield _Step(range(start), range(start))
    here, there = old[start : len(old) - end], new[start : len(new) - end]
    if here and there and len(here) * len(there) <= _MOST_COMPARED:
        matcher = SequenceMatcher(_is_junk, here, there, autojunk=False)
        for at, new_at, size in matcher.get_matching_blocks():
            if size:
                a, b = start + at, start + new_at
                yield _Step(range(a, a + size), range(b, b + size))
    if end:
        yield _Step(range(len(old) - end, len(old)), range(len(new) - end, len(new)))


def _is_junk(key: object) -> bool:
    """Whether a token alone shows nothing: blanks stand everywhere."""
    return isinstance(key, Token) and key.is_blank
