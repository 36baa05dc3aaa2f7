"""What this machine can make, what it lacks, and the command that installs that."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from msgspec import Struct

from escp_docs import files
from escp_docs.build.install_hints import (
    CLUSTER,
    OFFICE,
    PANGO,
    SUBSET,
    TYPST,
    WEB,
    lacking,
    of_system,
)
from escp_docs.document.format_names import FormatName
from escp_docs.errors import EscpError
from escp_docs.files import libreoffice

_AGAIN: Final = "pip install --force-reinstall escp-docs"


class Capability(Struct, frozen=True):
    """One thing that the program can or cannot do here.

    `fix` installs what is missing, empty if nothing is; `needed` whether a document cannot be made
    without it.
    """

    what: str
    detail: str = ""
    fix: str = ""
    needed: bool = True


def examined() -> Iterator[Capability]:
    """Yield what is found out, one after the other, since some of it takes a second."""
    yield _made("HTML files", _html)
    yield _made("Word files", _docx)
    yield _made("Excel files", _xlsx)
    pdf = _made("PDF files", _pdf, of_system(PANGO))
    yield pdf
    if not pdf.fix:
        yield _subset()
    yield _pages()
    yield _extra("the workspace in the browser", WEB, "web")
    yield _extra("builds on a cluster", CLUSTER, "cluster")
    yield _extra("drafts and pages in a moment", TYPST, "typst")


def _made(what: str, make: Callable[[], str], fix: str = _AGAIN) -> Capability:
    """Return whether a file can be made; a library that is not there is named."""
    try:
        return Capability(what, make())
    except ImportError as error:
        return Capability(what, f"{error.name or error} is not there", _AGAIN)
    except EscpError as error:
        return Capability(what, str(error).partition("\n")[0], fix)


def _document() -> "Document":  # type: ignore[name-defined]  # noqa: F821  # loaded when it is made
    from escp_docs.document import Document, Paragraph, Text  # noqa: PLC0415
    from escp_docs.language.english.language import ENGLISH  # noqa: PLC0415

    day, blocks = date(2020, 11, 20), (Paragraph((Text("Examined"),)),)
    return Document("probe", "Probe", "X", day, ENGLISH.tag, "X", draft=False, blocks=blocks)


def _exported(format_: FormatName) -> None:
    from escp_docs.export.formats import export  # noqa: PLC0415  # a library may be missing

    export(_document(), format_, files.look(files.template_files(".", None)))


def _html() -> str:
    _exported("html")
    return _versions("fonttools", "resvg-py")


def _docx() -> str:
    _exported("docx")
    return _versions("lxml")


def _xlsx() -> str:
    from escp_docs.export.xlsx import writer  # noqa: PLC0415

    del writer
    return _versions("xlsxwriter")


def _pdf() -> str:
    _exported("pdf")
    from weasyprint.text.ffi import pango  # noqa: PLC0415

    number = pango.pango_version()
    found = f"Pango {number // 10_000}.{number // 100 % 100}.{number % 100}"
    return f"{_versions('weasyprint', 'pydyf')}, {found}"


def _subset() -> Capability:
    from weasyprint.text.ffi import harfbuzz_subset  # noqa: PLC0415

    what = "PDF files with the same bytes as elsewhere"
    if harfbuzz_subset:
        return Capability(what, "HarfBuzz cuts the fonts")
    return Capability(what, "fontTools cuts the fonts, slowly", of_system(SUBSET), needed=False)


def _pages() -> Capability:
    what = "page numbers in the contents of Word files"
    found = libreoffice.office_version()
    if found:
        return Capability(what, found)
    return Capability(what, "LibreOffice is not there", of_system(OFFICE), needed=False)


def _extra(what: str, packages: Sequence[str], name: str) -> Capability:
    if missing := lacking(packages):
        fix = f"pip install 'escp-docs[{name}]'"
        return Capability(what, f"{missing} is not there", fix, needed=False)
    return Capability(what, _versions(*packages))


def _versions(*names: str) -> str:
    try:
        return ", ".join(f"{name} {version(name)}" for name in names)
    except PackageNotFoundError:
        return ""
