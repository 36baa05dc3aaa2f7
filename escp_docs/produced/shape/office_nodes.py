"""The nodes of Office files: elements of every part, fields, relations, types."""

import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from lxml import etree

from escp_docs.pattern import pattern
from escp_docs.pictures.vector import is_clean
from escp_docs.produced.archive import Archive
from escp_docs.produced.shape.grammar import ShapeNode

_DIGITS: Final = pattern(r"\d+")
_NAMESPACES: Final = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "x",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "http://schemas.microsoft.com/office/word/2012/wordml": "w15",
    "http://schemas.microsoft.com/office/drawing/2016/SVG/main": "asvg",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "http://www.w3.org/2000/svg": "svg",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    "urn:schemas-microsoft-com:office:excel": "vx",
    "urn:escp-docs:fields": "f",
}
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PICTURES: Final = (".png", ".jpg", ".jpeg", ".odttf", ".ttf")
_PARTS_OF_XML: Final = (".xml", ".rels", ".svg", ".vml")

# Values that are names within one file, or words that are compared with the document's.
WORDS: Final = frozenset(
    {
        *("@r:id", "@r:embed", "@r:link", "@w:id", "@w:name", "@w:anchor", "@Id", "@Target"),
        *("@w:rsid", "@w:rsidR", "@w:rsidRPr", "@w:rsidP", "@w:rsidRDefault", "@w:rsidTr"),
        *("@w14:paraId", "@w14:textId", "@w:fullDate", "@xml:space", "@w:hint"),
        *("@w:ascii", "@w:hAnsi", "@w:cs", "@w:eastAsia", "@w:asciiTheme", "@w:fontKey"),
        *("@id", "@name", "@descr", "@title", "@displayName", "@ref", "@sqref", "@r", "@spans"),
        *("@dimension", "@location", "@display", "@tooltip", "@sheetId", "@activeCell"),
        *("@topLeftCell", "@promptTitle", "@prompt", "@error", "@errorTitle"),
        "word/numbering.xml w:lvlText@w:val",  # counted, and compared with the document's numbers
        *("@PartName", "@cellRange", "@document", "@path", "@viewBox"),
    }
)
_NAMED: Final = frozenset({"w:tag", "w:alias", "w:bookmarkStart", "w:placeholder"})


class PlacedNode(NamedTuple):
    """A node, and what says where it stands."""

    node: ShapeNode
    place: Callable[[], str]


def kind_of_part(name: str) -> str:
    """Return what the part is, whatever number it has: `word/header#.xml`."""
    path = PurePosixPath(name)
    return str(path.parent / _DIGITS.sub("#", path.name)) if path.parent.name else name


def nodes(archive: Archive) -> Iterator[PlacedNode]:
    """Yield every node of an Office file, part by part."""
    for name in sorted(archive.parts):
        yield from _of_part(name, archive)


def _of_part(name: str, archive: Archive) -> Iterator[PlacedNode]:
    kind = kind_of_part(name)
    yield PlacedNode(ShapeNode(f"part {kind}", "", {}), lambda: name)
    if not name.casefold().endswith(_PARTS_OF_XML):
        if not name.endswith(_PICTURES) and name != "mimetype":
            yield PlacedNode(ShapeNode(f"data {kind}", "", {}), lambda: name)
        return
    if name.startswith("word/media/") and is_clean(archive.parts[name]):
        return  # a picture of a spec: its words are read, and it can do nothing
    root = archive.mended(name) if name == "word/document.xml" else archive.xml(name)
    where = "" if kind.startswith("customXml/item#.xml") else f"{kind} "
    for element in root.iter():
        yield from _of_element(element, where, name)
    if "word/" in name:
        yield from _fields(root, where, name)


def _of_element(element: etree._Element, where: str, name: str) -> Iterator[PlacedNode]:
    if not isinstance(element.tag, str):
        yield PlacedNode(ShapeNode(f"{where}comment or instruction", "", {}), lambda: name)
        return
    tag = short(element.tag)
    tag = "f:value" if tag.startswith("f:") and tag != "f:fields" else tag
    if tag == "rel:Relationship":
        yield PlacedNode(_relation(element, where), lambda: name)
        return
    parent = element.getparent()
    attributes = {short(str(key)): str(value) for key, value in element.attrib.items()}
    if tag in _NAMED:
        attributes.pop("w:val", None)
    holder = "" if parent is None else f"{where}{short(str(parent.tag))}"
    has_words = bool((element.text or "").strip()) or any(
        (child.tail or "").strip() for child in element
    )
    yield PlacedNode(
        ShapeNode(f"{where}{tag}", holder, attributes, has_words), lambda: placed(element, name)
    )


def _relation(element: etree._Element, where: str) -> ShapeNode:
    target = str(element.get("Target") or "")
    is_outside = bool(element.get("TargetMode"))
    attributes = {
        "Type": str(element.get("Type") or "").partition("://")[2],
        "TargetMode": str(element.get("TargetMode") or "Internal"),
        "leads to": target if is_outside else _DIGITS.sub("#", target),
    }
    return ShapeNode(f"{where}rel:Relationship", "", attributes)


def short(tag: str) -> str:
    """Return a name of XML with the prefix that people know it by; an unknown space in full."""
    if not tag.startswith("{"):
        return tag
    space, _, name = tag[1:].partition("}")
    prefix = _NAMESPACES.get(space)
    return f"{prefix}:{name}" if prefix else f"{{{space}}}{name}"


def _fields(root: etree._Element, where: str, name: str) -> Iterator[PlacedNode]:
    """Yield each field by its instruction, however many runs it is cut into."""
    open_: list[list[str]] = []
    for element in root.iter(f"{_W}fldChar", f"{_W}instrText", f"{_W}fldSimple"):
        text = ""
        if element.tag == f"{_W}instrText":
            if open_:
                open_[-1].append(element.text or "")
                continue
            text = element.text or ""
        elif element.tag == f"{_W}fldSimple":
            text = str(element.get(f"{_W}instr") or "")
        elif element.get(f"{_W}fldCharType") == "begin":
            open_.append([])
            continue
        elif element.get(f"{_W}fldCharType") == "end" and open_:
            text = "".join(open_.pop())
        else:
            continue
        node = ShapeNode(f"{where}field", "", {"instruction": instruction(text)})
        yield PlacedNode(node, lambda element=element: placed(element, name))  # type: ignore[misc]
    for left in open_:
        yield PlacedNode(
            ShapeNode(f"{where}field", "", {"instruction": instruction("".join(left))}),
            lambda: name,
        )


def instruction(text: str) -> str:
    """Return what a field does: its name and switches, without what it is about."""
    words = re.findall(r'"[^"]*"|\S+', text)
    if not words:
        return ""
    name = words[0].upper()
    about = [one for one in words[1:] if not one.startswith("\\")]
    foreign = [one for one in about if re.search(r"[/\\:]|\.\w{2,4}\b", one)]
    switches = sorted(one for one in words[1:] if one.startswith("\\"))
    return " ".join((name, *switches, *foreign))


def placed(element: etree._Element, name: str) -> str:
    """Return where an element stands: the words of its paragraph, else its part and line."""
    for one in (element, *element.iterancestors()):
        if one.tag == f"{_W}p":
            words = "".join(text.text or "" for text in one.iter(f"{_W}t"))
            if words.strip():
                return f'{name}, "{" ".join(words.split())[:60]}"'
    cell = next((one for one in (element, *element.iterancestors()) if one.get("r")), None)
    return f"{name}, {cell.get('r')}" if cell is not None else name
