"""A tagged PDF, read as a screen reader does: by its tree, not by its pages."""

from collections.abc import Iterator
from typing import Any, cast

from msgspec import Struct, field
from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from escp_docs.produced.page_operations import with_few_operations


class TagNode(Struct):
    """An element of the tree: its tag, its words, the elements in it."""

    tag: str
    number: int
    alternative: str = ""
    is_silent: bool = False
    kids: list["TagNode | str"] = field(default_factory=list)

    def words(self, *skipped: str) -> str:
        """Return the words below, but for those of elements with the tags `skipped`."""
        if self.tag in skipped or self.is_silent:
            return ""
        if self.tag == "TOCI":  # without its page number, which other formats do not have
            return " ".join(link.words() for link in self.all("Link"))
        return " ".join(k if isinstance(k, str) else k.words(*skipped) for k in self.kids)

    def labels(self) -> Iterator["TagNode"]:
        """Yield the labels of an item of a list, not those of lists in it."""
        return (kid for kid in self.kids if isinstance(kid, TagNode) and kid.tag == "Lbl")

    def leaves(self) -> list[str]:
        """Return the words below, piece by piece: no piece runs over the end of a line."""
        leaves: list[str] = []
        for kid in self.kids:
            leaves += [kid] if isinstance(kid, str) else kid.leaves()
        return leaves

    def all(self, tag: str) -> Iterator["TagNode"]:
        """Yield the elements below with a tag, in order."""
        for kid in self.kids:
            if isinstance(kid, TagNode):
                if kid.tag == tag:
                    yield kid
                yield from kid.all(tag)


class Page(Struct, frozen=True):
    """A page: its words by the numbers of their marks, those without one, and all of them.

    `used` are the numbers that the tree names; the others are of the running head and foot.
    """

    marked: dict[int, str]
    unmarked: str
    whole: str
    used: set[int] = field(default_factory=set)

    @property
    def beside(self) -> str:
        """The words that are not in the tree: the running head and foot, and nothing else."""
        return self.unmarked + "".join(
            words for number, words in self.marked.items() if number not in self.used
        )


def pages(reader: PdfReader) -> dict[int, Page]:
    """Return the pages of a PDF by the number of their object."""
    found = (page for page in reader.pages if page.indirect_reference)
    return {page.indirect_reference.idnum: _page(page) for page in found if page.indirect_reference}


def tree(reader: PdfReader, read: dict[int, Page]) -> TagNode:
    """Return the tree of a PDF; `number` of each element is its page, from 1.

    `read` are its pages. A table that goes on over a page has its head again there.

    Raises:
        KeyError, ValueError: the PDF has no tree, or one unlike ours.
    """
    numbers = {name: number for number, name in enumerate(read, 1)}
    root = cast("DictionaryObject", reader.root_object["/StructTreeRoot"])
    (document,) = cast("ArrayObject", root["/K"])
    return _node(document.get_object(), read, numbers)


def _page(page: PageObject) -> Page:
    texts: dict[int, str] = {}
    unmarked: list[str] = []
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
        elif words.strip():
            unmarked.append(words)

    plain = with_few_operations(page)
    whole = plain.extract_text(visitor_operand_before=operand, visitor_text=text)
    return Page(texts, "".join(unmarked), whole)


def _node(element: DictionaryObject, pages: dict[int, Page], numbers: dict[int, int]) -> TagNode:
    name = element.raw_get("/Pg").idnum if "/Pg" in element else 0
    silent = element.get("/ActualText") == ""
    tag = str(element["/S"]).removeprefix("/")
    node = TagNode(tag, numbers.get(name, 0), str(element.get("/Alt", "")), is_silent=silent)
    kids = element.get("/K", ArrayObject())
    for kid in kids if isinstance(kids, ArrayObject) else [kids]:
        value = kid.get_object()
        if isinstance(value, int):
            pages[name].used.add(value)
            node.kids.append(pages[name].marked.get(value, ""))
        elif "/S" in value:
            node.kids.append(_node(value, pages, numbers))
    return node
