"""What is final prints what the draft prints, and carries nothing besides."""

import json
import re
import shutil
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from lxml import etree
from pypdf import PdfReader

from escp_docs.cli import main
from escp_docs.compose.document_types import DOCUMENT_TYPES
from escp_docs.document import (
    AnswerField,
    Checkbox,
    Document,
    Field,
    Passage,
    all_inlines,
    printed_values,
    walk,
)
from escp_docs.document.format_names import FormatName
from escp_docs.document.sealing import sealed
from escp_docs.export.formats import PageFormat, export, format_named
from escp_docs.export.word.controls import VALUES
from escp_docs.produced.expected_text import expected_text
from tests.support.documents import PAGED, document
from tests.support.look import look
from tests.support.places import SPECS
from tests.support.word_reading import WordFile

_UNSEEN = re.compile(r"customXml/|docProps/(?!core\.xml)|word/(comments|people|glossary)")
_OF_HTML = {"author", "viewport"}
_OF_PDF = {"/Title", "/Author"}
_SHORT = "term-sheet"  # it has dates, choices, money and names in a page or two


@cache
def draft(kind: str) -> Document:
    """Return a document of a complete example, as it is while people still work on it."""
    return document(kind, "wave")


def written(tree: Document, name: FormatName) -> bytes:
    return export(tree, name, look()).data


@pytest.mark.parametrize("kind", PAGED)
def test_what_is_sealed_prints_the_same_and_keeps_no_value(kind: str) -> None:
    final = sealed(draft(kind))

    assert printed_values(draft(kind))
    assert printed_values(final) == {}
    said, still = (expected_text(one, ()) for one in (draft(kind), final))
    assert [one.whole for one in still.pieces] == [one.whole for one in said.pieces]
    assert (still.notes, still.figures) == (said.notes, said.figures)


@pytest.mark.parametrize("name", ["docx", "pdf", "html"])
def test_a_final_file_says_what_the_draft_says(name: FormatName) -> None:
    row = format_named(name)
    assert isinstance(row, PageFormat)
    now, then = (row.read(written(one, name)) for one in (sealed(draft(_SHORT)), draft(_SHORT)))

    assert (now.text, now.notes, now.links) == (then.text, then.notes, then.links)
    assert then.values or name == "html"
    assert now.values is None


@pytest.mark.parametrize("kind", ["application", "partnership-agreement", _SHORT, "checklist"])
def test_a_final_word_file_has_nothing_that_is_not_seen(kind: str) -> None:
    file = WordFile(written(sealed(draft(kind)), "docx"))
    core = file.xml("docProps/core.xml")

    assert [name for name in file.parts if _UNSEEN.match(name)] == []
    assert not list(file.document.iter("{*}sdt"))
    assert {etree.QName(one).localname for one in core} == {"title", "creator", "language"}


def test_a_final_pdf_has_nothing_that_is_not_seen_but_its_signature_fields() -> None:
    tree = sealed(draft(_SHORT))
    data = written(tree, "pdf")
    reader = PdfReader(BytesIO(data))

    assert dict(reader.attachments) == {}
    assert set(reader.metadata or {}) == _OF_PDF
    assert b"WeasyPrint" not in data
    assert b"xmp:" not in data
    agreement = PdfReader(BytesIO(written(sealed(draft("accession-form")), "pdf")))
    fields = agreement.get_fields() or {}
    assert {field["/FT"] for field in fields.values()} == {"/Sig"}


def test_a_final_page_has_nothing_that_is_not_seen() -> None:
    page = written(sealed(draft("checklist")), "html").decode()

    assert "data-path" not in page
    assert set(re.findall(r'<meta name="([^"]*)"', page)) == _OF_HTML


def kept(file: WordFile) -> Iterator[tuple[str, str]]:
    """Yield path and option of each value that a Word file carries along."""
    for root in file.custom_xml.values():
        for one in root.iter(f"{{{VALUES}}}value"):
            yield one.get("path") or "", one.get("option") or ""


def shown(tree: Document) -> Iterator[tuple[str, str]]:
    """Yield path and option of each value that a document prints or asks for."""
    for block in walk(tree.blocks):
        if isinstance(block, Passage):
            yield block.path, ""
    for inline in all_inlines(tree):
        match inline:
            case Field(path=path) | AnswerField(path=path):
                yield path, ""
            case Checkbox(path=path, value=value) if path:
                yield path, value
            case _:
                pass


@pytest.mark.parametrize("kind", PAGED)
def test_a_draft_carries_along_what_it_prints_and_nothing_else(kind: str) -> None:
    file = WordFile(written(draft(kind), "docx"))

    assert set(kept(file)) == set(shown(draft(kind)))


def test_final_seals_what_is_handed_in_and_leaves_what_people_write_in(tmp_path: Path) -> None:
    wanted = ["term-sheet", "accession-form", "questionnaires/CMA"]
    asked = [word for one in wanted for word in ("-d", one)]
    spec = tmp_path / "spec"
    shutil.copytree(SPECS / "wave-4i", spec)  # what is sent is kept beside it
    build = ["build", str(spec), "-o", str(tmp_path), "-f", "docx", "-q", *asked]
    assert CliRunner().invoke(main, [*build, "--final"]).exit_code == 0
    home = tmp_path / "wave-4i"
    entries = json.loads((home / "manifest.json").read_text())["files"]

    for one in wanted:
        with ZipFile(home / f"{one}.docx") as package:
            names = package.namelist()
        is_final = not DOCUMENT_TYPES[one if one in DOCUMENT_TYPES else _QUESTIONS].is_working_paper
        assert entries[f"{one}.docx"]["final"] is is_final
        assert any(map(_UNSEEN.match, names)) is not is_final
    assert CliRunner().invoke(main, ["verify", str(home), str(spec)]).exit_code == 0
    assert CliRunner().invoke(main, build).exit_code == 0
    with ZipFile(home / "term-sheet.docx") as package:
        assert any(map(_UNSEEN.match, package.namelist()))


_QUESTIONS = "questionnaires/questionnaire"
