"""Logos and pictures of a spec: from its own folder alone, in every format, told if they fail."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from openxml_audit import OpenXmlValidator
from PIL import Image

from tests.support.program import run
from tests.support.tagged import faults

_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20z"/></svg>'
_WORDS = _SVG.replace("<path", '<text y="9" font-family="Nowhere">Sail</text><path')
SPEC = """\
call: cos-clusint-2020-3-01
strand: A
project:
  acronym: X-4i
  logo: files/logo.svg
  abstract: |
    Before the picture.

    ![How the firms work together](files/plan.png)

    After the picture, and ![within](files/plan.png) a line.
consortium:
  coordinator: A
  partners:
  - {id: A, legal_name: Alpha, country: PT, logo: files/a.jpg}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a spec with three pictures."""
    home = tmp_path / "spec"
    (home / "files").mkdir(parents=True)
    (home / "x.yaml").write_text(SPEC, encoding="utf-8")
    (home / "files" / "logo.svg").write_text(_SVG, encoding="utf-8")
    Image.new("RGB", (60, 40), (9, 99, 9)).save(home / "files" / "plan.png")
    Image.new("RGB", (30, 30), (99, 9, 9)).save(home / "files" / "a.jpg")
    return home


def built(folder: Path, *formats: str, document: str = "application") -> str:
    """Return what a build of the application prints."""
    wanted = [word for one in formats for word in ("-f", one)]
    where = ("-o", str(folder.parent / "out"), "--as-of", "2020-11-20")
    status, output = run("build", str(folder), "-d", document, *wanted, *where)
    assert status == 0, output
    return output


def made(folder: Path, name: str) -> Path:
    return folder.parent / "out" / "x-4i" / name


def test_pictures_stand_in_every_format_and_the_files_are_valid(folder: Path) -> None:
    built(folder, "docx", "pdf", "html")

    page = made(folder, "application.html").read_text(encoding="utf-8")
    for words in ("Logo of X-4i", "Logo of Alpha", "How the firms work together"):
        assert f'alt="{words}"' in page
    assert "![within](files/plan.png)" in page  # not alone on its line: as typed
    with ZipFile(made(folder, "application.docx")) as word:
        media = {Path(name).suffix for name in word.namelist() if "word/media/image" in name}
        assert media == {".svg", ".png", ".jpeg"}
        assert 'descr="How the firms work together"' in word.read("word/document.xml").decode()
        assert 'descr="Logo of X-4i"' in word.read("word/header1.xml").decode()
    found = OpenXmlValidator().validate(str(made(folder, "application.docx"))).errors
    assert [str(error) for error in found] == []
    assert faults(made(folder, "application.pdf").read_bytes(), folder.parent) == []


def test_files_with_pictures_say_what_they_should(folder: Path) -> None:
    built(folder, "docx", "pdf", "html")

    status, output = run("verify", str(folder.parent / "out" / "x-4i"), str(folder))
    assert status == 0, output


def test_a_changed_picture_makes_the_documents_anew(folder: Path) -> None:
    built(folder, "html")
    assert "unchanged" in built(folder, "html")

    (folder / "files" / "logo.svg").write_text(_SVG.replace("40v20", "30v10"), encoding="utf-8")
    assert "unchanged" not in built(folder, "html")


def test_the_same_pictures_give_the_same_bytes(folder: Path) -> None:
    built(folder, "docx", "pdf")
    first = [made(folder, name).read_bytes() for name in ("application.docx", "application.pdf")]
    (folder / "x.yaml").write_text(SPEC + "# a remark\n", encoding="utf-8")
    for name in ("application.docx", "application.pdf"):
        made(folder, name).unlink()

    built(folder, "docx", "pdf")
    again = [made(folder, name).read_bytes() for name in ("application.docx", "application.pdf")]
    assert again == first


@pytest.mark.parametrize(
    ("named", "says"),
    [
        ("files/none.svg", "there is no such file"),
        ("../outside.svg", "outside the folder"),
        ("files/link.svg", "it is a link"),
        ("files", "another ending"),
        ("/etc/logo.svg", "absolute"),
        ("https://a.example/logo.svg", "absolute"),
        ("files\\\\logo.svg", "backslashes"),
        ("files/text.png", "neither PNG nor JPEG nor SVG"),
    ],
)
def test_what_cannot_be_shown_is_told_with_its_place(folder: Path, named: str, says: str) -> None:
    (folder.parent / "outside.svg").write_text(_SVG, encoding="utf-8")
    (folder / "files" / "link.svg").symlink_to(folder.parent / "outside.svg")
    (folder / "files" / "text.png").write_text("words", encoding="utf-8")
    spec = SPEC.replace("logo: files/logo.svg", f'logo: "{named}"')
    (folder / "x.yaml").write_text(spec, encoding="utf-8")

    status, output = run("check", str(folder))
    assert says in output
    assert re.search(r"x\.yaml:5:\d+", output)
    assert status in {0, 1, 3}
    assert says in built(folder, "html")
    assert "Logo of X-4i" not in made(folder, "application.html").read_text(encoding="utf-8")


def test_what_is_left_out_of_a_picture_is_told(folder: Path) -> None:
    bad = _SVG.replace("<path", "<script>x()</script><path onload='x()'")
    (folder / "files" / "logo.svg").write_text(bad, encoding="utf-8")

    assert "without <script>" in run("check", str(folder))[1]
    built(folder, "html")
    page = made(folder, "application.html").read_text(encoding="utf-8")
    assert "x()" not in page


def test_words_in_a_picture_are_drawn_as_dots(folder: Path) -> None:
    (folder / "files" / "logo.svg").write_text(_WORDS, encoding="utf-8")

    assert "turn them into outlines" in run("check", str(folder))[1]
    built(folder, "docx", "pdf")
    with ZipFile(made(folder, "application.docx")) as word:
        assert not [name for name in word.namelist() if re.match("word/media/image.*svg", name)]
    assert run("verify", str(folder.parent / "out" / "x-4i"), str(folder))[0] == 0


def test_a_picture_alone_on_its_line_raises_no_doubt_and_others_say_why(folder: Path) -> None:
    output = run("check", str(folder))[1]

    assert "give it a line of its own" in output
    assert output.count("is printed as typed") == 1
