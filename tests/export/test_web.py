"""HTML: one file that asks for nothing, the words of the tree, every value with its place."""

import re
from itertools import pairwise

import pytest
from lxml import html
from lxml.html import HtmlElement
from msgspec.structs import replace

from escp_docs.document import (
    Block,
    Document,
    Field,
    Figure,
    Heading,
    Link,
    Paragraph,
    Passage,
    Placeholder,
    Reference,
    Text,
    all_inlines,
    mapped,
    walk,
)
from escp_docs.errors import ExportError
from escp_docs.export.html.writer import preview_parts, to_html
from escp_docs.produced.expected_text import notes, printed
from escp_docs.produced.normalize import squeezed
from tests.support.look import look
from tests.support.sample import sample
from tests.support.sample_parts import heading, missing, words

_NOTES = './/section[@role="doc-endnotes"]'
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


@pytest.fixture(scope="module")
def page() -> HtmlElement:
    return _page(sample())


def _page(document: Document) -> HtmlElement:
    return html.document_fromstring(to_html(document, look()).decode())


def _of(*blocks: Block) -> HtmlElement:
    return _page(sample(blocks=(heading(1, "Start", "start"), *blocks), draft=False))


def _main(page: HtmlElement) -> str:
    pictures_and_notes = "ancestor::svg or ancestor::section[@role='doc-endnotes']"
    return squeezed("".join(page.xpath(f"//main//text()[not({pictures_and_notes})]")))


def test_reads_as_the_tree_does(page: HtmlElement) -> None:
    assert _main(page) == printed(sample())


def test_notes_stand_at_the_end_and_lead_back(page: HtmlElement) -> None:
    (section,) = page.findall(f".//main{_NOTES[1:]}")
    rows = section.findall("p")

    assert [squeezed(str(row.text_content())) for row in rows] == notes(sample())
    for number, row in enumerate(rows, 1):
        assert row.get("id") == f"note:{number}"
        assert row.find('a[@role="doc-backlink"]').get("href") == f"#mark:{number}"


def test_every_value_and_passage_bears_its_path(page: HtmlElement) -> None:
    fields = [i.path for i in all_inlines(sample()) if isinstance(i, Field)]
    passages = [b.path for b in walk(sample().blocks) if isinstance(b, Passage)]
    shown = [str(e.get("data-path")) for e in page.iter("bdi", "div") if e.get("data-path")]

    assert fields
    assert passages
    assert sorted(shown) == sorted(fields + passages)


def test_gaps_ask_their_question(page: HtmlElement) -> None:
    gaps = [i for i in all_inlines(sample()) if isinstance(i, Placeholder)]
    marks = list(page.iter("mark"))

    assert [mark.get("data-path") for mark in marks] == [gap.path for gap in gaps]
    for mark, gap in zip(marks, gaps, strict=True):
        assert mark.text_content() == gap.text
        assert gap.question in str(mark.get("title"))
        assert gap.ask in str(mark.get("title"))


def test_ids_are_unique_and_every_link_arrives(page: HtmlElement) -> None:
    ids = [str(e.get("id")) for e in page.iter() if e.get("id")]
    links = [str(a.get("href")) for a in page.iter("a")]

    assert len(ids) == len(set(ids))
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
    assert len(links) > 20


def test_nothing_is_asked_for(page: HtmlElement) -> None:
    source = html.tostring(page).decode()

    assert not list(page.iter("link", "script", "img", "iframe", "object"))
    assert not re.search(r"@import|srcset=|\ssrc=", source)
    assert set(re.findall(r"url\(\W*(\w+):", source)) == {"data"}
    assert "default-src 'none'" in source


def test_what_a_browser_is_told(page: HtmlElement) -> None:
    told = {meta.get("name"): meta.get("content") for meta in page.iter("meta")}

    assert page.get("lang") == "en-GB"
    assert page.findtext(".//title") == "Partnership Agreement"
    assert told["author"] == "Pôle Énergies Marines"
    assert told["dcterms.created"] == "2020-11-20"
    assert "width=device-width" in str(told["viewport"])


def test_a_keyboard_reaches_text_and_wide_tables(page: HtmlElement) -> None:
    first = next(page.iter("a"))

    assert first.get("href") == "#main:start"
    for wide in (*page.iter("table"), *page.iter("svg")):
        frame = wide.getparent()
        if "signature" not in wide.getparent().get("class").split():
            assert (frame.get("tabindex"), frame.get("class")) == ("0", "scroll")
            assert frame.get("aria-label")


def test_pictures_are_told_in_words(page: HtmlElement) -> None:
    (svg,) = page.iter("svg")
    title = svg.find("title")

    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == title.get("id")
    assert title.text.startswith("Three bars")
    assert [use.get("href") for use in svg.iter("use")] == ["#figure-timeline:bar"] * 3


def test_headings_follow_the_title_level_by_level(page: HtmlElement) -> None:
    levels = [int(h.tag[1]) for h in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_a_document_without_cover_begins_at_the_top_level() -> None:
    assert [h.tag for h in _of().iter("h1", "h2")] == ["h1"]


def test_a_draft_says_so() -> None:
    draft = [_page(sample(draft=draft)).findall(".//header//strong") for draft in (True, False)]

    assert [len(found) for found in draft] == [1, 0]


def test_what_a_user_wrote_is_shown_as_it_stands() -> None:
    hostile = "</style><script>alert('1')</script> ]]> &lt; \" \u05de\u05e8\u05db\u05d6 🚀 {{ x }}"
    value = Field('a"b', hostile, hostile, hostile)
    gap = Placeholder("a.c", hostile, hostile, hostile)
    page = _page(
        sample(title=hostile, acronym=hostile, subject=hostile, blocks=(Paragraph((value, gap)),))
    )

    assert not list(page.iter("script"))
    assert page.find(".//bdi").text == hostile
    assert page.find(".//bdi").get("data-path") == 'a"b'
    assert page.find(".//mark").text == hostile
    assert page.findtext(".//title") == hostile


def test_a_reference_to_nowhere_is_refused() -> None:
    with pytest.raises(ExportError, match=r"'clause 9\.9' leads to 'c-9-9'"):
        _of(Paragraph((Reference("c-9-9", "clause 9.9", "9.9"),)))


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "//example.org"])
def test_links_lead_to_the_web_alone(url: str) -> None:
    with pytest.raises(ExportError, match="leads neither to a web page"):
        _of(Paragraph((Link(url, (Text("x"),)),)))


@pytest.mark.parametrize(
    ("inside", "fault"),
    [
        pytest.param("<script/>", "holds <script>", id="script"),
        pytest.param("<foreignObject/>", "holds <foreignObject>", id="HTML"),
        pytest.param('<rect onclick="x()"/>', "runs a script", id="handler"),
        pytest.param('<use href="a.svg#b"/>', "asks for another file", id="file"),
        pytest.param('<use xlink:href="http://x.org/#b"/>', "asks for another file", id="web"),
        pytest.param('<rect fill="url(http://x.org)"/>', "asks for another file", id="paint"),
        pytest.param("<rect>", "is no SVG", id="not closed"),
    ],
)
def test_a_picture_is_a_picture(inside: str, fault: str) -> None:
    figure = Figure(_SVG.format(inside), "A picture", words("Picture"), 1, "pic", 10, 10)

    with pytest.raises(ExportError, match=f"'pic'.*{fault}|{fault}.*'pic'"):
        _of(figure)


def test_fonts_hold_the_letters_of_the_page() -> None:
    plain, greek = (
        len(to_html(sample(blocks=(Paragraph(words(text)),)), look())) for text in ("a", "αβγδ")
    )

    assert greek > plain


def test_the_same_bytes_on_every_run() -> None:
    assert to_html(sample(), look()) == to_html(sample(), look())


def test_a_gap_is_no_value() -> None:
    assert not list(_of(Paragraph((missing(),))).iter("bdi"))


def test_a_preview_shows_what_a_page_does_whatever_was_shown_before() -> None:
    usual = sample().blocks
    renamed = mapped(usual, _renamed)
    for blocks in (usual, renamed, renamed[1:], usual):
        document = sample(blocks=blocks)
        assert "".join(preview_parts(document)) in to_html(document, look()).decode()


def _renamed(block: Block) -> Block:
    return replace(block, children=words("Other")) if isinstance(block, Heading) else block
