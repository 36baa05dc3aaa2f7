"""Write a document tree as a tagged PDF for the archive (PDF/A-3a, PDF/UA-1)."""

import gc
import re
import warnings
from base64 import b64decode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from typing import Any
from urllib.parse import unquote

import yaml

from escp_docs.document import Document, headings, printed_values
from escp_docs.errors import ExportError, MissingProgramError
from escp_docs.export.exported import Exported
from escp_docs.export.html.blocks import body
from escp_docs.export.html.inlines import Medium
from escp_docs.export.html.page import page
from escp_docs.export.look import Look
from escp_docs.export.other_scripts import other_style, with_other_scripts
from escp_docs.export.pdf.memory import ask_for_enough
from escp_docs.export.style import print_style
from escp_docs.export.table_setting import set_tables
from escp_docs.language.languages import language_of
from escp_docs.pattern import pattern

ask_for_enough()  # before a library is loaded that ends the process
try:
    from weasyprint import HTML, Attachment
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    from escp_docs.export.pdf.fonts import shipped_fonts
    from escp_docs.export.pdf.spared_work import spare_work
    from escp_docs.export.pdf.streams import close_streams
    from escp_docs.export.pdf.tags import finish, mark_structure
except OSError as error:  # what cffi raises for a shared library that is not there
    raise MissingProgramError(
        "a PDF needs the library Pango, which is not on this machine\n"
        "  fix: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    ) from error

_PICTURE = pattern(r"(image/[a-z+]+);base64,(.*)", re.DOTALL)
_VARIANT = "pdf/a-3a"
_OBJECTS_BETWEEN_COLLECTIONS = 200_000


def to_pdf(document: Document, look: Look, *, is_redline: bool = False) -> Exported:
    """Return a document as PDF: the same bytes for the same document and look.

    A redline shows what came and went, in words to those who listen; nobody signs it.

    Returns:
        The file, its number of pages, and the page of each heading.

    Raises:
        ExportError: a block cannot be written, the look lacks something, or WeasyPrint is of a
            version that this program does not know.
    """
    mark_structure()
    close_streams()
    spare_work()
    document = set_tables(document, look)
    rules = print_style(document, look, is_redline=is_redline)
    main = body(document, Medium.PRINT, is_redline=is_redline)
    html = page(document, f"<style>{rules}{other_style(look)}</style>", main)
    html = with_other_scripts(html, look)
    try:
        with _calm_collector():
            pages, data = _printed(html, document, look)
    except FatalURLFetchingError as error:
        raise ExportError(str(error)) from error
    return Exported(data, len(pages), _pages_of_headings(document, pages))


@contextmanager
def _calm_collector() -> Iterator[None]:
    """Keep Python from looking for garbage over and over: layout makes many objects that stay."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


def _printed(html: str, document: Document, look: Look) -> tuple[list[Any], bytes]:
    with shipped_fonts() as fonts:
        made = HTML(string=html, url_fetcher=_Fonts(look)).render(
            font_config=fonts, pdf_variant=_VARIANT, pdf_forms=True
        )
        data = _written(made, document)
    return made.pages, data


def _written(made: Any, document: Document) -> bytes:  # noqa: ANN401
    with warnings.catch_warnings():
        # WeasyPrint leaves it to the garbage collector to close its colour profile.
        warnings.simplefilter("ignore", ResourceWarning)
        written: bytes = made.write_pdf(
            finisher=partial(finish, sealed=document.sealed),
            pdf_variant=_VARIANT,
            pdf_forms=True,
            attachments=_attachments(document),
        )
    return written


class _Fonts(URLFetcher):  # type: ignore[misc]
    """Serves the fonts of a look and the pictures of the page, and nothing else from anywhere."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:  # noqa: ANN401
        del headers
        scheme, _, name = url.partition(":")
        if scheme == "data" and (found := _PICTURE.fullmatch(name)):
            return URLFetcherResponse(url, b64decode(found[2]), {"Content-Type": found[1]})
        name = unquote(name)
        if scheme != "look" or name not in self._look.fonts:
            raise FatalURLFetchingError(f"{url} is not among the fonts of the look")
        return URLFetcherResponse(url, self._look.font(name), {"Content-Type": "font/ttf"})


def _attachments(document: Document) -> list[Any]:
    """Return the values that the document prints, and no others, as a file to attach."""
    values = printed_values(document)
    if not values:
        return []
    text = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=float("inf"))
    day = datetime(*document.date.timetuple()[:3], tzinfo=UTC)
    return [
        Attachment(
            string=text.encode(),
            name="values.yaml",
            description=language_of(document.language).pages.attached_values.format(
                title=document.title
            ),
            created=day,
            modified=day,
            relationship="Source",
        )
    ]


def _pages_of_headings(document: Document, pages: list[Any]) -> dict[str, int]:
    page_of = {name: number for number, made in enumerate(pages, 1) for name in made.anchors}
    return {h.id: page_of[h.id] for h in headings(document) if h.id in page_of}
