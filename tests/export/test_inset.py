"""What goes on with a clause begins where the words of the clause begin."""

import pytest
from lxml import etree, html

from escp_docs.document import (
    Block,
    Clause,
    Heading,
    List,
    Numbering,
    PageBreak,
    Paragraph,
    Passage,
    Text,
)
from escp_docs.export.clause_indent import inset
from escp_docs.export.html.writer import to_html
from escp_docs.export.word.writer import to_docx
from tests.support.look import look
from tests.support.sample import sample
from tests.support.sample_parts import facts
from tests.support.word_reading import WordFile, found, value, words

HEADING = Heading(2, (Text("Vision"),), "vision", Numbering.LEGAL, "1.")
CLAUSE = Clause(1, (Text("The vision is this."),), "1.1", "1.1")


def said(text: str) -> Paragraph:
    return Paragraph((Text(text),))


PASSAGE = Passage("strategy.vision", "x", "vision", (said("Grow."), List(((said("one"),),))))
TABLE = facts("Facts", last=Text("last"))


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ((said("before"), CLAUSE, PASSAGE), (False, False, True)),
        ((CLAUSE, TABLE, said("after")), (False, False, True)),
        ((CLAUSE, HEADING, said("after")), (False, False, False)),
        ((CLAUSE, PageBreak(), said("after")), (False, False, False)),
        ((said("alone"),), (False,)),
        ((), ()),
    ],
)
def test_text_from_a_clause_to_the_next_heading_is_set_in(
    blocks: tuple[Block, ...], expected: tuple[bool, ...]
) -> None:
    assert inset(blocks) == expected


DOCUMENT = sample(blocks=(HEADING, CLAUSE, PASSAGE, HEADING, said("Below a heading.")))


def test_word_sets_it_in_by_a_style_of_its_own() -> None:
    file = WordFile(to_docx(DOCUMENT, look()).data)
    styles = {words(one): value(one, "./w:pPr/w:pStyle") for one in found(file.document, ".//w:p")}

    assert styles["Grow."] == "ClauseText"
    assert styles["Below a heading."] == "BodyText"


def test_the_items_of_a_list_are_set_in_further() -> None:
    def left(*blocks: Block) -> int:
        file = WordFile(to_docx(sample(blocks=blocks), look()).data)
        item = next(one for one in found(file.document, ".//w:p") if words(one) == "one")
        list_ = value(item, "./w:pPr/w:numPr/w:numId")
        numbering = file.xml("word/numbering.xml")
        definition = value(numbering, f"./w:num[@w:numId='{list_}']/w:abstractNumId")
        level = f"./w:abstractNum[@w:abstractNumId='{definition}']/w:lvl[@w:ilvl='0']"
        return int(found(numbering, f"{level}/w:pPr/w:ind")[0].values()[0])

    assert left(HEADING, CLAUSE, PASSAGE) > left(HEADING, PASSAGE)


def test_a_page_sets_in_the_whole_passage() -> None:
    page = html.document_fromstring(to_html(DOCUMENT, look()).decode())

    sets = found(page, ".//div[@class='inset']")
    assert [etree.tostring(one, method="text", encoding="unicode").split() for one in sets] == [
        ["Grow.", "one"]
    ]
