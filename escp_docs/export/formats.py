"""The table of formats: what each is called to other programs, who writes it and who reads it.

A format added to `FormatName` without a row here fails type checking; nothing falls through.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, assert_never

from msgspec import Struct

from escp_docs.document import Document
from escp_docs.document.format_names import FormatName
from escp_docs.errors import ExportError
from escp_docs.workbook import Workbook

if TYPE_CHECKING:
    from escp_docs.export.exported import Exported
    from escp_docs.export.look import Look
    from escp_docs.produced.extracted import Cells, ExtractedText

Tree = Document | Workbook
"""What is composed: a document of pages, or a workbook of sheets."""
PageOf = Mapping[str, int]
"""The page of each heading by the heading's id."""


class PageFormat(Struct, frozen=True):
    """A format for documents of pages.

    Args:
        name: What it is called, and how its files end.
        media_type: What it is called on the web, as registered with IANA.
        write: Makes a file of a document. The pages of its headings are for contents that no
            program fills in; without them such contents have no page numbers.
        read: Says what a file says; it may be anybody's.
        takes_seconds: Whether a file takes seconds rather than moments, and had better come first.
    """

    name: FormatName
    media_type: str
    write: "Callable[[Document, Look, PageOf | None], Exported]"
    read: "Callable[[bytes], ExtractedText]"
    takes_seconds: bool = False


class SheetFormat(Struct, frozen=True):
    """A format for workbooks; see `PageFormat`."""

    name: FormatName
    media_type: str
    write: "Callable[[Workbook, Look], Exported]"
    read: "Callable[[bytes], Cells]"
    takes_seconds: bool = False


Format = PageFormat | SheetFormat


def format_named(name: FormatName) -> Format:
    """Return the row of a format."""
    match name:
        case "docx":
            return _DOCX
        case "pdf":
            return _PDF
        case "html":
            return _HTML
        case "xlsx":
            return _XLSX
        case "csv":
            return _CSV
        case "ics":
            return _ICS
        case "json":
            return _JSON
        case _:
            assert_never(name)


def export(tree: Tree, name: FormatName, look: "Look", page_of: PageOf | None = None) -> "Exported":
    """Return a document or a workbook written in a format.

    Raises:
        ExportError: a block cannot be written, or the format is not for such a tree.
        MissingProgramError: a library that the format needs is not on this machine.
    """
    found = format_named(name)
    if isinstance(found, PageFormat) and isinstance(tree, Document):
        return found.write(tree, look, page_of)
    if isinstance(found, SheetFormat) and isinstance(tree, Workbook):
        return found.write(tree, look)
    raise ExportError(f"{tree.name} cannot be written as {name}")


# --- the rows; each writer and reader brings heavy libraries of its own, and is loaded when asked -


def _to_docx(document: Document, look: "Look", page_of: PageOf | None) -> "Exported":
    from escp_docs.export.word.writer import to_docx  # noqa: PLC0415

    return to_docx(document, look, page_of)


def _of_docx(data: bytes) -> "ExtractedText":
    from escp_docs.produced.word_file import read  # noqa: PLC0415

    return read(data)


def _to_pdf(document: Document, look: "Look", page_of: PageOf | None) -> "Exported":
    from escp_docs.export.pdf.writer import to_pdf  # noqa: PLC0415

    del page_of  # it counts its own
    return to_pdf(document, look)


def _of_pdf(data: bytes) -> "ExtractedText":
    from escp_docs.produced.pdf_file import read  # noqa: PLC0415

    return read(data)


def _to_html(document: Document, look: "Look", page_of: PageOf | None) -> "Exported":
    from escp_docs.export.exported import Exported  # noqa: PLC0415
    from escp_docs.export.html.writer import to_html  # noqa: PLC0415

    del page_of  # it has no pages
    return Exported(to_html(document, look))


def _of_html(data: bytes) -> "ExtractedText":
    from escp_docs.produced.web_file import read  # noqa: PLC0415

    return read(data)


def _to_xlsx(workbook: Workbook, look: "Look") -> "Exported":
    from escp_docs.export.xlsx.writer import to_xlsx  # noqa: PLC0415

    return to_xlsx(workbook, look)


def _of_xlsx(data: bytes) -> "Cells":
    from escp_docs.produced.sheet_file import read  # noqa: PLC0415

    return read(data)


def _to_csv(workbook: Workbook, look: "Look") -> "Exported":
    from escp_docs.export.csv.writer import to_csv  # noqa: PLC0415

    del look  # it is text alone
    return to_csv(workbook)


def _of_csv(data: bytes) -> "Cells":
    from escp_docs.produced.csv_file import read  # noqa: PLC0415

    return read(data)


def _to_ics(document: Document, look: "Look", page_of: PageOf | None) -> "Exported":
    from escp_docs.export.ics.writer import to_ics  # noqa: PLC0415

    del look, page_of  # calendars have looks of their own
    return to_ics(document)


def _of_ics(data: bytes) -> "ExtractedText":
    from escp_docs.produced.calendar_file import read  # noqa: PLC0415

    return read(data)


def _to_json(document: Document, look: "Look", page_of: PageOf | None) -> "Exported":
    from escp_docs.document.tree_json import dump  # noqa: PLC0415
    from escp_docs.export.exported import Exported  # noqa: PLC0415

    del look, page_of  # whoever reads the tree has a look of their own
    return Exported(dump(document))


def _of_json(data: bytes) -> "ExtractedText":
    from escp_docs.produced.tree_file import read  # noqa: PLC0415

    return read(data)


_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
_DOCX: Final = PageFormat("docx", f"{_OFFICE}.wordprocessingml.document", _to_docx, _of_docx)
_PDF: Final = PageFormat("pdf", "application/pdf", _to_pdf, _of_pdf, takes_seconds=True)
_HTML: Final = PageFormat("html", "text/html", _to_html, _of_html)
_XLSX: Final = SheetFormat("xlsx", f"{_OFFICE}.spreadsheetml.sheet", _to_xlsx, _of_xlsx)
_CSV: Final = SheetFormat("csv", "text/csv", _to_csv, _of_csv)
_ICS: Final = PageFormat("ics", "text/calendar", _to_ics, _of_ics)
_JSON: Final = PageFormat("json", "application/json", _to_json, _of_json)
