"""Hyphens, which are a sign before a number, a stroke within a name, and a mark at a line's end."""

from typing import Final

from escp_docs.pattern import pattern
from escp_docs.produced.normalize import leveled

HYPHENS: Final = "-\u2010\u2011"
_HYPHEN: Final = pattern(rf"[{HYPHENS}]")
_BROKEN: Final = pattern(rf"[{HYPHENS}](?=\s)")


def same_hyphens(wanted: str, found: str, *, breaks_words: bool) -> bool:
    """Whether two texts of the same letters have their hyphens in the same places.

    Args:
        wanted: The text as it should be.
        found: The text as it is, line by line.
        breaks_words: Whether lines may end with a hyphen that is none of the text.
    """
    theirs, ours = _places(found), _places(wanted)
    if ours == theirs:
        return True
    if not breaks_words:
        return False
    at_ends = _places(found, only_broken=True)
    # Between words a hyphen may stand close to a blank, too: it is one of both texts.
    return ours <= theirs and theirs - ours <= at_ends


def hyphens_of_pages(wanted: str, found: str) -> bool:
    """Whether drawn lines have the hyphens of a text, and more only at the ends of lines."""
    more = sum(map(found.count, HYPHENS)) - sum(map(wanted.count, HYPHENS))
    return 0 <= more <= len(_BROKEN.findall(found))


def _places(text: str, *, only_broken: bool = False) -> frozenset[tuple[int, int]]:
    """Return each hyphen by the letters before it, and which one it is there."""
    broken = {one.start() for one in _BROKEN.finditer(text)}
    found: set[tuple[int, int]] = set()
    letters, since, start = 0, 0, 0
    for hyphen in _HYPHEN.finditer(text):
        if level := leveled(text[start : hyphen.start()]):
            letters, since = letters + len(level), 0
        if not only_broken or hyphen.start() in broken:
            found.add((letters, since))
        since, start = since + 1, hyphen.end()
    return frozenset(found)
