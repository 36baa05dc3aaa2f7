"""By which words, numbers and digits a value that is withheld is known wherever it stands."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from escp_docs.assisting import spellings
from escp_docs.model.folding import plain
from escp_docs.pattern import pattern

_BY_PATH_ALONE: Final = frozenset({"role", "units"})  # of such a word or number nobody is known
_LEAST: Final = 3  # letters of a text that is looked for wherever it stands
_LEAST_WORD: Final = 4  # letters of one word of a name
_LEAST_AMOUNT: Final = 1000  # euro: smaller numbers stand for much else
_NAMES: Final = frozenset({"name", "by"})
_TITLES: Final = frozenset({"prof", "dipl", "herr", "frau", "miss"})
_NUMBER: Final = pattern(r"(?:EUR |\u20ac ?)?(\d[\d,]*(?:\.\d+)?)(?: EUR| ?\u20ac)?")


def looked_for(name: str, text: str, others: frozenset[str]) -> Iterator[str]:
    """Yield patterns by which a value is known wherever it stands.

    Args:
        name: The name of its key.
        text: The value.
        others: The words, folded, of what is no person: these mean one after a title alone.
    """
    flat = " ".join(text.split())
    if name in _BY_PATH_ALONE:
        return
    if number := _NUMBER.fullmatch(flat):
        value = Decimal(number[1].replace(",", ""))
        if value >= _LEAST_AMOUNT:
            yield spellings.amount(value)
        return
    if len(flat) >= _LEAST:
        yield spellings.words(flat) if name in _NAMES else spellings.verbatim(flat)
    if name == "phone" and (digits := spellings.phone(flat)):
        yield digits
    if name in _NAMES:
        yield from _names(flat, others)


def _names(name: str, others: frozenset[str]) -> Iterator[str]:
    """Yield patterns of the words of a name; of what others are called, with a title alone."""
    found = re.findall(r"[\w'\u2019-]+", name)
    for word in (one for whole in found for one in {whole, *whole.split("-")}):
        if len(word) >= _LEAST_WORD and plain(word) not in others | _TITLES:
            yield spellings.words(word)
    if found[1:]:
        yield spellings.surname_with_title(found[-1])


def whole_words(patterns: Iterable[str]) -> str:
    """Return a pattern of any of some, as whole words, the longest first."""
    longest_first = sorted(patterns, key=lambda one: (-len(one), one))
    return rf"(?<![^\W_])(?:{'|'.join(longest_first)})(?![^\W_])"
