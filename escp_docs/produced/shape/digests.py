"""What a file is made of, part by part, whatever program packed it: short hashes for the manifest.

They stand for what an XML part, a page of HTML or a page of a PDF holds, not for how it is
compressed, ordered in its package or split into lines. So a file that was packed again is known
for what it is, and of one that was changed the part is known.
"""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

from lxml import etree

from escp_docs.document.format_names import FormatName
from escp_docs.produced.archive import UnreadableFileError, opened, parsed
from escp_docs.produced.shape.hashes import short_hash

_UNORDERED: Final = (".rels", "[Content_Types].xml")
_HEAD: Final = b"</head>"


def digests(format_: FormatName, data: bytes) -> dict[str, str]:
    """Return the hash of each part of a file by its name; none of formats that are words alone.

    Raises:
        UnreadableFileError: the file is not what its format says.
    """
    match format_:
        case "docx" | "xlsx":
            from escp_docs.produced.shape.picture_looks import look_of  # noqa: PLC0415

            parts = opened(data).parts
            looks = {f"look of {name}": look_of(part) for name, part in _pictures(parts)}
            return {name: part_digest(name, part) for name, part in parts.items()} | looks
        case "html":
            head, _, body = _plain(data).partition(_HEAD)
            return {"head of the page": short_hash(head), "body of the page": short_hash(body)}
        case "pdf":
            from escp_docs.produced.shape.pdf_digests import digests_of_pages  # noqa: PLC0415

            return digests_of_pages(data)
        case "ics":
            from escp_docs.produced.calendar_file import marks  # noqa: PLC0415

            return {"ids and times of writing": short_hash(marks(data).encode())}
        case "csv" | "json":
            return {}


def changed_parts(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """Return the parts that are others now, are gone or are new."""
    return [name for name in sorted({*before, *after}) if before.get(name) != after.get(name)]


def part_digest(name: str, data: bytes) -> str:
    """Return the hash of a part of an Office file."""
    return short_hash(_of_part(name, data))


def _pictures(parts: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    for name, data in parts.items():
        if name.endswith((".png", ".jpg", ".jpeg")):
            yield name, data


def _of_part(name: str, data: bytes) -> bytes:
    if PurePosixPath(name).suffix not in {".xml", ".rels", ".svg", ".vml"}:
        return data
    try:
        root = parsed(data, name)
    except UnreadableFileError:
        return data
    if name.endswith(_UNORDERED):
        root[:] = sorted(root, key=lambda one: (one.tag, sorted(one.attrib.items())))
    return bytes(etree.tostring(root, method="c14n"))


def _plain(data: bytes) -> bytes:
    return data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").strip()
