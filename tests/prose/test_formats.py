"""Every visible character of a prose stands in each format, in order, and none besides."""

from unicodedata import bidirectional

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from escp_docs.document import Document
from escp_docs.produced.normalize import leveled
from tests.prose.kinds import ALL
from tests.prose.texts import proses
from tests.prose.visible import made, notes_of, of_html, of_pdf, of_tree, of_word
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
        leveled(f"{number}{note}") for number, note in enumerate(notes_of(document.blocks), 1)
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
