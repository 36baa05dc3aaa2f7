"""Put parts together to the bytes of an Office file: the same parts, the same bytes."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

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
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the zip format knows no earlier time


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
    buffer = BytesIO()
    with ZipFile(buffer, "w") as package:
        for name, content in (first | dict(sorted(parts.items()))).items():
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, content)
    return buffer.getvalue()


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
