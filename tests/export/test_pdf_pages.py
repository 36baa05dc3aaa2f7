"""PDF pages: what every page bears, nothing torn apart, what a user wrote as it stands."""

import shutil
import subprocess
from base64 import b64encode
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from escp_docs.document import (
    Block,
    Cell,
    Column,
    Field,
    Landscape,
    Link,
    PageBreak,
    Paragraph,
    Picture,
    Placeholder,
    Signature,
    Table,
    Text,
)
from escp_docs.export.pdf.writer import to_pdf
from escp_docs.produced.expected_text import printed
from escp_docs.produced.normalize import squeezed
from tests.support.look import look
from tests.support.sample import sample
from tests.support.sample_parts import cell, heading, text, words
from tests.support.tagged import faults, texts, tree


def _pages(*blocks: Block) -> list[str]:
    document = sample(blocks=(heading(1, "Start", "start"), *blocks), draft=False)
    return texts(to_pdf(document, look()).data)


def test_every_page_bears_acronym_date_number_and_draft() -> None:
    exported = to_pdf(sample(), look())
    pages = texts(exported.data)

    assert len(pages) == exported.pages
    assert len(pages) >= 6
    for number, words_ in enumerate(pages, 1):
        assert "BLUE-REACH" in words_
        assert "Partnership Agreement, 20 November 2020" in words_
        assert f"Page {number} of {len(pages)}" in words_
        assert "DRAFT" in words_


def test_a_final_document_is_no_draft() -> None:
    assert "DRAFT" not in "".join(_pages(text("Words.")))


def test_a_long_title_leaves_the_running_head_to_the_date() -> None:
    document = sample(title="A very long title " * 4, blocks=(heading(1, "One", "one"),))
    (words_,) = texts(to_pdf(document, look()).data)

    assert "20 November 2020" in words_
    assert "A very long" not in words_


def test_sideways_pages_leave_no_page_empty() -> None:
    sideways = Landscape((text("Wide."),))
    pages = _pages(PageBreak(), sideways, PageBreak(), sideways, text("After."), PageBreak())

    assert [words_.split("\n")[0] for words_ in pages] == ["Start", "Wide.", "Wide.", "After."]


def test_sideways_pages_are_sideways() -> None:
    exported = to_pdf(sample(), look())
    boxes = [made.mediabox for made in PdfReader(BytesIO(exported.data)).pages]

    assert [box.width > box.height for box in boxes].count(True) == 1


@pytest.mark.parametrize("lines", range(28, 40, 2))
def test_no_head_stands_alone_at_the_foot_of_a_page(lines: int) -> None:
    columns = (Column(words("HEAD"), 0.5), Column(words("VALUE"), 0.5))
    rows = tuple((cell(Text(f"row {n}")), cell(Text("1"))) for n in range(4))
    table = Table(columns, rows, "", caption=words("CAPTION"), number=1, id="t")
    signature = Signature("a", words("PARTY"), (("Name", ()), ("Place", ())))
    pages = _pages(
        *(text(f"{n}.") for n in range(lines)),
        heading(2, "TITLE", "t1"),
        table,
        heading(2, "SIGNED", "t2"),
        signature,
    )

    for words_ in pages:
        for head in ("TITLE", "CAPTION", "HEAD"):
            assert head not in words_ or "row 0" in words_ or "row" in words_.split(head)[1]
        assert len({mark in words_ for mark in ("SIGNED", "PARTY", "Place", "Signature")}) == 1


@pytest.mark.parametrize("lines", range(24, 34))
def test_nobody_signs_a_page_with_nothing_on_it(lines: int) -> None:
    signature = Signature("a", words("PARTY"), (("Name", ()), ("Place", ()), ("Date", ())))
    pages = _pages(*(text(f"{n}.") for n in range(lines)), text("LAST"), text("YOURS"), signature)

    assert [words_ for words_ in pages if "PARTY" in words_ and "LAST" not in words_] == []


@pytest.mark.parametrize("lines", range(4, 34, 2))
@pytest.mark.parametrize("others", [1, 3])
def test_the_last_of_several_never_signs_a_page_alone(lines: int, others: int) -> None:
    rows = (("Name", ()), ("Place", ()), ("Date", ()))
    signatures = [Signature(f"s{n}", words("PARTY"), rows) for n in range(others)]
    last = Signature("last", words("LAST"), rows)
    *_, end = _pages(*(text(f"{n}.") for n in range(lines)), *signatures, last)

    assert "PARTY" in end


def test_heads_of_tables_are_repeated_and_rows_stay_whole() -> None:
    rows = tuple(
        (cell(Text(f"first {n}")), Cell((text("a"), text(f"last {n}")))) for n in range(60)
    )
    columns = (Column(words("HEAD"), 0.5), Column(words("VALUE"), 0.5))
    pages = _pages(Table(columns, rows, "Many rows"))

    assert len(pages) > 1
    for words_ in pages:
        assert "HEAD" in words_
        assert words_.count("first") == words_.count("last")


@pytest.mark.parametrize(
    "hostile",
    [
        pytest.param("<script>alert(1)</script> <b>bold</b>", id="tags"),
        pytest.param("]]> &amp; &lt; --> \"quoted\" 'too'", id="entities"),
        pytest.param("}</style>@page{size:1mm} url(file:///etc/passwd)", id="style"),
        pytest.param("{{ 7 * 7 }} | *x* | # | $x$", id="templates"),
    ],
)
def test_what_a_user_wrote_is_printed_as_it_stands(hostile: str, tmp_path: Path) -> None:
    value = Field("a.b", hostile, hostile, "A")
    gap = Placeholder("a.c", f"[{hostile}]", hostile, hostile)
    document = sample(
        acronym=hostile,
        title=hostile,
        blocks=(heading(1, hostile, "one"), Paragraph((value, Text(" and "), gap))),
    )
    exported = to_pdf(document, look())

    assert squeezed(tree(exported.data).words()) == printed(document)
    assert squeezed("".join(texts(exported.data))).count(squeezed(hostile)) >= 4
    assert faults(exported.data, tmp_path) == []


def test_text_that_no_shipped_font_has_does_no_harm() -> None:
    value = Field("a.b", "x", "מרכז האנרגיה (2020) 🚀", "A")

    assert len(_pages(Paragraph((Text("The name "), value, Text(" (Israel) is meant."))))) == 1


def test_words_are_found_whatever_spaces_and_hyphens_come_first() -> None:
    odd = Paragraph(words("1\u00a0000\u202f000\u2002kW, non\u2010binding, on\u2011site"))
    (found,) = _pages(odd, text("Blue Reach is an ESCP-4i."))

    assert "Blue Reach is an ESCP-4i." in found
    assert "1 000 000 kW, non-binding, on-site" in found


@pytest.mark.parametrize("letters", [120, 218, 260, 900])
def test_an_address_over_several_lines_is_links_and_nothing_else(
    letters: int, tmp_path: Path
) -> None:
    url = f"https://files.example/{'shared-documents/' * (letters // 17)}"
    link = Link(url, (Text(url),))
    document = sample(
        blocks=(heading(1, "One", "one"), Paragraph((link,)), Paragraph((Text("See "), link)))
    )

    assert faults(to_pdf(document, look()).data, tmp_path) == []


def test_words_without_end_are_broken() -> None:
    endless = "Z" * 10_000
    columns = (Column((), 0.3), Column((), 0.7))
    table = Table(columns, ((cell(Text("A")), cell(Text(endless))),), "A word", has_head=False)
    document = sample(blocks=(heading(1, "One", "one"), text(endless), table))
    root = tree(to_pdf(document, look()).data)

    assert squeezed(root.words()).count("Z") == 20_000
    assert max(len(line) for line in root.leaves()) < 120


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler-utils is not installed")
def test_a_logo_stands_beside_the_running_head_not_at_the_edge_of_the_paper(tmp_path: Path) -> None:
    buffer = BytesIO()
    Image.new("RGB", (40, 20), "#00ff00").save(buffer, "PNG")
    content = b64encode(buffer.getvalue()).decode()
    logo = Picture("logo.png", "A logo", content=content, width_mm=12, height_mm=6)
    (tmp_path / "a.pdf").write_bytes(to_pdf(sample(logos=(logo,)), look()).data)

    # 25.4 dots to the inch: a dot is a millimetre.
    draw = ("pdftoppm", "-r", "25.4", "-f", "2", "-l", "2", "-singlefile", "-png", "a.pdf", "a")
    subprocess.run(draw, cwd=tmp_path, check=True)
    with Image.open(tmp_path / "a.png") as page:
        box = page.convert("RGB").point(lambda one: 255 * (one > 250)).split()
        only_green = Image.merge("RGB", box).convert("HSV").split()[1].getbbox()

    assert only_green is not None
    head = look().design.number("page", "head")
    assert head - 2 <= only_green[1] <= head + 1
