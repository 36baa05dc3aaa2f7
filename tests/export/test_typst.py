"""Drafts by Typst: the words of the tree, whatever they are, and DRAFT on every page."""

import re
from collections import Counter
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from pypdf import PdfReader

from escp_docs.compose.document_types import DOCUMENT_TYPES
from escp_docs.document import (
    Column,
    Document,
    Field,
    Landscape,
    List,
    Note,
    PageBreak,
    Paragraph,
    Strong,
    Table,
    Text,
    all_inlines,
)
from escp_docs.export.look import Look
from escp_docs.export.typst.strings import quoted
from escp_docs.export.typst.writer import to_draft
from escp_docs.language.english.language import ENGLISH
from tests.support import every_kind
from tests.support.documents import document
from tests.support.fonts import font
from tests.support.look import look
from tests.support.places import EXAMPLES
from tests.support.sample_parts import cell

HOSTILE = '#let x = 1; ] [ " \\ */ // $x$ @a <b> `c` _d_ *e* #{f} "#.g() \u200b é ſ'

LONG = 200 * "W"


def made(*texts: str) -> Document:
    blocks = tuple(Paragraph((Strong((Text(text),)), Text(text))) for text in texts)
    return Document("x", "T", "X", date(2020, 11, 20), ENGLISH.tag, "A", draft=False, blocks=blocks)


def pages(document: Document, whole: Look | None = None) -> list[str]:
    reader = PdfReader(BytesIO(to_draft(document, whole or look())))
    return [page.extract_text() for page in reader.pages]


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


PRINTED = [name for name, kind in DOCUMENT_TYPES.items() if "pdf" in kind.formats]


@pytest.mark.parametrize("kind", PRINTED)
def test_the_words_are_those_of_the_tree(kind: str) -> None:
    tree = document(kind, next(iter(EXAMPLES)))

    found = pages(tree)

    said = Counter[str]()
    for inline in all_inlines(tree):
        if isinstance(inline, Text | Field):
            said += words(inline.text)
    assert said.total() > 20
    whole = "\n".join(found)
    # A word and the mark of a note beside it read as one.
    lacking = [
        one for one in said - words(whole) if not re.search(rf"\b[a-z]?{one}[a-z]?\b", whole)
    ]
    parted = re.sub(r"[\s\u200b]", "", whole)  # a word may be too long for the line of a cell
    assert [one for one in lacking if len(one) < 7 or one not in parted] == []
    assert all("DRAFT" in page for page in found)


def test_every_kind_of_block_and_inline_can_be_set() -> None:
    assert len(pages(every_kind.document())) > 1


def test_what_looks_like_code_is_printed() -> None:
    (page,) = pages(made(HOSTILE))

    shown = re.sub(r"\s", "", page)
    assert re.sub(r"[\s\u200b]", "", HOSTILE) in shown.replace("\u200b", "")


def test_a_letter_that_no_font_has_is_named_as_in_the_pdf_and_else_printed(tmp_path: Path) -> None:
    (named,) = pages(made("日"))
    whole = look().with_others([Path(font(tmp_path / "a.ttf", "日")).read_bytes()])
    (printed,) = pages(made("日"), whole)

    assert (named.count("[U+65E5]"), named.count("日")) == (2, 0)
    assert (printed.count("[U+65E5]"), printed.count("日")) == (0, 2)
    assert b"Squares" in to_draft(made("日"), whole)


def test_pages_may_be_turned_wherever_a_template_says_so() -> None:
    turned = (Paragraph((Text("a"),)), PageBreak(), Landscape((Paragraph((Text("b"),)),)))
    blocks = (Note(turned), List((turned,)), Landscape((Note(turned),)))

    found = pages(replace(made(), blocks=blocks))

    assert len(found) > 3
    assert all("DRAFT" in page for page in found)


def test_a_word_that_no_line_has_room_for_stays_on_the_page() -> None:
    row = cell(Text(LONG)), cell(Text("x"))
    narrow = Table((Column((), 0.1), Column((), 0.9)), (row,), summary="", has_head=False)

    (page,) = pages(replace(made(LONG), blocks=(*made(LONG).blocks, narrow)))

    lines = re.findall("W+", page.replace("\u200b", ""))
    assert "".join(lines) == 3 * LONG
    assert max(map(len, lines)) < 60
    assert max(map(len, lines[-9:])) < 7


@settings(max_examples=25)
@given(st.text(max_size=40))
def test_any_text_can_be_set(text: str) -> None:
    assert to_draft(made(text), look()).startswith(b"%PDF")


@given(st.text())
def test_a_string_of_typst_ends_where_it_ends(text: str) -> None:
    inside = quoted(text)[1:-1]

    assert '"' not in re.sub(r"\\.", "", inside)
    assert not re.search(r"(?<!\\)(\\\\)*\\$", inside)


def test_the_same_tree_gives_the_same_bytes() -> None:
    assert to_draft(made("a"), look()) == to_draft(made("a"), look())
