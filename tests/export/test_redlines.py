"""Redlines in Word, on screen and in print: what came and went, for eyes and for ears."""

import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import html
from pypdf import PdfReader

from escp_docs.comparing.trees.first_page import with_first_page
from escp_docs.comparing.trees.merging import merged
from escp_docs.comparing.trees.plain import plain_document
from escp_docs.document import (
    Block,
    Clause,
    Document,
    Figure,
    Footnote,
    Heading,
    List,
    Numbering,
    Paragraph,
    Reference,
    Signature,
    Text,
)
from escp_docs.errors import ExportError
from escp_docs.export.html.writer import to_html
from escp_docs.export.pdf.writer import to_pdf
from escp_docs.export.word.writer import to_docx, to_tracked_docx
from tests.support.documents import document as example
from tests.support.look import look
from tests.support.word_reading import WordFile
from tests.support.word_trees import document

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text x="1" y="5">{}</text></svg>'


def clause(number: str, words: str, name: str = "") -> Clause:
    return Clause(1, (Text(words),), number, number, name)


HEAD = Heading(2, (Text("Liability"),), "liability", Numbering.LEGAL, "1.")
OLD: tuple[Block, ...] = (
    HEAD,
    clause("1.1", "The cap does not apply to gross negligence of any Party.", "gross"),
    clause("1.2", "Each Party insures itself against damage of 5,000 to others.", "insured"),
    clause("1.3", "Nobody is liable for loss of profit or of data.", "loss"),
    Paragraph((Text("See "), Reference("insured", "clause 1.2", "1.2"), Text("."))),
)
NEW: tuple[Block, ...] = (
    HEAD,
    clause("1.1", "Each Party insures itself against damage of 7,500 to others.", "insured"),
    clause("1.2", "Nobody is liable for loss of profit or of data.", "loss"),
    clause("1.3", "The cap does not apply to gross negligence of any Party.", "gross"),
    Paragraph((Text("See "), Reference("insured", "clause 1.1", "1.1"), Text("."))),
)


def redline(old: tuple[Block, ...], new: tuple[Block, ...]) -> Document:
    return merged(*(plain_document(document(*one)) for one in (old, new)))


def page(found: Document) -> html.HtmlElement:
    return html.document_fromstring(to_html(found, look(), is_redline=True).decode())


def said(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


# --- on screen -------------------------------------------------------------------------------


def test_what_came_and_went_is_told_to_eyes_and_ears() -> None:
    found = page(redline(OLD, NEW))

    assert [said(one) for one in found.xpath("//p[@id='insured']/del")] == [
        "[deletion: 5,000 end of deletion]"
    ]
    assert [said(one) for one in found.xpath("//p[@id='insured']/ins")] == [
        "[insertion: 7,500 end of insertion]"
    ]
    told = found.xpath("//p[@id='insured']/*/span[@class='told']")
    assert len(told) == 4


def test_a_changed_line_has_a_bar_and_no_other_has() -> None:
    found = page(redline((*OLD, Paragraph((Text("Same."),))), (*NEW, Paragraph((Text("Same."),)))))

    barred = [said(one) for one in found.find_class("changed")]
    assert not any("Same." in one for one in barred)
    assert any("7,500" in one for one in barred)


def test_a_number_that_changed_is_shown_with_the_one_before() -> None:
    (number,) = page(redline(OLD, NEW)).xpath("//p[@id='loss']/span[@class='number']")

    assert [said(one) for one in number.xpath("del|ins")] == [
        "[deletion: 1.3 end of deletion]",
        "[insertion: 1.2 end of insertion]",
    ]


def test_what_moved_says_from_where_and_to_where() -> None:
    remarks = [said(one) for one in page(redline(OLD, NEW)).find_class("remark")]

    assert remarks == ["moved to 1.3", "moved from 1.1"]


def test_no_id_stands_twice_and_every_link_leads_somewhere() -> None:
    found = page(with_first_page(redline(OLD, NEW), "1 May 2020", "2 May 2020"))

    ids = Counter(found.xpath("//@id"))
    assert [name for name, times in ids.items() if times > 1] == []
    links = {one.removeprefix("#") for one in found.xpath("//a/@href") if one.startswith("#")}
    assert links - set(ids) == set()


def test_notes_of_both_versions_have_marks_of_their_own() -> None:
    old = (Paragraph((Text("a"), Footnote(1, (Text("gone"),)), Text(" words that stay here"))),)
    new = (Paragraph((Text("a words that stay here"), Footnote(1, (Text("new"),)))),)
    found = page(redline(old, new))

    notes = [said(one) for one in found.xpath("//section[@class='notes']/p")]
    assert len(notes) == 2
    assert any("[deletion: gone" in one for one in notes)
    assert len(set(found.xpath("//section[@class='notes']/p/@id"))) == 2


def test_a_figure_drawn_anew_says_so() -> None:
    old, new = (
        (Figure(SVG.format(one), "a figure", (Text("Risks"),), 1, "risks", 9, 9),) for one in "ab"
    )
    (caption,) = page(redline(old, new)).xpath("//figcaption")

    assert "(figure redrawn)" in said(caption)


def test_the_first_page_lists_what_changed_with_links() -> None:
    found = page(with_first_page(redline(OLD, NEW), "1 May 2020", "2 May 2020"))

    title, *_ = found.xpath("//h1")
    assert said(title) == "What changed since 1 May 2020"
    rows = [[said(cell) for cell in row] for row in found.xpath("//table[1]/tbody/tr")]
    assert rows[:2] == [
        ["1.1 Liability", "moved to 1.3", "\u221211"],
        ["1.1 Liability", "changed", "+1, \u22121"],
    ]
    assert rows[2][:2] == ["1.3 Liability", "moved from 1.1"]


def test_versions_that_say_the_same_say_so_on_the_first_page() -> None:
    found = page(with_first_page(redline(OLD, OLD), "1 May 2020", "2 May 2020"))

    assert "Nothing that is printed has changed." in said(found)
    assert found.xpath("//ins | //del") == []


# --- in print --------------------------------------------------------------------------------


def test_pages_have_the_words_of_both_versions(tmp_path: Path) -> None:
    path = tmp_path / "redline.pdf"
    path.write_bytes(to_pdf(redline(OLD, NEW), look(), is_redline=True).data)

    words = re.sub(r"\s+", "", "".join(one.extract_text() for one in PdfReader(path).pages))
    assert "5,000" in words
    assert "7,500" in words
    assert "deletion:" in words


def test_nobody_signs_a_redline() -> None:
    old = (Signature("A", (Text("Alpha"),), (("Name", (Text("Ann"),)),)),)
    new = (Signature("A", (Text("Alpha"),), (("Name", (Text("Bea"),)),)),)
    data = to_pdf(redline(old, new), look(), is_redline=True).data

    assert b"/Sig" not in data


# --- in Word ---------------------------------------------------------------------------------


def test_word_tracks_words_paragraphs_and_moves() -> None:
    data = to_tracked_docx(redline(OLD, NEW), look(), "Ann").data
    file = WordFile(data)
    body = file.document

    word = f"{{{body.nsmap['w']}}}"
    changed = [
        ("".join(map(str, one.itertext())), one.get(f"{word}author"))
        for one in body.iter(f"{word}del")
    ]
    assert ("5,000", "Ann") in changed
    comments = re.sub("<[^>]+>", "", file.parts["word/comments.xml"].decode())
    assert "moved from 1.1" in comments
    assert "moved to 1.3" in comments
    assert b"moveFrom" not in file.parts["word/document.xml"]


def test_a_document_that_is_no_redline_tracks_nothing() -> None:
    found = redline(OLD, NEW)

    with pytest.raises(ExportError, match="says who changed it"):
        to_docx(found, look())


def test_a_whole_agreement_without_changes_is_written_as_it_is() -> None:
    found = plain_document(example("partnership-agreement", "unfinished"))

    written = to_tracked_docx(merged(found, found), look(), "Ann").data

    assert b"<w:ins " not in WordFile(written).parts["word/document.xml"]


def test_an_item_at_the_end_of_a_list_comes_alone() -> None:
    old = (List(((Paragraph((Text("one thing"),)),),)),)
    new = (List((*old[0].items, (Paragraph((Text("another matter"),)),))),)
    data = to_tracked_docx(redline(old, new), look(), "Ann").data

    assert WordFile(data).parts["word/document.xml"].count(b"<w:ins ") == 2
