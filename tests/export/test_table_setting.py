"""Tables are set so that no word and no figure breaks, and no row is cut off."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from pypdf import PdfReader

from escp_docs.document import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Landscape,
    Paragraph,
    Table,
    Text,
)
from escp_docs.export.pdf.writer import to_pdf
from escp_docs.export.table_setting import set_tables
from escp_docs.export.text_width import TextWidth
from escp_docs.export.word.writer import to_docx
from escp_docs.produced import pdf_file
from tests.support.documents import document as example_document
from tests.support.look import look
from tests.support.sample import sample
from tests.support.word_reading import WordFile, found

_MM_OF_PAGE = 162  # 210 less two margins of 24
_PADDING_MM = 2 * 1.6 * 3 * 25.4 / 72


def cell(text: str) -> Cell:
    return Cell((Paragraph((Text(text),)),))


def table(heads: list[str], *rows: list[str], shares: list[float], right: int = 0) -> Table:
    """Return a table; the last `right` columns are of figures."""
    aligns = [Align.LEFT] * (len(heads) - right) + [Align.RIGHT] * right
    columns = tuple(
        Column((Text(head),), share / sum(shares), align)
        for head, share, align in zip(heads, shares, aligns, strict=True)
    )
    return Table(columns, tuple(tuple(map(cell, row)) for row in rows), "Summary")


def set_(*blocks: Block) -> tuple[Block, ...]:
    return set_tables(sample(blocks=blocks), look()).blocks


def widths_mm(one: Block) -> list[float]:
    assert isinstance(one, Table)
    return [column.width * _MM_OF_PAGE for column in one.columns]


def test_a_column_is_as_wide_as_its_widest_figure_and_the_others_make_room() -> None:
    narrow = table(["What", "EUR"], ["All of it", "115,880.00"], shares=[20, 1], right=1)
    (wide,) = set_(replace(narrow, total=True))
    figure = TextWidth(look()).mm("115,880.00", 9, bold=True)

    assert widths_mm(wide)[1] >= figure + _PADDING_MM
    assert sum(widths_mm(wide)) == pytest.approx(_MM_OF_PAGE)


def test_widths_that_break_nothing_stay_as_the_template_says() -> None:
    asked = table(["One", "Two"], ["a b c", "d e f"], shares=[3, 1])
    (now,) = set_(asked)

    assert widths_mm(now) == pytest.approx([_MM_OF_PAGE * 3 / 4, _MM_OF_PAGE / 4])


def test_a_table_too_wide_for_its_page_turns_it() -> None:
    heads = [f"Internationalisation{number}" for number in range(6)]
    (turned,) = set_(table(heads, ["x"] * 6, shares=[1] * 6))

    assert isinstance(turned, Landscape)
    assert isinstance(turned.blocks[0], Table)


def test_an_address_may_break_and_turns_no_page() -> None:
    addresses = [
        f"someone.with.a.long.name@organisation-{number}.example.eu" for number in range(5)
    ]
    (still,) = set_(table(list("abcde"), addresses, shares=[1] * 5))

    assert isinstance(still, Table)


def test_a_row_of_half_a_page_may_be_split_in_both_formats() -> None:
    tall = table(["Name", "Life"], ["short", "one"], ["long", "word " * 700], shares=[1, 3])
    (now,) = set_(tall)
    assert isinstance(now, Table)
    assert now.tall_rows == (1,)

    body = WordFile(to_docx(sample(blocks=(tall,)), look()).data).document
    rows = found(body, ".//w:tbl/w:tr")
    assert [bool(found(row, "w:trPr/w:cantSplit")) for row in rows] == [True, True, False]


def test_the_head_of_a_split_row_comes_again_and_its_cells_are_read_one_after_the_other() -> None:
    first, second = "first " * 900, "second " * 900
    tall = table(["Left", "Right"], [first, second], ["end", "end"], shares=[1, 1])
    made = to_pdf(sample(blocks=(tall,)), look())
    said = pdf_file.read(made.data).text.split()

    assert made.pages is not None
    assert made.pages > 2
    words = [one for one in said if one in {"first", "second"}]
    assert words == ["first"] * 900 + ["second"] * 900
    for page in PdfReader(BytesIO(made.data)).pages:
        assert "Left" in page.extract_text()


@given(
    st.lists(
        st.lists(st.text(st.sampled_from("abcxyz  -"), max_size=40), min_size=3, max_size=3),
        min_size=1,
        max_size=6,
    ),
    st.lists(st.integers(1, 50), min_size=3, max_size=3),
)
def test_widths_fill_the_page_and_no_word_breaks(rows: list[list[str]], shares: list[int]) -> None:
    (now,) = set_(table(["A", "B", "C"], *rows, shares=list(map(float, shares))))
    if isinstance(now, Landscape):
        return
    assert sum(widths_mm(now)) == pytest.approx(_MM_OF_PAGE)
    measure = TextWidth(look())
    for place, width in enumerate(widths_mm(now)):
        for row in rows:
            for word in row[place].replace("-", " ").split():
                assert len(word) > 30 or measure.mm(word, 9) + _PADDING_MM <= width


@pytest.mark.parametrize("kind", ["application", "partnership-agreement"])
def test_no_table_of_an_example_is_squeezed(kind: str) -> None:
    """Each of its words and figures fits its column as the template has it, or a little wider."""
    tree: Document = example_document(kind, "wave")
    assert set_tables(tree, look()) == set_tables(set_tables(tree, look()), look())


def test_the_heading_of_a_table_that_turns_its_page_turns_with_it() -> None:
    heading = Heading(2, (Text("Costs"),), "costs")
    wide = table(["x" * 25] * 8, ["y"] * 8, shares=[1] * 8)

    first, second = set_(
        Paragraph((Text("Before."),)), heading, wide, replace(heading, id="b"), wide
    )[:2]
    assert first == Paragraph((Text("Before."),))
    assert isinstance(second, Landscape)
    kinds = [type(one).__name__ for one in second.blocks]
    assert kinds == ["Heading", "Table", "Heading", "Table"]


def test_a_placeholder_in_a_column_of_figures_turns_no_page() -> None:
    open_ = table(["What"] * 8, ["[ETL: effort]"] * 8, shares=[1] * 8, right=7)

    assert isinstance(set_(open_)[0], Table)
