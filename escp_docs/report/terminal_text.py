"""Text of a spec on a terminal: what would move the cursor or turn the line is named instead."""

import textwrap
import unicodedata
from collections.abc import Callable, Iterator
from typing import Final

from msgspec import Struct

from escp_docs.pattern import pattern

_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})

Paint = Callable[[str, str], str]
"""Gives a text a colour ("red", "yellow", "cyan", "green", "bold"), or leaves it as it is."""


_ENTRY: Final = pattern(r"^.*\[([^\[\]]*[^\[\]0-9][^\[\]]*)\]\.?")
_ESCAPE: Final = pattern(r"\x1b\[[0-9;]*m")
_INDENT: Final = "    "
_NARROWEST: Final = 40


def plain(text: str, colour: str) -> str:
    """Return `text` without colour."""
    del colour
    return text


class TextLayout(Struct, frozen=True):
    """How findings are told.

    Args:
        paint: Gives a text a colour ("red", "yellow", "cyan", "green", "bold"), or leaves it.
        is_full: Whether source lines, facts, cures and sources stand below each, or a line is all.
        width: Columns of the terminal; None where there is none, so that no line is broken.
        is_overview: Whether the verdict of each spec is all that is told, as of a folder of specs.
        is_one_of_many: Whether several specs, or some rules alone, are told: then no keys are named
            to state next.
    """

    paint: Paint = plain
    is_full: bool = False
    width: int | None = None
    is_one_of_many: bool = False
    is_overview: bool = False

    def key(self, path: str) -> str:
        """Return a path, on a terminal with the name of its entry: "eccp.status of TIDE"."""
        named = _ENTRY.match(path) if self.width else None
        rest = path[named.end() :] if named else ""
        return f"{rest} of {named[1]}" if named and rest else path


def wrapped(text: str, layout: TextLayout) -> Iterator[str]:
    """Yield the lines of a text: one, or on a terminal as many as it takes between words."""
    colours = sum(map(len, _ESCAPE.findall(text)))
    if layout.width is None or len(text) - colours <= layout.width:
        yield text
        return
    # Colours stand in the first line alone and take no column.
    first = textwrap.wrap(
        text,
        max(layout.width, _NARROWEST),
        initial_indent="",
        subsequent_indent=_INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )
    yield from first


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
