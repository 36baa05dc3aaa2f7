"""The nodes of a PDF: every object that can be reached, by its kind and its keys."""

from collections.abc import Iterator
from functools import partial
from typing import Any, Final

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from escp_docs.pattern import pattern
from escp_docs.produced.shape.grammar import ShapeNode
from escp_docs.produced.shape.office_nodes import PlacedNode

WORDS: Final = frozenset({"@/BaseFont", "@/FontName", "@/FontFamily"})

_DIGITS: Final = pattern(r"\d+")
_HOLDERS: Final = (IndirectObject, ArrayObject, DictionaryObject)
_SKIPPED: Final = frozenset(
    {"/Parent", "/P", "/Pg", "/Length", "/Prev", "/Dest", "/D", "/ParentTree"}
)
_BOXES: Final = frozenset({"/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox"})
_TABLES: Final = frozenset(
    {"/Font", "/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/Properties"}
)
_TOLD: Final = frozenset({"/ActualText", "/URI", "/Contents", "/TU", "/T", "/Lang"})
_DEEPEST: Final = 60


def nodes(reader: PdfReader) -> Iterator[PlacedNode]:
    """Yield every object that can be reached from the trailer of a PDF, each once."""
    pages = {
        page.indirect_reference.idnum: number
        for number, page in enumerate(reader.pages, start=1)
        if page.indirect_reference
    }
    yield from _Walk(pages).of(reader.trailer)


class _Walk:
    def __init__(self, pages: dict[int, int]) -> None:
        self.pages = pages
        self.seen: set[int] = set()

    def of(self, trailer: DictionaryObject) -> Iterator[PlacedNode]:
        """Yield what the trailer leads to; of tables of objects it has nothing to say."""
        waiting: list[tuple[Any, str, str, str]] = [
            (trailer.raw_get(key), "trailer", key, "")
            for key in ("/Root", "/Info", "/Encrypt")
            if key in trailer
        ]
        while waiting:
            value, parent, key, place = waiting.pop()
            is_new = True
            if isinstance(value, IndirectObject):
                is_new = value.idnum not in self.seen
                self.seen.add(value.idnum)
                if number := self.pages.get(value.idnum):
                    place = f"page {number}"
                value = value.get_object()
            if isinstance(value, ArrayObject):
                if is_new:
                    waiting += [(one, parent, f"{key}[]", place) for one in reversed(value)]
            elif isinstance(value, DictionaryObject):
                kind = _kind(value, parent, key)
                node = ShapeNode(kind, parent, _attributes(value, is_table=key in _TABLES))
                yield PlacedNode(node, partial(str, place))
                if is_new:
                    waiting += [(held, kind, name, place) for name, held in _held(value)]


def _held(value: DictionaryObject) -> Iterator[tuple[str, Any]]:
    for name in sorted(value, reverse=True):  # programs that save a file write keys in any order
        held = value.raw_get(name)
        if name not in _SKIPPED and isinstance(held, _HOLDERS):
            yield name, held


def _kind(value: DictionaryObject, parent: str, key: str) -> str:
    """Return what an object is called: by its type, else by the key that leads to it."""
    type_, subtype = str(value.get("/Type", "")), str(value.get("/Subtype", value.get("/S", "")))
    name = type_ or f"{parent.rsplit('.', maxsplit=1)[-1]}.{_DIGITS.sub('#', key)}"
    if type_ == "/StructElem":
        subtype = ""
    stream = " stream" if isinstance(value, StreamObject) else ""
    return f"{name}{subtype}{stream}"


def _attributes(value: DictionaryObject, *, is_table: bool) -> dict[str, str]:
    found: dict[str, str] = {}
    for key in value:
        raw = value.raw_get(key)
        name = "a name" if is_table else _DIGITS.sub("#", key)
        if key in _BOXES:
            found[name] = " ".join(f"{float(one):.0f}" for one in _items(value[key]))
        elif key != "/Length":
            found[name] = _class(raw, key)
    return found


def _items(value: Any) -> Iterator[Any]:  # noqa: ANN401  # whatever an object holds
    yield from value if isinstance(value, ArrayObject) else ()


def _class(raw: Any, key: str) -> str:  # noqa: ANN401  # whatever an object holds
    match raw:
        case IndirectObject():
            return "ref" if key not in {"/ActualText", "/URI"} else _class(raw.get_object(), key)
        case NameObject():
            return str(raw)
        case BooleanObject():
            return str(raw.value)
        case NumberObject() | FloatObject():
            return "number" if key not in {"/F", "/Ff", "/SigFlags", "/Flags"} else str(raw)
        case TextStringObject() | ByteStringObject():
            if key in _TOLD:
                return "words" if str(raw) else "nothing"
            return "text"
        case DictionaryObject():
            return "object"
        case ArrayObject():
            return "list"
        case NullObject():
            return "null"
        case _:
            return type(raw).__name__
