"""One engine writing a document of a given size, in a process of its own.

`python -m benchmarks.engines ENGINE TIMES` prints seconds, after the import and without the making
of the tree; megabytes at the peak; and pages, where the engine knows them.
"""

import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from benchmarks.material import print_html, repeated, wave
from benchmarks.measure import peak
from escp_docs.document import Document, Heading, List, Paragraph, Table, plain, walk
from escp_docs.export.html.blocks import body
from escp_docs.export.html.inlines import Medium

Work = Callable[[], int | None]


@lru_cache(maxsize=1)
def _document(times: int) -> Document:
    document = wave("application")
    return replace(document, blocks=repeated(document, times))


def escp_pdf(times: int) -> Work:
    """Return the work of our PDF writer."""
    from benchmarks.material import look  # noqa: PLC0415
    from escp_docs.export.pdf.writer import to_pdf  # noqa: PLC0415  # each engine loads its own library

    document = _document(times)
    return lambda: to_pdf(document, look()).pages


def escp_docx(times: int) -> Work:
    """Return the work of our Word writer."""
    from benchmarks.material import look  # noqa: PLC0415
    from escp_docs.export.word.writer import to_docx  # noqa: PLC0415

    document = _document(times)

    def work() -> None:
        to_docx(document, look())

    return work


def weasyprint(times: int) -> Work:
    """Return the work of WeasyPrint on the same HTML, with the same fonts and options."""
    from weasyprint import HTML  # noqa: PLC0415

    from benchmarks.bare_weasyprint import Fonts  # noqa: PLC0415

    html = print_html(_document(times))

    def work() -> int:
        made = HTML(string=html, url_fetcher=Fonts()).render(pdf_variant="pdf/a-3a", pdf_forms=True)
        made.write_pdf(pdf_variant="pdf/a-3a", pdf_forms=True)
        return len(made.pages)

    return work


def pandoc(times: int) -> Work:
    """Return the work of pandoc: the same HTML to a Word file, its whole process."""
    import pypandoc  # noqa: PLC0415

    html = f"<html><body>{body(_document(times), Medium.SCREEN)}</body></html>"
    out = Path(tempfile.mkdtemp()) / "pandoc.docx"

    def work() -> None:
        pypandoc.convert_text(html, "docx", "html", outputfile=str(out))

    return work


def docxtpl(times: int) -> Work:
    """Return the work of docxtpl: the same words, as paragraphs of a template."""
    import docx  # noqa: PLC0415
    from docxtpl import DocxTemplate  # noqa: PLC0415

    template, buffer = docx.Document(), BytesIO()
    for line in ("{%p for one in paragraphs %}", "{{ one }}", "{%p endfor %}"):
        template.add_paragraph(line)
    template.save(buffer)
    words = [" ".join(cells) for _, cells in _words(_document(times))]

    def work() -> None:
        made = DocxTemplate(BytesIO(buffer.getvalue()))
        made.render({"paragraphs": words}, autoescape=True)
        made.save(BytesIO())

    return work


def typst(times: int) -> Work:
    """Return the work of Typst: the same words as headings, paragraphs and tables, to PDF."""
    import typst as engine  # noqa: PLC0415

    path = Path(tempfile.mkdtemp()) / "document.typ"
    path.write_text('#set page("a4")\n' + "\n\n".join(_typst(_document(times))))

    def work() -> int:
        from pypdf import PdfReader  # noqa: PLC0415

        data = engine.compile(str(path), pdf_standards=["a-3a"])
        assert isinstance(data, bytes)
        return len(PdfReader(BytesIO(data)).pages)

    return work


def _words(document: Document) -> Iterator[tuple[str, list[str]]]:
    """Yield what stands in a document in plain words, each with its kind."""
    for block in document.blocks:
        match block:
            case Heading():
                yield "heading", [plain(block.children)]
            case Paragraph():
                yield "paragraph", [plain(block.children)]
            case List():
                for item in block.items:
                    yield "item", [_text(item)]
            case Table():
                yield "row", [plain(column.head) for column in block.columns]
                for row in block.rows:
                    yield "row", [_text(cell.blocks) for cell in row]
            case _:
                yield "paragraph", [_text((block,))]


def _text(blocks: tuple[Any, ...]) -> str:
    return " ".join(plain(one.children) for one in walk(blocks) if isinstance(one, Paragraph))


def _typst(document: Document) -> Iterator[str]:
    for kind, cells in _words(document):
        texts = [f"#{json.dumps(cell, ensure_ascii=False)}" for cell in cells]
        match kind:
            case "heading":
                yield f"= {texts[0]}"
            case "item":
                yield f"- {texts[0]}"
            case "row":
                inner = ", ".join(f"[{text}]" for text in texts)
                yield f"#table(columns: {len(texts)}, {inner})"
            case _:
                yield texts[0]


ENGINES = {
    "escp-docs PDF": escp_pdf,
    "bare WeasyPrint PDF": weasyprint,
    "Typst PDF": typst,
    "escp-docs DOCX": escp_docx,
    "pandoc DOCX": pandoc,
    "docxtpl DOCX": docxtpl,
}


def main() -> None:
    """Measure one engine at one size."""
    name, times = sys.argv[1], int(sys.argv[2])
    with tempfile.TemporaryDirectory() as tempfile.tempdir:
        work = ENGINES[name](times)
        begin = time.perf_counter()
        pages = work()
        taken = time.perf_counter() - begin
    below = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024  # pandoc
    megabytes = max(peak(os.getpid()), below)
    print(json.dumps({"seconds": taken, "megabytes": megabytes, "pages": pages}))


if __name__ == "__main__":
    main()
