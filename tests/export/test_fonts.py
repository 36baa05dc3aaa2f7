"""Fonts: those that travel with the program and no others, whatever the letters."""

import gc
import tempfile
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from weasyprint.text.fonts import FontConfiguration

from escp_docs.document import Block, Emphasis, Field, Paragraph, Strong, Text
from escp_docs.errors import ExportError
from escp_docs.export.html.writer import to_html
from escp_docs.export.look import FALLBACK
from escp_docs.export.pdf.fonts import only_shipped
from escp_docs.export.pdf.writer import to_pdf
from escp_docs.export.word.writer import to_docx
from tests.support.look import look
from tests.support.sample import sample
from tests.support.sample_parts import heading, words
from tests.support.tagged import faults
from tests.support.word_reading import WordFile

SCRIPTS = {
    "Greek": "Ελληνικά, πολυτονικό ἀρχή",
    "Cyrillic": "Български, Українська",
    "Georgian": "საქართველოს კლასტერი",
    "Armenian": "Հայաստանի կլաստեր",
    "Hebrew": "מרכז החדשנות (1998)",
    "Arabic": "المركز الوطني للابتكار 2020",
    "Turkish, Icelandic, Maltese": "Türkiye İş, Þórshöfn, Għaxaq",
    "signs": "● ☐ ☒ ◆ → ≥ ½ ∑ √",
    "combined": "e\u0301 s\u0323\u0307 x\u200dy",
}


def page(text: str) -> tuple[Block, ...]:
    name = Field("project.title", text, text, "Title")
    emphasis, strong = Emphasis(words(text)), Strong(words(text))
    line = (Text("One, "), name, Text(", two, "), emphasis, Text(", three, "), strong)
    return (heading(1, text, "one"), Paragraph(line))


def fonts(data: bytes) -> set[str]:
    with pikepdf.open(BytesIO(data)) as pdf:
        parts = (o for o in pdf.objects if isinstance(o, pikepdf.Dictionary))
        return {str(part.FontName) for part in parts if "/FontName" in part}


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=SCRIPTS)
def test_a_pdf_takes_no_font_of_the_machine(text: str, tmp_path: Path) -> None:
    data = to_pdf(sample(blocks=page(text)), look()).data

    assert all("ESCP-S" in name or "DejaVu-Sans" in name for name in fonts(data))
    assert faults(data, tmp_path) == []


def test_a_pdf_in_latin_letters_needs_no_fallback() -> None:
    assert not [name for name in fonts(to_pdf(sample(), look()).data) if "DejaVu" in name]


@pytest.mark.parametrize(
    ("text", "many"),
    [
        pytest.param("Þórshöfn, Ελλάδα, България → ☐", 0, id="the usual fonts have it"),
        pytest.param("საქართველო", len(FALLBACK), id="the fallback has it"),
    ],
)
def test_html_holds_the_fallback_where_it_is_needed(text: str, many: int) -> None:
    html = to_html(sample(blocks=page(text)), look()).decode()

    assert html.count(f'@font-face{{font-family:"{FALLBACK[0].family}"') == many


def test_word_is_told_the_fallback() -> None:
    file = WordFile(to_docx(sample(), look()).data)

    assert b'w:name="DejaVu Sans"' in file.parts["word/fontTable.xml"]
    assert b'w:cs="DejaVu Sans"' in file.parts["word/styles.xml"]


def test_another_weasyprint_is_refused() -> None:
    with (
        pytest.raises(ExportError, match="install a version that"),
        only_shipped(object()),
    ):
        pass


def test_the_fonts_of_the_machine_are_given_back() -> None:
    fonts_ = FontConfiguration()
    with only_shipped(fonts_):
        pass
    with only_shipped(fonts_):
        pass


def test_the_files_of_fonts_are_gone_with_the_pdf_that_needed_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process of a pool ends without looking for garbage once more."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    gc.disable()
    try:
        to_pdf(sample(), look())

        assert list(tmp_path.iterdir()) == []
    finally:
        gc.enable()
