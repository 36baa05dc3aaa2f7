"""Words of a list of the call file in what a spec states: whole words, folded."""

from collections.abc import Iterable

from escp_docs.model.folding import words_of


def first_of(words: Iterable[str], text: str) -> str | None:
    """Return the first of some words, or sequences of words, that stands in a text; None if none.

    Case and accents do not matter; words end where neither letters nor digits go on.
    """
    within = f" {words_of(text)} "
    return next((one for one in words if f" {words_of(one)} " in within), None)
