"""Precedents: documents for no consortium yet, clean, whole, and with nothing kept beside them."""

import json
import re
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from escp_docs import api
from escp_docs.build.precedents import DOCUMENTS
from escp_docs.cli import main
from escp_docs.files.call_files import Calls
from escp_docs.produced import word_file

HERE = "blank-cos-clusint-2020-3-01-A"
EVERY = [(name, strand) for name, call in Calls().items() for strand in call.strands]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["build", "--blank", *map(str, arguments)])


def words(path: Path) -> str:
    return word_file.read(path.read_bytes()).text.replace("\u00a0", " ")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("blank")
    found = run("-o", output)
    assert found.exit_code == 0, found.output
    return output / HERE


def test_every_kind_of_precedent_is_made_to_write_in(made: Path) -> None:
    files = json.loads((made / "manifest.json").read_text(encoding="utf-8"))["files"]

    assert {name.split("/")[0].split(".")[0] for name in files} == set(DOCUMENTS)
    assert {Path(name).suffix for name in files} == {".docx", ".xlsx"}
    assert all((made / name).is_file() for name in files)


def test_nothing_lies_beside_them_and_no_mail_is_written(made: Path) -> None:
    assert sorted(one.name for one in made.parent.iterdir()) == [".escp-docs", HERE]
    assert not (made / "mail").exists()


def test_each_party_and_choice_stands_in_brackets(made: Path) -> None:
    found = words(made / "partnership-agreement.docx")

    for number in (1, 2, 3):
        assert f"[Member {number}: legal name] ([Member {number}])" in found
        assert f"[Member {number}: signatories]" in found
    assert "[quorum: more than half | two thirds | three quarters | all]" in found
    assert "Part II" in found
    assert "Annex 7" in found
    assert not re.search(r"\bM[123]\b", found)


def test_they_are_no_drafts_and_carry_no_remarks(made: Path) -> None:
    for path in made.rglob("*.docx"):
        document = docx.Document(str(path))
        heads = " ".join(one.text for part in document.sections for one in part.header.paragraphs)
        assert "DRAFT" not in heads + words(path), path.name
        assert not [
            name for name in document.part.package.iter_parts() if "comments" in name.partname
        ]


def test_what_is_made_agrees_and_is_the_same_again(made: Path, tmp_path: Path) -> None:
    assert api.verify(made).agrees
    assert run("-o", tmp_path, "-q").exit_code == 0

    for path in made.rglob("*.*"):
        assert (tmp_path / HERE / path.relative_to(made)).read_bytes() == path.read_bytes()


@pytest.mark.parametrize(("call", "strand"), EVERY)
def test_every_call_and_strand_has_precedents(call: str, strand: str, tmp_path: Path) -> None:
    found = run("--call", call, "--strand", strand, "-d", "partnership-agreement", "-o", tmp_path)

    assert found.exit_code == 0, found.output
    assert (tmp_path / f"blank-{call}-{strand}" / "partnership-agreement.docx").is_file()


def test_other_documents_and_formats_can_be_named(tmp_path: Path) -> None:
    found = run("-d", "term-sheet", "-f", "pdf", "-o", tmp_path)

    assert found.exit_code == 0, found.output
    assert (tmp_path / HERE / "term-sheet.pdf").read_bytes()[:5] == b"%PDF-"


def test_a_document_that_is_no_word_file_comes_in_its_usual_format(tmp_path: Path) -> None:
    found = run("-d", "calendar", "-d", "term-sheet", "-o", tmp_path)

    assert found.exit_code == 0, found.output
    assert (tmp_path / HERE / "calendar.html").is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["spec.yaml"], "--blank is for no spec"),
        (["--final"], "--final is for that of a spec"),
        (["--send"], "--send is for that of a spec"),
        (["--for", "A"], "--for is for that of a spec"),
        (["--depfile"], "--depfile is for that of a spec"),
        (["--strand", "C"], "it has A, B"),
        (["--call", "cos-clusint-2020-3-0"], "did you mean cos-clusint-2020-3-01"),
        (["-d", "aplication"], "there is no document 'aplication'"),
    ],
)
def test_what_it_cannot_do_is_said(arguments: list[str], said: str, tmp_path: Path) -> None:
    found = run(*arguments, "-o", tmp_path)

    assert found.exit_code == 2
    assert said in found.output
    assert list(tmp_path.iterdir()) == []
