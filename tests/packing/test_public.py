"""The public edition: nothing of what it leaves out stands anywhere in its files."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from msgspec.structs import replace
from pypdf import PdfWriter
from pypdf.generic import NameObject, TextStringObject

from escp_docs.build.options import BuildOptions
from escp_docs.build.spec_inputs import read
from escp_docs.document import Document, Figure, Signature, all_inlines, plain, walk
from escp_docs.document.format_names import FormatName
from escp_docs.document.inlines import Field
from escp_docs.export.formats import export
from escp_docs.files.call_files import Calls
from escp_docs.packing.public import public_document
from escp_docs.packing.searching import found_in
from escp_docs.packing.secrets import MONEY, secrets, without_confidential
from tests.support.places import SPECS

SPEC = read(str(SPECS / "wave-4i"), Calls(), None)
OPTIONS = BuildOptions(as_of=date(2020, 11, 20))
KNOWN = secrets(SPEC.reading.spec)
CONFIDENTIAL = without_confidential(SPEC.reading.spec)[1]
FORMATS: tuple[FormatName, ...] = ("docx", "html", "pdf")
SECRET = "ines.brandao@cma.example"


@pytest.fixture(scope="module")
def document() -> Document:
    return public_document(SPEC, OPTIONS)


@pytest.fixture(scope="module")
def files(document: Document) -> dict[str, bytes]:
    return {name: export(document, name, SPEC.look).data for name in FORMATS}


def test_persons_amounts_and_confidential_deliverables_are_what_is_left_out() -> None:
    assert SECRET in KNOWN.texts
    assert "135,767.55" in KNOWN.texts
    assert "António Sampaio Guimarães" in KNOWN.texts
    assert "Project handbook with quality, data and risk rules" in CONFIDENTIAL
    assert "President of the Board" not in KNOWN.texts  # a role says nothing of anybody


def test_the_edition_says_so_and_has_no_place_to_sign(document: Document) -> None:
    words = " ".join(plain((one,)) for one in all_inlines(document))

    assert "This is the public edition." in words
    assert not any(isinstance(one, Signature) for one in walk(document.blocks))
    assert not any(isinstance(one, Field) and one.path for one in all_inlines(document))


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_of_it_stands_in_a_file(name: FormatName, files: dict[str, bytes]) -> None:
    assert found_in(files[name], (*KNOWN.texts, *CONFIDENTIAL)) == ()
    assert found_in(files[name], ("This is the public edition",)) != ()


def test_the_agreement_that_is_signed_has_all_of_it(files: dict[str, bytes]) -> None:
    from escp_docs.build.planning import recomposed  # noqa: PLC0415
    from escp_docs.compose.document_types import requests  # noqa: PLC0415

    papers = (requests(SPEC.reading.spec)["partnership-agreement"],)
    trees = recomposed(
        SPEC.reading, papers, SPEC.templates, date(2020, 11, 20), lambda _: {}, draft=False
    )
    found = found_in(export(trees["partnership-agreement"], "docx", SPEC.look).data, KNOWN.texts)

    assert SECRET in found
    assert "135,767.55" in found
    assert len(files) == len(FORMATS)


def planted_in_word(data: bytes, part: str, text: str) -> bytes:
    """Return a Word file with a text in one of its parts."""
    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(buffer, "w") as new:
        for info in old.infolist():
            inside = old.read(info)
            if info.filename == part:
                inside = inside.replace(b"</", f"<!--{text}--></".encode(), 1)
            new.writestr(info, inside)
        if part not in old.namelist():
            new.writestr(part, text)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "part", ["word/document.xml", "docProps/core.xml", "word/styles.xml", "word/media/hidden.bin"]
)
def test_what_is_planted_in_a_part_of_a_word_file_is_found(
    part: str, files: dict[str, bytes]
) -> None:
    assert found_in(planted_in_word(files["docx"], part, SECRET), (SECRET,)) == (SECRET,)


def planted_in_pdf(where: str) -> bytes:
    """Return a PDF with a secret in one place that nobody sees."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    match where:
        case "metadata":
            writer.add_metadata({"/Subject": SECRET})
        case "attachment":
            writer.add_attachment("values.txt", SECRET.encode())
        case "alternative":
            writer.root_object[NameObject("/Alt")] = TextStringObject(SECRET)
        case "page":
            writer.pages[0][NameObject("/PieceInfo")] = TextStringObject(SECRET)
    buffer = BytesIO()
    writer.compress_identical_objects()
    writer.write(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("where", ["metadata", "attachment", "alternative", "page"])
def test_what_is_planted_in_a_pdf_is_found(where: str) -> None:
    assert found_in(planted_in_pdf(where), (SECRET,)) == (SECRET,)


@pytest.mark.parametrize(
    "html",
    [
        b"<p title='ines.brandao&#64;cma.example'>x</p>",
        b"<p>ines.<b>brandao</b>@cma.exam<wbr>ple</p>",
        b"<img src='data:image/svg+xml;base64,PHN2Zz5pbmVzLmJyYW5kYW9AY21hLmV4YW1wbGU8L3N2Zz4='>",
        b"<!-- ines.brandao@\ncma.example -->",
    ],
)
def test_what_is_planted_in_a_page_is_found(html: bytes) -> None:
    assert found_in(html, (SECRET,)) == (SECRET,)


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        (b"<p>8,000</p>", True),
        (b"(8,000)", True),
        (b"EUR 8,000.", True),
        (b"68,000", False),
        (b"8,000.50", False),
        (b"8,0001", False),
    ],
)
def test_an_amount_is_found_where_it_is_no_part_of_another(text: bytes, *, is_there: bool) -> None:
    assert bool(found_in(text, ("8,000",))) is is_there


def test_figures_are_cleaned_with_the_words_for_them(document: Document) -> None:
    shown = [one for one in walk(document.blocks) if isinstance(one, Figure)]

    assert all(SECRET not in one.svg + one.alternative for one in shown)


def test_a_spec_without_confidential_deliverables_stays_as_it_is(tmp_path: Path) -> None:
    del tmp_path
    left, _ = without_confidential(SPEC.reading.spec)

    assert without_confidential(left) == (left, ())
    assert replace(SPEC.reading, spec=left).spec is left


def test_no_amount_of_euro_stays_in_any_text(document: Document) -> None:
    words = " ".join(plain((one,)) for one in all_inlines(document))

    assert "not public" in words
    assert re.findall(r"(?:EUR|€)\W?\d[\d,.]*", words) == []


@pytest.mark.parametrize(
    "text",
    ["EUR 4,000", "€5 000", "€ 12.50", "12 euros", "EUR 2.5 million", "3,000.50 EUR", "900\u00a0€"],
)
def test_amounts_are_found_as_people_write_them(text: str) -> None:
    found = re.compile(MONEY).fullmatch(text)

    assert found is not None


@pytest.mark.parametrize("text", ["32 months", "EURAXESS 3", "7 % of 5", "clause 12", "4 European"])
def test_other_numbers_are_no_amounts(text: str) -> None:
    assert re.search(MONEY, text) is None
