"""What the pages of a PDF draw, as short hashes: in which order its objects lie makes no odds."""

from io import BytesIO
from typing import Any, Final

from lxml import etree
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from escp_docs.produced.archive import UnreadableFileError, parsed
from escp_docs.produced.pdf_objects import PdfFile
from escp_docs.produced.shape.hashes import short_hash

_OF_PAGE: Final = ("/Contents", "/Resources", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit")
_OF_PACKING: Final = frozenset(
    {"/Parent", "/P", "/ParentTree", "/Length", "/Filter", "/DecodeParms"}
)
_METADATA: Final = "/Metadata"
_OF_SAVING: Final = frozenset({"/Producer", "/ModDate"})
_OF_SAVING_XML: Final = frozenset(
    {"PDFVersion", "Producer", "ModifyDate", "MetadataDate", "xmptk", "about"}
)
_DEEPEST: Final = 200


def digests_of_pages(data: bytes) -> dict[str, str]:
    """Return a hash for what each page of a PDF draws, for its links, and for all the rest.

    Raises:
        UnreadableFileError: its objects lie too deep within each other.
    """
    reader = PdfFile(BytesIO(data), strict=True)
    return page_digests(reader) | _other_digests(reader)


def _other_digests(reader: PdfReader) -> dict[str, str]:
    """Return a hash for the links and fields of each page, and for what is on no page."""
    known = {
        page.indirect_reference.idnum: f"page {number}"
        for number, page in enumerate(reader.pages, start=1)
        if page.indirect_reference
    }
    of_pages = {
        f"links and fields of page {number}": short_hash(
            _canonical(page.get("/Annots"), known, 0).encode()
        )
        for number, page in enumerate(reader.pages, start=1)
    }
    root = reader.root_object
    rest = [
        (key, _canonical(root.raw_get(key), known, 0)) for key in sorted(root) if key != _METADATA
    ]
    about = {key: value for key, value in (reader.metadata or {}).items() if key not in _OF_SAVING}
    metadata = root.get(_METADATA)
    described = _described(metadata.get_data()) if isinstance(metadata, StreamObject) else []
    return {
        **of_pages,
        "tags and bookmarks": short_hash(repr(rest).encode("utf-8", "surrogatepass")),
        "properties": short_hash(repr((sorted(about.items()), described)).encode()),
    }


def _described(data: bytes) -> list[tuple[str, str]]:
    """Return what the metadata of a PDF say, but for what each program that saves it changes."""
    root = parsed(data, "metadata")
    said = [(etree.QName(one).localname, (one.text or "").strip()) for one in root.iter("{*}*")]
    for one in root.iter("{*}*"):
        said += [(etree.QName(str(k)).localname, str(v).strip()) for k, v in one.attrib.items()]
    return sorted(one for one in said if one[1] and one[0] not in _OF_SAVING_XML)


def page_digests(reader: PdfReader) -> dict[str, str]:
    """Return a hash for what each page of a PDF draws, with all that it draws with."""
    known: dict[int, str] = {}
    return {
        f"page {number}": short_hash(
            repr([(key, _canonical(page.get(key), known, 0)) for key in _OF_PAGE]).encode()
        )
        for number, page in enumerate(reader.pages, start=1)
    }


def _canonical(value: Any, known: dict[int, str], depth: int) -> str:  # noqa: ANN401
    """Return an object as text in which other numbers of objects make no difference."""
    if depth > _DEEPEST:
        raise UnreadableFileError("its objects lie too deep within each other")
    if isinstance(value, IndirectObject):
        if value.idnum not in known:
            known[value.idnum] = "itself"
            known[value.idnum] = _canonical(value.get_object(), known, depth + 1)
        return known[value.idnum]
    if isinstance(value, ArrayObject):
        return f"[{' '.join(_canonical(one, known, depth + 1) for one in value)}]"
    if isinstance(value, DictionaryObject):
        keys = sorted(one for one in value if one not in _OF_PACKING)
        inner = " ".join(
            f"{key} {_canonical(value.raw_get(key), known, depth + 1)}" for key in keys
        )
        stream = f" {short_hash(value.get_data())}" if isinstance(value, StreamObject) else ""
        return short_hash(f"<<{inner}>>{stream}".encode("utf-8", "surrogatepass"))
    return repr(value)
