"""What the timings are taken on: the large example, a small one, their HTML."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from escp_docs import files
from escp_docs.compose.documents import compose
from escp_docs.compose.kinds import KINDS, Paper
from escp_docs.compose.numbering import numbered
from escp_docs.document import Document, Heading
from escp_docs.export.block_html import body
from escp_docs.export.inline_html import Medium
from escp_docs.export.look import Look
from escp_docs.export.page_html import page
from escp_docs.export.style import print_style
from escp_docs.export.web import to_html
from escp_docs.read import spec as reading

ROOT = Path(__file__).parents[1]
SCHEMA = ROOT / "specs" / "schemas" / "spec.schema.json"
PRINTED = date(2020, 11, 20)


@dataclass(frozen=True)
class Material:
    """Paths and work to time."""

    folder: Path
    small: Path
    large: Path
    schema: Path
    html: Path
    print_pages: tuple[Path, ...]
    compose_and_write: Callable[[], object]
    pdf_of: Callable[[int], Callable[[], object]]


def material(folder: Path) -> Material:
    """Return the material, its files written below `folder`."""
    large = folder / "large.yaml"
    large.write_text("".join(one.read_text() for one in sorted((ROOT / "specs/wave-4i").iterdir())))
    small = ROOT / "specs" / "unfinished.yaml"
    calls = {name: reading.call(files.source(path)) for name, path in files.call_sources().items()}
    read = reading.spec(files.spec_sources(str(large)), calls)
    paths = files.template_files(str(large), None)
    templates, look = files.templates(paths), files.look(paths)

    def made(name: str) -> Document:
        return compose(Paper(KINDS[name]), read.spec, read.call, templates, PRINTED, draft=False)

    def write() -> object:
        from escp_docs.export.word import to_docx  # noqa: PLC0415

        return to_docx(made("application"), look)

    html = folder / "application.html"
    html.write_bytes(to_html(made("application"), look))
    pages = []
    for name in KINDS:
        path = folder / f"{name}.print.html"
        path.write_text(_print_html(made(name), look))
        pages.append(path)
    return Material(
        folder, small, large, SCHEMA, html, tuple(pages), write, _growing(made("application"), look)
    )


def _print_html(document: Document, look: Look) -> str:
    style = f"<style>{print_style(document, look)}</style>"
    return page(document, style, body(document, Medium.PRINT))


def _growing(document: Document, look: Look) -> Callable[[int], Callable[[], object]]:
    from escp_docs.export.pdf import to_pdf  # noqa: PLC0415

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
    part = tuple(block for block in part if not _refers(block))

    def pdf(times: int) -> Callable[[], object]:
        whole = replace(document, blocks=numbered(part * times))
        return lambda: to_pdf(whole, look)

    return pdf


def _refers(block: object) -> bool:
    return "Reference(" in repr(block)
