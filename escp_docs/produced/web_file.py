"""What an HTML file says."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from escp_docs.pattern import pattern
from escp_docs.produced.archive import UnreadableFileError
from escp_docs.produced.extracted import ExtractedText
from escp_docs.produced.normalize import squeezed
from escp_docs.produced.web_page import page_of

_FOREIGN: Final = ("script", "iframe", "object", "embed", "form", "base", "frame", "link")
_LOADING: Final = ("src", "srcset", "poster", "data", "background", "action", "formaction")
_ABOUT: Final = ("author", "description", "keywords", "dcterms.created")
_LABEL: Final = pattern(r"list-style-type:\s*(['\"])(?P<label>.*?)\1")
_NOTES: Final = "doc-endnotes"
_WITHIN_LINES: Final = frozenset(
    ("a", "b", "bdi", "code", "em", "i", "label", "mark", "small", "span", "strong", "sub", "sup")
)


def read(data: bytes) -> ExtractedText:
    """Return what an .html says.

    Raises:
        UnreadableFileError: it is no HTML.
    """
    page = page_of(data)
    main = page.find(".//main")
    if main is None:
        raise UnreadableFileError("it is not the HTML that was built: it has no main part")
    notes = (
        one
        for section in main.iter("section")
        if section.get("role") == _NOTES
        for one in section.iter("p")
    )
    hrefs = (str(one.get("href", "#")) for one in page.iter("a"))
    return ExtractedText(
        "".join(_words(main)),
        tuple(squeezed("".join(map(str, one.itertext()))) for one in notes),
        tuple(_figures(main)),
        heads=(_beside(page, "header"),),
        feet=(_beside(page, "footer"),),
        links=frozenset(href for href in hrefs if href[:1] != "#"),
        asides=tuple(_asides(page)),
        labels=tuple(_labels(main)),
        dangers=tuple(_dangers(page)),
    )


def _beside(page: etree._Element, tag: str) -> str:
    """Return the words above or below the main part."""
    return squeezed("".join(str(words) for one in page.iter(tag) for words in one.itertext()))


def _asides(page: etree._Element) -> Iterator[str]:
    """Yield title, author, subject, keywords and date of the page, and the words for pictures."""
    for one in page.iter("title", "desc"):
        yield "".join(map(str, one.itertext()))
    for one in page.iter("img"):
        yield str(one.get("alt", ""))
    for one in page.iter("mark"):
        yield str(one.get("title", ""))
    for one in page.iter("meta"):
        if str(one.get("name")) in _ABOUT:
            yield str(one.get("content", ""))


def _words(element: etree._Element) -> Iterator[str]:
    if not isinstance(element.tag, str):
        yield element.tail or ""
        return
    ends = "" if element.tag in _WITHIN_LINES else "\n"  # a sign begins or ends a cell
    if element.tag != "svg" and element.get("role") != _NOTES:
        yield ends + (element.text or "")
        for child in element:
            yield from _words(child)
    yield ends + (element.tail or "")


def _figures(main: etree._Element) -> Iterator[str]:
    for one in main.iter("svg"):
        texts = (str(text) for line in one.iter("text") for text in line.itertext())
        yield squeezed(" ".join(texts))


def _labels(main: etree._Element) -> Iterator[str]:
    """Yield what stands before the items of ordered lists."""
    for item in main.iter("li"):
        holder = item.getparent()
        if holder is None or holder.tag != "ol" or _is_of_notes(holder):
            continue
        if found := _LABEL.search(str(item.get("style", ""))):
            yield found["label"].strip()
        else:
            first = str(holder.get("start", "1"))
            before = sum(1 for one in item.itersiblings("li", preceding=True))
            yield f"{int(first) + before}." if first.isdecimal() else first


def _is_of_notes(element: etree._Element) -> bool:
    return any(one.get("role") == _NOTES for one in element.iterancestors("section"))


def _dangers(page: etree._Element) -> Iterator[str]:
    if (parts := sum(1 for _ in page.iter("main"))) > 1:
        yield f"it has {parts} main parts, and one alone is ours"
    for one in page.iter():
        tag = one.tag
        if not isinstance(tag, str):
            continue
        if tag in _FOREIGN or (tag == "meta" and one.get("http-equiv", "").lower() == "refresh"):
            yield f"it holds something foreign: <{tag}>"
        for name, value in ((str(n), str(v)) for n, v in one.attrib.items()):
            loads = name in _LOADING and not value.startswith(("data:", "#"))
            runs = name.startswith("on") or value.strip().lower().startswith("javascript:")
            if loads or runs:
                yield f"it holds something foreign: {name}={value[:80]!r}"
