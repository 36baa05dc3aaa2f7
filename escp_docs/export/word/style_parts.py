"""Fill the XML files of the look with design values, in the units of WordprocessingML."""

import re
from collections.abc import Callable, Mapping

from escp_docs.errors import ExportError
from escp_docs.export.look import Design
from escp_docs.export.word.markup import twips
from escp_docs.pattern import pattern

_PLACE = pattern(r"\$\{([a-z_0-9.]+)\}")
_BAR = 3  # points: the bar left of a box
_ASIDE = 1.6  # cells are padded more at their sides than above and below, as in document.css


def filled(text: str, design: Design, words: Mapping[str, str]) -> str:
    """Return a file of the look with a value in each place.

    Args:
        text: XML with places such as ${halves.size.text}: unit, group and name of a design value.
        design: The design values.
        words: XML for places that bear a single name, such as ${acronym}.

    Raises:
        ExportError: there is no such value or unit.
    """

    def value(place: re.Match[str]) -> str:
        unit, _, name = place[1].partition(".")
        if not name and unit in words:
            return words[unit]
        if unit not in _UNITS:
            raise ExportError(f"a Word file of the look asks for {place[1]!r}, which is not known")
        return str(_UNITS[unit](design, *name.split(".")))

    return _PLACE.sub(value, text)


def text_width_mm(design: Design, *, sideways: bool) -> float:
    """Return the width of the text on a page."""
    paper = design.number("page", "height" if sideways else "width")
    return paper - design.number("page", "left") - design.number("page", "right")


def _line(design: Design, leading: str, size: str) -> int:
    # A height in points, as the same height in lines would differ from font to font.
    return round(design.number("leading", leading) * design.number("size", size) * 20)


def _beyond_paragraph(design: Design, name: str) -> int:
    # Word adds the space below a paragraph to the space above the next; in CSS the larger counts.
    paragraph = design.number("space", "paragraph_after")
    return round(max(0, design.number("space", name) - paragraph) * 20)


def _hanging(design: Design, level: str, above: str) -> int:
    return twips(design.number("clause", level) - design.number("clause", above))


_UNITS: Mapping[str, Callable[..., int | str]] = {
    "halves": lambda design, *name: round(design.number(*name) * 2),
    "points": lambda design, *name: round(design.number(*name) * 20),
    "aside": lambda design, *name: round(design.number(*name) * 20 * _ASIDE),
    "boxed": lambda design, *name: round((design.number(*name) + _BAR) * 20),
    "above": _beyond_paragraph,
    "line": _line,
    "whole": lambda design, *name: round(design.number(*name)),
    "hang": _hanging,
    "paper": lambda design, *name: twips(design.number(*name)),
    "fill": lambda design, name: design.word("colour", name).lstrip("#").upper(),
    "font": lambda design, name: design.word("font", name),
    "right": lambda design, way: twips(text_width_mm(design, sideways=way == "sideways")),
    "middle": lambda design, way: twips(text_width_mm(design, sideways=way == "sideways") / 2),
}
