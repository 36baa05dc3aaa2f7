"""The words of a written file without its spaces, by a reader that shares none with the product."""

from collections.abc import Iterator
from typing import cast

from lxml import etree, html

from escp_docs.counting import letter
from escp_docs.produced.normalize import squeezed
from tests.support.word_reading import SPACES, WordFile, labels, value

_W = f"{{{SPACES['w']}}}"


def of_word(file: WordFile) -> str:
    """Return the words of the body, with the numbers that a word processor computes."""
    numbers = {_place(paragraph): label for paragraph, label in labels(file)}
    counted = 0
    found: list[str] = []
    for element in file.document.iter(f"{_W}p", f"{_W}t", f"{_W}footnoteReference"):
        if element.tag == f"{_W}t":
            found.append(element.text or "")
        elif element.tag == f"{_W}footnoteReference":
            counted += 1
            found.append(letter(counted))
        elif (value(element, "w:pPr/w:pStyle") or "").startswith(("Heading", "Clause")):
            found.append(numbers.get(_place(element), ""))
    return squeezed(" ".join(found))


def _place(element: etree._Element) -> str:
    return element.getroottree().getpath(element)


def of_html(data: bytes) -> str:
    page = html.document_fromstring(data.decode())
    skipped = "ancestor::svg or ancestor::section[@role='doc-endnotes']"
    texts = cast("list[str]", page.xpath(f"//main//text()[not({skipped})]"))
    return squeezed("".join(texts))


def of_notes(file: WordFile) -> list[str]:
    part = file.xml("word/footnotes.xml")
    texts = ["".join(_texts(one)) for one in part if one.get(f"{_W}type") is None]
    return [squeezed(f"{letter(number)} {text}") for number, text in enumerate(texts, 1)]


def _texts(note: etree._Element) -> Iterator[str]:
    return (text.text or "" for text in note.iter(f"{_W}t"))
