"""Two versions in one tree: each comes out again as it was, and what is equal is not tracked."""

from collections.abc import Iterator
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from escp_docs.comparing.trees.merging import merged, merged_blocks
from escp_docs.comparing.trees.plain import plain_document
from escp_docs.comparing.trees.versions import accepted, rejected
from escp_docs.document import (
    Block,
    Cell,
    Clause,
    Column,
    Deleted,
    DeletedBlock,
    Document,
    Emphasis,
    Footnote,
    Heading,
    Inserted,
    InsertedBlock,
    List,
    Numbering,
    PageBreak,
    Paragraph,
    ResetBlock,
    Strong,
    Table,
    Text,
    inlines,
    plain,
    spread,
    walk,
)
from tests.support.documents import document as example
from tests.support.random_trees import TREES, versions
from tests.support.sizes import examples


def document(*blocks: Block) -> Document:
    day = date(2020, 11, 20)
    return Document("test", "Title", "ACR", day, "en-GB", "Author", draft=False, blocks=blocks)


def line(*words: str) -> Paragraph:
    return Paragraph((Text(" ".join(words)),))


def clause(number: str, text: str, name: str = "") -> Clause:
    return Clause(1, (Text(text),), number, number, name)


def tracked(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield what a redline marks: words in brackets, whole blocks by their words."""
    for block in walk(blocks):
        if isinstance(block, InsertedBlock | DeletedBlock):
            sign = "+" if isinstance(block, InsertedBlock) else "-"
            words = " ".join(plain(inlines(one)) for one in walk((block.block,)))
            yield f"{sign}{words.strip()}" + f" ({block.moved})" * bool(block.moved)
        for inline in spread(inlines(block)):
            if isinstance(inline, Inserted | Deleted):
                sign = "+" if isinstance(inline, Inserted) else "-"
                yield f"[{sign}{plain(inline.children)}]"


def redline(old: tuple[Block, ...], new: tuple[Block, ...]) -> list[str]:
    return list(tracked(merged(document(*old), document(*new)).blocks))


# --- each version comes out as it was --------------------------------------------------------


@settings(max_examples=examples(150))
@given(versions())
def test_each_version_comes_out_as_it_was(both: tuple[tuple[Block, ...], ...]) -> None:
    old, new = (document(*blocks) for blocks in both)
    found = merged(old, new)

    assert accepted(found).blocks == new.blocks
    assert rejected(found).blocks == old.blocks


@settings(max_examples=examples(60))
@given(TREES, TREES)
def test_versions_with_nothing_in_common_come_out_too(
    one: tuple[Block, ...], other: tuple[Block, ...]
) -> None:
    found = merged(document(*one), document(*other))

    assert accepted(found).blocks == other
    assert rejected(found).blocks == one


@settings(max_examples=examples(30))
@given(TREES)
def test_equal_versions_have_nothing_tracked(blocks: tuple[Block, ...]) -> None:
    assert merged_blocks(blocks, blocks) == blocks


@settings(max_examples=examples(60))
@given(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=12), st.data())
def test_a_new_word_leaves_all_others_alone(letters: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(letters)))
    old, new = line(*letters), line(*letters[:place], "new", *letters[place:])

    (sign,) = redline((old,), (new,))

    assert sign.replace(" ", "") == "[+new]"


def test_every_document_of_the_examples_is_its_own_version() -> None:
    found = plain_document(example("partnership-agreement", "wave"))

    assert merged(found, found) == found


# --- words -----------------------------------------------------------------------------------


def test_one_word_is_one_change() -> None:
    old = line("Each Party bears its own costs of", "32", "months.")
    new = line("Each Party bears its own costs of", "31", "months.")

    assert redline((old,), (new,)) == ["[-32]", "[+31]"]


def test_neighbouring_words_are_one_change_each_way() -> None:
    old, new = line("within ten days of notice"), line("within two weeks of notice")

    assert redline((old,), (new,)) == ["[-ten days]", "[+two weeks]"]


def test_a_number_is_one_word() -> None:
    assert redline((line("EUR 5,000"),), (line("EUR 7,500"),)) == ["[-5,000]", "[+7,500]"]


def test_another_look_is_a_change_of_these_words_alone() -> None:
    old = Paragraph((Text("The Consortium decides."),))
    new = Paragraph((Text("The "), Strong((Text("Consortium"),)), Text(" decides.")))

    assert redline((old,), (new,)) == ["[-Consortium]", "[+Consortium]"]


def test_words_change_inside_a_look() -> None:
    old = Paragraph((Emphasis((Text("gross negligence alone"),)),))
    new = Paragraph((Emphasis((Text("gross fault alone"),)),))

    assert redline((old,), (new,)) == ["[-negligence]", "[+fault]"]


def test_a_note_changes_within() -> None:
    old = Paragraph((Text("a"), Footnote(1, (Text("see page 3 of the guide"),))))
    new = Paragraph((Text("a"), Footnote(1, (Text("see page 4 of the guide"),))))

    assert redline((old,), (new,)) == ["[-3]", "[+4]"]


def test_a_note_that_goes_takes_no_other_along() -> None:
    first, second = (Footnote(1, (Text("one thing"),)), Footnote(2, (Text("another"),)))
    old = Paragraph((Text("a"), first, Text(" b"), second))
    new = Paragraph((Text("a"), Text(" b"), Footnote(1, second.children)))
    (sign,) = merged(document(old), document(new)).blocks

    assert isinstance(sign, Paragraph)
    assert [one for one in sign.children if isinstance(one, Deleted)] == [Deleted((first,))]


def test_the_longest_run_of_words_stays_whatever_else_moves() -> None:
    note = Footnote(1, (Text("a remark"),))
    old = Paragraph((Text("a"), note, Text(" few words that stay as they are")))
    new = Paragraph((Text("a few words that stay as they are"), note))

    (both,) = merged(document(old), document(new)).blocks

    assert isinstance(both, Paragraph)
    assert [type(one) for one in both.children] == [Text, Deleted, Text, Inserted]


# --- blocks ----------------------------------------------------------------------------------


def test_a_clause_is_known_by_its_id_whatever_it_says() -> None:
    old = clause("8.1", "Liability is capped at the cost share.", "cap")
    new = clause("8.1", "Nothing limits what a Party owes.", "cap")

    assert [type(one) for one in merged(document(old), document(new)).blocks] == [Clause]


def test_another_number_is_no_change_of_words() -> None:
    old = (clause("8.1", "First words stand here."), clause("8.2", "Second ones follow them."))
    new = (clause("8.1", "Second ones follow them."),)
    kept = merged(document(*old), document(*new)).blocks[1]

    assert redline(old, new) == ["-First words stand here."]
    assert isinstance(kept, ResetBlock)
    assert isinstance(kept.was, Clause)
    assert (kept.was.number, kept.was.children) == ("8.2", ())


def test_what_moved_says_from_and_to_where() -> None:
    head = Heading(2, (Text("Liability"),), "liability", Numbering.LEGAL, "8.")
    a = clause("8.1", "The cap does not apply to gross negligence.")
    b = clause("8.2", "Each Party insures itself against damage to others.")
    c = clause("8.3", "Nobody is liable for loss of profit or of data.")
    new = (head, clause("8.1", plain(b.children)), clause("8.2", plain(c.children)))
    moved = clause("8.3", plain(a.children))

    assert redline((head, a, b, c), (*new, moved)) == [
        "-The cap does not apply to gross negligence. (8.3)",
        "+The cap does not apply to gross negligence. (8.1)",
    ]


def test_paragraphs_that_are_little_alike_are_two() -> None:
    old, new = line("Each Party bears its own costs."), line("Notices are sent by post.")

    assert redline((old,), (new,)) == [f"-{plain(old.children)}", f"+{plain(new.children)}"]


def test_a_page_that_begins_elsewhere_changes_no_word() -> None:
    old, new = (line("one two three"), PageBreak()), (line("one two three"),)

    assert [one for one in redline(old, new) if one.strip("+-")] == []


# --- items and rows --------------------------------------------------------------------------


def test_an_item_comes_alone() -> None:
    old = List((((line("a new atlas"),)), (line("four missions"),)))
    new = List(((line("a new atlas"),), (line("an inbound week"),), (line("four missions"),)))

    assert redline((old,), (new,)) == ["+an inbound week"]


def table(*rows: tuple[str, ...]) -> Table:
    columns = tuple(Column((Text(f"head {n}"),), 1 / len(rows[0])) for n in range(len(rows[0])))
    cells = tuple(tuple(Cell((line(word),)) for word in row) for row in rows)
    return Table(columns, cells, "a table")


def test_a_row_is_known_by_its_first_cell() -> None:
    old = table(("R1", "travel", "high"), ("R2", "money", "low"), ("R3", "people", "low"))
    new = table(("R1", "travel", "high"), ("R3", "staff", "medium"))

    assert redline((old,), (new,)) == [
        *("-R2", "-money", "-low"),
        *("[-people]", "[+staff]", "[-low]", "[+medium]"),
    ]


def test_a_number_that_counts_rows_is_no_name() -> None:
    old = table(("1", "Alpha", "Porto"), ("2", "Beta", "Vigo"))
    new = table(("1", "Gamma", "Brest"), ("2", "Alpha", "Porto"), ("3", "Beta", "Vigo"))

    assert redline((old,), (new,)) == [
        *("+1", "+Gamma", "+Brest"),
        *("[-1]", "[+2]", "[-2]", "[+3]"),
    ]


def test_a_cell_changes_by_its_words() -> None:
    old, new = table(("CMA", "EUR 5,000 a year")), table(("CMA", "EUR 6,000 a year"))

    assert redline((old,), (new,)) == ["[-5,000]", "[+6,000]"]


def test_a_table_of_other_columns_is_another_table() -> None:
    old, new = table(("CMA", "5,000")), table(("CMA", "5,000", "paid"))

    assert [type(one) for one in merged(document(old), document(new)).blocks] == [
        DeletedBlock,
        InsertedBlock,
    ]
