"""Pages as pictures, by Typst: nothing in them runs or leads, and what leads is told beside."""

from base64 import b64decode
from datetime import date
from io import BytesIO

import pytest
from lxml import etree
from pypdf import PdfReader

from escp_docs.document import (
    AnswerField,
    Checkbox,
    Document,
    Field,
    Heading,
    Landscape,
    Link,
    Paragraph,
    Passage,
    Placeholder,
    Reference,
    Text,
    all_inlines,
    walk,
)
from escp_docs.export.typst.medium import Lead, LeadKind
from escp_docs.export.typst.set_page import SetPage, set_page
from escp_docs.export.typst.writer import Typesetter, to_draft
from escp_docs.language.english.language import ENGLISH
from tests.support import every_kind
from tests.support.look import look

HOSTILE = '<script>alert(1)</script>"><a href="https://x.example">&lt;]]>'
RED = b"#b03030"  # of the word DRAFT at the head of a page
KINDS = {"svg", "g", "defs", "symbol", "path", "use", "rect", "image", "a", "clipPath"}


def made(*blocks: Paragraph | Heading | Landscape | Passage) -> Document:
    return Document("x", "T", "X", date(2020, 11, 20), ENGLISH.tag, "A", draft=False, blocks=blocks)


def pages(document: Document) -> tuple[SetPage, ...]:
    with Typesetter(look()) as typesetter:
        return typesetter.pages(document, {})


def leads(*of: SetPage) -> set[Lead]:
    return {one.lead for page in of for one in page.areas}


def test_the_pages_are_those_of_the_draft_and_each_says_draft() -> None:
    document = every_kind.document()

    found = pages(document)

    sizes = [page.mediabox for page in PdfReader(BytesIO(to_draft(document, look()))).pages]
    assert len(found) > 1
    assert [(round(one.width), round(one.height)) for one in found] == [
        (round(one.width), round(one.height)) for one in sizes
    ]
    assert all(RED in one.svg for one in found)


def test_every_value_stands_within_its_page_and_is_told() -> None:
    document = every_kind.document()

    found = pages(document)

    kinds = Field | Placeholder | AnswerField | Checkbox
    values = {one.path for one in all_inlines(document) if isinstance(one, kinds)}
    values |= {one.path for one in walk(document.blocks) if isinstance(one, Passage)}
    told = {one.to for one in leads(*found) if one.kind is LeadKind.VALUE}
    assert told == values - {""}
    for page in found:
        for left, top, width, height in (one.box for one in page.areas):
            assert 0 <= left < left + width <= page.width
            assert 0 <= top < top + height <= page.height


def test_words_lead_where_the_document_leads() -> None:
    heading = Heading(1, (Text("Here"),), "here", number="1")
    inlines = (Link("https://x.example", (Text("web"),)), Reference("here", "section 1", "1"))

    (page,) = pages(made(heading, Paragraph((*inlines, Reference("gone", "section 2", "2")))))

    assert leads(page) == {
        Lead(LeadKind.PLACE, "here"),
        Lead(LeadKind.WEB, "https://x.example"),
        Lead(LeadKind.WITHIN, "here"),
    }
    assert page.headings == ("1 Here",)


def test_a_value_that_breaks_has_a_box_on_each_line_in_reading_order() -> None:
    words = " ".join(["word"] * 30)

    (page,) = pages(made(Paragraph((Text("Before: "), Field("a.b", words, words, "A")))))

    first, second = (one.box for one in page.areas)
    assert first[0] > second[0]  # it begins behind other words
    assert first[1] + first[3] <= second[1] + 1
    assert first[2] > second[2]


def test_on_a_turned_page_a_value_stands_where_it_is_printed() -> None:
    field = Paragraph((Field("a", "v", "v", "A"),))

    upright, turned = pages(made(field, Landscape((field,))))

    assert turned.width == pytest.approx(upright.height)
    assert turned.areas[0].box == pytest.approx(upright.areas[0].box, abs=0.01)


def test_words_of_people_are_no_markup_of_a_page() -> None:
    inlines = (
        Text(HOSTILE),
        Field(HOSTILE, HOSTILE, HOSTILE, HOSTILE),
        Link(f"https://{HOSTILE}", (Text(HOSTILE),)),
    )

    (page,) = pages(made(Heading(1, (Text(HOSTILE),), HOSTILE), Paragraph(inlines)))

    assert b"script" not in page.svg
    assert b"example" not in page.svg
    assert {etree.QName(one).localname for one in etree.fromstring(page.svg).iter()} <= KINDS
    assert Lead(LeadKind.VALUE, HOSTILE) in leads(page)


def test_a_page_asks_for_nothing_that_it_does_not_bring() -> None:
    for page in pages(every_kind.document()):
        for one in etree.fromstring(page.svg).iter("{*}image", "{*}use"):
            (address,) = (str(value) for name, value in one.items() if str(name).endswith("href"))
            assert address.startswith(("data:image/", "#"))


def test_a_figure_brings_the_fonts_by_which_a_browser_draws_it() -> None:
    addresses = [
        one.get("{http://www.w3.org/1999/xlink}href", "")
        for page in pages(every_kind.document())
        for one in etree.fromstring(page.svg).iter("{*}image")
    ]

    figures = [b64decode(one.partition(",")[2]) for one in addresses if "svg+xml" in one]
    with_words = [one for one in figures if b"<text" in one]
    assert with_words
    assert all(b"@font-face" in one for one in with_words)


def test_a_page_that_stays_as_it_is_keeps_its_name() -> None:
    field, other = Field("a", "v", "v", "A"), Field("a", "w", "w", "A")
    last = Landscape((Paragraph((Text("last"), Field("b", "x", "x", "B"))),))
    with Typesetter(look()) as typesetter:
        before = typesetter.pages(made(Paragraph((field,)), last), {})
        known = {one.name: one for one in before}
        after = typesetter.pages(made(Paragraph((other, field)), last), known)

    assert after[0].name != before[0].name
    assert after[1] is before[1]


def test_boxes_are_followed_through_every_move() -> None:
    svg = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">
    <g transform="translate(10 20)"><g transform="matrix(0 1 -1 0 100 0)">
    <a transform="scale(2)" href="s"><rect width="3" height="4"/></a></g>
    <a href="s"><rect width="3" height="4"/></a><a href="other"><rect width="3" height="4"/></a>
    </g><rect width="3" height="4"/></svg>"""

    page = set_page(svg, {"s": Lead(LeadKind.VALUE, "a")}, {}, {})

    assert [one.box for one in page.areas] == [(102, 20, 8, 6), (10, 20, 3, 4)]
    assert (page.width, page.height) == (200, 100)
