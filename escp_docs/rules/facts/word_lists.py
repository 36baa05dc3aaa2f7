"""Words of a list of the call file in what a spec states: whole words, folded."""

from collections.abc import Iterable
from functools import lru_cache

from escp_docs.model.folding import words_of


def first_of(words: Iterable[str], text: str) -> str | None:
    """Return the first of some words, or sequences of words, that stands in a text; None if none.

    Case and accents do not matter; words end where neither letters nor digits go on.
    """
    within = f" {words_of(text)} "
    return next((one for one in words if _whole(one) in within), None)


@lru_cache(maxsize=1024)
def _whole(word: str) -> str:
    """Return a word of a call as it stands between others."""
    return f" {words_of(word)} "
