"""`compare --redline`: what it writes, where, and what it refuses."""

import shutil
import zipfile
from pathlib import Path

import pytest

from tests.support.git import git
from tests.support.pandoc_words import words
from tests.support.places import SPECS
from tests.support.program import run

SHIELD = "shield-4i.yaml"
AGREEMENT = ("-d", "partnership-agreement")


@pytest.fixture
def both(tmp_path: Path) -> tuple[Path, Path]:
    """Return two versions of an example that differ in one number."""
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    text = (SPECS / SHIELD).read_text(encoding="utf-8")
    old.write_text(text, encoding="utf-8")
    new.write_text(changed(text), encoding="utf-8")
    return old, new


def changed(text: str) -> str:
    line = next(one for one in text.splitlines() if "withdrawal_notice_months:" in one)
    return text.replace(line, line.split(":")[0] + ": 11")


def redline(*arguments: object) -> tuple[int, str]:
    return run("compare", "--redline", *map(str, arguments))


def test_the_usual_documents_are_written_for_word(both: tuple[Path, Path], tmp_path: Path) -> None:
    status, output = redline(*both, "-o", tmp_path / "out")

    assert status == 0, output
    names = sorted(path.name for path in (tmp_path / "out").glob("*.docx"))
    assert names == ["application.redline.docx", "partnership-agreement.redline.docx"]
    (first, second) = output.splitlines()
    assert first.endswith("application.redline.docx  nothing differs")
    assert second.endswith("partnership-agreement.redline.docx")


def test_they_lie_beside_the_documents(
    both: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(both[0].parent)

    status, output = redline("old.yaml", "new.yaml", *AGREEMENT, "-f", "html")

    assert status == 0, output
    path = Path("output/shield-4i/partnership-agreement.redline.html")
    assert output == f"{path}\n"
    assert "What changed since old.yaml" in path.read_text(encoding="utf-8")


@pytest.mark.slow
def test_every_format_says_what_changed(both: tuple[Path, Path], tmp_path: Path) -> None:
    formats = [part for name in ("docx", "pdf", "html") for part in ("-f", name)]

    status, output = redline(*both, *AGREEMENT, *formats, "-o", tmp_path)

    assert status == 0, output
    assert len(output.splitlines()) == 3
    path = tmp_path / "partnership-agreement.redline.docx"
    both_ways = zip(words(path, "accept"), words(path, "reject"), strict=True)
    changes = [new for new, old in both_ways if new != old]
    assert changes
    assert all("11" in one for one in changes)


def test_author_and_day_are_those_of_the_changes(both: tuple[Path, Path], tmp_path: Path) -> None:
    status, _ = redline(*both, "-o", tmp_path, "--author", 'Ann "O" & Co', "--as-of", "2021-02-03")

    assert status == 0
    with zipfile.ZipFile(tmp_path / "partnership-agreement.redline.docx") as file:
        body = file.read("word/document.xml").decode()
    assert 'w:author="Ann &quot;O&quot; &amp; Co" w:date="2021-02-03T00:00:00Z"' in body


def test_the_same_versions_give_the_same_bytes(both: tuple[Path, Path], tmp_path: Path) -> None:
    formats = ("-f", "docx", "-f", "html")
    for folder in ("one", "two"):
        assert redline(*both, *AGREEMENT, *formats, "-o", tmp_path / folder)[0] == 0

    for path in (tmp_path / "one").glob("partner*"):
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_what_somebody_edited_is_put_aside(both: tuple[Path, Path], tmp_path: Path) -> None:
    command = (*both, *AGREEMENT, "-o", tmp_path / "out")
    assert redline(*command)[0] == 0
    path = tmp_path / "out" / "partnership-agreement.redline.docx"
    path.write_bytes(b"accepted by the lawyer")

    status, output = redline(*command)

    kept = path.with_name("partnership-agreement.redline.edited-1.docx")
    assert status == 0
    assert f"kept what somebody had edited: {kept}" in output
    assert kept.read_bytes() == b"accepted by the lawyer"
    assert redline(*command)[1].count("kept") == 0


def test_a_revision_of_git_is_an_old_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(SPECS / SHIELD, "p.yaml")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "first")
    Path("p.yaml").write_text(changed(Path("p.yaml").read_text(encoding="utf-8")), encoding="utf-8")

    status, output = redline("p.yaml", *AGREEMENT, "-o", "out")

    assert (status, output) == (0, "out/partnership-agreement.redline.docx\n")


@pytest.mark.slow
def test_versions_with_nothing_in_common_are_compared_too(tmp_path: Path) -> None:
    old, new = SPECS / SHIELD, SPECS / "wave-4i"

    status, output = redline(old, new, *AGREEMENT, "-o", tmp_path)

    assert status == 0, output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-d", "bylaws"), "'bylaws'"),
        (("-d", "budget"), "budget has sheets, no pages, and no redline"),
        (("-f", "xlsx"), "'xlsx'"),
        (("--author", " "), "whose changes they are has to be said"),
        (("--as-of", "tomorrow"), "'tomorrow' is not a date"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    both: tuple[Path, Path], arguments: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    status, output = redline(*both, *arguments, "-o", tmp_path / "out")

    assert status == 2
    assert said in output
    assert not (tmp_path / "out").exists()


def test_options_of_redlines_need_redline(both: tuple[Path, Path]) -> None:
    status, output = run("compare", *map(str, both), "--author", "Ann")

    assert status == 2
    assert "need --redline" in output


def test_a_version_that_no_longer_reads_is_said(both: tuple[Path, Path], tmp_path: Path) -> None:
    both[0].write_text("call: [", encoding="utf-8")

    status, output = redline(*both, "-o", tmp_path / "out")

    assert status == 2
    assert "old.yaml:1" in output


def test_a_folder_that_cannot_be_written_is_status_3(
    both: tuple[Path, Path], tmp_path: Path
) -> None:
    (tmp_path / "out").write_text("a file")

    status, output = redline(*both, *AGREEMENT, "-o", tmp_path / "out" / "in")

    assert status == 3
    assert "cannot be written" in output
