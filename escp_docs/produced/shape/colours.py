"""Colours, and how well one is told from another."""

from typing import Final

_WEIGHTS: Final = (0.2126, 0.7152, 0.0722)
_HEX: Final = 6
_DARKEST: Final = 0.04045  # up to here light grows with the number


_PALEST: Final = 3.0  # what is to be read has more, says the same source of large letters


def is_pale(letters: str, behind: str) -> bool:
    """Whether letters can hardly be told from what is behind them; ours have a contrast of 4.5."""
    return contrast(letters, behind) < _PALEST


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours given as RRGGBB: 1 for equal ones, 21 for black on white.

    Source: Web Content Accessibility Guidelines 2.2, definitions of contrast ratio and relative
    luminance. What is no colour is told from everything.
    """
    try:
        lights = sorted((_luminance(one), _luminance(other)))
    except ValueError:
        return 21.0
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(colour: str) -> float:
    digits = colour.lstrip("#")[-_HEX:]
    if len(digits) != _HEX:
        raise ValueError(colour)
    parts = (int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))
    linear = (
        part / 12.92 if part <= _DARKEST else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return sum(weight * part for weight, part in zip(_WEIGHTS, linear, strict=True))
