"""Pages of a document in a moment, to look at: the words are those of the PDF, not the pages."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, Self

import typst

from escp_docs.document import Document, Heading, plain, walk
from escp_docs.errors import ExportError
from escp_docs.export.look import FACES, OTHER, Look
from escp_docs.export.other_scripts import named_without_font
from escp_docs.export.typst.blocks import body
from escp_docs.export.typst.medium import DraftMedium, PageMedium, PdfMedium
from escp_docs.export.typst.set_page import SetPage, set_page
from escp_docs.export.typst.style import head


def to_draft(document: Document, look: Look) -> bytes:
    """Return a PDF that says DRAFT on every page, whatever the document is.

    Raises:
        ExportError: a figure cannot be written.
    """
    with Typesetter(look) as typesetter:
        return typesetter.pdf(document)


class Typesetter:
    """Typst with the fonts of a look; what it set before makes it quick. For one thread at a time.

    Every page says DRAFT, whatever the document is. What it lays down goes when it is closed.
    """

    def __init__(self, look: Look) -> None:
        self._look = look
        self._folder = TemporaryDirectory(prefix="escp-docs-", ignore_cleanup_errors=True)
        self._home = Path(self._folder.name)
        fonts = self._home / "fonts"
        fonts.mkdir()
        others = (name for name in look.fonts if name.startswith(OTHER))
        for number, name in enumerate((*(face.file for face in FACES), *others)):
            # Typst reads no file without such an ending; what kind of font it is, the file tells.
            (fonts / f"{number}.ttf").write_bytes(look.font(name))
        self._typst = typst.Compiler(root=self._home, font_paths=[fonts], ignore_system_fonts=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Take away what it laid down."""
        self._folder.cleanup()

    def pdf(self, document: Document) -> bytes:
        """Return a document as a PDF.

        Raises:
            ExportError: a figure cannot be written.
        """
        made = self._made(document, PdfMedium(), "pdf")
        assert isinstance(made, bytes)
        return made

    def pages(self, document: Document, known: Mapping[str, SetPage]) -> tuple[SetPage, ...]:
        """Return the pages of a document as pictures; those among `known` are not read again.

        Raises:
            ExportError: a figure cannot be written.
        """
        medium = PageMedium(self._look)
        made = self._made(document, medium, "svg")
        pictures = [made] if isinstance(made, bytes) else made
        headings = {
            one.id: " ".join(filter(None, (one.number, plain(one.children))))
            for one in walk(document.blocks)
            if isinstance(one, Heading)
        }
        return tuple(set_page(one, medium.known, headings, known) for one in pictures)

    def _made(self, document: Document, medium: DraftMedium, format_: Literal["pdf", "svg"]) -> Any:  # noqa: ANN401  # as the library gives it
        text, pictures = body(document, medium, self._look)
        text = named_without_font(head(document, medium) + text, self._look)
        main = {"main.typ": text.encode(), **pictures}
        for name, data in main.items():
            (self._home / name).write_bytes(data)
        try:
            return self._typst.compile(self._home / "main.typ", format=format_, timestamp=0)
        except typst.TypstError as error:
            raise ExportError(f"{document.name} cannot be set by Typst: {error}") from error
