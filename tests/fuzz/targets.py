"""What is fuzzed: each target takes bytes, and fails only by an exception that it does not name."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import lru_cache, partial
from html.parser import HTMLParser
from typing import Final
from zlib import crc32

from msgspec.structs import replace

from escp_docs.compose.document_types import DocumentRequest, DocumentType
from escp_docs.compose.documents import compose
from escp_docs.compose.templates import quota
from escp_docs.document import Document, Numbering
from escp_docs.document.format_names import FormatName
from escp_docs.edit.changes import SetValue
from escp_docs.edit.editing import edited
from escp_docs.errors import Fault, RefusedEditError, TemplateError, UnreadableError
from escp_docs.export.formats import format_named
from escp_docs.export.html.writer import to_html
from escp_docs.export.word.writer import to_docx
from escp_docs.produced.archive import UnreadableFileError
from escp_docs.produced.shape.judged import AsBuilt, shape
from escp_docs.read.source import SpecText
from escp_docs.read.spec import Reading, call
from tests.support.look import look
from tests.support.reading import faults, source, spec
from tests.support.tampering import packed, parts_of
from tests.support.verifying import built

PROBE: Final = DocumentRequest(DocumentType("probe", Numbering.LEGAL, ("html",)))
EVERYWHERE: Final = """\
## {{ project.title }}

{{ project.abstract }}

- {{ project.title }}
- a [link]({{ project.title }}), *{{ project.title }}*, {{ project.abstract }}

Table: {{ project.title }} {: #t summary=t }

| {{ project.title }} | b |
| --- | --- |
| {{ project.title }} | {{ project.abstract }} |

§ {{ project.title }}^[{{ project.title }}] {: #clause }
"""
_SELDOM: Final = 16  # a Word file takes thirty times as long as a page of HTML
_HARMLESS: Final = frozenset(
    (
        *("html", "head", "meta", "title", "style", "body", "main", "header", "footer", "nav"),
        *("section", "article", "aside", "div", "h1", "h2", "h3", "h4", "h5", "h6", "p", "hr"),
        *("ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "colgroup", "col", "thead"),
        *("tbody", "tr", "th", "td", "a", "strong", "em", "sup", "sub", "br", "span", "time"),
        *("mark", "small", "del", "ins", "label", "bdi", "code", "figure", "figcaption"),
        *("svg", "g", "desc", "defs", "rect", "line", "path", "text", "tspan", "circle"),
        *("ellipse", "polygon", "polyline"),
    )
)


def reader(data: bytes) -> None:
    """Read bytes as a spec: a spec, or faults each with a place."""
    for fault in faults(data):
        _placed(fault)


def _placed(fault: Fault) -> None:
    assert fault.place is not None
    assert fault.place.line >= 1
    assert fault.place.column >= 1


def prose(data: bytes) -> None:
    """Print bytes as a title and as prose, at every place that a template has."""
    text = data.decode("utf-8", "replace").strip() or None  # a blank value is an absent one
    found = _spec()
    project = found.spec.project.updated({"title": text, "abstract": text})
    stated = replace(found, spec=found.spec.updated({"project": project}))
    _written(_composed(EVERYWHERE, stated))


def template(data: bytes) -> None:
    """Render bytes as a template: a document, or a fault with a place."""
    quota.STEPS = 20_000  # type: ignore[misc]  # counted, so a smaller one ends sooner
    try:
        document = _composed(data.decode("utf-8", "replace"), _spec())
    except TemplateError as error:
        _placed(error.fault)
    else:
        _written(document)


def call_file(data: bytes) -> None:
    """Read bytes as a call file: a call, or faults each with a place."""
    try:
        call(source(data))
    except UnreadableError as error:
        for fault in error.faults:
            _placed(fault)


def edit(data: bytes) -> None:
    """Change a title in bytes that are a spec: the change and nothing else, or a refusal."""
    text = source(data)
    if isinstance(text, Fault):
        return
    with suppress(RefusedEditError, UnreadableError):
        edited(SpecText((text,)), (SetValue("project.title", "x: # y"),))


def word(data: bytes) -> None:
    """Read bytes as the body of a Word file."""
    _read_back("docx", packed({**_parts("docx"), "word/document.xml": data}))


def sheet(data: bytes) -> None:
    """Read bytes as the first sheet of a workbook."""
    _read_back("xlsx", packed({**_parts("xlsx"), "xl/worksheets/sheet1.xml": data}))


def page(data: bytes) -> None:
    """Read bytes as a page of HTML."""
    _read_back("html", data)


def pdf(data: bytes) -> None:
    """Read bytes as a PDF."""
    _read_back("pdf", data)


def _read_back(format_: FormatName, data: bytes) -> None:
    with suppress(UnreadableFileError):
        format_named(format_).read(data)
    with suppress(UnreadableFileError):
        shape(format_, data, AsBuilt({}, ""), is_as_built=False)


@lru_cache(maxsize=2)
def _parts(format_: FormatName) -> dict[str, bytes]:
    return parts_of(built(format_).data)


TARGETS: Final[dict[str, Callable[[bytes], None]]] = {
    "reader": reader,
    "prose": prose,
    "template": template,
    "call": call_file,
    "edit": edit,
    "word": word,
    "sheet": sheet,
    "page": page,
    "pdf": pdf,
}


@lru_cache(maxsize=1)
def _spec() -> Reading:
    return spec("consortium: {coordinator: A, partners: [{id: A, country: FR}, {id: B}]}\n")


def _composed(text: str, found: Reading) -> Document:
    make = partial(compose, PROBE, found.spec, found.call, printed=date(2020, 11, 20), draft=True)
    return make(templates={"probe/probe.md": text})


def _written(document: Document) -> None:
    _Harmless().feed(to_html(document, look()).decode())
    if crc32(repr(document).encode("utf-8", "surrogatepass")) % _SELDOM == 0:
        to_docx(document, look())


class _Harmless(HTMLParser):
    """Fails at an element that could do something, and at an attribute that would."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _HARMLESS, f"a document holds <{tag}>"
        for name, value in attrs:
            assert not name.startswith("on"), f"a document holds {name}="
            if name in {"href", "src", "action"}:
                assert (value or "").startswith(("#", "https:", "http:", "mailto:", "data:"))
