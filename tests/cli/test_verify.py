"""`verify`: every changed digit is found, in every format; what was only saved again is not."""

import json
import os
import re
import shutil
import zipfile
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from escp_docs.cli import main
from escp_docs.executing.executor import Bound
from escp_docs.files import libreoffice
from escp_docs.verify import folder as verify_folder
from tests.support.office import saved
from tests.support.places import SPECS
from tests.support.repacked import part, repacked

SPEC = SPECS / "shield-4i.yaml"
needs_office = pytest.mark.skipif(
    libreoffice.office() is None, reason="LibreOffice is not installed"
)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments])


def verify(folder: Path, *more: str | Path, status: int) -> str:
    found = run("verify", folder, *more)
    assert found.exit_code == status, found.output
    assert found.exception is None or isinstance(found.exception, SystemExit)
    return found.output


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a document in each format."""
    output = tmp_path_factory.mktemp("built")
    for document, *formats in (
        ("application", "html"),
        ("term-sheet", "docx", "pdf"),
        ("partnership-agreement", "docx"),
        ("budget",),
    ):
        asked = [one for name in formats for one in ("-f", name)]
        assert run("build", SPEC, "-o", output, "-q", "-d", document, *asked).exit_code == 0
    return output / "shield-4i"


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    """Return a copy that a test may spoil."""
    return Path(shutil.copytree(built, tmp_path / "shield-4i"))


def endless(file: object) -> None:
    del file
    while True:
        pass


def test_a_file_that_brings_its_reader_to_no_end_is_named(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verify_folder, "_compared", endless)
    monkeypatch.setattr(verify_folder, "_bound", lambda _: Bound(0.2, 2**32))

    told = verify(built, status=1)

    assert told.count("cannot be read: it takes far too much time or memory") == 5


def test_what_was_just_built_agrees_with_the_manifest_and_the_spec(built: Path) -> None:
    assert "5 files, and every word of them agrees" in verify(built, status=0)
    assert "5 files, and every word of them agrees" in verify(built, SPEC, status=0)


def test_nothing_is_said_when_asked_to_be_quiet(built: Path) -> None:
    assert verify(built, "-q", status=0) == ""


@pytest.mark.slow
@pytest.mark.parametrize("name", ["wave-4i", "shield-4i.yaml", "unfinished.yaml"])
def test_the_whole_bundle_of_every_example_agrees(name: str, tmp_path: Path) -> None:
    assert run("build", SPECS / name, "-o", tmp_path, "-q", "--all").exit_code == 0
    (made,) = tmp_path.glob("*-4i")

    assert "every word of them agrees" in verify(made, status=0)
    assert "every word of them agrees" in verify(made, SPECS / name, status=0)


# --- one digit -------------------------------------------------------------------------------

AMOUNT, OTHER = "105,198.12", "105,198.13"


def test_a_digit_in_a_word_file(folder: Path) -> None:
    path = folder / "partnership-agreement.docx"
    body = part(path.read_bytes(), "word/document.xml").decode()
    changed = body.replace(AMOUNT, OTHER, 1).encode()
    path.write_bytes(repacked(path.read_bytes(), {"word/document.xml": changed}))

    said = verify(folder, status=1)
    assert f'partnership-agreement.docx: error Annex 2 Budget Shares: says "{OTHER}", not' in said
    assert "1 of 5 files does not agree" in said


@needs_office
def test_a_digit_in_a_word_file_saved_by_libreoffice(folder: Path, tmp_path: Path) -> None:
    path = folder / "partnership-agreement.docx"
    body = part(path.read_bytes(), "word/document.xml").decode()
    changed = body.replace(AMOUNT, OTHER, 1).encode()
    edited = repacked(path.read_bytes(), {"word/document.xml": changed})
    path.write_bytes(saved({path.name: edited}, tmp_path, "docx")[path.name])

    assert f'says "{OTHER}", not "{AMOUNT}"' in verify(folder, status=1)


@needs_office
def test_files_saved_again_by_libreoffice_say_the_same(folder: Path, tmp_path: Path) -> None:
    for format_, names in (
        ("docx", ["partnership-agreement.docx", "term-sheet.docx"]),
        ("xlsx", ["budget.xlsx"]),
    ):
        again = saved({name: (folder / name).read_bytes() for name in names}, tmp_path, format_)
        for name, data in again.items():
            assert data != (folder / name).read_bytes()
            (folder / name).write_bytes(data)

    said = verify(folder, status=0)
    assert len(re.findall(r"saved again by LibreOffice [0-9.]+, nothing else", said)) == 3


def _edit_cell(data: bytes) -> bytes:
    book = load_workbook(BytesIO(data))
    sheet = book["Cost lines"]
    row = next(r for r in range(5, 90) if isinstance(sheet.cell(r, 8).value, int | float))
    assert sheet.cell(row, 8).value is not None
    sheet.cell(row, 8).value = 1234.57
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@needs_office
def test_a_digit_in_a_workbook_saved_by_libreoffice(folder: Path, tmp_path: Path) -> None:
    path = folder / "budget.xlsx"
    path.write_bytes(saved({path.name: _edit_cell(path.read_bytes())}, tmp_path)[path.name])

    said = verify(folder, SPEC, status=1)
    first = next(line for line in said.splitlines() if "budget.xlsx" in line)
    assert "Cost lines H" in first
    assert 'says "1234.57", not' in first
    assert re.search(r"budget\.costs\[\d+\]\.unit_cost_eur, .*shield-4i\.yaml:\d+", said)


@pytest.mark.parametrize(
    ("old", "new"),
    [("<f>SUM(L5:", "<f>SUM(L6:"), ("'Cost lines'!$L$5:", "'Cost lines'!$L$6:")],
)
def test_a_formula_or_a_name_in_a_workbook(folder: Path, old: str, new: str) -> None:
    path = folder / "budget.xlsx"
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    hit = next(name for name, data in parts.items() if old.encode() in data)
    parts[hit] = parts[hit].replace(old.encode(), new.encode())
    path.write_bytes(repacked(path.read_bytes(), parts))

    assert "1 of 5 files does not agree" in verify(folder, status=1)


def test_a_digit_in_a_page_of_html(folder: Path) -> None:
    path = folder / "application.html"
    text = path.read_text(encoding="utf-8")
    assert AMOUNT in text
    path.write_text(text.replace(AMOUNT, OTHER, 1), encoding="utf-8")

    assert f'says "{OTHER}", not "{AMOUNT}"' in verify(folder, status=1)


def test_a_digit_in_a_drawn_figure(folder: Path) -> None:
    path = folder / "application.html"
    text = path.read_text(encoding="utf-8")
    start = text.index("<svg", text.index("<svg") + 1)
    place = text.index("<text", start)
    changed = re.sub(r">(\d+)</text>", ">99</text>", text[place:], count=1)
    path.write_text(text[:place] + changed, encoding="utf-8")

    assert re.search(r"application\.html: error figure \d: says", verify(folder, status=1))


def test_a_sign_in_a_pdf(folder: Path) -> None:
    path = folder / "term-sheet.pdf"
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        page = file.pages[0]
        stream = page.Contents.read_bytes()
        longest = max(re.findall(rb"<([0-9a-f]{8,})>", stream), key=len)
        other = longest[-4:] + longest[4:]  # the last letter in place of the first
        assert other != longest
        page.Contents = file.make_stream(stream.replace(longest, other, 1))
        file.save(path)

    assert "term-sheet.pdf: error text: says" in verify(folder, status=1)


def test_a_page_that_is_gone_is_told_once_and_no_words_that_are_still_there(folder: Path) -> None:
    path = folder / "term-sheet.pdf"
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        pages = len(file.pages)
        del file.pages[-1]
        file.save(path)

    said = verify(folder, status=1)

    assert f"foreign content: page {pages} is gone" in said
    assert f"page {pages} is not as it was built" not in said
    told = re.findall(r'says "(.*)", not "(.*)"', said)
    assert told
    assert [one for one, other in told if one == other] == []


def test_another_pdf_in_its_place(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    text = SPEC.read_text(encoding="utf-8")
    other.write_text(text.replace("payment_days: 20", "payment_days: 21"), encoding="utf-8")
    assert "payment_days: 21" in other.read_text(encoding="utf-8")
    assert run("build", other, "-o", tmp_path / "o", "-q", "-d", "term-sheet", "-f", "pdf")
    shutil.copy(tmp_path / "o" / "shield-4i" / "term-sheet.pdf", folder / "term-sheet.pdf")

    said = verify(folder, SPEC, status=1)
    assert "within 21 days" in said
    assert "within 20 days" in said
    assert "agreement.payment_days, " in said


def test_a_spec_that_changed_since(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "spec.yaml"
    text = SPEC.read_text(encoding="utf-8")
    other.write_text(text.replace("payment_days: 20", "payment_days: 21"), encoding="utf-8")

    verify(folder, status=0)
    said = verify(folder, other, status=1)
    assert "since it was built, spec spec.yaml changed; fix: build the documents again" in said


# --- files that are not what they were ---------------------------------------------------------


def test_a_missing_file(folder: Path) -> None:
    (folder / "budget.xlsx").unlink()

    assert "budget.xlsx: error is not there\n" in verify(folder, status=1)


def test_a_renamed_file(folder: Path) -> None:
    (folder / "budget.xlsx").rename(folder / "budget (final).xlsx")

    said = verify(folder, status=1)
    assert "is not there; budget (final).xlsx is the same file under another name" in said


def test_two_files_that_took_each_others_place(folder: Path) -> None:
    one, other = folder / "partnership-agreement.docx", folder / "term-sheet.docx"
    one.rename(folder / "x")
    other.rename(one)
    (folder / "x").rename(other)

    for more in ((), (SPEC,)):
        said = verify(folder, *more, status=1)
        assert "agreement.docx: error is byte for byte term-sheet.docx as it was built" in said
        assert "term-sheet.docx: error is byte for byte partnership-agreement.docx as it" in said
        assert "2 of 5 files do not agree" in said
        assert len(said.splitlines()) == 3


def test_a_value_of_a_sheet_is_named_by_the_id_of_its_entry(tmp_path: Path) -> None:
    spec = tmp_path / SPEC.name  # a record is laid beside it
    shutil.copy(SPEC, spec)
    asked = ("-d", "sheets", "-f", "csv", "-q")
    assert run("build", spec, "-o", tmp_path, *asked).exit_code == 0
    sheets = tmp_path / "shield-4i" / "sheets"
    path = next(one for one in sorted(sheets.iterdir()) if one.stem.isupper())
    text = path.read_text(encoding="utf-8-sig")
    country = next(line for line in text.splitlines() if ".country" in line)
    path.write_text(text.replace(country, country.replace("Country,", "Country,x", 1)), "utf-8-sig")

    said = verify(tmp_path / "shield-4i", spec, status=1)

    assert f"  consortium.partners[{path.stem}].country, " in said


def test_a_truncated_file(folder: Path) -> None:
    path = folder / "term-sheet.docx"
    data = path.read_bytes()
    path.write_bytes(data[:1000])

    assert f"it has 1,000 of the {len(data):,} bytes that it had" in verify(folder, status=1)


def test_a_file_of_another_kind(folder: Path) -> None:
    (folder / "term-sheet.pdf").write_text("Minutes of the meeting")

    assert "term-sheet.pdf: error cannot be read: it is no PDF" in verify(folder, status=1)


def test_a_pipe_and_a_folder_in_place_of_files(folder: Path) -> None:
    (folder / "term-sheet.pdf").unlink()
    os.mkfifo(folder / "term-sheet.pdf")
    (folder / "budget.xlsx").unlink()
    (folder / "budget.xlsx").mkdir()

    said = verify(folder, status=1)
    assert "term-sheet.pdf: error cannot be read: it is no regular file" in said
    assert "budget.xlsx: error is not there" in said


def test_a_link_is_not_followed(folder: Path) -> None:
    (folder / "term-sheet.pdf").unlink()
    (folder / "term-sheet.pdf").symlink_to("/etc/passwd")

    assert "it is no regular file" in verify(folder, status=1)


def test_macros_are_named(folder: Path) -> None:
    path = folder / "term-sheet.docx"
    path.write_bytes(repacked(path.read_bytes(), {"word/vbaProject.bin": b"x"}))

    assert "term-sheet.docx: error it holds code: word/vbaProject.bin" in verify(folder, status=1)


def test_files_that_nobody_built_are_remarked_upon(folder: Path) -> None:
    (folder / "term-sheet.edited-1.docx").write_bytes(b"x")
    (folder / "notes.txt").write_text("x")
    shutil.copy(folder / "budget.xlsx", folder / "copy.xlsx")

    said = verify(folder, status=0)
    assert "term-sheet.edited-1.docx: note: was edited and kept by a build" in said
    assert "notes.txt: note: the manifest does not know it" in said
    assert "copy.xlsx: note: is a copy of another file here" in said
    assert _last(said).endswith(
        ": 5 files, and every word of them agrees; 3 others were compared with nothing"
    )


def _last(said: str) -> str:
    return said.splitlines()[-1]


def test_what_is_hidden_and_what_is_empty_is_named_and_counted_too(folder: Path) -> None:
    (folder / ".secret").write_text("x")
    (folder / ".git" / "objects").mkdir(parents=True)
    (folder / ".git" / "HEAD").write_text("x")
    (folder / ".git" / "objects" / ".pack").write_text("x")
    (folder / "drafts" / "old").mkdir(parents=True)

    said = verify(folder, status=0)

    assert ".secret: note: is a hidden file; no build of this folder made it" in said
    assert ".git/: note: is a hidden folder with 2 files" in said
    assert "drafts/old/: note: is an empty folder" in said
    assert _last(said).endswith("; 4 others were compared with nothing")


def test_one_other_file_beside_one_that_is_wrong(folder: Path) -> None:
    (folder / "budget.xlsx").unlink()
    (folder / "notes.txt").write_text("x")

    assert _last(verify(folder, status=1)).endswith(
        ": 1 of 5 files does not agree; 1 other was compared with nothing"
    )


def test_many_other_files_are_counted_and_the_first_are_named(folder: Path) -> None:
    for number in range(30):
        (folder / f"note-{number:02}.txt").write_text("x")

    said = verify(folder, status=0)

    assert "note-19.txt" in said
    assert "note-20.txt" not in said
    assert "note: and 10 more; the first 20 are shown" in said
    assert "; 30 others were compared" in said


def test_a_folder_with_a_manifest_of_its_own_is_named_once(folder: Path) -> None:
    (folder / "for-CMC").mkdir()
    (folder / "for-CMC" / "manifest.json").write_text("{}")
    (folder / "for-CMC" / "term-sheet.pdf").write_text("x")

    said = verify(folder, status=0)

    assert "for-CMC/: note: has a manifest of its own, and is to be verified by itself" in said
    assert "for-CMC/term-sheet.pdf" not in said
    assert "; 2 others were compared with nothing" in said


def test_of_a_file_in_a_folder_below_the_manifest_is_named_where_it_lies(folder: Path) -> None:
    below = folder / "from the lawyer"
    below.mkdir()
    shutil.move(folder / "term-sheet.docx", below)

    said = verify(below / "term-sheet.docx", SPECS / "oak-4i.yaml", status=1)

    (path, *_) = [one for one in said.splitlines() if "manifest.json: error acronym" in one]
    assert Path(path.partition(": error")[0]).resolve() == (folder / "manifest.json").resolve()


def test_a_file_alone_is_one_file(folder: Path) -> None:
    assert ": 1 file, and every word of it agrees" in verify(folder / "budget.xlsx", status=0)


# --- what cannot be read -----------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", "{", "[]", '{"files": []}', '{"files": {}}', "[" * 10**5])
def test_a_manifest_that_is_none(folder: Path, text: str) -> None:
    (folder / "manifest.json").write_text(text)

    assert "manifest.json cannot be read as a manifest" in verify(folder, status=2)


def test_a_folder_without_a_manifest(tmp_path: Path) -> None:
    assert "manifest.json is not there" in verify(tmp_path / "nowhere", status=2)


def test_a_spec_that_cannot_be_read(folder: Path, tmp_path: Path) -> None:
    verify(folder, tmp_path / "nowhere.yaml", status=2)


@pytest.mark.parametrize("name", ["../../../etc/passwd", "/etc/passwd"])
def test_names_that_leave_the_folder_are_not_trusted(folder: Path, name: str) -> None:
    path = folder / "manifest.json"
    found = json.loads(path.read_text(encoding="utf-8"))
    found["files"] = {name: found["files"]["budget.xlsx"]}
    path.write_text(json.dumps(found), encoding="utf-8")

    assert "cannot be read as a manifest" in verify(folder, status=2)


@pytest.mark.parametrize("junk", [None, 7, "x", [], [7], {}, {"a": 7}, "../x", True])
@pytest.mark.parametrize("by_spec", [False, True])
def test_junk_in_a_manifest_never_leads_to_a_traceback(
    folder: Path, junk: object, *, by_spec: bool
) -> None:
    path = folder / "manifest.json"
    found = json.loads(path.read_text(encoding="utf-8"))
    entry = found["files"]["term-sheet.docx"]
    names = list(found["files"])
    found["files"] = {f"{key}.docx": {**entry, key: junk} for key in (*entry, "more") if names}
    found["texts"] |= {"more": junk}
    path.write_text(json.dumps(found), encoding="utf-8")

    said = run("verify", folder, *([SPEC] if by_spec else []))
    assert said.exit_code in {1, 2}
    assert isinstance(said.exception, SystemExit)


@pytest.mark.parametrize("key", ["text", "values"])
def test_a_manifest_that_does_not_say_what_a_file_says(folder: Path, key: str) -> None:
    path = folder / "manifest.json"
    found = json.loads(path.read_text(encoding="utf-8"))
    del found["files"]["budget.xlsx"][key]
    path.write_text(json.dumps(found), encoding="utf-8")

    assert "budget.xlsx: error the manifest does not say what it says" in verify(folder, status=1)


@pytest.mark.parametrize("sections", ["x", ["x", 3], [{"id": 1, "page": "9"}, {"page": 9}]])
def test_pages_in_a_manifest_of_others_stop_no_build(tmp_path: Path, sections: object) -> None:
    build = ("build", SPECS / "unfinished.yaml", "-o", tmp_path, "-q", "-f", "pdf")
    assert run(*build, "-d", "application").exit_code == 0
    manifest = tmp_path / "soil-4i" / "manifest.json"
    changed = json.loads(manifest.read_text())
    changed["files"]["application.pdf"]["sections"] = sections
    manifest.write_text(json.dumps(changed))

    assert run(*build, "-d", "compliance").exit_code == 0
