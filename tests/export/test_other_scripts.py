"""Names in Asian scripts: kept in Word and HTML, in PDFs printed by fonts of the machine."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from escp_docs import api
from escp_docs.document import Paragraph, Text
from escp_docs.document.asian_scripts import asian, by_code_point, is_asian
from escp_docs.export.html.writer import to_html
from escp_docs.export.look import Look
from escp_docs.export.other_scripts import covered
from escp_docs.export.pdf.writer import to_pdf
from escp_docs.export.word.writer import to_docx
from escp_docs.files import other_fonts
from escp_docs.produced import pdf_file
from escp_docs.produced.normalize import leveled
from tests.support.fonts import font, machine_with
from tests.support.look import look
from tests.support.reading import HEAD
from tests.support.sample import sample
from tests.support.tagged import faults
from tests.support.word_reading import WordFile

NAME = "日本ລາວ"  # the last letters are Lao, which a shipped font has


def on_this_machine(monkeypatch: pytest.MonkeyPatch, *paths: str) -> tuple[bytes, ...]:
    """Return the fonts for the name on a machine that has these and no others."""
    machine_with(monkeypatch, *paths)
    return other_fonts.other_fonts(frozenset("日本"))


def with_fonts(*fonts: bytes) -> Look:
    return look().with_others(fonts)


def test_letters_that_can_be_seen_are_asian_and_others_are_not() -> None:
    assert all(map(is_asian, "日本語中文한국어カﾅไทยहिन्दीதமிழ்"))
    assert not any(map(is_asian, "Añ€–🚀\u202e\ue000\u3164\u0378 \u2028"))
    assert asian("Tokyo 東京") == {"東", "京"}


def test_word_and_html_keep_the_letters_and_a_pdf_without_a_font_names_them() -> None:
    document = sample(blocks=(Paragraph((Text(NAME),)),), acronym=NAME, title=NAME)

    assert NAME in WordFile(to_docx(document, look()).data).parts["word/document.xml"].decode()
    assert NAME in to_html(document, look()).decode()
    said = pdf_file.read(to_pdf(document, look()).data)
    assert "[U+65E5][U+672C]ລາວ" in said.text.replace(" ", "").replace("\n", "")
    assert leveled(said.text.strip()).endswith(leveled(NAME))  # so that it agrees with the tree


def test_a_font_of_the_machine_is_cut_and_stands_in_the_pdf(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fonts = on_this_machine(monkeypatch, font(tmp_path / "a.ttf", "日本国"))
    document = sample(blocks=(Paragraph((Text(NAME),)),))

    whole = with_fonts(*fonts)
    data = to_pdf(document, whole).data
    assert covered(whole) == set("日本 ")
    assert NAME in pdf_file.read(data).text
    assert faults(data, tmp_path) == []
    assert to_pdf(document, whole).data == data
    assert "ESCPOther-1" in to_html(document, whole).decode()
    assert "ESCPOther" not in to_html(replace(document, blocks=()), whole).decode()


def test_several_fonts_are_taken_together_and_what_must_not_stand_in_files_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = font(tmp_path / "closed.ttf", "日本", embeddable=False)
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    broken = str(tmp_path / "broken.ttf")
    halves = [font(tmp_path / f"{n}.ttf", one) for n, one in enumerate("日本")]

    assert on_this_machine(monkeypatch, closed, broken, str(tmp_path / "none.ttf")) == ()
    assert len(on_this_machine(monkeypatch, closed, broken, *halves)) == 2


def test_nothing_is_looked_for_where_no_letter_asks() -> None:
    assert other_fonts.other_fonts(frozenset()) == ()


def test_letters_are_named_by_their_code_points() -> None:
    assert by_code_point("a東\u3000") == "a[U+6771]\u3000"
    assert by_code_point("東京", frozenset("京")) == "東[U+4EAC]"


def test_a_font_that_is_installed_later_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = tmp_path / "spec.yaml"
    spec.write_text(f"{HEAD}project: {{acronym: X, title: '{NAME}'}}\n", encoding="utf-8")
    options = api.BuildOptions(output=tmp_path, documents=("application",), formats=("pdf",))
    built = tmp_path / "x/application.pdf"

    assert on_this_machine(monkeypatch) == ()
    api.build(spec, options)
    assert NAME not in pdf_file.read(built.read_bytes()).text
    assert api.unchanged(spec, options) is None  # no stamp: a font may come any time

    on_this_machine(monkeypatch, font(tmp_path / "a.ttf", "日本"))
    api.build(spec, options)
    assert NAME in pdf_file.read(built.read_bytes()).text
