"""Custom XML: what stands behind the controls, in parts so small that every program opens them.

OnlyOffice cannot open many files whose controls are bound and which have a part of 32 KiB or more
(github.com/ONLYOFFICE/DocumentServer, issue 3787).
"""

from collections.abc import Iterator
from typing import Final
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from msgspec import Struct

from escp_docs.pattern import pattern

_LONGEST: Final = 29_000  # bytes of the elements of one part, below 30 kB with what is around them
_LONGEST_PIECE: Final = 24_000  # bytes of the words of one element; its attributes come besides
_ESCAPED: Final = pattern("[\x00-\x08\x0b-\x1f%&<>\"'\x7f\ud800-\udfff\ufffe\uffff]")
_BREAKS_XML: Final = pattern("[&<\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|]]>")


class Store(Struct, frozen=True):
    """A part of custom XML: the id that it is found by, its schema, and its XML."""

    key: str
    schema: str
    content: str


class StoreParts:
    """Elements of one schema, in as many parts as they need.

    Args:
        tag: The root of each part.
        schema: The namespace of all elements.
    """

    def __init__(self, tag: str, schema: str) -> None:
        self._tag, self._schema = tag, schema
        self._parts: list[list[str]] = []
        self._room = 0

    def add(self, element: str) -> str:
        """Add an element and return the id of the part that has taken it."""
        size = len(element.encode())
        if size > self._room:
            self._parts.append([])
            self._room = _LONGEST
        self._parts[-1].append(element)
        self._room -= size
        return self._key(len(self._parts))

    def __iter__(self) -> Iterator[Store]:
        for number, elements in enumerate(self._parts, 1):
            content = f'<{self._tag} xmlns="{self._schema}">{"".join(elements)}</{self._tag}>'
            yield Store(self._key(number), self._schema, content)

    def _key(self, number: int) -> str:
        """Return the id of a part: the same in every document, as programs look for it."""
        return f"{{{str(uuid5(NAMESPACE_URL, f'{self._schema}:{number}')).upper()}}}"


def coded(text: str) -> str:
    """Return text for a part, with percent codes for all that XML would have escaped.

    LibreOffice, 7.4 and 25.2 alike, saves the escapes of custom XML as the characters themselves,
    and where that is no XML it saves an empty part.
    """
    return _ESCAPED.sub(lambda found: quote(found[0], errors="surrogatepass"), text)


def is_bare(text: str) -> bool:
    """Whether text can stand in a part as it is, as what a control is bound to has to."""
    return not _BREAKS_XML.search(text)


def pieces(text: str) -> Iterator[str]:
    """Yield text, coded, cut into pieces that each fit into a part; at least one."""
    start, size = 0, 0
    for place, character in enumerate(text):
        more = len(coded(character).encode())
        if size + more > _LONGEST_PIECE:
            yield coded(text[start:place])
            start, size = place, 0
        size += more
    yield coded(text[start:])
