"""What the timings are taken on: the large example, a small one, their HTML."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from msgspec.structs import replace

from escp_docs import files
from escp_docs.build import planning
from escp_docs.build.planning import RequestedFile
from escp_docs.comparing.trees.plain import plain_document
from escp_docs.compose.document_types import DOCUMENT_TYPES, DocumentRequest, requests
from escp_docs.compose.documents import compose
from escp_docs.compose.numbering import numbered
from escp_docs.document import Block, Document, Heading
from escp_docs.export.html.blocks import body
from escp_docs.export.html.inlines import Medium
from escp_docs.export.html.page import page
from escp_docs.export.html.writer import to_html
from escp_docs.export.look import Look
from escp_docs.export.style import print_style
from escp_docs.language.english.language import ENGLISH
from escp_docs.read import spec as reading
from escp_docs.read.spec import Reading

ROOT = Path(__file__).parents[1]
SCHEMA = ROOT / "specs" / "schemas" / "spec.schema.json"
WAVE = ROOT / "specs" / "wave-4i"
PRINTED = date(2020, 11, 20)


@dataclass(frozen=True)
class Material:
    """Paths and work to time; `print_pages` is the HTML of every PDF that `--all` makes."""

    folder: Path
    small: Path
    large: Path
    schema: Path
    html: Path
    print_pages: tuple[Path, ...]
    compose_and_write: Callable[[], object]


@lru_cache(maxsize=1)
def _templates() -> dict[str, str]:
    return files.templates(files.template_files(str(WAVE), None))


@lru_cache(maxsize=1)
def look() -> Look:
    """Return the look that ships with the program."""
    return files.look(files.template_files(str(WAVE), None))


@lru_cache(maxsize=1)
def _read() -> Reading:
    calls = {name: reading.call(files.source(path)) for name, path in files.call_sources().items()}
    return reading.spec(files.spec_sources(str(WAVE)), calls)


def wave(name: str) -> Document:
    """Return a document of the large example, composed."""
    read = _read()
    paper = DocumentRequest(DOCUMENT_TYPES[name])
    return compose(paper, read.spec, read.call, _templates(), PRINTED, draft=False)


def two_versions() -> tuple[Document, Document, Look]:
    """Return the application before and after changes of values and prose, and the look."""
    read = _read()
    project = read.spec.project.updated({"duration_months": 31})
    vision = (read.spec.strategy.vision or "").replace("grows", "thrives")
    strategy = read.spec.strategy.updated({"vision": vision})
    spec = read.spec.updated({"project": project, "strategy": strategy})
    paper = DocumentRequest(DOCUMENT_TYPES["application"])
    new = compose(paper, spec, read.call, _templates(), PRINTED, draft=False)
    return plain_document(wave("application")), plain_document(new), look()


def material(folder: Path) -> Material:
    """Return the material, its files written below `folder`."""
    large = folder / "large.yaml"
    large.write_text("".join(one.read_text() for one in sorted(WAVE.glob("*.yaml"))))
    small = ROOT / "specs" / "unfinished.yaml"

    def write() -> object:
        from escp_docs.export.word.writer import to_docx  # noqa: PLC0415

        return to_docx(wave("application"), look())

    html = folder / "application.html"
    html.write_bytes(to_html(wave("application"), look()))
    pages = []
    for name, document in _printed_documents().items():
        path = folder / f"{name.replace('/', '-')}.print.html"
        path.write_text(print_html(document))
        pages.append(path)
    return Material(folder, small, large, SCHEMA, html, tuple(pages), write)


def _printed_documents() -> dict[str, Document]:
    """Return every document that has a PDF, as a build of everything composes them."""
    read = _read()
    wanted = [
        RequestedFile(paper, "pdf")
        for paper in requests(read.spec).values()
        if "pdf" in paper.kind.formats
    ]
    plan = planning.plan("wave-4i", read, wanted, _templates(), PRINTED, lambda _: {})
    return {name: one for name, one in plan.documents.items() if isinstance(one, Document)}


def print_html(document: Document) -> str:
    """Return the HTML of which a document's PDF is printed."""
    style = f"<style>{print_style(document, look())}</style>"
    return page(document, style, body(document, Medium.PRINT))


def repeated(document: Document, times: int) -> tuple[Block, ...]:
    """Return a part of a document, some pages of tables and prose, several times over."""
    start = next(
        index
        for index, block in enumerate(document.blocks)
        if isinstance(block, Heading) and block.id == "targets"
    )
    part = tuple(
        replace(block, id="", number="") if isinstance(block, Heading) else block
        for block in document.blocks[start : start + 40]
        if not getattr(block, "caption", ())
    )
    part = tuple(block for block in part if "Reference(" not in repr(block))
    return numbered(part * times, ENGLISH)
