"""`build --draft-engine`: pages to look at, which nothing that is handed in knows of."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.support.program import run
from tests.support.small_builds import specs

DRAFT = ("--draft-engine", "typst")


def test_drafts_lie_beside_what_is_built_and_say_so_on_every_page(tmp_path: Path) -> None:
    names, output = specs(tmp_path, "a", "b"), tmp_path / "out"

    status, told = run("build", *names, "-o", str(output), "-d", "application", *DRAFT)

    assert status == 0
    path = output / "a" / "draft" / "application.pdf"
    assert told.splitlines()[0] == f"{path}  (draft)"
    pages = PdfReader(BytesIO(path.read_bytes())).pages
    assert all("DRAFT" in page.extract_text() for page in pages)
    assert [one.name for one in (output / "b").rglob("*") if one.is_file()] == ["application.pdf"]


def test_a_build_and_its_proof_know_nothing_of_drafts(tmp_path: Path) -> None:
    (name,) = specs(tmp_path, "a")
    output = tmp_path / "out"
    run("build", name, "-o", str(output), "-d", "application", *DRAFT)

    assert run("build", name, "-o", str(output), "-d", "application", "-f", "html")[0] == 0
    assert run("verify", str(output / "a"))[0] == 0
    assert "draft/" not in (output / "a" / "manifest.json").read_text()
    assert (output / "a" / "draft" / "application.pdf").is_file()


@pytest.mark.parametrize("option", [("--final",), ("--all",), ("-f", "docx"), ("--send",)])
def test_what_a_draft_cannot_be_is_refused(tmp_path: Path, option: tuple[str, ...]) -> None:
    (name,) = specs(tmp_path, "a")

    status, told = run("build", name, "-o", str(tmp_path / "out"), *option, *DRAFT)

    assert (status, "--draft-engine makes drafts of PDFs" in told) == (2, True)
    assert not (tmp_path / "out").exists()


def test_one_that_cannot_be_read_stops_none_of_the_others(tmp_path: Path) -> None:
    names = specs(tmp_path, "a", "b")
    Path(names[0]).write_text("call: [")

    status, told = run("build", *names, "-o", str(tmp_path / "out"), "-d", "application", *DRAFT)

    assert (status, "a.yaml:1:" in told) == (2, True)
    assert (tmp_path / "out" / "b" / "draft" / "application.pdf").is_file()


def test_what_has_no_pdf_is_told(tmp_path: Path) -> None:
    (name,) = specs(tmp_path, "a")

    status, told = run("build", name, "-d", "budget", "-o", str(tmp_path / "out"), *DRAFT)

    assert (status, "has no format pdf" in told) == (2, True)
