"""A PDF whose objects are cut by one pattern where they are plain.

pypdf reads what is packed in streams of objects letter by letter, the tags of a PDF among it, which
takes a quarter of the time that is spent on a whole file. Here each object that is written in the
plainest way is read in one go; whatever is not, and every stream that is not in order, is left to
pypdf, so that nothing is understood otherwise than there.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any, Final

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    StreamObject,
    create_string_object,
)

from escp_docs.pattern import pattern

_DEEPEST: Final = 50
_MOST: Final = 10_000  # entries of an array or dictionary
_LONGEST: Final = 200_000  # bytes of an object, of which all tokens are held at once
_BLANKS: Final = b"\0\t\n\f\r "
_ENDS: Final = rb"(?=[\t\n\f\r \[\]<>(/]|\Z)"
_TOKEN: Final = pattern(
    rb"[\t\n\f\r ]*(?:"
    rb"/([A-Za-z0-9_.+:*'\"@$&,;=?!^|~`-]+)%(ends)s"  # a name
    rb"|(\d{1,9})(?: (\d{1,5}) R(?=[\t\n\f\r \[\]<>(/]))?%(ends)s"  # a number, or a reference
    rb"|(<<|\[)|(>>|\])"
    rb"|([+-]?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})%(ends)s"
    rb"|\([^()\\]*(?:\\[()\\][^()\\]*)*\)|<(?:[0-9A-Fa-f]{2})*>|(?:true|false|null)%(ends)s)"
    rb"|(.+))" % {b"ends": _ENDS},
    re.DOTALL,
)
_ESCAPED: Final = pattern(rb"\\([()\\])")
_WORDS: Final[dict[bytes, Callable[[], PdfObject]]] = {
    b"true": lambda: BooleanObject(True),  # noqa: FBT003
    b"false": lambda: BooleanObject(False),  # noqa: FBT003
    b"null": NullObject,
}


class PdfFile(PdfReader):
    """A PDF, read as pypdf reads it, and sooner."""

    def __init__(self, *given: Any, **options: Any) -> None:  # noqa: ANN401  # those of pypdf
        self._unpacked: set[int] = set()
        super().__init__(*given, **options)

    def _get_object_from_stream(self, indirect_reference: IndirectObject) -> PdfObject:
        stream, _ = self.xref_objStm[indirect_reference.idnum]
        if stream not in self._unpacked and stream not in self.xref_objStm:
            self._unpacked.add(stream)
            for number, found in self._plain_objects(stream):
                self.cache_indirect_object(0, number, found)
        known = self.cache_get_indirect_object(0, indirect_reference.idnum)
        return known if known is not None else super()._get_object_from_stream(indirect_reference)

    def _plain_objects(self, number: int) -> Iterator[tuple[int, PdfObject]]:
        """Yield the plain objects of a stream that are not known yet, with their numbers."""
        stream = IndirectObject(number, 0, self).get_object()
        if not isinstance(stream, StreamObject) or stream.get("/Type") != "/ObjStm":
            return
        data, names = stream.get_data(), dict[bytes, NameObject]()
        for one, begin, end in _places(data, stream.get("/N"), stream.get("/First")):
            is_ours = self.xref_objStm.get(one, (None, None))[0] == number
            if is_ours and self.cache_get_indirect_object(0, one) is None:
                found = plain_object(data[begin:end], self, names)
                if found is not None:
                    yield one, found


def _places(data: bytes, count: object, first: object) -> list[tuple[int, int, int]]:
    """Return number, begin and end of each object of a stream; none if it is not in order."""
    if not isinstance(count, int) or not isinstance(first, int) or not 0 < first <= len(data):
        return []
    words = data[:first].split()
    if len(words) != 2 * count or not all(map(bytes.isdigit, words)):
        return []
    begins = [first + int(word) for word in words[1::2]]
    bounds = list(pairwise((*begins, len(data))))
    if any(begin >= end for begin, end in bounds):
        return []
    return [(int(word), *bound) for word, bound in zip(words[::2], bounds, strict=True)]


def plain_object(
    data: bytes, reader: PdfReader, names: dict[bytes, NameObject]
) -> ArrayObject | DictionaryObject | None:
    """Return the array or dictionary that bytes are, as pypdf reads it; None if it is not plain.

    Args:
        data: The bytes, all of them.
        reader: Whose objects it refers to.
        names: The names that were met already, to be used again.
    """
    if len(data) > _LONGEST:
        return None
    around: list[tuple[bytes, list[Any]]] = []
    items: list[Any] = []
    opened = b""
    for name, number, generation, begin, end, other, rest in _TOKEN.findall(data.rstrip(_BLANKS)):
        if rest or (items and not around):
            return None
        if name:
            items.append(names.get(name) or names.setdefault(name, NameObject(f"/{name.decode()}")))
        elif generation:
            items.append(IndirectObject(int(number), int(generation), reader))
        elif number:
            items.append(NumberObject(number))
        elif begin:
            around.append((opened, items))
            opened, items = begin, []
        else:
            found = _closed(opened, end, items) if end else _single(other)
            if found is None or len(around) > _DEEPEST:
                return None
            if end:
                opened, items = around.pop()
            items.append(found)
    is_whole = not around and len(items) == 1
    return items[0] if is_whole and isinstance(items[0], ArrayObject | DictionaryObject) else None


def _closed(
    opened: bytes, closed: bytes, items: list[Any]
) -> ArrayObject | DictionaryObject | None:
    if len(items) > _MOST:
        return None
    if (opened, closed) == (b"[", b"]"):
        return ArrayObject(items)
    keys = items[::2]
    if (opened, closed) != (b"<<", b">>") or len(items) % 2 or not _are_keys(keys):
        return None
    made = DictionaryObject()
    made.update(zip(keys, items[1::2], strict=True))
    return made


def _are_keys(keys: list[Any]) -> bool:
    return all(type(one) is NameObject for one in keys) and len(set(keys)) == len(keys)


def _single(text: bytes) -> PdfObject:
    """Return a word, a string, or a number with a sign or a point."""
    if text in _WORDS:
        return _WORDS[text]()
    match text[:1]:
        case b"(":
            return create_string_object(_ESCAPED.sub(rb"\1", text[1:-1]))
        case b"<":
            return create_string_object(bytes.fromhex(text[1:-1].decode()))
        case _:
            return FloatObject(text) if b"." in text else NumberObject(text)
