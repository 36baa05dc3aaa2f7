"""The rows on one document and on the whole bundle, and on what is made of documents."""

import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path

from benchmarks.material import ROOT, Material, two_versions
from benchmarks.measure import Row, alternately, by_the_clock, escp, in_turn, process
from escp_docs.comparing.trees.merging import merged
from escp_docs.compose.document_types import DOCUMENT_TYPES
from escp_docs.export.word.writer import to_tracked_docx
from escp_docs.versions.redline_proof import prove


def word_file(given: Material) -> list[Row]:
    """Return the row on one Word file."""
    import pypandoc  # noqa: PLC0415

    build = escp("build", given.large, "-q", "--force", "-o", given.folder / "one")
    ours, theirs = alternately(
        process(*build, "-d", "application", "-f", "docx"),
        process(pypandoc.get_pandoc_path(), given.html, "-o", given.folder / "pandoc.docx"),
    )
    work = "application DOCX, whole process, against pandoc"
    return [Row("docx-process", work, ours, theirs, 1.3)]


def bundle(given: Material) -> list[Row]:
    """Return the rows on all documents, by one process and by both processors."""
    build = escp("build", given.large, "-q", "--force")
    pdfs = [name for name, kind in DOCUMENT_TYPES.items() if "pdf" in kind.formats]
    named = [part for name in pdfs for part in ("-d", name)]
    bare = process(sys.executable, "-m", "benchmarks.bare_weasyprint", *given.print_pages)
    alone = process(*build, "-o", given.folder / "alone", "--all", "-j", "1")
    printed = process(*build, "-o", given.folder / "printed", *named, "-f", "pdf", "-j", "1")
    both = process(*build, "-o", given.folder / "both", "--all", "-j", "2")
    count = len(given.print_pages)
    against = f"against bare WeasyPrint on the HTML of its {count} PDFs"
    one, pages, two, theirs = in_turn(alone, printed, both, bare, runs=2)
    return [
        Row("bundle-alone", f"`build --all -j 1`, {against}",
            one.processor, theirs.processor, 1.25),
        Row("bundle-pdfs", "its PDFs alone, against the same",
            pages.processor, theirs.processor, 1.0),
        Row("bundle", "`build --all` by both processors, against the same",
            two.wall, theirs.wall, 0.65),
    ]  # fmt: skip


def verified(given: Material) -> list[Row]:
    """Return the row on proving that a bundle is as it was made."""
    output = given.folder / "verified"
    build = process(*escp("build", given.large, "-q", "--force", "--all", "-o", output))
    build()
    verify = process(*escp("verify", output / "wave-4i"))
    ours, theirs = by_the_clock(verify, build)
    return [Row("verify", "`verify` of the bundle, against building it", ours, theirs, 0.3)]


def compliance(given: Material) -> list[Row]:
    """Return the row on a page that looks up the page numbers of two others."""
    build = escp("build", given.large, "-q", "-o", given.folder / "compliance", "--force")
    ours, theirs = by_the_clock(
        process(*build, "-d", "compliance", "-f", "html"),
        process(*build, "-d", "application", "-d", "partnership-agreement", "-f", "pdf"),
    )
    work = "`build -d compliance -f html`, against the two PDFs that it looks pages up in"
    return [Row("compliance", work, ours, theirs)]


def redlines(given: Material) -> list[Row]:
    """Return the row on the redline of two composed versions, with its proof."""
    del given
    old, new, look = two_versions()

    def redline() -> None:
        prove(to_tracked_docx(merged(old, new), look, "escp-docs").data, old, new)

    ours, _ = alternately(redline, lambda: None)
    work = "redline of two applications of 36 pages with its proof, after composing, against 1 s"
    return [Row("redline-second", work, ours, 1.0, 1.0)]


def opened(given: Material) -> list[Row]:
    """Return the row on LibreOffice and our Word file; none where there is no LibreOffice."""
    newest = (str(ROOT / "scripts" / "with-newest-libreoffice"), "soffice")
    known: tuple[tuple[str, ...], ...] = (newest, ("soffice",))
    office = next(filter(_answers, known), None)
    if office is None:
        return []
    output = given.folder / "opened"
    process(*escp("build", given.large, "-q", "-d", "application", "-f", "docx", "-o", output))()
    bound = output / "wave-4i" / "application.docx"
    free = given.folder / "unbound.docx"
    free.write_bytes(_unbound(bound.read_bytes()))
    options = (f"-env:UserInstallation=file://{given.folder}/office", "--headless", "--convert-to")
    saved = str(given.folder / "saved")
    save: tuple[str, ...] = (*office, *options, "docx", "--outdir", saved)
    ours, theirs = alternately(process(*save, bound), process(*save, free), 3)
    work = "LibreOffice opens and saves application.docx, against the same without bindings"
    return [Row("libreoffice", work, ours, theirs, 1.5)]


def _answers(command: tuple[str, ...]) -> bool:
    try:
        asked = subprocess.run([*command, "--version"], capture_output=True, check=False)
    except OSError:
        return False
    return asked.returncode == 0


def _unbound(data: bytes) -> bytes:
    """Return a Word file whose values know nothing of what stands behind them."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(buffer, "w") as after:
        for one in before.infolist():
            part = before.read(one)
            if Path(one.filename).suffix == ".xml":
                part = re.sub(rb"<w:dataBinding [^>]*/>", b"", part)
            after.writestr(one, part)
    return buffer.getvalue()
