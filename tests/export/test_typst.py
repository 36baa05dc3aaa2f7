"""Drafts by Typst: the words of the tree, whatever they are, and DRAFT on every page."""

import re
from collections import Counter
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from escp_docs.compose.document_types import DOCUMENT_TYPES
from escp_docs.document import Document, Field, Paragraph, Strong, Text, all_inlines
from escp_docs.export.typst.strings import quoted
from escp_docs.export.typst.writer import to_draft
from escp_docs.language.english.language import ENGLISH
from tests.support import every_kind
from tests.support.documents import document
from tests.support.look import look
from tests.support.places import EXAMPLES

HOSTILE = '#let x = 1; ] [ " \\ */ // $x$ @a <b> `c` _d_ *e* #{f} "#.g() \u200b é ſ'


def made(*texts: str) -> Document:
    blocks = tuple(Paragraph((Strong((Text(text),)), Text(text))) for text in texts)
    return Document("x", "T", "X", date(2020, 11, 20), ENGLISH.tag, "A", draft=False, blocks=blocks)


def pages(document: Document) -> list[str]:
    reader = PdfReader(BytesIO(to_draft(document, look())))
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
    lacking = said - words(whole)  # a word and the mark of a note beside it read as one
    assert [one for one in lacking if not re.search(rf"\b[a-z]?{one}[a-z]?\b", whole)] == []
    assert all("DRAFT" in page for page in found)


def test_every_kind_of_block_and_inline_can_be_set() -> None:
    assert len(pages(every_kind.document())) > 1


def test_what_looks_like_code_is_printed() -> None:
    (page,) = pages(made(HOSTILE))

    shown = re.sub(r"\s", "", page)
    assert re.sub(r"[\s\u200b]", "", HOSTILE) in shown.replace("\u200b", "")


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
