"""Put a picture into HTML: named for screen readers, its ids its own."""

from functools import lru_cache
from io import BytesIO

from lxml import etree

from escp_docs.document import Figure, plain
from escp_docs.errors import ExportError
from escp_docs.pattern import pattern

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "{http://www.w3.org/1999/xlink}href"
_REFUSED = {f"{{{_SVG}}}{name}" for name in ("script", "foreignObject", "image", "a", "style")}
_URL = pattern(r"url\(\s*(['\"]?)([^)'\"]*)\1\s*\)")


@lru_cache(maxsize=32)  # most figures stay as they are while a spec is worked on
def inline_svg(figure: Figure) -> str:
    """Return the picture of a figure as an element that can stand in HTML.

    Its ids bear the id of the figure in front; its title, read in place of the picture, says in
    words what it shows.

    Raises:
        ExportError: the picture is no SVG, runs a script, or asks for another file.
    """
    root = _parsed(figure)
    for element in root.iter(etree.Element):
        _check(element, figure)
        for name, value in element.attrib.items():
            element.set(name, _own_references(str(name), str(value), figure))
    _describe(root, figure)
    return etree.tostring(root, encoding="unicode")


def _parsed(figure: Figure) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.parse(BytesIO(figure.svg.encode()), parser).getroot()
    except etree.XMLSyntaxError as error:
        raise ExportError(f"the picture of figure {figure.id!r} is no SVG: {error}") from error
    if root.tag != f"{{{_SVG}}}svg":
        raise ExportError(f"the picture of figure {figure.id!r} is no SVG but <{root.tag}>")
    return root


def _check(element: etree._Element, figure: Figure) -> None:
    name = etree.QName(element).localname
    if element.tag in _REFUSED:
        raise ExportError(f"the picture of figure {figure.id!r} holds <{name}>")
    attributes = {str(key): str(value) for key, value in element.attrib.items()}
    targets = [value for key, value in attributes.items() if key in {"href", _XLINK}]
    targets += [match[2] for value in attributes.values() for match in _URL.finditer(value)]
    if any(not target.startswith("#") for target in targets):
        raise ExportError(f"<{name}> in figure {figure.id!r} asks for another file")
    if any(key.startswith("on") for key in attributes):
        raise ExportError(f"<{name}> in figure {figure.id!r} runs a script")


def _own_references(name: str, value: str, figure: Figure) -> str:
    if name == "id":
        return f"{figure.id}:{value}"
    if name in {"href", _XLINK}:
        return f"#{figure.id}:{value.removeprefix('#')}"
    return _URL.sub(lambda match: f"url(#{figure.id}:{match[2].removeprefix('#')})", value)


def _describe(root: etree._Element, figure: Figure) -> None:
    for tag in ("title", "desc"):
        for old in root.findall(f"{{{_SVG}}}{tag}"):
            root.remove(old)
    words = {"title": figure.alternative, "desc": plain(figure.caption)}
    for place, (tag, text) in enumerate(words.items()):
        element = etree.Element(f"{{{_SVG}}}{tag}", id=f"{figure.id}::{tag}")
        element.text = text
        root.insert(place, element)
    root.set("role", "img")
    root.set("aria-labelledby", f"{figure.id}::title")
    root.set("aria-describedby", f"{figure.id}::desc")
    root.set("width", f"{figure.width_mm:g}mm")
    root.set("height", f"{figure.height_mm:g}mm")
