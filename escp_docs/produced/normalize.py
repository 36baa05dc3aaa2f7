"""Words as letters alone, so that what breaks lines or sets type makes no difference."""

from functools import lru_cache
from unicodedata import category, normalize

from escp_docs.document.asian_scripts import by_code_point, is_asian
from escp_docs.pattern import pattern

_JOINER = "\u034f"
_LOOSE = pattern(r"[\s\u2010\u2068\u2069-]")


def squeezed(words: str) -> str:
    """Return words without what a line break may change: spaces, and hyphens at its end."""
    return _LOOSE.sub("", words)


def leveled(words: str) -> str:
    """Return words squeezed and without what fonts and formats write in more than one way.

    Ligatures are letters, accents stand by themselves, signs that nobody sees are gone.
    """
    return squeezed(words) if words.isascii() else "".join(map(_level, words))


@lru_cache(maxsize=4096)
def _level(letter: str) -> str:
    if is_asian(letter):  # a PDF prints it by its code point where there is no font for it
        return by_code_point(letter)
    parts = (one for one in normalize("NFKD", letter) if category(one) != "Cf" and one != _JOINER)
    return squeezed("".join(parts))
