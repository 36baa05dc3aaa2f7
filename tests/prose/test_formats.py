"""Every visible character of a prose stands in each format, in order, and none besides."""

from io import BytesIO
from pathlib import Path
from unicodedata import bidirectional

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from escp_docs.counting import letter
from escp_docs.document import Document
from escp_docs.export.look import FACES
from escp_docs.export.pdf.writer import to_pdf
from escp_docs.export.word.writer import to_docx
from escp_docs.files import libreoffice
from escp_docs.produced.expected_text import pieces
from escp_docs.produced.normalize import leveled
from tests.prose.kinds import ALL, COMMONMARK, PASTED
from tests.prose.texts import proses
from tests.prose.visible import made, notes_of, of_html, of_pdf, of_tree, of_word
from tests.support import tagged
from tests.support.look import look
from tests.support.sizes import examples


def agrees_on_screen(document: Document) -> None:
    seen, notes = of_tree(document.blocks), notes_of(document.blocks)
    page, page_notes, _ = of_html(document)
    assert page == seen
    assert page_notes == notes
    assert of_word(document) == (seen, notes)


def agrees_on_paper(document: Document) -> None:
    seen, notes = of_pdf(document)
    wanted = [
        leveled(f"{letter(number)}{note}")
        for number, note in enumerate(notes_of(document.blocks), 1)
    ]
    # Pages draw the letters of Hebrew and Arabic in their own order.
    order = sorted if is_turned(seen) else str
    assert order(seen) == order(leveled(of_tree(document.blocks)))
    assert notes == wanted


def is_turned(text: str) -> bool:
    return any(bidirectional(letter) in {"R", "AL", "AN"} for letter in text)


@pytest.mark.parametrize("kind", ALL)
def test_html_and_word_print_what_the_tree_says(kind: str) -> None:
    agrees_on_screen(made(ALL[kind]))


def test_a_pdf_prints_what_the_tree_says() -> None:
    agrees_on_paper(made(*(text for text in ALL.values() if not is_turned(text))))
    agrees_on_paper(made(*(text for text in ALL.values() if is_turned(text))))


@settings(max_examples=examples(40))
@given(proses)
def test_html_and_word_print_what_any_tree_says(text: str) -> None:
    agrees_on_screen(made(text))


@settings(max_examples=examples(3))
@given(st.lists(proses, min_size=3, max_size=6))
def test_a_pdf_prints_what_any_tree_says(texts: list[str]) -> None:
    agrees_on_paper(made(*texts))


def test_a_pdf_of_such_prose_is_accessible(tmp_path: Path) -> None:
    data = to_pdf(made(*ALL.values()), look()).data

    assert tagged.faults(data, tmp_path) == []


def test_an_address_is_that_of_the_prose_in_html() -> None:
    text = "[a](https://a.example/?q=a%26b%3Dc%23) [b](https://a.example/café_*x*)"

    assert of_html(made(text))[2] == [
        "https://a.example/?q=a%26b%3Dc%23",
        "https://a.example/café_*x*",
    ]


@pytest.mark.slow
@pytest.mark.skipif(libreoffice.office() is None, reason="LibreOffice is not installed")
def test_libreoffice_prints_what_the_tree_says() -> None:
    document = made(*COMMONMARK.values(), *PASTED.values())
    fonts = {face.file: look().font(face.file) for face in FACES}

    pdf = libreoffice.laid_out(to_docx(document, look()).data, fonts)

    assert pdf is not None
    pages = letters("".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages))
    assert [piece for piece in pieces(document) if letters(piece) not in pages] == []


def letters(text: str) -> str:
    # The signs of a fallback font are drawn, but a PDF of LibreOffice names them otherwise.
    return "".join(filter(str.isalnum, leveled(text)))
