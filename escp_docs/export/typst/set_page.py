"""A page that Typst has set, as a picture, and what stands where on it."""

from collections.abc import Mapping
from hashlib import blake2b
from typing import Final
from xml.parsers import expat

from msgspec import Struct

from escp_docs.export.typst.medium import Lead, LeadKind
from escp_docs.pattern import pattern

_STEP: Final = pattern(r"(translate|scale|matrix)\(([-0-9.e ]+)\)")
_Matrix = tuple[float, float, float, float, float, float]
_SAME: Final[_Matrix] = (1, 0, 0, 1, 0, 0)


class Area(Struct, frozen=True):
    """A part of a page that leads elsewhere; `box` is left, top, width and height in points."""

    box: tuple[float, float, float, float]
    lead: Lead


class SetPage(Struct, frozen=True):
    """A page as a picture in which no word is text.

    Attributes:
        name: Pages of one name look the same.
        svg: The picture.
        width: Its width in points.
        height: Its height in points.
        areas: What leads elsewhere, in reading order.
        headings: The headings that begin on it.
    """

    name: str
    svg: bytes
    width: float
    height: float
    areas: tuple[Area, ...]
    headings: tuple[str, ...]


def set_page(
    svg: bytes, leads: Mapping[str, Lead], headings: Mapping[str, str], known: Mapping[str, SetPage]
) -> SetPage:
    """Return a page that Typst has set; one that is known is not read again.

    Args:
        svg: The page, as Typst gives it.
        leads: What the sign of a link stands for.
        headings: The words of headings, by their ids.
        known: Pages by their names.
    """
    name = blake2b(svg, digest_size=12).hexdigest()
    found = known.get(name)
    if found is not None:
        return found
    reader = _Reader(leads)
    reader.read(svg)
    begun = (one.lead.to for one in reader.areas if one.lead.kind is LeadKind.PLACE)
    titles = dict.fromkeys(headings[one] for one in begun if headings.get(one))
    return SetPage(name, svg, *reader.size, tuple(reader.areas), tuple(titles))


class _Reader:
    """Follows the moves of a picture down to the boxes of its links."""

    def __init__(self, leads: Mapping[str, Lead]) -> None:
        self.areas: list[Area] = []
        self.size = (0.0, 0.0)
        self._leads = leads
        self._moves: list[_Matrix] = [_SAME]
        self._lead: Lead | None = None

    def read(self, svg: bytes) -> None:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._begins
        parser.EndElementHandler = self._ends
        parser.Parse(svg, True)  # noqa: FBT003  # its own signature

    def _begins(self, name: str, attributes: dict[str, str]) -> None:
        if name in {"use", "path"}:  # most of them
            return
        if name in {"g", "a"}:
            self._moves.append(_after(self._moves[-1], attributes.get("transform", "")))
        if name == "a":
            self._lead = self._leads.get(attributes.get("href", ""))
        elif name == "rect" and self._lead is not None:
            self._add(self._lead, float(attributes["width"]), float(attributes["height"]))
        elif name == "svg":
            _, _, width, height = map(float, attributes["viewBox"].split())
            self.size = (width, height)

    def _ends(self, name: str) -> None:
        if name in {"g", "a"}:
            self._moves.pop()
        if name == "a":
            self._lead = None

    def _add(self, lead: Lead, width: float, height: float) -> None:
        a, b, c, d, e, f = self._moves[-1]
        corners = [(x, y) for x in (0, width) for y in (0, height)]
        across = [a * x + c * y + e for x, y in corners]
        down = [b * x + d * y + f for x, y in corners]
        left, top = min(across), min(down)
        self.areas.append(Area((left, top, max(across) - left, max(down) - top), lead))


def _after(before: _Matrix, steps: str) -> _Matrix:
    """Return a move and the steps after it, as SVG writes them, as one."""
    for how, numbers in _STEP.findall(steps):
        before = _both(before, _matrix(how, [float(one) for one in numbers.split()]))
    return before


def _matrix(how: str, numbers: list[float]) -> _Matrix:
    match how, numbers:
        case "translate", [x, y]:
            return (1, 0, 0, 1, x, y)
        case "scale", [x, y]:
            return (x, 0, 0, y, 0, 0)
        case "matrix", [a, b, c, d, e, f]:
            return (a, b, c, d, e, f)
        case _, [x]:
            return _matrix(how, [x, x if how == "scale" else 0])
        case _:
            return _SAME


def _both(one: _Matrix, other: _Matrix) -> _Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e,
        b * k + d * m + f,
    )  # fmt: skip
