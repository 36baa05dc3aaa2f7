"""Limits of pages are measured on the pages made; text and margins are no smaller than asked."""

from datetime import date

import pytest

from escp_docs.build.page_limits import page_remark
from escp_docs.document import Document, Heading, Numbering, Text
from tests.support.look import look
from tests.support.own_calls import own_call

FORM = """
form:
  most_pages: {value: 9, FACT}
  sections:
    value:
    - {title: Merit, id: merit, pages: 2}
    - {title: First, level: 2, keys: [strategy.impact], pages: 1}
    - {title: Second, level: 2, keys: [strategy.vision]}
    - {title: Money, template: application/budget.md, pages: 3}
    unit: sections
    confidence: official
    source: {document: text, quote: words}
"""
TITLES = (("merit", 1, "Merit"), ("first", 2, "First"), ("second", 2, "Second"), ("m", 1, "Money"))


def document(name: str = "application") -> Document:
    blocks = tuple(
        Heading(level, (Text(title),), id_, Numbering.NONE) for id_, level, title in TITLES
    )
    return Document(
        name=name,
        title=name,
        acronym="X",
        date=date(2026, 1, 1),
        language="en",
        author="A",
        draft=True,
        blocks=blocks,
    )


def said(pages: int, *starts: int, name: str = "application") -> str:
    page_of = dict(zip(("merit", "first", "second", "m"), starts, strict=True))
    return page_remark(own_call(FORM), "one", document(name), pages, page_of)


@pytest.mark.parametrize(
    ("pages", "starts", "words"),
    [
        (6, (2, 2, 2, 4), ""),
        (6, (2, 2, 3, 4), "'First' takes 2 pages; the form takes at most 1"),
        (7, (2, 2, 2, 5), "'Merit' takes 3 pages; the form takes at most 2"),
        (7, (2, 2, 2, 4), "'Money' takes 4 pages; the form takes at most 3"),
        (10, (7, 7, 7, 8), "it has 10 pages; the form takes at most 9"),
    ],
)
def test_each_limit_is_held_against_the_pages_made(
    pages: int, starts: tuple[int, ...], words: str
) -> None:
    assert said(pages, *starts) == words


def test_other_documents_and_files_without_pages_have_no_limit() -> None:
    assert said(40, 1, 2, 3, 4, name="partnership-agreement") == ""
    assert page_remark(own_call(FORM), "one", document(), None, {}) == ""
    assert page_remark(own_call(), "one", document(), 400, {"m": 1}) == ""


def test_text_and_margins_are_raised_and_never_lowered() -> None:
    asked = look().at_least(11, 25).design

    assert asked.number("size", "text") == 11
    assert asked.number("page", "left") == 25
    assert asked.number("page", "top") == look().design.number("page", "top")  # wider already
    assert look().at_least(8, 15) == look()
