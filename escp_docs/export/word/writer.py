"""Write a document tree as a Word file: native numbers, contents, references, notes, controls."""

from collections.abc import Mapping

from escp_docs.document import Document
from escp_docs.errors import ExportError
from escp_docs.export.exported import Exported
from escp_docs.export.look import Look
from escp_docs.export.table_setting import set_tables
from escp_docs.export.word.package import packed
from escp_docs.export.word.parts import parts
from escp_docs.export.word.sections import body
from escp_docs.export.word.tracking import Tracking
from escp_docs.export.word.writer_state import WriterState
from escp_docs.pattern import pattern

_STYLE_USED = pattern(rb'<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]*)"')
_STYLE_DEFINED = pattern(rb'w:styleId="([^"]*)"')


def to_docx(document: Document, look: Look, page_of: Mapping[str, int] | None = None) -> Exported:
    """Return a document as a .docx file; the same arguments give the same bytes.

    Args:
        document: What to write.
        look: The styles (word/*.xml), design values and fonts.
        page_of: The page of each heading, by its id, as a word processor lays them out. The
            contents have page numbers if this is given, otherwise none.

    Returns:
        The file; pages are for the word processor to count.

    Raises:
        ExportError: the look lacks a file, a value or a style; a reference or a link leads
            nowhere; a number in the tree is not what a word processor would print; a figure
            cannot be drawn.
    """
    return _written(WriterState(set_tables(document, look), look, page_of), look)


def to_tracked_docx(redline: Document, look: Look, author: str) -> Exported:
    """Return a redline as a .docx file in which a word processor tracks the changes.

    Args:
        redline: Two versions of a document in one tree.
        look: As for any document.
        author: Whose changes they are; their day is that of the document.

    Raises:
        ExportError: as of any document.
    """
    tracking = Tracking(author, redline)
    return _written(WriterState(set_tables(redline, look), look, None, tracking), look)


def _written(story: WriterState, look: Look) -> Exported:
    written = list(parts(story, body(story)))
    contents = {part.name: part.content for part in written}
    _check_styles(contents)
    kinds = {part.name: part.kind for part in written if part.kind}
    return Exported(packed(contents | story.pictures.parts(look), kinds))


def _check_styles(contents: Mapping[str, bytes]) -> None:
    defined = set(_STYLE_DEFINED.findall(contents["word/styles.xml"]))
    for name in ("word/document.xml", "word/footnotes.xml", "word/comments.xml"):
        unknown = sorted(set(_STYLE_USED.findall(contents.get(name, b""))) - defined)
        if unknown:
            raise ExportError(f"word/styles.xml of the look has no style {unknown[0].decode()}")
