"""SVG made safe: elements and attributes of a closed list, and nothing that leads out of it."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from escp_docs.document import PictureKind
from escp_docs.pattern import pattern
from escp_docs.pictures.faults import PictureError
from escp_docs.pictures.reading import ShownPicture
from escp_docs.pictures.svg_style import PROPERTIES, Rule, declarations, matches, rules

_SVG: Final = "http://www.w3.org/2000/svg"
_XLINK: Final = "{http://www.w3.org/1999/xlink}href"
_MM_PER_DOT: Final = 25.4 / 96
MOST_ELEMENTS: Final = 20_000
"""Elements of a picture, those that `use` repeats counted as often as they are drawn."""
MOST_LETTERS: Final = 1_000_000
"""Letters of all attributes of a picture, which are points of lines for the most part."""
_DEEPEST: Final = 64
_LARGEST_SIZE: Final = 100_000  # of letters and between them, beyond which programs lose count
_SIZES: Final = frozenset({"font-size", "letter-spacing", "word-spacing", "stroke-width"})
_FIGURE: Final = pattern(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")

_ELEMENTS: Final = frozenset(
    {
        *("svg", "g", "defs", "symbol", "use", "path", "rect", "circle", "ellipse", "line"),
        *("polyline", "polygon", "text", "tspan", "linearGradient", "radialGradient", "stop"),
        *("clipPath", "mask", "pattern", "title", "desc", "style"),
    }
)
_ATTRIBUTES: Final = PROPERTIES | {
    *("id", "viewBox", "preserveAspectRatio", "width", "height", "x", "y", "x1", "y1", "x2", "y2"),
    *("cx", "cy", "r", "rx", "ry", "fx", "fy", "d", "points", "transform", "offset", "dx", "dy"),
    *("gradientUnits", "gradientTransform", "spreadMethod", "clipPathUnits", "maskUnits"),
    *("maskContentUnits", "patternUnits", "patternContentUnits", "patternTransform"),
}
_AROUND: Final = frozenset({"a", "switch"})
_SILENT: Final = frozenset({"metadata", "title", "desc", "style", "namedview"})
_URL: Final = pattern(r"url\(\s*(['\"]?)([^)'\"]*)\1\s*\)")
_LENGTH: Final = pattern(r"\s*([0-9]*\.?[0-9]+(?:[eE][-+]?[0-9]+)?)\s*(px|pt|pc|mm|cm|in|)\s*")
_UNITS: Final = {
    "": 1.0,
    "px": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "in": 96.0,
}


def looks_like_svg(data: bytes) -> bool:
    """Whether a file is a text that may be an SVG."""
    return b"<svg" in data[:4096] or b":svg" in data[:4096]


def is_clean(data: bytes) -> bool:
    """Whether an SVG holds nothing that `vector` would take out."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        cleaned = etree.fromstring(vector(data).content)
        whole = etree.fromstring(data, parser)
    except (PictureError, RecursionError, etree.XMLSyntaxError):
        return False
    return bool(etree.tostring(cleaned, method="c14n") == etree.tostring(whole, method="c14n"))


def vector(data: bytes) -> ShownPicture:
    """Return an SVG as it is printed.

    Raises:
        PictureError: it is no well-formed SVG, has no size, or draws more than can be drawn.
    """
    root = _parsed(data)
    lost: dict[str, None] = {}
    sheet = [rule for one in root.iter(f"{{{_SVG}}}style") for rule in rules(one.text or "")]
    _clean(root, sheet, lost, 0)
    _count(root)
    width, height = _size(root)
    root.set("viewBox", root.get("viewBox") or f"0 0 {width:g} {height:g}")
    for name in ("width", "height", "x", "y"):
        if name in root.attrib:
            root.attrib.pop(name)
    etree.cleanup_namespaces(root, top_nsmap={None: _SVG})  # type: ignore[dict-item]  # the default
    text = etree.tostring(root, encoding="unicode")
    return ShownPicture(
        PictureKind.SVG, text, width * _MM_PER_DOT, height * _MM_PER_DOT, tuple(sorted(lost))
    )


def _parsed(data: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise PictureError(
            f"it is no well-formed SVG: {error.msg}", "save it again from the program it is from"
        ) from error
    if root.tag != f"{{{_SVG}}}svg":
        raise PictureError("it is XML, but no SVG", "save it as SVG")
    return root


def _clean(element: etree._Element, sheet: list[Rule], lost: dict[str, None], depth: int) -> None:
    """Take out of an element what is not on the lists, and note what was to be seen."""
    if depth > _DEEPEST:
        raise PictureError("its parts stand in each other too deep", "ungroup them, and save again")
    for child in list(element):
        name = _name(child)
        if name in _AROUND:  # what is in it is drawn as if it stood alone
            child.tag, name = f"{{{_SVG}}}g", "g"
        if name not in _ELEMENTS:
            _take_out(child, lost)
        elif name in {"title", "desc", "style"}:
            _remove(child)
        else:
            _clean(child, sheet, lost, depth + 1)
    _restyle(element, sheet)
    for key in list(element.attrib):
        _check_attribute(element, str(key), lost)


def _name(element: etree._Element) -> str:
    """Return the name of an element of SVG; empty of any other, and of an entity."""
    if not isinstance(element.tag, str):
        return ""
    name = etree.QName(element)
    return name.localname if name.namespace == _SVG else ""


def _take_out(element: etree._Element, lost: dict[str, None]) -> None:
    if isinstance(element.tag, str):
        name = etree.QName(element)
        if name.namespace == _SVG and name.localname not in _SILENT:
            lost[f"<{name.localname}>"] = None
    else:
        lost["an entity"] = None
    _remove(element)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    if element.tail and _name(parent) in {"text", "tspan"}:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def _restyle(element: etree._Element, sheet: list[Rule]) -> None:
    """Set what style sheets and the style of an element say as attributes of it."""
    said: dict[str, str] = {}
    for rule in sheet:
        if matches(element, rule):
            said |= rule[3]
    said |= declarations(str(element.get("style", "")))
    for name, value in said.items():
        if "!" not in value:
            element.set(name, value)


def _check_attribute(element: etree._Element, key: str, lost: dict[str, None]) -> None:
    value = str(element.get(key))
    if key in _SIZES and any(abs(float(one)) > _LARGEST_SIZE for one in _FIGURE.findall(value)):
        raise PictureError("a part of it is larger than any paper", "draw it in a usual size")
    if key in {"href", _XLINK}:
        element.attrib.pop(key)
        if value.startswith("#"):
            element.set("href", value)
        else:
            lost["a link to another file"] = None
    elif key not in _ATTRIBUTES:
        element.attrib.pop(key)
    elif any(not found[2].startswith("#") for found in _URL.finditer(value)):
        element.attrib.pop(key)
        lost["a link to another file"] = None


def _count(root: etree._Element) -> None:
    """Make sure that what is repeated, and repeats others, stays within bounds."""
    by_id = {str(one.get("id")): one for one in root.iter() if one.get("id")}
    known: dict[str, int] = {}

    def drawn(element: etree._Element, around: tuple[str, ...]) -> int:
        found = 1
        for child in element:
            found += drawn(child, around)
        for name in _named(element):
            if name in around:
                raise PictureError("a part of it is drawn within itself", "draw it anew")
            if len(around) > _DEEPEST:
                raise PictureError("its parts draw each other too deep", "save it as PNG")
            if name in by_id:
                if name not in known:
                    known[name] = drawn(by_id[name], (*around, name))
                found += known[name]
        if found > MOST_ELEMENTS:
            raise PictureError(
                f"it draws more than {MOST_ELEMENTS:,} parts", "make it simpler, or save it as PNG"
            )
        return found

    drawn(root, ())
    if sum(len(value) for one in root.iter() for value in one.attrib.values()) > MOST_LETTERS:
        raise PictureError(
            "its lines have far too many points", "make it simpler, or save it as PNG"
        )


def _named(element: etree._Element) -> Iterator[str]:
    """Yield the ids of what an element draws besides its own parts."""
    for key, value in element.attrib.items():
        if key == "href":
            yield str(value)[1:]
        else:
            yield from (found[2][1:] for found in _URL.finditer(str(value)))


def _size(root: etree._Element) -> tuple[float, float]:
    """Return width and height in dots of 1/96 inch, as the file states or shapes them."""
    box = [_number(one) for one in re.split(r"[\s,]+", str(root.get("viewBox", "")).strip())]
    sides = [box[2], box[3]] if len(box) == 4 and None not in box else [None, None]  # noqa: PLR2004
    wide, high = _length(root.get("width")), _length(root.get("height"))
    width, height = wide or sides[0], high or sides[1]
    if not width or not height or width <= 0 or height <= 0:
        raise PictureError("it does not say how large it is", "give it a width and a height")
    if sides[0] and sides[1] and bool(wide) != bool(high):
        ratio = sides[1] / sides[0]
        width, height = (wide, wide * ratio) if wide else ((high or 1) / ratio, high or 1)
    return width, height


def _number(text: str) -> float | None:
    try:
        found = float(text)
    except ValueError:
        return None
    return found if abs(found) < 1e9 else None  # noqa: PLR2004


def _length(text: object) -> float | None:
    found = _LENGTH.fullmatch(str(text)) if text is not None else None
    size = float(found[1]) * _UNITS[found[2]] if found else 0.0
    return size if 0 < size < 1e7 else None  # noqa: PLR2004
