"""Archives with parts that were changed, added or made up, for tests."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile


def repacked(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """Return an archive in which some parts are others, or new."""
    with ZipFile(BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return packed({**parts, **changed})


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return an archive of parts."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return buffer.getvalue()


def part(data: bytes, name: str) -> bytes:
    """Return one part of an archive."""
    with ZipFile(BytesIO(data)) as package:
        return package.read(name)
