"""Put parts together to the bytes of an Office file: the same parts, the same bytes."""

from collections.abc import Mapping
from functools import lru_cache
from struct import pack
from zipfile import ZIP_DEFLATED
from zlib import MAX_WBITS, compressobj, crc32

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_EXTENSIONS = {
    "jpeg": "image/jpeg",
    "odttf": f"{_OFFICE}.obfuscatedFont",
    "png": "image/png",
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "svg": "image/svg+xml",
    "xml": "application/xml",
}
_FONT = ".odttf"
# Of the zip format, PKWARE's APPNOTE 6.3.10, 4.3.7 and 4.3.12.
_VERSION = 20  # which is needed to unpack
_FIRST_DAY = 1 << 5 | 1  # January, the 1st, of 1980: the format knows no earlier time
_PERMISSIONS = 0o600 << 16


def xml(content: str) -> bytes:
    """Return XML as the content of a part."""
    return (_HEAD + content).encode()


def packed(parts: Mapping[str, bytes], kinds: Mapping[str, str]) -> bytes:
    """Return a package of parts.

    Args:
        parts: The content of each part, by its name.
        kinds: What each XML part is: the middle of its content type, or the whole of it.
    """
    return zipped({"[Content_Types].xml": xml(_content_types(kinds)), **parts})


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Return a package of parts that says itself what they are."""
    # Readers that do not seek want these first.
    first = {name: parts[name] for name in ("[Content_Types].xml", "_rels/.rels")}
    files: list[bytes] = []
    entries: list[bytes] = []
    place = 0
    for name, content in (first | dict(sorted(parts.items()))).items():
        deflated = _deflated_font(content) if name.endswith(_FONT) else _deflated(content)
        told = _told(name, content, deflated)
        files.append(b"PK\3\4" + told + name.encode() + deflated)
        more = pack("<HHHLL", 0, 0, 0, _PERMISSIONS, place)
        entries.append(b"PK\1\2" + pack("<H", _VERSION) + told + more + name.encode())
        place += len(files[-1])
    listed = b"".join(entries)
    count = len(entries)
    end = pack("<4sHHHHLLH", b"PK\5\6", 0, 0, count, count, len(listed), place, 0)
    return b"".join((*files, listed, end))


def _told(name: str, content: bytes, deflated: bytes) -> bytes:
    """Return what a package says of a part twice: before it, and in the list at the end."""
    sizes = crc32(content), len(deflated), len(content), len(name.encode()), 0
    return pack("<HHHHHLLLHH", _VERSION, 0, ZIP_DEFLATED, 0, _FIRST_DAY, *sizes)


def _deflated(content: bytes) -> bytes:
    deflating = compressobj(wbits=-MAX_WBITS)
    return deflating.compress(content) + deflating.flush()


@lru_cache(maxsize=16)
def _deflated_font(content: bytes) -> bytes:
    """Return a font deflated: all Word files of a build carry the same ones."""
    return _deflated(content)


def _content_types(kinds: Mapping[str, str]) -> str:
    defaults = (
        f'<Default Extension="{extension}" ContentType="{kind}"/>'
        for extension, kind in _EXTENSIONS.items()
    )
    overrides = (
        f'<Override PartName="/{name}" ContentType="{_full(kind)}"/>'
        for name, kind in sorted(kinds.items())
    )
    return f'<Types xmlns="{_NAMESPACE}">{"".join(defaults)}{"".join(overrides)}</Types>'


def _full(kind: str) -> str:
    return kind if kind.startswith("application/") else f"{_OFFICE}.{kind}+xml"
