"""Read a Word file as a word processor would: its text, its fields, and its computed numbers."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import cast
from zipfile import ZipFile

from lxml import etree

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = {"w": _W}


class WordFile:
    """The parts of a .docx file."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(BytesIO(data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}

    def xml(self, name: str) -> etree._Element:
        """Return a part, parsed."""
        return etree.fromstring(self.parts[name])

    @property
    def document(self) -> etree._Element:
        """The body."""
        return self.xml("word/document.xml")

    @property
    def custom_xml(self) -> dict[str, etree._Element]:
        """What stands behind the controls: the root of each part by the id of its store."""
        roots: dict[str, etree._Element] = {}
        for name in sorted(self.parts, key=lambda one: (len(one), one)):
            if name.startswith("customXml/itemProps"):
                store = found(self.xml(name), "@*[local-name()='itemID']")
                roots[str(store[0])] = self.xml(name.replace("Props", ""))
        return roots


def found(
    element: etree._Element, path: str, spaces: Mapping[str, str] = SPACES
) -> list[etree._Element]:
    """Return the elements on a path, with w: for WordprocessingML unless told otherwise."""
    hits = element.xpath(path, namespaces=dict(spaces))
    return cast("list[etree._Element]", hits)  # noqa: SLF001 - lxml names no other type


def value(element: etree._Element, path: str) -> str | None:
    """Return w:val of the first element on a path."""
    hits = found(element, path)
    return hits[0].get(f"{{{_W}}}val") if hits else None


def words(element: etree._Element) -> str:
    """Return the text of an element, without the numbers of footnotes."""
    texts = found(element, ".//w:t[not(../w:rPr/w:rStyle/@w:val='FootnoteReference')] | .//w:br")
    return "".join(text.text or "" if text.tag.endswith("}t") else " " for text in texts)


@dataclass(frozen=True)
class ComplexField:
    """A field: what it asks for, and the text that stands there."""

    instruction: str
    result: str


def fields(element: etree._Element) -> Iterator[ComplexField]:
    """Yield the innermost fields of an element."""
    stack: list[tuple[list[str], list[str]]] = []
    for item in element.iter(f"{{{_W}}}fldChar", f"{{{_W}}}instrText", f"{{{_W}}}t"):
        name = etree.QName(item).localname
        kind = item.get(f"{{{_W}}}fldCharType")
        if kind == "begin":
            stack.append(([], []))
        elif kind == "end":
            instruction, result = stack.pop()
            yield ComplexField("".join(instruction).strip(), "".join(result))
        elif kind is None and stack:
            stack[-1][0 if name == "instrText" else 1].append(item.text or "")


def bookmark_text(document: etree._Element, name: str) -> str:
    """Return the text between the two ends of a bookmark."""
    (start,) = found(document, f".//w:bookmarkStart[@w:name='{name}']")
    number = start.get(f"{{{_W}}}id")
    texts: list[str] = []
    for item in start.itersiblings():
        if item.tag == f"{{{_W}}}bookmarkEnd" and item.get(f"{{{_W}}}id") == number:
            return "".join(texts)
        texts.append(words(item))
    raise AssertionError(f"{name} has no end")


def labels(file: WordFile) -> list[tuple[etree._Element, str]]:
    """Return each numbered paragraph with the label that a word processor computes for it."""
    numbering, styles = file.xml("word/numbering.xml"), file.xml("word/styles.xml")
    counts: dict[str, dict[int, int]] = defaultdict(dict)
    started: set[tuple[str, int]] = set()
    result: list[tuple[etree._Element, str]] = []
    for paragraph in found(file.document, ".//w:p"):
        place = _place(paragraph, styles)
        if place is None:
            continue
        (instance,) = found(numbering, f"w:num[@w:numId='{place[0]}']")
        definition = value(instance, "w:abstractNumId") or ""
        level, count = place[1], counts[definition]
        start = value(instance, f"w:lvlOverride[@w:ilvl='{level}']/w:startOverride")
        if start and (place[0], level) not in started:
            count[level] = int(start) - 1
        started.add((place[0], level))
        count[level] = count.get(level, 0) + 1
        for deeper in [key for key in count if key > level]:
            del count[deeper]
        (abstract,) = found(numbering, f"w:abstractNum[@w:abstractNumId='{definition}']")
        result.append((paragraph, _label(abstract, level, count)))
    return result


def _place(paragraph: etree._Element, styles: etree._Element) -> tuple[str, int] | None:
    """Return the list and the level of a paragraph, from itself or from its style."""
    style = value(paragraph, "w:pPr/w:pStyle")
    sources = (paragraph, *found(styles, f"w:style[@w:styleId='{style}']"))
    for source in sources:
        if number := value(source, "w:pPr/w:numPr/w:numId"):
            return number, int(value(source, "w:pPr/w:numPr/w:ilvl") or 0)
    return None


def _label(abstract: etree._Element, level: int, count: dict[int, int]) -> str:
    def number(hit: re.Match[str]) -> str:
        place = int(hit[1]) - 1
        (lvl,) = found(abstract, f"w:lvl[@w:ilvl='{place}']")
        return _shaped(count.get(place, 1), value(lvl, "w:numFmt") or "")

    text = value(abstract, f"w:lvl[@w:ilvl='{level}']/w:lvlText") or ""
    return re.sub(r"%(\d)", number, text)


def _shaped(number: int, shape: str) -> str:
    letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    roman = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")[min(number, 10)]
    shapes = {"upperLetter": letter.upper(), "lowerLetter": letter, "lowerRoman": roman}
    shapes |= {"upperRoman": roman.upper(), "decimal": str(number), "bullet": ""}
    return shapes[shape]
