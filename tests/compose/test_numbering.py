"""Numbers, references and captions are settled in the tree."""

import pytest

from escp_docs.compose.markdown.markup import MarkupError
from escp_docs.compose.numbering import numbered
from escp_docs.document import (
    Block,
    Clause,
    Column,
    Figure,
    Footnote,
    Heading,
    Numbering,
    Paragraph,
    Reference,
    Strong,
    Table,
    Text,
    all_inlines,
    plain,
    walk,
)
from escp_docs.language.english.language import ENGLISH
from tests.support.documents import templated

TEMPLATE = """\
# First {: #first }

## Parties

§ One, see [](#second) and [Clause](#deep).

§ Two: {: #second }
§§ a;
§§ b: {: #b }
§§§ i; {: #deep }
§§§ ii.

§ Three.

# Second

## Money

§ Four, see [-](#first).

# Members {: .annex #members }

# Free {: .plain }

See [](#members).
"""


def test_an_agreement_is_numbered_as_lawyers_do() -> None:
    blocks = list(walk(templated(TEMPLATE).blocks))

    assert [block.number for block in blocks if isinstance(block, Heading)] == [
        "Part I",
        "1.",
        "Part II",
        "2.",
        "Annex 1",
        "",
    ]
    assert [block.number for block in blocks if isinstance(block, Clause)] == [
        "1.1",
        "1.2",
        "(a)",
        "(b)",
        "(i)",
        "(ii)",
        "1.3",
        "2.1",
    ]


def test_references_are_words_with_the_number_last() -> None:
    found = [one for one in all_inlines(templated(TEMPLATE)) if isinstance(one, Reference)]

    assert [one.text.replace("\u00a0", " ") for one in found] == [
        "clause 1.2",
        "Clause 1.2(b)(i)",
        "I",
        "Annex 1",
    ]


def test_clauses_may_follow_line_by_line() -> None:
    clauses = [one for one in walk(templated(TEMPLATE).blocks) if isinstance(one, Clause)]

    assert plain(clauses[1].children) == "Two:"
    assert plain(clauses[2].children) == "a;"


# --- every kind of number --------------------------------------------------------------------


def heading(level: int, kind: Numbering, text: str = "Title", id_: str = "") -> Heading:
    return Heading(level, (Text(text),), id_, kind)


def clause(level: int, text: str = "text", id_: str = "") -> Clause:
    return Clause(level, (Text(text),), "", "", id_)


def labels(*blocks: Block) -> list[str | int]:
    """Return the numbers that blocks get, in their order."""
    return [
        block.number
        for block in numbered(blocks, ENGLISH)
        if isinstance(block, Heading | Clause | Table | Figure)
    ]


def cited(target: str, text: str, *blocks: Block) -> str:
    """Return how a reference to an id is printed."""
    found = numbered((*blocks, Paragraph((Reference(target, text, ""),))), ENGLISH)[-1]
    assert isinstance(found, Paragraph)
    (reference,) = found.children
    assert isinstance(reference, Reference)
    assert reference.text.endswith(reference.number)
    assert reference.number != "" or reference.text == ""
    return reference.text


DEEP = "a heading of an agreement has level 1 or 2; clauses stand below it"


def test_a_clause_knows_how_others_cite_it() -> None:
    blocks = (heading(2, Numbering.LEGAL), clause(1), clause(2), clause(3))

    assert [one.reference for one in numbered(blocks, ENGLISH) if isinstance(one, Clause)] == [
        *["1.1", "1.1(a)", "1.1(a)(i)"],
    ]


def test_a_figure_without_an_id_is_called_by_its_number() -> None:
    figure = Figure("<svg/>", "A line", (Text("Caption"),), 0, "", 10, 10)
    named = Figure("<svg/>", "A line", (Text("Caption"),), 0, "map", 10, 10)

    assert [
        one.id for one in numbered((figure, named, figure), ENGLISH) if isinstance(one, Figure)
    ] == [
        *["figure-1", "map", "figure-3"],
    ]


def test_parts_have_roman_numbers() -> None:
    parts = [heading(1, Numbering.LEGAL, f"Part {number}") for number in range(9)]

    assert labels(*parts) == [
        f"Part {one}" for one in ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    ]


def test_articles_count_on_through_the_parts_and_clauses_begin_anew() -> None:
    one, two = heading(1, Numbering.LEGAL), heading(2, Numbering.LEGAL)

    assert labels(
        one, two, clause(1), clause(2), clause(3), clause(2), clause(3), clause(1), clause(2),
        two, clause(1), one, two, clause(1), clause(2),
    ) == [
        *["Part I", "1.", "1.1", "(a)", "(i)", "(b)", "(i)", "1.2", "(a)"],
        *["2.", "2.1", "Part II", "3.", "3.1", "(a)"],
    ]  # fmt: skip


def test_sections_have_a_letter_and_numbers_below_it() -> None:
    levels = [1, 2, 2, 3, 4, 4, 3, 2, 3, 1, 2, 3]

    assert labels(*(heading(level, Numbering.LETTERS) for level in levels)) == [
        *["Section A:", "A.1", "A.2", "A.2.1", "A.2.1.1", "A.2.1.2", "A.2.2", "A.3", "A.3.1"],
        *["Section B:", "B.1", "B.1.1"],
    ]


def test_what_stands_before_the_first_section_counts_as_in_it() -> None:
    assert labels(heading(2, Numbering.LETTERS)) == ["A.1"]


def test_annexes_tables_and_figures_count_by_themselves() -> None:
    table = Table((Column((Text("Head"),), 1),), (), "A table", (Text("Caption"),))
    bare = Table(table.columns, (), "A table")
    figure = Figure("<svg/>", "A line", (Text("Caption"),), 0, "", 10, 10)
    annex, none = heading(1, Numbering.ANNEX), heading(1, Numbering.NONE)

    assert labels(annex, table, none, figure, bare, table, annex, figure) == [
        *["Annex 1", 1, "", 1, 0, 2, "Annex 2", 2],
    ]


@pytest.mark.parametrize(
    ("target", "text", "words"),
    [
        ("part", "", "Part I"),
        ("article", "", "clause 1"),
        ("one", "", "clause 1.1"),
        ("two", "Clause", "Clause 1.1(a)"),
        ("three", "-", "1.1(a)(i)"),
        ("annex", "", "Annex 1"),
        ("table", "", "Table 1"),
        ("figure-1", "", "Figure 1"),
        ("section", "", "section A"),
        ("below", "", "section A.1"),
        ("plain", "", ""),
    ],
)
def test_a_reference_says_word_and_number(target: str, text: str, words: str) -> None:
    blocks = (
        heading(1, Numbering.LETTERS, id_="section"),
        heading(2, Numbering.LETTERS, id_="below"),
        heading(1, Numbering.NONE, id_="plain"),
        heading(1, Numbering.LEGAL, id_="part"),
        heading(2, Numbering.LEGAL, id_="article"),
        clause(1, id_="one"),
        clause(2, id_="two"),
        clause(3, id_="three"),
        heading(1, Numbering.ANNEX, id_="annex"),
        Table((Column((Text("Head"),), 1),), (), "A table", (Text("Caption"),), id="table"),
        Figure("<svg/>", "A line", (Text("Caption"),), 0, "", 10, 10),
    )

    assert cited(target, text, *blocks) == words.replace(" ", "\u00a0")


def test_a_heading_without_an_id_gets_one_from_its_words_and_no_two_the_same() -> None:
    found = numbered(
        (
            heading(1, Numbering.NONE, "Où nous allons"),
            heading(1, Numbering.NONE, "Ou nous allons!"),
            heading(1, Numbering.NONE, "ou nous — allons"),
            heading(1, Numbering.NONE, "Στόχος"),
            heading(1, Numbering.NONE, "x" * 60),
            heading(1, Numbering.NONE, "XX marks"),
            heading(2, Numbering.LETTERS, "Goals"),
        ),
        ENGLISH,
    )

    assert [one.id for one in found if isinstance(one, Heading)] == [
        *[
            "ou-nous-allons",
            "ou-nous-allons-2",
            "ou-nous-allons-3",
            "section",
            "x" * 48,
            "xx-marks",
        ],
        "a-1-goals",
    ]


@pytest.mark.parametrize(
    ("blocks", "told", "near"),
    [
        ([clause(1)], "a clause has nothing above it", "text"),
        ([heading(2, Numbering.LEGAL), clause(2)], "a clause has nothing above it", "text"),
        ([heading(3, Numbering.LEGAL, "Deep")], DEEP, "Deep"),
        ([clause(1, "y" * 50)], "a clause has nothing above it", "y" * 40),
        (
            [heading(1, Numbering.ANNEX, id_="x"), heading(1, Numbering.ANNEX, id_="x")],
            "the id 'x' stands twice",
            "#x",
        ),
        (
            [Paragraph((Reference("gone", "", ""),))],
            "a reference leads to 'gone', and nothing has that id",
            "#gone",
        ),
    ],
)
def test_what_cannot_be_numbered_is_said_with_its_place(
    blocks: list[Block], told: str, near: str
) -> None:
    with pytest.raises(MarkupError) as caught:
        numbered(tuple(blocks), ENGLISH)

    assert str(caught.value) == told
    assert caught.value.near == near


def test_a_note_that_stands_twice_has_one_number() -> None:
    first, second = Footnote(0, (Text("one"),)), Footnote(0, (Text("two"),))
    (found,) = numbered((Paragraph((first, Strong((second,)), first, Text("end"))),), ENGLISH)
    assert isinstance(found, Paragraph)

    assert found.children == (
        Footnote(1, (Text("one"),)),
        Strong((Footnote(2, (Text("two"),)),)),
        Footnote(1, ()),
        Text("end"),
    )
