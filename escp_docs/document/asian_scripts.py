"""The scripts of Asia whose letters no shipped font has, and that readers of files have fonts for.

Chinese, Japanese, Korean, the scripts of India, Thai and their neighbours: a name in one of them is
kept in the tree. What such a block holds beside letters, marks, figures and signs that can be seen
is not among them.
"""

import re
from functools import cache
from typing import Final
from unicodedata import category

from escp_docs.pattern import pattern

_BLOCKS: Final = (
    (0x0900, 0x0DFF),  # the scripts of India and Sri Lanka
    (0x0E00, 0x0FFF),  # Thai, Lao, Tibetan
    (0x1000, 0x109F),  # Myanmar
    (0x1100, 0x11FF),  # Hangul, letter by letter
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x4DBF),  # radicals, Kana, Bopomofo, Hangul, signs and more ideographs
    (0x4E00, 0x9FFF),  # ideographs
    (0xA960, 0xA97F),
    (0xAC00, 0xD7FF),  # Hangul
    (0xF900, 0xFAFF),  # ideographs for compatibility
    (0xFE30, 0xFE4F),
    (0xFF01, 0xFFEE),  # forms of full and half width
    (0x20000, 0x323AF),  # ideographs beyond
)
_UNSEEN: Final = frozenset({0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0, 0x302E, 0x302F})
_KEPT: Final = frozenset("LMNPS")  # letters, marks, figures, punctuation, signs


@cache
def is_asian(letter: str) -> bool:
    """Whether a letter belongs to one of these scripts and can be seen."""
    point = ord(letter)
    return (
        point >= _BLOCKS[0][0]
        and any(first <= point <= last for first, last in _BLOCKS)
        and point not in _UNSEEN
        and category(letter)[0] in _KEPT
    )


_RANGES: Final = "".join(f"{chr(first)}-{chr(last)}" for first, last in _BLOCKS)
_ANY: Final = pattern(f"[{_RANGES}]")


def asian(text: str) -> frozenset[str]:
    """Return the letters of these scripts in a text."""
    return frozenset(one for one in _ANY.findall(text) if is_asian(one))


def by_code_point(text: str, wanted: frozenset[str] | None = None) -> str:
    """Return a text with letters of these scripts as [U+XXXX]: those wanted, or every one."""

    def shown(found: re.Match[str]) -> str:
        letter = found[0]
        is_wanted = letter in wanted if wanted is not None else is_asian(letter)
        return f"[U+{ord(letter):04X}]" if is_wanted else letter

    return _ANY.sub(shown, text)
