"""What is fuzzed: each target takes bytes, and fails only by an exception that it does not name."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import lru_cache, partial
from html.parser import HTMLParser
from typing import Final
from zlib import crc32

from escp_docs.compose.document_types import DocumentRequest, DocumentType
from escp_docs.compose.documents import compose
from escp_docs.compose.templates import quota
from escp_docs.document import Document, Numbering
from escp_docs.errors import Fault, TemplateError
from escp_docs.export.html.writer import to_html
from escp_docs.export.word.writer import to_docx
from escp_docs.read.spec import Reading
from tests.support.look import look
from tests.support.reading import faults, spec

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
    project = found.spec.project.model_copy(update={"title": text, "abstract": text})
    stated = replace(found, spec=found.spec.model_copy(update={"project": project}))
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


TARGETS: Final[dict[str, Callable[[bytes], None]]] = {
    "reader": reader,
    "prose": prose,
    "template": template,
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
