"""Fields of a Word file that lead nowhere once its changes are accepted or rejected."""

import re
from collections.abc import Iterator
from typing import Literal

from lxml import etree

from escp_docs.produced.archive import opened

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NAMED = re.compile(r"(?:REF|NOTEREF|PAGEREF) (_\w+)")


def dead_references(data: bytes, changes: Literal["accept", "reject"]) -> set[str]:
    """Return the bookmarks that fields name and the file no longer has."""
    gone = {f"{_W}{'del' if changes == 'accept' else 'ins'}"}
    body = etree.fromstring(opened(data).parts["word/document.xml"])
    marks, codes = set(), []
    for element in _left(body, gone):
        if element.tag == f"{_W}bookmarkStart":
            marks.add(element.get(f"{_W}name"))
        elif element.tag in {f"{_W}instrText", f"{_W}delInstrText"}:
            codes.append(element.text or "")
    return set(_NAMED.findall(" ".join(codes))) - marks


def _left(element: etree._Element, gone: set[str]) -> Iterator[etree._Element]:
    """Yield what is left of an element: no words, paragraphs or rows that are gone."""
    if element.tag in gone or _is_gone(element, gone):
        return
    yield element
    for child in element:
        yield from _left(child, gone)


def _is_gone(element: etree._Element, gone: set[str]) -> bool:
    properties = {f"{_W}p": (f"{_W}pPr", f"{_W}rPr"), f"{_W}tr": (f"{_W}trPr",)}.get(element.tag)
    mark: etree._Element | None = element
    for name in properties or ():
        mark = None if mark is None else mark.find(name)
    return bool(properties) and mark is not None and any(one.tag in gone for one in mark)
