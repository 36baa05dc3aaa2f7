"""Fonts inside a Word file: Latin subsets, obfuscated as the format has it."""

from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5

from escp_docs.export.look import EMBEDDED, Face, Look
from escp_docs.export.word.relations import Relations

# Source: ISO/IEC 29500-4, 2.8.1: the first 32 bytes are xored with the key, read backwards.
_HIDDEN_BYTES = 32
_ELEMENTS = {
    (400, False): "embedRegular",
    (700, False): "embedBold",
    (400, True): "embedItalic",
    (700, True): "embedBoldItalic",
}


def _key(face: Face) -> str:
    return str(uuid5(NAMESPACE_URL, f"https://escp-docs.example/{face.file}")).upper()


def _target(face: Face) -> str:
    return f"fonts/{face.file.rpartition('/')[2].removesuffix('.ttf')}.odttf"


def references(family: str, relations: Relations) -> str:
    """Return the elements of the font table that name the embedded faces of a family."""
    faces = {(face.weight, face.italic): face for face in EMBEDDED if face.family == family}
    # The order of the elements is that of the schema.
    return "".join(
        f'<w:{element} r:id="{relations.to("font", _target(faces[cut]))}" '
        f'w:fontKey="{{{_key(faces[cut])}}}"/>'
        for cut, element in _ELEMENTS.items()
        if cut in faces
    )


def parts(look: Look) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each font part.

    Raises:
        ExportError: the look lacks a font.
    """
    for face in EMBEDDED:
        yield f"word/{_target(face)}", _obfuscated(look.font(face.file), _key(face))


def _obfuscated(font: bytes, key: str) -> bytes:
    backwards = bytes.fromhex(key.replace("-", ""))[::-1]
    head = bytes(byte ^ backwards[index % 16] for index, byte in enumerate(font[:_HIDDEN_BYTES]))
    return head + font[_HIDDEN_BYTES:]
