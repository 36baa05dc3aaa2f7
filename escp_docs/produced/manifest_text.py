"""What a document says, as the manifest keeps it: a list for each piece."""

from collections.abc import Mapping
from typing import Any

from escp_docs.produced.expected_text import ExpectedText, Piece

_HEADING, _HEAD = "#", "|"
_LISTS = ("notes", "figures", "running", "links", "asides")


def dump(words: ExpectedText) -> dict[str, Any]:
    """Return what a document says as plain values: mark, number, text and paths of each piece."""
    return {
        "pieces": [[_mark(one), one.number, one.text, *one.paths] for one in words.pieces],
        "notes": list(words.notes),
        "figures": list(words.figures),
        "running": list(words.running),
        "links": list(words.links),
        "asides": list(words.asides),
        "foot": words.foot,
    }


def _mark(piece: Piece) -> str:
    return _HEADING * piece.is_heading + _HEAD * piece.is_head


def load(found: Mapping[str, Any]) -> ExpectedText:
    """Return what a document says from what `dump` gave.

    Raises:
        ValueError, KeyError, TypeError: it is something else.
    """
    lines = [[str(one) for one in piece] for piece in found["pieces"]]
    return ExpectedText(
        tuple(
            Piece(text, number, mark == _HEADING, tuple(paths), mark == _HEAD)
            for mark, number, text, *paths in lines
        ),
        foot=str(found["foot"]),
        **{name: tuple(map(str, found[name])) for name in _LISTS},
    )
