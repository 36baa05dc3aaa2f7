"""Everything that a produced file holds, decoded, so that words can be looked for in it."""

import re
import zlib
from base64 import b64decode
from binascii import Error as BinaryError
from collections.abc import Iterable, Iterator
from html import unescape
from io import BytesIO
from typing import Any, Final
from zipfile import BadZipFile, ZipFile

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    StreamObject,
    TextStringObject,
)

from escp_docs.pattern import pattern

_NUMBER: Final = pattern(r"[\d.,]+")
_TAG: Final = pattern(r"<[^>]*>")
_BASE64: Final = pattern(r"base64,([A-Za-z0-9+/=\s]{16,})")
_HEAD: Final = 2000  # bytes by which text is told from what is none
_DEPTH: Final = 4  # archives and pictures within each other


def found_in(data: bytes, words: Iterable[str]) -> tuple[str, ...]:
    """Return those of some words that stand anywhere in a file, in the order in which they came.

    Every part, stream, attachment, metadata field, alternative text and value is decoded; blanks
    and breaks of lines make no difference.
    """
    text = "\0".join(dict.fromkeys(texts_of(data)))
    squeezed = _squeezed(text)
    return tuple(one for one in words if _stands_in(one, text, squeezed))


def _stands_in(word: str, text: str, squeezed: str) -> bool:
    """Whether words stand in a text; a number, if it is no part of another."""
    if not _NUMBER.fullmatch(word):
        return _squeezed(word) in squeezed
    at = text.find(word)
    while at >= 0:
        before, behind = text[at - 1 : at], text[at + len(word) : at + len(word) + 2]
        is_part = before.isalnum() or before in {".", ","} or behind[:1].isalnum()
        if not is_part and not (behind[:1] in {".", ","} and behind[1:].isdigit()):
            return True
        at = text.find(word, at + 1)
    return False


def texts_of(data: bytes, depth: int = _DEPTH) -> Iterator[str]:
    """Yield everything in a file that can be read as text, as it stands and decoded."""
    if depth == 0:
        return
    if data.startswith(b"PK"):
        yield from _of_archive(data, depth)
    elif b"%PDF-" in data[:1024]:
        yield from _of_pdf(data, depth)
    else:
        yield from _of_text(data, depth)


def _of_archive(data: bytes, depth: int) -> Iterator[str]:
    try:
        with ZipFile(BytesIO(data)) as archive:
            yield archive.comment.decode("utf-8", "replace")
            for info in archive.infolist():
                yield info.filename
                yield from texts_of(archive.read(info), depth - 1)
    except (BadZipFile, OSError, ValueError, zlib.error):
        yield from _of_text(data, depth)


def _of_text(data: bytes, depth: int) -> Iterator[str]:
    is_binary = b"\0" in data[:_HEAD]
    for encoding in ("utf-16", "latin-1") if is_binary else ("utf-8",):
        text = data.decode(encoding, "replace")
        yield text
        if not is_binary and ("<" in text or "&" in text):
            yield unescape(text)
            yield unescape(_TAG.sub("", text))
        if encoding == "utf-8":
            for one in _BASE64.findall(text):
                try:
                    yield from texts_of(b64decode(one), depth - 1)
                except (BinaryError, ValueError):
                    continue


def _of_pdf(data: bytes, depth: int) -> Iterator[str]:
    reader = PdfReader(BytesIO(data))
    yield "".join(page.extract_text() for page in reader.pages)
    numbers = {one for table in reader.xref.values() for one in table}
    for number in sorted({*numbers, *reader.xref_objStm}):
        try:
            found = reader.get_object(number)
        except Exception:  # noqa: BLE001, S112  # a number without an object; pypdf raises many
            continue
        yield from _of_object(found, depth)
    yield from _of_text(data, 1)


def _of_object(found: Any, depth: int) -> Iterator[str]:  # noqa: ANN401  # any object of a PDF
    match found:
        case StreamObject():
            try:
                yield from texts_of(found.get_data(), depth - 1)
            except Exception:  # noqa: BLE001  # a filter that pypdf does not know
                yield from _of_text(bytes(found._data), 1)  # noqa: SLF001  # as it stands
            yield from _of_values(found, depth)
        case DictionaryObject() | ArrayObject():
            yield from _of_values(found, depth)
        case ByteStringObject():
            yield bytes(found).decode("utf-16", "replace")
            yield bytes(found).decode("latin-1")
        case TextStringObject():
            yield str(found)
        case _:
            return


def _of_values(found: Any, depth: int) -> Iterator[str]:  # noqa: ANN401  # a list or mapping
    values = found.values() if isinstance(found, DictionaryObject) else found
    for one in values:
        if isinstance(one, DictionaryObject | ArrayObject | ByteStringObject | TextStringObject):
            yield from _of_object(one, depth)


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad\u200b]+", "", text)
