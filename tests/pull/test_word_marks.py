"""What Word notes beside words, of rows, paragraphs and looks, counts as what people did."""

from io import BytesIO
from typing import Final
from zipfile import ZipFile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from escp_docs.pull import word_reader
from escp_docs.pull.line_reading import hand_of_line
from escp_docs.pull.returned import NOBODY, Hand, Returned

ANA: Final = Hand("Ana", "2020-11-22T10:00:00Z")
_MATHS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def read(*blocks: str) -> Returned:
    """Read a Word file of these blocks."""
    document = docx.Document()
    style = (
        f'<w:style {nsdecls("w")} w:type="character" w:styleId="Away"><w:rPr><w:strike/></w:rPr>'
    )
    document.styles.element.append(parse_xml(f"{style}</w:style>"))
    document.styles.element.append(
        parse_xml(style.replace("Away", "Hidden").replace("strike", "vanish") + "</w:style>")
    )
    around = f'<w:body {nsdecls("w")} xmlns:m="{_MATHS}">{"".join(blocks)}</w:body>'
    for place, one in enumerate(parse_xml(around)):
        document.element.body.insert(place, one)
    out = BytesIO()
    document.save(out)
    return word_reader.read("back.docx", out.getvalue())


def by_ana(kind: str, inner: str = "") -> str:
    """Return the mark of a change around something."""
    return f'<w:{kind} w:id="7" w:author="{ANA.who}" w:date="{ANA.when}">{inner}</w:{kind}>'


def run(words: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(inner: str, mark: str = "") -> str:
    return f"<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr>{inner}</w:p>"


def row(*cells: str, mark: str = "") -> str:
    """Return a row of controls, as in what we send: no change is tracked at their words."""
    controls = (f"<w:sdt><w:sdtContent>{run(one)}</w:sdtContent></w:sdt>" for one in cells)
    inner = "".join(f"<w:tc>{paragraph(one)}</w:tc>" for one in controls)
    return f"<w:tr><w:trPr>{mark}</w:trPr>{inner}</w:tr>"


def table(mark: str) -> str:
    first = row("R1", "A licence is refused.")
    return f"<w:tbl>{first}{row('R2', 'Nobody comes.', mark=mark)}</w:tbl>"


def test_a_row_that_is_marked_as_deleted_is_gone_with_all_its_words() -> None:
    found = read(table(by_ana("del")))

    assert [line.text for line in found.lines] == ["R1", "A licence is refused."]
    assert found.struck == {("R2", "Nobody comes."): ANA}


def test_a_row_that_is_hidden_is_gone_with_all_its_words() -> None:
    found = read(table("<w:hidden/>"))

    assert [line.text for line in found.lines] == ["R1", "A licence is refused."]


def test_a_row_that_is_marked_as_inserted_says_who_wrote_it() -> None:
    found = read(table(by_ana("ins")))

    assert [line.text for line in found.lines][2:] == ["R2", "Nobody comes."]
    assert [one.inserted for line in found.lines for one in line.runs] == [None, None, ANA, ANA]


@pytest.mark.parametrize("kind", ["del", "moveFrom"])
def test_a_paragraph_that_went_with_its_mark_leaves_no_line(kind: str) -> None:
    gone = paragraph(by_ana(kind, run("Second.")), by_ana(kind))

    found = read(paragraph(run("First.")), gone, paragraph(run("Third.")))

    assert [line.text for line in found.lines] == ["First.", "Third."]
    assert [one.deleted for one in found.lines[1].runs] == [ANA, None]


def test_all_who_changed_a_paragraph_are_named_once_each_with_the_last_day() -> None:
    inner = "".join(
        f'<w:ins w:id="{day}" w:author="{who}" w:date="2020-11-0{day}">{run(who)}</w:ins>'
        for day, who in ((3, "Ana"), (5, "Bela"), (4, "Ana"), (1, "Carla"))
    )
    (line,) = read(paragraph(inner)).lines

    assert hand_of_line(line) == Hand("Ana, Bela and Carla", "2020-11-05")


@pytest.mark.parametrize(
    "look",
    [
        "<w:strike/>",
        "<w:dstrike/>",
        "<w:vanish/>",
        '<w:strike w:val="0"/><w:vanish/>',
        '<w:rStyle w:val="Away"/>',
        '<w:rStyle w:val="Hidden"/><w:strike w:val="0"/>',
    ],
)
def test_words_struck_or_hidden_by_their_look_are_taken_out_by_nobody_known(look: str) -> None:
    found = read(paragraph(run("Since ") + run("2018", look) + run("2017 we work together.")))

    (line,) = found.lines
    assert line.text == "Since 2017 we work together."
    assert [one.deleted for one in line.runs if one.text == "2018"] == [NOBODY]


@pytest.mark.parametrize(
    "look",
    [
        '<w:strike w:val="0"/>',
        '<w:rStyle w:val="Away"/><w:strike w:val="false"/>',
        '<w:vanish w:val="0"/>',
        '<w:rStyle w:val="Hidden"/><w:vanish w:val="off"/>',
        "<w:webHidden/>",
    ],
)
def test_a_look_that_is_switched_off_takes_out_nothing(look: str) -> None:
    assert [line.text for line in read(paragraph(run("Since 2018", look))).lines] == ["Since 2018"]


_READ_ALOUD: Final = "<w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby>"


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        ("<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>", "a=b"),
        (f"<w:r>{_READ_ALOUD.format(run('とうきょう'), run('東京'))}</w:r>", "東京"),
    ],
    ids=["equation", "words with their reading above"],
)
def test_words_in_other_clothes_are_words(inner: str, words: str) -> None:
    assert [line.text for line in read(paragraph(run("Here: ") + inner)).lines] == [
        f"Here: {words}"
    ]


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_that_somebody_wrote_are_read(kind: str) -> None:
    document = docx.Document()
    mark = f'<w:r><w:{kind}Reference w:id="2"/></w:r>'
    document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{run('Here.')}{mark}</w:p>"))
    buffer = BytesIO()
    document.save(buffer)
    inner = paragraph(run(" Says who?"))
    with ZipFile(buffer, "a") as archive:
        archive.writestr(
            f"word/{kind}s.xml",
            f'<w:{kind}s {nsdecls("w")}><w:{kind} w:id="2">{inner}</w:{kind}></w:{kind}s>',
        )

    found = word_reader.read("back.docx", buffer.getvalue())

    assert [line.text for line in found.lines] == ["Here.", "Says who?"]


@pytest.mark.parametrize(
    ("font", "char", "words"),
    [
        ("Wingdings", "F04A", "[Wingdings F04A]"),
        ("Symbol", "F0A3", "[Symbol F0A3]"),
        ("Symbol", "F061", "[Symbol F061]"),
        ("Wingdings", "004A", "[Wingdings 004A]"),
        ("Bookshelf Symbol 7", "F022", "[Bookshelf Symbol 7 F022]"),
        ("", "F022", "[symbol F022]"),
        ("Wingdings", "", "[Wingdings ]"),
        ("Wingdings", "FFFFFFFFFFFF", "[Wingdings FFFFFFFF]"),
        ("Arial", "0001", "[Arial 0001]"),
        ("Arial", "D800", "[Arial D800]"),
        ("Times New Roman", "03B1", "α"),
        ("Wingdings", "F0FE", "☒"),
        ("Wingdings", "00A8", "☐"),
        ("Wingdings", "F0FC", "✓"),
        ("Wingdings 2", "F050", "✓"),
        ("Wingdings", "F050", "[Wingdings F050]"),
    ],
)
def test_a_symbol_is_a_tick_or_a_letter_or_is_named(font: str, char: str, words: str) -> None:
    symbol = f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>'

    assert [line.text for line in read(paragraph(run("Here: ") + symbol)).lines] == [
        f"Here: {words}"
    ]
