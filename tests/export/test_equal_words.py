"""Equal words: every format of a document says the same, with the same numbers, in one order."""

import shutil
import subprocess
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest
from lxml import etree

from escp_docs.compose.document_types import DOCUMENT_TYPES
from escp_docs.document import Document
from escp_docs.document.remarks import remarks, without_remarks
from escp_docs.export.html.writer import to_html
from escp_docs.export.look import FACES, WHOLE
from escp_docs.export.pdf.writer import to_pdf
from escp_docs.export.word.writer import to_docx
from escp_docs.files import libreoffice
from escp_docs.language.running_heads import draft_mark, foot, head
from escp_docs.produced.expected_text import notes, pieces, printed
from escp_docs.produced.normalize import squeezed
from tests.support.documents import PAGED, document
from tests.support.look import look
from tests.support.printed_words import of_html, of_notes, of_word
from tests.support.word_reading import SPACES, WordFile

_W = f"{{{SPACES['w']}}}"
_BY_CHANCE = 3  # letters with which another cell goes on as this one would
_ALL = [(kind, name) for kind in PAGED for name in ("wave", "shield", "unfinished")]
# Pages take time to lay out: all of them are compared by `make slow`, these always.
_USUAL = {
    ("application", "unfinished"),
    ("partnership-agreement", "shield"),
    ("letters/mandate", "unfinished"),
}
_PAGED = [
    pytest.param(*one, marks=[] if one in _USUAL else [pytest.mark.slow])
    for one in _ALL
    if {"docx", "pdf"} <= set(DOCUMENT_TYPES[one[0]].formats)
]

needs_programs = pytest.mark.skipif(
    libreoffice.office() is None or shutil.which("pdftotext") is None,
    reason="LibreOffice or poppler-utils is not installed",
)


@lru_cache(maxsize=8)
def composed(kind: str, name: str) -> Document:
    return document(kind, name)


@pytest.mark.parametrize(("kind", "name"), _ALL)
def test_word_says_what_the_tree_says(kind: str, name: str) -> None:
    found = composed(kind, name)
    file = WordFile(to_docx(found, look()).data)

    assert of_word(file) == printed(without_remarks(found))
    assert of_notes(file) == notes(found)


@pytest.mark.parametrize(("kind", "name"), _ALL)
def test_html_says_what_the_tree_says(kind: str, name: str) -> None:
    found = composed(kind, name)

    assert of_html(to_html(found, look())) == printed(found)


@needs_programs
@pytest.mark.parametrize(("kind", "name"), _PAGED)
def test_pdf_says_what_the_tree_says(kind: str, name: str, tmp_path: Path) -> None:
    found = composed(kind, name)

    assert missing(found, to_pdf(found, look()).data, tmp_path) == []


@needs_programs
@pytest.mark.parametrize(("kind", "name"), _PAGED)
def test_libreoffice_says_what_the_tree_says(kind: str, name: str, tmp_path: Path) -> None:
    found = composed(kind, name)
    fonts = {face.file: look().font(face.file) for face in FACES}
    pdf = libreoffice.laid_out(to_docx(found, look()).data, fonts, WHOLE)

    assert pdf is not None
    assert missing(without_remarks(found), pdf, tmp_path) == []


def missing(found: Document, pdf: bytes, folder: Path) -> list[str]:
    """Return the headings, clauses, captions and cells that a PDF does not show in their order."""
    shown = "".join(of_pages(pdf, found, folder))
    place, absent = 0, []
    # What stands in the margin of a page is drawn before its text.
    for one in map(squeezed, remarks(found)):
        absent += [one] * (one not in shown)
        shown = shown.replace(one, "", 1)
    for piece in pieces(without_remarks(found)):
        words = squeezed(piece)
        hit = shown.find(words, place)
        if hit >= 0:
            place = hit + len(words)
        elif not is_parted(words, shown[place:]):
            absent.append(piece)
    return absent


def is_parted(words: str, shown: str) -> bool:
    """Whether words go on after those of other cells, as in a row that two pages share."""
    begun = bisect_left(range(1, len(words)), 1, key=lambda end: words[:end] not in shown)
    return any(
        words[end:] in shown[shown.find(words[:end]) + end :]
        for end in range(begun, max(begun - _BY_CHANCE, 0), -1)
    )


def of_pages(pdf: bytes, found: Document, folder: Path) -> Iterator[str]:
    """Yield the words of each page without running head, page number and notes."""
    (folder / "laid-out.pdf").write_bytes(pdf)
    command = ["pdftotext", "-raw", str(folder / "laid-out.pdf"), "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    running = squeezed(found.acronym + draft_mark(found) + head(found))
    for number, page in enumerate(text.split("\f")[:-1], 1):
        words = squeezed(page.replace("•", ""))  # marks of lists stand on their own
        assert running in words, number
        words = words.replace(running, "", 1)
        for note in notes(found):
            words = words.replace(note, "")
        before, mark, _ = words.rpartition(squeezed(foot(found)) + f"Page{number}of")
        assert mark, number
        yield before


@pytest.mark.parametrize(
    ("words", "told"), [("onetwothree", True), ("onetwofour", False), ("threeone", False)]
)
def test_words_that_two_pages_share_are_found(words: str, told: bool) -> None:  # noqa: FBT001
    assert is_parted(words, "onetwoothercellsthree") is told


def test_a_word_too_many_would_be_seen() -> None:
    found = composed("application", "shield")
    data = to_docx(found, look()).data
    other = WordFile(data)
    body = other.document
    next(body.iter(f"{_W}t")).text = "other"
    other.parts["word/document.xml"] = etree.tostring(body)

    assert of_word(other) != printed(found)
