"""Documents in a second language: nothing that the program itself says is English."""

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree
from msgspec.structs import replace

from escp_docs import files
from escp_docs.compose.budget_workbook import budget_workbook
from escp_docs.compose.document_types import DOCUMENT_TYPES, DocumentRequest
from escp_docs.compose.documents import compose
from escp_docs.compose.figures.timeline import timeline
from escp_docs.compose.values.other_documents import Evidence
from escp_docs.document import (
    AnswerField,
    Block,
    Checkbox,
    Document,
    Field,
    Figure,
    Heading,
    Inline,
    Placeholder,
    Signature,
    Table,
    all_inlines,
    plain,
    walk,
)
from escp_docs.export.html.writer import to_html
from escp_docs.export.word.writer import to_docx
from escp_docs.export.xlsx.writer import to_xlsx
from escp_docs.finding import Place
from escp_docs.judging.verdict import judge
from escp_docs.model.spec import Spec
from escp_docs.workbook import Role, Workbook, cells
from tests.support.documents import PRINTED, example, samples
from tests.support.look import look
from tests.support.made_up_language import TAG, made_up, outside_quotes, spoken
from tests.support.places import EXAMPLES, SPECS

_ENGLISH = re.compile(r"«A-Za-z]{2,}")
_PATH = re.compile(r"[a-z_]+(\.[a-z_]+|\[\d+\])*(\.\w+)?")
_PAGED = [name for name, kind in DOCUMENT_TYPES.items() if "xlsx" not in kind.formats]


def _document(kind: str, name: str) -> Document:
    read = example(name)
    evidence = Evidence(judge(read.spec, read.call), lambda _: Place("spec.yaml", 1, 1))
    templates = files.templates(files.template_files(str(SPECS / EXAMPLES[name]), None))
    paper = samples(read.spec).get(kind) or DocumentRequest(DOCUMENT_TYPES[kind])
    return compose(
        paper, read.spec, read.call, templates, PRINTED,
        draft=True, evidence=evidence, language=made_up(),
    )  # fmt: skip


def _workbook(name: str) -> Workbook:
    read = example(name)
    return budget_workbook(read.spec, read.call, PRINTED, draft=True, language=made_up())


def _own_words(document: Document) -> Iterator[str]:
    """Yield what no template and no spec says: numbers, labels, hints, choices, pictures."""
    for block in walk(document.blocks):
        yield from _of_block(block)
    for inline in all_inlines(document):
        yield from _of_inline(inline)


def _of_block(block: Block) -> Iterator[str]:
    match block:
        case Heading(number=number):
            yield re.sub(r"^[A-Z](\.\d+)+$|^\d+\.$", "", number)
        case Signature(rows=rows, sign_here=sign_here):
            yield from (label for label, _ in rows)
            yield sign_here
        case Figure(alternative=said):
            yield said.partition(" ")[0]
        case _:
            pass


def _of_inline(inline: Inline) -> Iterator[str]:
    match inline:
        case Placeholder(text=text, question=question):
            # Before the words of the language stands the name of an entry, as the spec has it.
            yield text[text.find("«") :]
            yield question
        case Field(label=label, options=options):
            yield from (label, *(words for _, words in options))
        case AnswerField(text=hint, label=label, options=options):
            chosen = [words for _, words in options]
            yield from (hint, label, *chosen)
        case Checkbox(label=label) if inline.path:
            yield label
        case _:
            pass


@pytest.mark.parametrize("kind", _PAGED)
@pytest.mark.parametrize("name", ["unfinished", "wave"])
def test_what_the_program_says_in_a_document_is_of_its_language(kind: str, name: str) -> None:
    found = _document(kind, name)
    assert found.language == TAG
    ids = _ids(example(name).spec)
    english = [
        one for one in _own_words(found) if _ENGLISH.search(outside_quotes(one)) and one not in ids
    ]
    assert english == []


def _ids(spec: Spec) -> set[str]:
    found = {one.id for one in spec.partners}
    found |= {one.id for one in spec.consortium.associated or ()}
    return found | {one.id for one in spec.roadmap.work_packages or ()}


@pytest.mark.parametrize("name", ["unfinished", "wave", "shield"])
def test_every_word_of_ours_in_a_workbook_is_of_its_language(name: str) -> None:
    book = _workbook(name)
    read = example(name)
    known = _ids(read.spec) | {f"{read.call.title}, {read.call.number}", "20. November 2020"}
    ours = {
        str(cell.value)
        for _, _, cell in cells(book)
        if not cell.path and cell.role not in (Role.STATED, Role.MISSING)
    }
    paths = {one for one in ours if _PATH.fullmatch(one)}
    english = [one for one in ours - known - paths if _ENGLISH.search(outside_quotes(one))]
    assert english == []
    assert all(sheet.name.startswith("«") for sheet in book.sheets)
    assert book.title.startswith("«Budget")


def test_a_workbook_reckons_in_another_language_as_in_english() -> None:
    read = example("shield")
    english = budget_workbook(read.spec, read.call, PRINTED, draft=True)
    for (_, at, one), (_, where, other) in zip(
        cells(english), cells(_workbook("shield")), strict=True
    ):
        assert at == where
        assert one.path == other.path
        if not isinstance(one.value, str):
            assert one.value == other.value


def test_formulas_compare_with_the_words_that_stand_in_the_cells() -> None:
    book = _workbook("shield")
    formulas = "".join(cell.formula for _, _, cell in cells(book))
    compared = set(re.findall(r'="([^"]+)"', formulas))
    standing = {str(cell.value) for _, _, cell in cells(book)}
    assert {"«yes»", "«no»"} <= compared
    assert not {"yes", "no", "as stated"} & compared
    assert {one for one in compared if one[:1] == "«"} <= {
        *standing, "«no»", "«income of the action»", "«Own contribution»", "«Income of the action»",
        "«as stated»", "«subcontracting»",
    }  # fmt: skip


def test_captions_references_numbers_and_dates_are_of_the_language() -> None:
    found = _document("application", "wave")
    assert found.title.startswith("Description of the Action – ")
    assert any(isinstance(one, Table) and one.caption for one in walk(found.blocks))
    texts = {one.text for one in all_inlines(found) if hasattr(one, "text")}
    assert any(re.fullmatch(r"«Table»\u00a0\d+", text) for text in texts)
    assert any(re.search(r"\d\.\d{3}(,\d\d)? EUR", text) for text in texts)


def test_what_writers_add_is_of_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    spoken(monkeypatch)
    found = _document("application", "unfinished")
    page = to_html(found, look()).decode()
    for words in (
        "«Skip to the text»",
        "«DRAFT»",
        "«Notes»",
        "«Note a»",
        "«Back to the mark of note a»",
        "«Missing: «",
        "«Table» 1. ",
        "«Figure» 1. ",
        "20. November 2020",
    ):
        assert words in page, words
    assert f'lang="{TAG}"' in page


def test_word_prints_the_words_of_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    spoken(monkeypatch)
    found = _document("term-sheet", "unfinished")
    with ZipFile(BytesIO(to_docx(found, look(), None).data)) as package:
        comments = package.read("word/comments.xml").decode()
        head = package.read("word/header1.xml").decode()
    assert "(to be answered by " in comments
    assert re.search(r">««[^<]*\(to be answered by [^)]*\)»<", comments)
    assert "«DRAFT»" in head


def test_a_sheet_has_the_words_of_the_language_at_its_head(monkeypatch: pytest.MonkeyPatch) -> None:
    spoken(monkeypatch)
    with ZipFile(BytesIO(to_xlsx(_workbook("unfinished"), look()).data)) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    assert "«DRAFT»" in sheet
    assert "«Page &amp;P of &amp;N»" in sheet


def test_values_are_written_as_the_language_writes_them() -> None:
    language = made_up()
    assert language.day(date(2020, 3, 1)) == "1. März 2020"
    assert language.country("FR") == "Frankreich"
    assert language.language("pt") == "Portugiesisch"
    assert language.listed(["A", "B", "C"]) == "A, B «and» C"
    assert language.listed([]) == "«none»"
    assert language.flag(value=True) == "«yes»"


def test_the_compliance_matrix_answers_in_its_language() -> None:
    found = _document("compliance", "shield")
    texts = {plain((one,)) for one in all_inlines(found)}
    for words in ("«eligible»", "«met»", "«not applicable»"):
        assert words in texts, words
    assert not {"eligible", "met", "not met", "undecided", "not applicable"} & texts
    assert any("(«stated in the announcement»)" in text for text in texts)


def test_words_of_a_language_cannot_break_a_picture() -> None:
    found = example("wave").spec
    words = replace(made_up().figures.timeline, task="<i> & co", project_month="a < b")
    picture = etree.fromstring(timeline(found, words).svg.encode())
    assert {"<i> & co", "a < b"} <= set(picture.itertext())


def test_words_with_quotes_and_apostrophes_cannot_break_a_formula() -> None:
    language = made_up()
    sheets = replace(language.workbook.sheets, grant="Grant d'Europe", effort="Plan d'effort")
    words = replace(language.workbook, sheets=sheets)
    values = replace(language.values, yes='a "yes"')
    odd = replace(language, workbook=words, values=values)
    read = example("shield")
    book = budget_workbook(read.spec, read.call, PRINTED, draft=True, language=odd)
    formulas = " ".join(cell.formula for _, _, cell in cells(book))
    assert "'Grant d''Europe'!" in formulas
    assert "'Plan d''effort'!" in formulas
    assert '="a ""yes"""' in formulas
    assert "Grant d'E" not in formulas
