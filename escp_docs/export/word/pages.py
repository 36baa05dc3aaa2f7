"""The pages of a Word file as a word processor lays them out, read from the PDF it makes."""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO

from msgspec import Struct
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import Destination

from escp_docs.document import Document, headings, plain
from escp_docs.pattern import pattern

_SPACES = pattern(r"\s+")


class Layout(Struct, frozen=True):
    """How many pages there are, and the page of each heading, from 1, by its id."""

    pages: int
    page_of: Mapping[str, int]


def layout(document: Document, pdf: bytes) -> Layout | None:
    """Return the layout of a document, or None if the PDF does not show every heading of it.

    The outline of the PDF has the headings in order; each is compared, so that no number is
    printed that belongs to another heading.
    """
    wanted = [(one.id, f"{one.number} {plain(one.children)}") for one in headings(document)]
    try:
        reader = PdfReader(BytesIO(pdf))
        found = list(_outline(reader, reader.outline))
        many = len(reader.pages)
    except (PyPdfError, ValueError, KeyError, TypeError):
        return None
    if len(found) != len(wanted):
        return None
    if any(not _alike(title, words) for (title, _), (_, words) in zip(found, wanted, strict=True)):
        return None
    return Layout(many, {name: page for (name, _), (_, page) in zip(wanted, found, strict=True)})


def _outline(reader: PdfReader, items: Sequence[object]) -> Iterator[tuple[str, int]]:
    for item in items:
        if isinstance(item, list):
            yield from _outline(reader, item)
        elif isinstance(item, Destination):
            number = reader.get_destination_page_number(item)
            yield str(item.title), (number or 0) + 1


def _alike(title: str, words: str) -> bool:
    # Notes leave their mark in a title, and some programs cut a long one.
    shown, meant = (_SPACES.sub("", text) for text in (title, words))
    return bool(shown) and (meant.startswith(shown[:40]) or shown.startswith(meant))
