"""Text that can be printed: what no page can show is named by its code point instead.

That is what no shipped font has (font_coverage.py): emoji as well as control, private-use,
unassigned and direction-turning characters. Letters of Asian scripts stay: whoever opens a file has
fonts for them, and the writer of PDFs, which carry their fonts, deals with what it has none for.
A private-use character could else pose as one of our
markers, and a direction-turning one make a page say another thing than the spec does.
"""

from typing import Final

from escp_docs.compose.checks.font_coverage import RANGES
from escp_docs.document.asian_scripts import asian, is_asian
from escp_docs.pattern import pattern


def _class() -> str:
    points = (one.partition("-") for one in RANGES.split())
    pairs = ((int(first, 16), int(last or first, 16)) for first, _, last in points)
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in pairs)


_UNPRINTABLE: Final = pattern(f"[^\n\t{_class()}]")
_NAMED: Final = pattern(r"\[U\+([0-9A-F]{4,6})\]")
_LAST: Final = 0x10FFFF


def printable(text: str) -> str:
    """Return `text` with each character that cannot be printed as [U+XXXX]."""
    if text.isascii() and text.isprintable():
        return text
    return _UNPRINTABLE.sub(
        lambda found: found[0] if is_asian(found[0]) else f"[U+{ord(found[0]):04X}]", text
    )


def unshipped(text: str) -> frozenset[str]:
    """Return the letters of Asian scripts in a text that no shipped font has."""
    return frozenset(one for one in asian(text) if _UNPRINTABLE.match(one))


def replaced(text: str) -> tuple[str, ...]:
    """Return the characters that stand as [U+XXXX] in a printed text, each once, in order."""
    points = (int(found, 16) for found in _NAMED.findall(text))
    named = (chr(point) for point in points if point <= _LAST)
    return tuple(dict.fromkeys(one for one in named if _UNPRINTABLE.match(one)))
