"""From a composed document to a file, and what the file depends on."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from escp_docs.workbook import Workbook
from escp_docs.build.planning import Tree

if TYPE_CHECKING:
    from escp_docs.document import Document
    from escp_docs.export.exported import Exported
    from escp_docs.export.look import Look

_ENOUGH: Final = 40  # hexadecimal digits of a hash that only tells one state from another


@dataclass(frozen=True, slots=True)
class Product:
    """A document as a file: its bytes, the key it was made for, what else to say of it."""

    exported: "Exported"
    key: str
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


def export(
    document: Tree, format_: str, look: "Look", page_of: Mapping[str, int] | None = None
) -> "Exported":
    """Return a document written in a format.

    `page_of` are the pages of its headings for the contents of a Word file; without them its
    contents have no page numbers. Other formats count their pages themselves.

    Raises:
        ExportError: a block cannot be written.
        MissingProgramError: a library that the format needs is not on this machine.
    """
    if isinstance(document, Workbook):
        from escp_docs.export.xlsx.writer import to_xlsx  # noqa: PLC0415

        return to_xlsx(document, look)
    if format_ == "docx":
        from escp_docs.export.word.writer import to_docx  # noqa: PLC0415

        return to_docx(document, look, page_of)
    return _writer(format_)(document, look)


def _writer(format_: str) -> "Callable[[Document, Look], Exported]":
    # Each writer brings its own heavy library, so only the one that is needed is loaded.
    if format_ == "pdf":
        from escp_docs.export.pdf.writer import to_pdf  # noqa: PLC0415

        return to_pdf
    from escp_docs.export.exported import Exported  # noqa: PLC0415
    from escp_docs.export.html.writer import to_html  # noqa: PLC0415

    return lambda document, look: Exported(to_html(document, look))


def sha256(data: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
