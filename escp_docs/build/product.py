"""A document as a file, and what the file depends on."""

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from escp_docs.export.formats import Tree

if TYPE_CHECKING:
    from escp_docs.export.exported import Exported
    from escp_docs.export.look import Look

_ENOUGH: Final = 40  # hexadecimal digits of a hash that only tells one state from another


class Product(Struct, frozen=True):
    """A document as a file: its bytes, its parts, the key it was made for, what else to say.

    `text` is the hash under which the manifest keeps what it says.
    """

    exported: "Exported"
    parts: Mapping[str, str]
    key: str
    text: str
    remark: str = ""


def key_of(document: Tree, format_: str, look: str, program: str) -> str:
    """Return what a product depends on, as three hashes joined: its tree, the look, the program.

    Args:
        document: The tree.
        format_: The format, and whatever else decides on how the tree is written.
        look: What `look_key` says of the look.
        program: The versions of the program and its libraries.
    """
    return "-".join((_short(format_, repr(document)), look, _short(program)))


def look_key(look: "Look") -> str:
    """Return a hash of everything in a look."""
    fonts = (f"{name} {sha256(data)}" for name, data in sorted(look.fonts.items()))
    return _short(*(f"{name}\n{text}" for name, text in sorted(look.texts.items())), *fonts)


def _short(*parts: str) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode("utf-8", "surrogatepass"))
        digest.update(b"\0")
    return digest.hexdigest()[:_ENOUGH]


def text_key(text: object) -> str:
    """Return the hash under which the manifest keeps what a document says."""
    return sha256(json.dumps(text).encode())


def sha256(data: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
