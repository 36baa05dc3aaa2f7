"""Pages of a document in a moment, to look at: the words are those of the PDF, not the pages."""

from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from escp_docs.document import Document
from escp_docs.errors import ExportError
from escp_docs.export.look import FACES, OTHER, Look
from escp_docs.export.typst.blocks import body
from escp_docs.export.typst.style import head


def to_draft(document: Document, look: Look) -> bytes:
    """Return a PDF that says DRAFT on every page, whatever the document is.

    Raises:
        ExportError: a figure cannot be written.
    """
    text, pictures = body(document)
    with TemporaryDirectory(prefix="escp-docs-") as folder:
        home = Path(folder)
        fonts = home / "fonts"
        fonts.mkdir()
        others = (name for name in look.fonts if name.startswith(OTHER))
        for number, name in enumerate((*(face.file for face in FACES), *others)):
            (fonts / f"{number}{Path(name).suffix}").write_bytes(look.font(name))
        main = {"main.typ": (head(document) + text).encode(), **pictures}
        for name, data in main.items():
            (home / name).write_bytes(data)
        try:
            made = typst.compile(
                home / "main.typ",
                root=home,
                font_paths=[fonts],
                ignore_system_fonts=True,
                timestamp=0,
            )
        except typst.TypstError as error:
            raise ExportError(f"{document.name} cannot be set by Typst: {error}") from error
    assert isinstance(made, bytes)
    return made
