"""Page numbers for the contents of Word files: from LibreOffice's layout, or none."""

from typing import Final

from msgspec.structs import replace

from escp_docs.document import Contents, Document, headings, walk
from escp_docs.export.exported import Exported
from escp_docs.export.formats import export
from escp_docs.export.look import FACES, WHOLE, Look
from escp_docs.files import libreoffice

INSTALL: Final = "apt-get install libreoffice-writer-nogui"
_ROUNDS: Final = 4
_LIKELY: Final = 10  # most numbers have two digits, so the first layout is near the last


def paginated(document: Document, look: Look) -> tuple[Exported, str]:
    """Return a Word file whose contents have page numbers, and why it has none, if it has none.

    The file is laid out, written again with the pages found, and laid out once more: the numbers
    stay only if they are those of the file that bears them. A document without contents has no use
    for it, and is written as it is.

    Raises:
        ExportError: the document cannot be written.
    """
    if not any(isinstance(block, Contents) for block in walk(document.blocks)):
        return export(document, "docx", look), ""
    from escp_docs.export.word.pages import layout  # noqa: PLC0415  # loads pypdf

    fonts = {face.file: look.font(face.file) for face in FACES}
    assumed = {one.id: _LIKELY for one in headings(document)}
    for _ in range(_ROUNDS):
        made = export(document, "docx", look, assumed)
        try:
            pdf = libreoffice.laid_out(made.data, fonts, WHOLE)
        except libreoffice.LayoutError as error:
            return _without(document, look, str(error))
        if pdf is None:
            return _without(document, look, f"LibreOffice is not installed; fix: {INSTALL}")
        found = layout(document, pdf)
        if found is None:
            return _without(document, look, "LibreOffice shows other headings than the document")
        if found.page_of == assumed:
            return replace(made, pages=found.pages, page_of=found.page_of), ""
        assumed = dict(found.page_of)
    return _without(document, look, "LibreOffice's layout does not come to rest")


def _without(document: Document, look: Look, why: str) -> tuple[Exported, str]:
    return export(document, "docx", look), f"no page numbers in the contents: {why}"
