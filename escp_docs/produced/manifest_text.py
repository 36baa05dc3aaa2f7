"""What a document says, as the manifest keeps it: a list for each piece."""

from collections.abc import Mapping
from typing import Any

from escp_docs.produced.expected_text import ExpectedText, Piece

_HEADING, _HEAD, _LABEL = "#", "|", "."
_LISTS = ("notes", "figures", "running", "links", "asides")


def dump(words: ExpectedText) -> dict[str, Any]:
    """Return what a document says as plain values: mark, number, text and paths of each piece."""
    return {
        "pieces": [
            [_mark(one), one.number or one.label, one.text, *one.paths] for one in words.pieces
        ],
        "notes": list(words.notes),
        "figures": list(words.figures),
        "running": list(words.running),
        "links": list(words.links),
        "asides": list(words.asides),
        "foot": words.foot,
        "counted": words.is_counted,
    }


def _mark(piece: Piece) -> str:
    label = _LABEL * bool(piece.label and not piece.number)
    return _HEADING * piece.is_heading + _HEAD * piece.is_head + label


def load(found: Mapping[str, Any]) -> ExpectedText:
    """Return what a document says from what `dump` gave.

    Raises:
        ValueError, KeyError, TypeError: it is something else.
    """
    lines = [[str(one) for one in piece] for piece in found["pieces"]]
    return ExpectedText(
        tuple(_piece(mark, number, text, paths) for mark, number, text, *paths in lines),
        foot=str(found["foot"]),
        is_counted=found.get("counted") is True,  # manifests of 0.2 did not keep labels
        **{name: tuple(map(str, found[name])) for name in _LISTS},
    )


def _piece(mark: str, number: str, text: str, paths: list[str]) -> Piece:
    label = number if _LABEL in mark else ""
    number = "" if label else number
    return Piece(text, number, _HEADING in mark, tuple(paths), _HEAD in mark, label)
