"""The Word writer: the numbers and references that a word processor computes."""

import re

import pytest
from msgspec.structs import replace

from escp_docs.document import (
    Block,
    Clause,
    Contents,
    Heading,
    List,
    Numbering,
    Reference,
    Text,
    plain,
    walk,
)
from escp_docs.errors import ExportError
from escp_docs.export.word.writer import to_docx
from tests.support.look import look
from tests.support.sample import sample
from tests.support.sample_parts import TIMELINE
from tests.support.word_reading import (
    WordFile,
    bookmark_text,
    fields,
    found,
    labels,
    value,
    words,
)
from tests.support.word_trees import (
    clause,
    document,
    heading,
    table,
    text,
    written,
    written_sample,
)


def numbers(*blocks: Block) -> list[tuple[str, str]]:
    """Return number and words of each heading and clause as Word computes them."""
    return [
        (label, words(paragraph))
        for paragraph, label in labels(written(*blocks))
        if re.match("Heading|Clause", value(paragraph, "w:pPr/w:pStyle") or "")
    ]


def tree_numbers(*blocks: Block) -> list[tuple[str, str]]:
    return [
        (block.number, plain(block.children))
        for block in walk(blocks)
        if isinstance(block, Heading | Clause) and block.number
    ]


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param(sample().blocks, id="the sample"),
        pytest.param(
            (
                heading("Part I", Numbering.LEGAL),
                heading("1.", Numbering.LEGAL, 2),
                clause(1, "1.1", "1.1"),
                clause(2, "(a)", "1.1(a)"),
                clause(3, "(i)", "1.1(a)(i)"),
                clause(2, "(b)", "1.1(b)"),
                clause(3, "(i)", "1.1(b)(i)"),
                heading("Part II", Numbering.LEGAL),
                heading("2.", Numbering.LEGAL, 2),
                clause(1, "2.1", "2.1"),
                clause(2, "(a)", "2.1(a)"),
            ),
            id="articles count on through parts",
        ),
        pytest.param(
            tuple(
                heading(number, Numbering.LETTERS, level)
                for number, level in (
                    ("Section A:", 1),
                    ("A.1", 2),
                    ("A.1.1", 3),
                    ("A.1.1.1", 4),
                    ("A.2", 2),
                    ("A.2.1", 3),
                    ("Section B:", 1),
                    ("B.1", 2),
                )
            ),
            id="letters begin anew below",
        ),
        pytest.param(
            (heading("Annex 4", Numbering.ANNEX), heading("Annex 5", Numbering.ANNEX)),
            id="an annex that stands alone",
        ),
    ],
)
def test_word_computes_the_numbers_of_the_tree(blocks: tuple[Block, ...]) -> None:
    assert numbers(*blocks) == tree_numbers(*blocks)


def test_refuses_a_number_that_word_would_not_print() -> None:
    with pytest.raises(ExportError, match=r"'B\.7'.*fits no list"):
        written(heading("B.7", Numbering.LETTERS, 2))


def test_every_ordered_list_counts_from_one_to_any_depth() -> None:
    deep: Block = text(Text("deepest"))
    for _ in range(12):
        deep = List(((text(Text("item")), deep), (text(Text("next")),)), ordered=True)
    file = written(deep, List(((text(Text("again")),),), ordered=True))
    printed = [(words(paragraph), label) for paragraph, label in labels(file)]

    assert printed.count(("item", "1.")) == 12
    assert printed.count(("next", "2.")) == 12
    assert printed[-1] == ("again", "1.")


def test_contents_are_a_field_with_its_rows_filled_in() -> None:
    blocks = (
        Contents("Contents", 2),
        heading("Section A:", Numbering.LETTERS),
        heading("A.1", Numbering.LETTERS, 2),
        heading("A.1.1", Numbering.LETTERS, 3),
    )
    (toc,) = found(written(*blocks).document, ".//w:sdt[w:sdtPr/w:docPartObj]")
    (field,) = fields(toc)

    assert field.instruction == r'TOC \o "1-2" \n \h \z'
    assert [words(row) for row in found(toc, ".//w:p")] == [
        "Contents",
        "Section A: Heading Section A:",
        "A.1 Heading A.1",
    ]


def test_contents_have_pages_where_they_are_known() -> None:
    tree = document(Contents("Contents", 1), heading("Annex 1", Numbering.ANNEX))
    file = WordFile(to_docx(tree, look(), {"Annex 1": 17}).data)
    page, contents = fields(file.document)

    assert contents.instruction == r'TOC \o "1-1" \h \z'
    assert page.result == "17"
    bookmark = page.instruction.split()[1]
    assert bookmark_text(file.document, bookmark) == "Heading Annex 1"


@pytest.mark.parametrize(
    ("target", "printed", "instruction", "result"),
    [
        pytest.param("clause-1.1", "clause 1.1", r"REF \S+ \\n \\h", "1.1", id="clause"),
        pytest.param("clause-1.1(a)", "1.1(a)", r"REF \S+ \\w \\h", "1.1(a)", id="in context"),
        pytest.param("1.", "clause 1", r"REF \S+ \\n \\h", "1", id="no full stop"),
        pytest.param("Annex 1", "Annex 1", r"REF \S+ \\n \\h", "Annex 1", id="annex"),
        pytest.param("Part I", "Part I", r"REF \S+ \\n \\h", "Part I", id="part"),
        pytest.param("plain", "Plain", r"REF \S+ \\h", "Plain", id="unnumbered heading"),
        pytest.param("t", "Tables 1", r"REF \S+ \\h", "1", id="table"),
        pytest.param(TIMELINE.id, "Figure 1", r"REF \S+ \\h", "1", id="figure"),
    ],
)
def test_references_are_fields(target: str, printed: str, instruction: str, result: str) -> None:
    file = written(
        text(Reference(target, printed, printed.rsplit(maxsplit=1)[-1])),
        heading("Part I", Numbering.LEGAL),
        heading("1.", Numbering.LEGAL, 2),
        clause(1, "1.1", "1.1"),
        clause(2, "(a)", "1.1(a)"),
        Heading(1, (Text("Plain"),), "plain"),
        heading("Annex 1", Numbering.ANNEX),
        replace(table(Text("cell")), caption=(Text("Caption"),), number=1, id="t"),
        TIMELINE,
    )
    field = next(fields(file.document))

    assert re.fullmatch(instruction, field.instruction)
    assert field.result == result
    assert words(found(file.document, ".//w:p")[0]) == printed
    if r"\n" not in instruction and r"\w" not in instruction:
        assert bookmark_text(file.document, field.instruction.split()[1]) == result


def test_a_reference_that_no_field_can_print_is_a_link() -> None:
    file = written(
        text(Reference("a", "Section A", "A")), heading("Section A:", Numbering.LETTERS, 1, "a")
    )
    (link,) = found(file.document, ".//w:hyperlink")

    assert words(link) == "Section A"
    assert list(fields(file.document)) == []


def test_refuses_a_reference_to_nothing() -> None:
    with pytest.raises(ExportError, match="leads to no 'gone'"):
        written(text(Reference("gone", "clause 9", "9")))


def test_captions_count_by_a_field() -> None:
    counted = [f for f in fields(written_sample().document) if f.instruction.startswith("SEQ")]

    assert [(f.instruction.split()[1], f.result) for f in counted] == [
        ("Table", "1"),
        ("Figure", "1"),
        ("Table", "2"),
    ]
