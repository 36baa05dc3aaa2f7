"""Read a tagged PDF as a screen reader does: by its tree, not by its pages."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any, cast

from page import validate_pdf
from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, DictionaryObject


@dataclass
class Node:
    """An element of the tree: its tag, its words, the elements in it."""

    tag: str
    number: int
    alternative: str = ""
    is_silent: bool = False
    kids: list["Node | str"] = field(default_factory=list)

    def words(self, *skipped: str) -> str:
        """Return the words below, but for those of elements with the tags `skipped`."""
        if self.tag in skipped or self.is_silent:
            return ""
        if self.tag == "TOCI":  # without its page number, which other formats do not have
            return " ".join(link.words() for link in self.all("Link"))
        return " ".join(k if isinstance(k, str) else k.words(*skipped) for k in self.kids)

    def leaves(self) -> list[str]:
        """Return the words below, piece by piece: no piece runs over the end of a line."""
        leaves: list[str] = []
        for kid in self.kids:
            leaves += [kid] if isinstance(kid, str) else kid.leaves()
        return leaves

    def all(self, tag: str) -> Iterator["Node"]:
        """Yield the elements below with a tag, in order."""
        for kid in self.kids:
            if isinstance(kid, Node):
                if kid.tag == tag:
                    yield kid
                yield from kid.all(tag)


def tree(data: bytes) -> Node:
    """Return the tree of a PDF; `number` of each element is its page, from 1.

    The head of a table that goes on from the page before says nothing a second time.
    """
    reader = PdfReader(BytesIO(data))
    pages = {p.indirect_reference.idnum: p for p in reader.pages if p.indirect_reference}
    texts = {name: _texts(page) for name, page in pages.items()}
    numbers = {name: number for number, name in enumerate(pages, 1)}
    root = cast("DictionaryObject", reader.root_object["/StructTreeRoot"])
    (document,) = cast("ArrayObject", root["/K"])
    node = _node(document.get_object(), texts, numbers)
    last = ""
    for table in node.all("Table"):
        heads = list(table.all("THead"))
        said = " ".join(head.words() for head in heads)
        for head in heads:
            head.is_silent = said == last and not list(table.all("Caption"))
        last = said
    return node


def texts(data: bytes) -> list[str]:
    """Return the words of each page, running heads and all."""
    return [page.extract_text() for page in PdfReader(BytesIO(data)).pages]


def faults(data: bytes, folder: Path) -> list[str]:
    """Return what a validator of PDF/UA-1 and PDF/A-3a objects to; `folder` is to write in."""
    path = folder / "validated.pdf"
    path.write_bytes(data)
    reports = [validate_pdf(path, profile=profile) for profile in ("ua1", "3a")]
    return [failure.message for report in reports for failure in report.failures]


def _texts(page: PageObject) -> dict[int, str]:
    texts: dict[int, str] = {}
    marks: list[int | None] = []

    def operand(operator: bytes, arguments: list[Any], *_: Any) -> None:  # noqa: ANN401
        if operator in {b"BDC", b"BMC"}:
            values = arguments[1] if len(arguments) > 1 else {}
            marks.append(values.get("/MCID"))
        elif operator == b"EMC":
            marks.pop()

    def text(words: str, *_: Any) -> None:  # noqa: ANN401
        if words.strip() and marks and marks[-1] is not None:
            texts[marks[-1]] = texts.get(marks[-1], "") + words

    page.extract_text(visitor_operand_before=operand, visitor_text=text)
    return texts


def _node(
    element: DictionaryObject, texts: dict[int, dict[int, str]], numbers: dict[int, int]
) -> Node:
    name = element.raw_get("/Pg").idnum if "/Pg" in element else 0
    silent = element.get("/ActualText") == ""
    tag = str(element["/S"]).removeprefix("/")
    node = Node(tag, numbers.get(name, 0), str(element.get("/Alt", "")), is_silent=silent)
    kids = element.get("/K", ArrayObject())
    for kid in kids if isinstance(kids, ArrayObject) else [kids]:
        value = kid.get_object()
        if isinstance(value, int):
            node.kids.append(texts[name].get(value, ""))
        elif "/S" in value:
            node.kids.append(_node(value, texts, numbers))
    return node
