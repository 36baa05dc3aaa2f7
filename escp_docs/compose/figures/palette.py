"""The colours and letters of drawn figures; a test holds them equal to the look's design.yaml."""

from typing import Final

INK: Final = "#1B2026"
MUTED: Final = "#52606A"
RULE: Final = "#B4C2CA"

DARK: Final = "#0B4A63"
MIDDLE: Final = "#7FB3C8"
WARM: Final = "#F4C48F"
MARK: Final = "#A8480F"
LAND: Final = "#DCE3E7"
PAPER: Final = "#FFFFFF"

FONTS: Final = "ESCP Sans,DejaVu Sans"
"""The families of words in a figure, the fallback last."""

TEXT_MM: Final = 2.8
"""The size of words in a figure, 8 points: at 60 % of its size they can still be read."""

WIDTH_MM: Final = 162.0
"""The width of the text on an upright page."""

TALLEST_MM: Final = 220.0
"""The height that a figure has at most, so that it fits on a page with its caption."""
