"""Page numbers in the contents of Word files: those of LibreOffice's layout, or none."""

import json
import re
import stat
import time
from pathlib import Path

import pytest

from escp_docs.build.contents_page_numbers import paginated
from escp_docs.document import Contents, Document, Heading, PageBreak, Text, headings
from escp_docs.export.look import FACES
from escp_docs.export.word.pages import layout
from escp_docs.export.word.writer import to_docx
from escp_docs.files import libreoffice
from escp_docs.files import libreoffice as layout_module
from tests.support.look import look
from tests.support.program import run
from tests.support.reading import HEAD, PROJECT
from tests.support.sample import sample
from tests.support.word_reading import WordFile, found, value

needs_office = pytest.mark.skipif(
    libreoffice.office() is None, reason="LibreOffice is not installed"
)

_TEMPLATE = """\
::: contents depth=2 title=Contents
:::

---

# One

Words.

---

# Two

## Two and a half

---

# Three
"""


def contents(data: bytes) -> dict[str, str]:
    """Return the page that stands behind each row of the contents, by its words."""
    rows = {}
    for paragraph in found(WordFile(data).document, ".//w:p"):
        if re.fullmatch(r"TOC\d", value(paragraph, "w:pPr/w:pStyle") or ""):
            texts = [str(one.text) for one in found(paragraph, ".//w:t")]
            page = texts.pop() if found(paragraph, ".//w:tab") else ""
            rows["".join(texts)] = page
    return rows


def built(tmp_path: Path, *options: str) -> tuple[str, Path]:
    (tmp_path / "templates" / "application").mkdir(parents=True, exist_ok=True)
    (tmp_path / "templates" / "application" / "application.md").write_text(_TEMPLATE)
    (tmp_path / "spec.yaml").write_text(HEAD + PROJECT)
    out = tmp_path / "out"
    arguments = ("-d", "application", "-f", "docx", "-o", str(out), "--as-of", "2020-11-20")
    status, output = run("build", str(tmp_path / "spec.yaml"), *arguments, *options)
    assert status == 0, output
    return output, out / "x"


def numbered_by(folder: Path) -> object:
    manifest = json.loads((folder / "manifest.json").read_text())
    return manifest["files"]["application.docx"]["page_numbers"]


def pages_in_manifest(folder: Path) -> list[int | None]:
    manifest = json.loads((folder / "manifest.json").read_text())
    return [one["page"] for one in manifest["files"]["application.docx"]["sections"]]


@needs_office
def test_the_contents_have_the_pages_of_libreoffice(tmp_path: Path) -> None:
    output, folder = built(tmp_path, "--paginate")
    data = (folder / "application.docx").read_bytes()

    assert list(contents(data).values()) == ["2", "3", "3", "4"]
    assert pages_in_manifest(folder) == [2, 3, 3, 4]
    assert numbered_by(folder) == "libreoffice"
    assert "4 pages" in output

    again, _ = built(tmp_path, "--paginate")
    assert "unchanged" in again


@needs_office
def test_the_numbers_are_those_of_the_file_that_bears_them() -> None:
    made, remark = paginated(sample(), look())
    fonts = {face.file: look().font(face.file) for face in FACES}
    pdf = libreoffice.laid_out(made.data, fonts)
    assert pdf is not None
    found_again = layout(sample(), pdf)

    assert remark == ""
    assert found_again is not None
    assert found_again.page_of == made.page_of
    assert made.pages == found_again.pages
    assert paginated(sample(), look())[0] == made


def test_without_the_option_there_are_no_numbers(tmp_path: Path) -> None:
    _, folder = built(tmp_path)

    assert set(contents((folder / "application.docx").read_bytes()).values()) == {""}
    assert numbered_by(folder) is None


def test_without_libreoffice_there_are_no_numbers_and_the_cure_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layout_module, "office", lambda: None)

    output, folder = built(tmp_path, "--paginate")

    assert "LibreOffice is not installed; fix: apt-get install" in output
    assert set(contents((folder / "application.docx").read_bytes()).values()) == {""}
    assert numbered_by(folder) is None
    assert "unchanged" not in built(tmp_path, "--paginate")[0]  # it is tried again


def fake_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setattr(layout_module, "office", lambda: str(program))


@pytest.mark.parametrize(
    ("script", "why"),
    [
        ("exit 77", "ended with status 77"),
        ("exit 0", "made no PDF"),
        ("sleep 60 & sleep 60", "took longer than 0.2 s"),
    ],
)
def test_a_libreoffice_that_fails_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, why: str
) -> None:
    fake_office(tmp_path, monkeypatch, script)
    begun = time.monotonic()

    with pytest.raises(libreoffice.LayoutError, match=why):
        libreoffice.laid_out(b"x", {}, seconds=0.2)
    assert time.monotonic() - begun < 10


def test_a_failure_leaves_the_document_without_numbers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_office(tmp_path, monkeypatch, 'echo "%PDF-1.4 nonsense" > "$6"/document.pdf')

    made, remark = paginated(sample(), look())

    assert made == to_docx(sample(), look())
    assert "no page numbers in the contents" in remark


def test_a_layout_that_does_not_rest_gives_no_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    turns = iter(range(100))

    def restless(document: Document, _: bytes) -> object:
        from escp_docs.export.word.pages import Layout  # noqa: PLC0415

        turn = next(turns) % 2 + 1
        return Layout(9, {one.id: turn for one in headings(document)})

    monkeypatch.setattr(libreoffice, "laid_out", lambda *_: b"")
    monkeypatch.setattr("escp_docs.export.word.pages.layout", restless)

    made, remark = paginated(sample(), look())

    assert made.page_of == {}
    assert "does not come to rest" in remark


def test_a_pdf_with_other_headings_gives_no_layout() -> None:
    from escp_docs.export.pdf.writer import to_pdf  # noqa: PLC0415

    one, two = (
        sample(blocks=(Contents("C", 1), PageBreak(), Heading(1, (Text(name),), "a")))
        for name in ("One", "Two")
    )
    pdf = to_pdf(sample(blocks=one.blocks[1:]), look()).data

    assert layout(one, pdf) is not None
    assert layout(two, pdf) is None
    assert layout(one, b"no PDF") is None


@needs_office
def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    fonts = {face.file: look().font(face.file) for face in FACES}

    assert libreoffice.laid_out(to_docx(sample(), look()).data, fonts) is not None
    assert list(tmp_path.iterdir()) == []
