"""No page ends where a reader would lose the thread: labels, lists, tables, signatures."""

from msgspec.structs import replace

from escp_docs.document import (
    Block,
    Cell,
    Clause,
    Column,
    Emphasis,
    Figure,
    List,
    PageBreak,
    Paragraph,
    Passage,
    Signature,
    Strong,
    Table,
    Text,
)
from escp_docs.export.keep_together import keeps_with_next, kept_with_next
from tests.support.sample_parts import words

PLAIN = Paragraph(words("A sentence."))
COLON = Paragraph(words("These are:"))
LABEL = Paragraph((Strong(words("Why this target.")),))
ITEMS = List(((Paragraph(words("one")),),))
FIGURE = Figure("<svg/>", "A line", words("A figure"), 1, "figure-1", 100, 60)
PASSAGE = Passage("project.abstract", "A sentence.", "Abstract", (PLAIN,))
SIGNATURE = Signature("sig-A-1", words("A"), ())


def kept(*blocks: Block) -> list[bool]:
    return list(kept_with_next(blocks))


def clause(level: int, text: str = "A clause.") -> Clause:
    return Clause(level, words(text), "", "")


def table(rows: int, text: str = "x") -> Table:
    row = (Cell((Paragraph((Text(text),)),)),)
    return Table((Column(words("Head"), 1),), (row,) * rows, "A table")


def test_a_label_stays_with_its_text() -> None:
    for text in (PLAIN, ITEMS, PASSAGE):
        assert kept(LABEL, text) == [True, False]
    assert kept(Paragraph((Emphasis(words("Why.")),)), PLAIN) == [True, False]


def test_a_label_before_something_else_is_no_label() -> None:
    assert kept(LABEL, replace(FIGURE, height_mm=150)) == [False, False]
    assert kept(LABEL, PageBreak()) == [False, False]


def test_a_line_stays_with_the_table_or_the_low_figure_that_it_leads_in_to() -> None:
    long = Paragraph(words("A sentence that goes on. " * 20))

    assert kept(PLAIN, table(3)) == [True, False]
    assert kept(PLAIN, FIGURE) == [True, False]
    assert kept(PLAIN, replace(FIGURE, height_mm=150)) == [False, False]
    assert kept(long, table(3)) == [False, False]
    assert kept(Paragraph(()), table(3)) == [False, False]


def test_a_paragraph_that_only_begins_with_a_strong_word_is_no_label() -> None:
    mixed = Paragraph((Strong(words("Why")), Text(" this target.")))

    assert kept(mixed, PLAIN) == [False, False]


def test_what_ends_in_a_colon_stays_with_what_it_announces() -> None:
    for announced in (ITEMS, FIGURE, PASSAGE, table(2)):
        assert kept(COLON, announced) == [True, False]
    assert kept(Paragraph(words("These are: ")), ITEMS) == [True, False]
    assert kept(COLON, PLAIN) == [False, False]
    assert kept(PLAIN, ITEMS) == [False, False]
    assert kept(Paragraph((Strong(words("Goals:")),)), FIGURE) == [True, False]


def test_a_clause_stays_with_the_clauses_below_it() -> None:
    assert kept(clause(1), clause(2), clause(3)) == [True, True, False]
    assert kept(clause(2), clause(2)) == [False, False]
    assert kept(clause(3), clause(1)) == [False, False]
    assert kept(clause(1, "These are:"), ITEMS) == [True, False]
    assert kept(clause(1), ITEMS) == [False, False]


def test_nothing_is_kept_with_nothing() -> None:
    assert kept() == []
    for block in (LABEL, COLON, clause(1), SIGNATURE):
        assert kept(block) == [False]


def test_a_signature_never_stands_alone_on_a_page() -> None:
    assert kept(PLAIN, SIGNATURE) == [True, False]
    assert kept(PLAIN, PLAIN, PLAIN, SIGNATURE) == [False, True, True, False]
    assert kept(PLAIN, SIGNATURE, PLAIN) == [True, False, False]


def test_what_is_no_paragraph_ends_the_closing_lines() -> None:
    assert kept(PLAIN, ITEMS, PLAIN, SIGNATURE) == [False, False, True, False]
    assert kept(PLAIN, ITEMS, SIGNATURE) == [False, False, False]


def test_of_several_signatures_the_last_has_company() -> None:
    assert kept(PLAIN, SIGNATURE, SIGNATURE, SIGNATURE) == [True, False, True, False]
    assert kept(PLAIN, SIGNATURE, SIGNATURE, PLAIN) == [True, True, False, False]
    assert kept(SIGNATURE, SIGNATURE) == [True, False]


def rows(of: Table) -> list[bool]:
    return [keeps_with_next(of, index) for index in range(len(of.rows))]


def test_a_short_table_is_not_torn() -> None:
    assert rows(table(9)) == [True] * 8 + [False]
    assert rows(table(1)) == [False]
    assert rows(table(2)) == [True, False]


def test_of_a_long_table_neither_the_first_row_nor_the_total_stands_alone() -> None:
    assert rows(table(10)) == [True, *[False] * 7, True, False]
    assert rows(table(40)) == [True, *[False] * 37, True, False]


def test_a_table_with_many_words_is_long_too() -> None:
    short = table(5, " ".join(["x"] * 36))
    long = replace(short, rows=(*short.rows, *table(1).rows))

    assert rows(short) == [True, True, True, True, False]  # 180 words
    assert rows(long) == [True, False, False, False, True, False]  # 181 words
