"""The Word writer: notes, comments, content controls, tables, figures and pages."""

import re
from datetime import date

import pytest
from lxml import etree

from escp_docs.document import (
    AnswerField,
    Checkbox,
    Field,
    FieldKind,
    Footnote,
    Landscape,
    Link,
    Note,
    PageBreak,
    Passage,
    Text,
)
from escp_docs.errors import ExportError
from escp_docs.export.look import Look
from escp_docs.export.word.writer import to_docx
from escp_docs.language.english.language import ENGLISH
from escp_docs.produced import word_file
from tests.support.look import look
from tests.support.sample_parts import TIMELINE, missing
from tests.support.word_reading import (
    SPACES,
    WordFile,
    fields,
    found,
    value,
    words,
)
from tests.support.word_trees import (
    document,
    text,
    written,
    written_sample,
)

_BOXES = {**SPACES, "w14": "http://schemas.microsoft.com/office/word/2010/wordml"}


def test_footnotes_have_their_numbers_and_are_referred_to_again() -> None:
    file = written(
        text(Footnote(1, (Text("First."),)), Footnote(2, (Text("Second."),))),
        text(Footnote(1, ())),
    )
    notes = found(file.xml("word/footnotes.xml"), "w:footnote[not(@w:type)]")
    (again,) = fields(file.document)

    assert [words(note).strip() for note in notes] == ["First.", "Second."]
    assert len(found(file.document, ".//w:footnoteReference")) == 2
    assert again.instruction.startswith("NOTEREF")
    assert again.result == "a"


def test_refuses_footnotes_out_of_order() -> None:
    with pytest.raises(ExportError, match="footnote 2 comes where footnote 1 should"):
        written(text(Footnote(2, (Text("x"),))))


def test_a_draft_asks_for_what_is_missing_once_and_a_final_document_never() -> None:
    blocks = (text(missing("a.b")), text(missing("a.b")), text(missing("c")))
    file = written(*blocks, draft=True)
    comments = found(file.xml("word/comments.xml"), "w:comment")

    assert [words(comment) for comment in comments] == [
        "How long is the project? (to be answered by coordinator)"
    ] * 2
    assert comments[0].get(f"{{{comments[0].nsmap['w']}}}date") == "2020-11-20T00:00:00Z"
    assert words(file.document) == "[not yet stated]" * 3
    assert "word/comments.xml" not in written(*blocks).parts


def test_no_comment_is_anchored_between_the_first_two_footnotes() -> None:
    first, second = (Footnote(number, (Text("x"),)) for number in (1, 2))
    file = written(text(first), text(missing()), text(second), draft=True)
    paragraphs = found(file.document, ".//w:p")

    assert [len(found(p, ".//w:commentReference")) for p in paragraphs] == [0, 0, 1]
    assert [len(found(p, ".//w:commentRangeStart")) for p in paragraphs] == [0, 1, 0]


def test_every_bound_control_finds_its_own_words() -> None:
    file = written_sample()
    stores = file.custom_xml
    controls = found(file.document, ".//w:sdt[w:sdtPr/w:dataBinding]")

    assert len(controls) > 5
    for control in controls:
        (binding,) = found(control, "w:sdtPr/w:dataBinding")
        attributes = {etree.QName(k).localname: str(v) for k, v in binding.attrib.items()}
        prefix, _, namespace = attributes["prefixMappings"].removeprefix("xmlns:").partition("=")
        store = stores[attributes["storeItemID"]]
        hits = found(store, attributes["xpath"], {prefix: namespace.strip("'")})
        assert [_as_shown(hit.text or "") for hit in hits] == [words(control)]


def _as_shown(kept: str) -> str:
    try:
        return ENGLISH.day(date.fromisoformat(kept))
    except ValueError:
        return kept


def test_what_stands_in_one_place_alone_is_not_bound() -> None:
    once, twice = (Field(f"a[0].{name}", "x", name, "Name") for name in ("once", "twice"))
    file = written(text(once, twice), text(twice))
    controls = found(file.document, ".//w:sdt")

    assert [bool(found(one, "w:sdtPr/w:dataBinding")) for one in controls] == [False, True, True]


def test_a_bound_date_keeps_its_day_and_a_box_keeps_its_own_state() -> None:
    day = Field("a.start", "2021-09-01", "1 September 2021", "Start", FieldKind.DATE)
    box = Checkbox("Choice", checked=True, path="a.choice", value="yes")
    file = written(text(day, box), text(day, box))
    (kept,) = (one.text for store in file.custom_xml.values() for one in store.iter("{*}a.start"))

    assert kept == "2021-09-01"
    assert {
        one.get(f"{{{one.nsmap['w']}}}val")
        for one in found(file.document, ".//w:storeMappedDataAs")
    } == {"date"}
    assert len(found(file.document, ".//w:sdtPr[w14:checkbox]", _BOXES)) == 2
    assert not found(file.document, ".//w:sdtPr[w14:checkbox]/w:dataBinding", _BOXES)


def test_no_control_stands_in_a_link() -> None:
    inside = (
        Field("a.site", "https://x.example", "x.example", "Site"),
        missing(),
        AnswerField("a.more", "[please write here]", "More"),
        Checkbox("Choice", path="a.choice", value="yes"),
    )
    file = written(text(Link("https://x.example", inside)), draft=True)
    values = [one for store in file.custom_xml.values() for one in store]

    assert not found(file.document, ".//w:sdt")
    assert len(found(file.document, ".//w:hyperlink")) == 1
    assert [one.get("path") for one in values] == ["a.site"]


@pytest.mark.parametrize("text_", ["R&D", "a < b", "]]>", "\"100 %\" 'x'", "&amp;", "%41", "a\tb"])
def test_custom_xml_has_no_escapes_and_keeps_every_letter(text_: str) -> None:
    """LibreOffice saves an escape as its character, and then an empty part."""
    field = Field("a.name", text_, text_, text_, FieldKind.CHOICE, ((text_, text_),))
    data = to_docx(document(text(field), text(field)), look()).data

    assert word_file.read(data).values == {"a.name": text_}
    assert not word_file.read(data).dangers
    for name, part in WordFile(data).parts.items():
        if re.fullmatch(r"customXml/item\d+\.xml", name):
            assert b"&" not in part
            assert b"]]>" not in part


def test_no_part_of_custom_xml_reaches_thirty_kilobytes() -> None:
    long = "\n\n".join(f"Paragraph {number} & its ćontents." for number in range(4000))
    fields = [Field(f"a[{n}].name", "ж" * 500, "ж" * 500, "Name") for n in range(60)]
    passage = Passage("project.abstract", long, "Abstract", (text(Text("One.")),))
    data = to_docx(document(passage, *(text(one, one) for one in fields)), look()).data
    parts = {
        name: part
        for name, part in WordFile(data).parts.items()
        if re.fullmatch(r"customXml/item\d+\.xml", name)
    }

    assert len(parts) > 5
    assert max(map(len, parts.values())) < 30_000
    assert word_file.read(data).values == {
        "project.abstract": long,
        **{one.path: one.value for one in fields},
    }


def test_controls_are_made_for_their_kind_of_value() -> None:
    choices = (("FR", "France"), ("PT", "Portugal"))
    file = written(
        text(
            Field("a[0].start", "2021-09-01", "1 September 2021", "Start", FieldKind.DATE),
            Field("a[0].month", "2021-09-01", "September 2021", "Month", FieldKind.DATE),
            Field("a[0].country", "PT", "Portugal", "Country", FieldKind.CHOICE, choices),
            Field("a[0].name", "x", "x", "Name"),
        )
    )
    kinds = [etree.QName(control[-1]).localname for control in found(file.document, ".//w:sdtPr")]

    assert kinds == ["date", "text", "dropDownList", "text"]
    _, values = file.custom_xml.values()
    assert [(v.get("path"), v.text) for v in values if v.get("path")] == [
        ("a[0].start", "2021-09-01"),
        ("a[0].month", "2021-09-01"),
        ("a[0].country", "PT"),
        ("a[0].name", "x"),
    ]
    assert [option.get("value") for option in values[-1]] == ["FR", "PT"]


@pytest.mark.parametrize(
    ("shown", "right_to_left"),
    [
        ("plain", []),
        ("מרכז", ["מרכז"]),
        ("The מרכז (1998) תל and مركز.", ["מרכז (1998) תל", "مركز"]),
    ],
)
def test_words_from_right_to_left_are_marked_as_such(shown: str, right_to_left: list[str]) -> None:
    file = written(text(Text(shown), Field("a.name", shown, shown, "Name")))
    marked = [words(one) for one in found(file.document, ".//w:r[w:rPr/w:rtl]")]

    assert words(file.document) == shown * 2
    assert marked == right_to_left * 2


def test_a_passage_is_kept_and_is_no_control() -> None:
    passage = Passage("project.abstract", "One.\n\nTwo.", "Abstract", (text(Text("One.")),))
    file = written(passage)
    values = [part for name, part in file.parts.items() if b"project.abstract" in part]

    assert not found(file.document, ".//w:sdt")
    assert words(file.document) == "One."
    assert len(values) == 1


def test_tables_repeat_their_head_and_split_no_row() -> None:
    table = found(written_sample().document, ".//w:tbl")[1]

    assert len(found(table, "w:tr[w:trPr/w:tblHeader]")) == 1
    assert len(found(table, "w:tr[w:trPr/w:cantSplit]")) == len(found(table, "w:tr"))
    assert value(table, "w:tblPr/w:tblCaption") == "Participants of the action"
    assert value(table, "w:tblPr/w:tblDescription") == (
        "Number, name, reports and country of each partner"
    )
    assert value(table, "w:tr[2]/w:tc[1]/w:p/w:pPr/w:pStyle") == "TableTextCentred"


def test_figures_are_drawn_twice_and_described() -> None:
    file = written_sample()
    (properties,) = file.document.iter("{*}docPr")

    assert properties.get("descr") == TIMELINE.alternative
    assert file.parts["word/media/picture001.png"].startswith(b"\x89PNG")
    assert TIMELINE.alternative.encode() in file.parts["word/media/picture001.svg"]


def test_no_page_stays_empty_around_sideways_pages() -> None:
    blocks = (
        text(Text("a")),
        PageBreak(),
        Landscape((text(Text("b")),)),
        PageBreak(),
        Landscape((text(Text("c")),)),
        PageBreak(),
    )
    file = written(*blocks)
    sizes = found(file.document, ".//w:pgSz")

    assert [_orientation(size) for size in sizes] == [
        "portrait",
        "landscape",
        "landscape",
    ]
    assert not found(file.document, ".//w:pageBreakBefore")


def test_the_block_after_a_break_begins_a_page() -> None:
    file = written(text(Text("a")), PageBreak(), text(Text("b")))
    (paragraph,) = found(file.document, ".//w:p[w:pPr/w:pageBreakBefore]")

    assert words(paragraph) == "b"


def test_pages_bear_acronym_date_and_draft() -> None:
    def head(*, draft: bool) -> str:
        return words(written(text(Text("a")), draft=draft).xml("word/header1.xml"))

    assert head(draft=True) == "ACRDRAFTTitle, 20 November 2020"
    assert head(draft=False) == "ACRTitle, 20 November 2020"


def test_refuses_a_style_that_the_look_does_not_have() -> None:
    texts = dict(look().texts)
    texts["word/styles.xml"] = texts["word/styles.xml"].replace('"BodyText"', '"Other"')

    with pytest.raises(ExportError, match="no style BodyText"):
        to_docx(document(text(Text("a"))), Look(texts, look().fonts))


def test_refuses_sideways_pages_within_another_block() -> None:
    with pytest.raises(ExportError, match="Landscape can only stand at the top"):
        written(Note((Landscape(()), text(Text("a")))))


def _orientation(size: etree._Element) -> str:
    names = {etree.QName(key).localname: value_ for key, value_ in size.attrib.items()}
    return str(names.get("orient", "portrait"))
