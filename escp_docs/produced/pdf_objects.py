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

_DEEPEST: Final = 50
_MOST: Final = 10_000  # entries of an array or dictionary
_BLANKS: Final = b"\0\t\n\f\r "
_ENDS: Final = rb"(?=[\t\n\f\r \[\]<>(/]|\Z)"
_TOKEN: Final = re.compile(
    rb"[\t\n\f\r ]*(?:"
    rb"/(?P<name>[A-Za-z0-9_.+:*'\"@$&,;=?!^|~`-]+)%(ends)s"
    rb"|(?P<number>\d{1,9})(?: (?P<generation>\d{1,5}) R(?=[\t\n\f\r \[\]<>(/]))?%(ends)s"
    rb"|(?P<real>[+-]?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15}))%(ends)s"
    rb"|(?P<begin><<|\[)"
    rb"|(?P<end>>>|\])"
    rb"|\((?P<text>[^()\\]*(?:\\[()\\][^()\\]*)*)\)"
    rb"|<(?P<hex>(?:[0-9A-Fa-f]{2})*)>"
    rb"|(?P<word>true|false|null)%(ends)s"
    rb")" % {b"ends": _ENDS}
)
_ESCAPED: Final = re.compile(rb"\\([()\\])")
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
    data = data.rstrip(_BLANKS)
    around: list[tuple[bytes, list[Any]]] = []
    items: list[Any] = []
    opened, place = b"", 0
    while place < len(data):
        token = _TOKEN.match(data, place)
        if token is None or (place and not around):
            return None
        place, kind = token.end(), token.lastgroup
        if kind == "begin":
            around.append((opened, items))
            opened, items = token["begin"], []
        elif kind == "end":
            made = _closed(opened, token["end"], items)
            if made is None:
                return None
            opened, items = around.pop()
            items.append(made)
        else:
            assert kind is not None
            items.append(_single(kind, token, reader, names))
        if len(around) > _DEEPEST:
            return None
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


def _single(
    kind: str, token: re.Match[bytes], reader: PdfReader, names: dict[bytes, NameObject]
) -> PdfObject:
    text = token[kind]
    match kind:
        case "name":
            return names.get(text) or names.setdefault(text, NameObject(f"/{text.decode()}"))
        case "generation":
            return IndirectObject(int(token["number"]), int(text), reader)
        case "number":
            return NumberObject(text)
        case "real":
            return FloatObject(text) if b"." in text else NumberObject(text)
        case "text":
            return create_string_object(_ESCAPED.sub(rb"\1", text))
        case "hex":
            return create_string_object(bytes.fromhex(text.decode()))
        case _:
            return _WORDS[text]()
