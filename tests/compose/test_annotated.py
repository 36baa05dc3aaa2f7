"""The annotated edition: each choice with its options and why, beside the clauses alone."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from escp_docs.document import Clause, Document, Text, walk
from escp_docs.document.remarks import remarks as remarks_of
from escp_docs.document.remarks import without_remarks
from escp_docs.export.pdf.writer import to_pdf
from escp_docs.export.word.writer import to_docx
from escp_docs.model import schema
from escp_docs.model.agreement import Agreement
from escp_docs.model.schema import Scalar
from escp_docs.model.spec import Spec
from escp_docs.produced import pdf_file, word_file
from escp_docs.produced.normalize import leveled
from tests.support.documents import document
from tests.support.look import look
from tests.support.places import ROOT
from tests.support.tagged import faults
from tests.support.word_reading import WordFile

KIND = "partnership-agreement-annotated"
NOTES = (ROOT / "templates" / KIND / "notes.md").read_text(encoding="utf-8")
TOLD = set(re.findall(r'choice\("([^"]+)"\)', NOTES))
_LISTS = {"agreement.governance.bodies", "agreement.access_for", "agreement.annexes"}
"""Lists of what is wanted, not choices of one option."""


def choices(part: type = Agreement, path: str = "agreement") -> set[str]:
    found = set()
    for name, key in schema.keys(part).items():
        here = f"{path}.{name}"
        if isinstance(key.shape, Scalar) and key.shape.options:
            found.add(here)
        elif isinstance(key.shape, type):
            found |= choices(key.shape, here)
    return found


def remarks(found: Document) -> dict[str, str]:
    return {
        one.id: one.remark for one in walk(found.blocks) if isinstance(one, Clause) and one.remark
    }


def test_every_choice_of_one_option_is_told_with_the_others() -> None:
    assert {one for one in choices() if "language" not in one} - TOLD == {
        "agreement.disputes.arbitrators"  # one or three: a matter of cost that the clause shows
    }
    assert all(schema.at(Spec, path) for path in TOLD)


def test_every_remark_belongs_to_a_clause_that_there_is() -> None:
    known = (ROOT / "docs/reference/clauses.md").read_text(encoding="utf-8")
    ids = re.findall(r"\{: #([\w-]+) \}", NOTES)

    assert len(ids) == len(set(ids))
    assert [one for one in ids if f"`{one}`" not in known] == []


@pytest.mark.parametrize("name", ["wave", "shield"])
def test_without_its_remarks_it_is_the_agreement(name: str) -> None:
    found, agreement = document(KIND, name), document("partnership-agreement", name)

    assert len(remarks(found)) > 40
    assert without_remarks(found).blocks == agreement.blocks
    assert not remarks_of(agreement)


def test_a_remark_says_what_was_chosen_and_what_else_there_was() -> None:
    assert remarks(document(KIND, "wave"))["quorum"].startswith(
        "Chosen: two thirds. Other options: more than half, three quarters, all."
    )


def test_an_open_choice_is_told_as_open() -> None:
    assert remarks(document(KIND, "unfinished"))["quorum"].startswith("Still open: more than half,")


def test_word_keeps_remarks_in_comments_and_the_pdf_in_its_margin(tmp_path: Path) -> None:
    found = document(KIND, "shield")
    said = remarks(found)
    data = to_docx(found, look()).data
    comments = WordFile(data).parts["word/comments.xml"].decode()

    assert comments.count("<w:comment ") == len(said)
    assert (
        word_file.read(data).text
        == word_file.read(to_docx(without_remarks(found), look()).data).text
    )
    pdf = to_pdf(found, look()).data
    words = leveled(pdf_file.read(pdf).text)
    assert [one for one in said.values() if leveled(one) not in words] == []
    assert faults(pdf, tmp_path) == []


def test_no_remark_is_torn_at_the_foot_of_a_page(tmp_path: Path) -> None:
    remark = "Still open. " + "A rotating chair shares weight and work; " * 4
    clauses = (
        Clause(
            1,
            (Text(f"Clause {number}."),),
            f"1.{number}",
            f"1.{number}",
            remark=f"{remark}{number}.",
        )
        for number in range(60)
    )
    found = replace(document(KIND, "unfinished"), blocks=tuple(clauses))
    pdf = to_pdf(found, look()).data

    words = [leveled(page.extract_text()) for page in PdfReader(BytesIO(pdf)).pages]
    assert len(words) > 2
    for one in remarks_of(found):
        assert any(leveled(one) in page for page in words)
    assert faults(pdf, tmp_path) == []
