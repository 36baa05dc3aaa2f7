"""Text of a spec on a terminal: what would move the cursor or turn the line is named instead."""

import unicodedata
from collections.abc import Callable

_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})

Paint = Callable[[str, str], str]
"""Gives a text a colour ("red", "yellow", "cyan", "green", "bold"), or leaves it as it is."""


def plain(text: str, colour: str) -> str:
    """Return `text` without colour."""
    del colour
    return text


def visible(text: str) -> str:
    """Return `text` with each control and format character as [U+XXXX]; a tab is a space."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        f"[U+{ord(one):04X}]" if unicodedata.category(one) in _HIDDEN and one != "\t" else one
        for one in text
    ).replace("\t", " ")


def colour_of(standing: str) -> str:
    """Return the colour in which a verdict is shown, by its word."""
    return {"eligible": "green", "undecided": "cyan"}.get(standing, "red")
