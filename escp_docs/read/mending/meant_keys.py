"""Words at the beginning of a line: whether they are keys, or those of a sentence."""

from collections.abc import Iterator
from typing import Final

from escp_docs.model.schema import Scalar
from escp_docs.read.mending.breaks import Head, Lines, Workshop, head, indent, is_empty
from escp_docs.spelling import nearest

_ALIKE: Final = 0.8  # likeness by which a word is a key misspelt
_SHORTEST: Final = 4  # letters of a word that is misspelt; shorter ones are like too many others
_COLLECTIONS: Final = "[{|>&*"


def meant_key(shop: Workshop, word: str, beside: str) -> str | None:
    """Return the key that a word is, or is misspelt for, beside another key; None if it is none.

    A capital begins a sentence more often than it misspells a key.
    """
    if word.casefold() in shop.names:
        return word.casefold()
    if len(word) < _SHORTEST or word[:1].isupper():
        return None
    known = shop.vocabulary.beside.get(beside, shop.names)
    return nearest(word, sorted(known), _ALIKE)


def is_entry(shop: Workshop, lines: Lines, index: int, opener: int) -> bool:
    """Whether a line that begins with `word:` is an entry, and not part of the text above it.

    It is one if its key can stand beside one of those around it, and what stands behind it fits.

    Args:
        shop: The workshop.
        lines: The lines of the file.
        index: The line.
        opener: The line on which the text above it begins.
    """
    begins = head(lines[index])
    meant = meant_key(shop, begins.key, head(lines[opener]).key)
    if meant is None:
        return False
    value = lines[index][begins.value :].strip()
    shapes = shop.vocabulary.shapes[meant]
    if (
        value
        and value[0] not in _COLLECTIONS
        and not any(isinstance(one, Scalar) for one in shapes)
    ):
        return False
    return can_stand(shop, meant, lines, opener)


def can_stand(
    shop: Workshop, key: str, lines: Lines, opener: int, column: int | None = None
) -> bool:
    """Whether a key can stand beside one of those around a line, and is none of these again.

    With a column, only those count that begin in it.
    """
    return any(
        begins.key != key and shop.vocabulary.stand_together(key, begins.key)
        for begins in _heads_around(lines, opener)
        if column in (None, begins.dashes)
    )


def _heads_around(lines: Lines, index: int) -> Iterator[Head]:
    """Yield how a line begins, and those of the mappings around it, from the inside out."""
    yield head(lines[index])
    least = indent(lines[index])
    for at in range(index - 1, -1, -1):
        if not least:
            return
        if not is_empty(lines[at]) and indent(lines[at]) < least:
            least = indent(lines[at])
            yield head(lines[at])
