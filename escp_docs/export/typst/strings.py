"""Text as strings of Typst, so that nothing of it is ever read as code."""

from typing import Final
from unicodedata import category

_ESCAPES: Final = str.maketrans({
    '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"
})  # fmt: skip


def quoted(text: str) -> str:
    """Return text as a string of Typst."""
    shown = "".join(one if one.isprintable() or one in "\n\r\t" else _named(one) for one in text)
    return f'"{_escaped(shown)}"'


def _escaped(text: str) -> str:
    parts = text.split("\0")
    return "".join(
        f"\\u{{{part}}}" if index % 2 else part.translate(_ESCAPES)
        for index, part in enumerate(parts)
    )


def _named(character: str) -> str:
    # A lone half of a character can stand in no file.
    is_half = category(character) == "Cs"
    return "\0fffd\0" if is_half else f"\0{ord(character):x}\0"
