"""Text that can be printed: what no page can show is named by its code point instead."""

import unicodedata
from typing import Final

# They turn the reading direction of what follows: a value could make a page say another thing
# than the spec does ("Trojan Source", CVE-2021-42574).
_DIRECTION: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_UNPRINTABLE: Final = frozenset({"Cc", "Co", "Cn", "Cs"})
_SPACE: Final = frozenset("\n\t")


def printable(text: str) -> str:
    """Return `text` with each character that cannot be printed as [U+XXXX].

    These are control, private-use, unassigned and direction-turning characters. A private-use
    character could else pose as one of our markers.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character in _SPACE:
        return character
    if character in _DIRECTION or unicodedata.category(character) in _UNPRINTABLE:
        return f"[U+{ord(character):04X}]"
    return character
