"""Two changes of one text put together line by line, as far as they do not meet."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct


class _Hunk(Struct, frozen=True, order=True):
    """Lines from `start` to before `end` of a text, and what stands there in another version."""

    start: int
    end: int
    lines: tuple[str, ...]

    def meets(self, other: "_Hunk") -> bool:
        """Whether two hunks touch the same lines, or lines beside each other."""
        return self.start <= other.end and other.start <= self.end


def merged(base: str, ours: str, theirs: str, *, ours_first: bool = False) -> str | None:
    """Return a text with the changes of both its versions; None where these meet.

    With `ours_first` ours stands where they meet, and theirs everywhere else.

    Line ends count as part of their lines, so that every byte which nobody changed stays as it is.
    """
    if base in (ours, theirs):
        return theirs if base == ours else ours
    if ours == theirs:
        return ours
    before = base.splitlines(keepends=True)
    mine, yours = list(_hunks(before, ours)), list(_hunks(before, theirs))
    free = [one for one in yours if not any(one.meets(ours_) and one != ours_ for ours_ in mine)]
    if len(free) < len(yours) and not ours_first:
        return None
    return "".join(_lines(before, sorted({*mine, *free})))


def _hunks(before: Sequence[str], text: str) -> Iterator[_Hunk]:
    after = text.splitlines(keepends=True)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag != "equal":
            yield _Hunk(start, end, tuple(after[first:last]))


def _lines(before: Sequence[str], hunks: Sequence[_Hunk]) -> Iterator[str]:
    at = 0
    for one in hunks:
        yield from before[at : one.start]
        yield from one.lines
        at = one.end
    yield from before[at:]
