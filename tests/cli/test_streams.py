"""Streams that are closed or full and paths that cannot be: one sentence, and never a trace."""

import errno
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from escp_docs.cli import main
from escp_docs.cli.streams import told_in_a_sentence
from tests.support.reading import HEAD, PROJECT

_FULL = Path("/dev/full")
LONG = "n" * 300


def typed(home: Path, line: str, **more: str) -> tuple[int, str]:
    """Return the status of a line of the shell, and what it says on standard error."""
    (home / "x.yaml").write_text(HEAD + PROJECT)
    command = f"{sys.executable} -m escp_docs"
    done = subprocess.run(
        ["/bin/bash", "-c", line.replace("escp-docs", command)],
        cwd=home,
        env=os.environ | more,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        timeout=120,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    return done.returncode, done.stderr


@pytest.mark.skipif(not _FULL.exists(), reason="this system has no full device")
@pytest.mark.parametrize(
    "line",
    [
        "check x.yaml",
        "check x.yaml --format json",
        "explain",
        "schema",
        "status x.yaml",
        "--help",
        "build x.yaml -d checklist -f html",
    ],
)
def test_a_full_disk_behind_standard_output(tmp_path: Path, line: str) -> None:
    status, said = typed(tmp_path, f"escp-docs {line} > /dev/full")

    assert status == 3
    assert said == "error: standard output cannot be written: no space left on device\n"


@pytest.mark.parametrize("line", ["check x.yaml", "explain", "build x.yaml -d checklist -f html"])
def test_a_closed_standard_output(tmp_path: Path, line: str) -> None:
    assert typed(tmp_path, f"escp-docs {line} >&-") == (3, "error: standard output is closed\n")


def test_a_closed_standard_input_and_standard_error(tmp_path: Path) -> None:
    assert typed(tmp_path, "escp-docs check - <&-")[0] == 2
    assert typed(tmp_path, "escp-docs init new <&-")[0] == 2
    assert typed(tmp_path, "escp-docs check x.yaml 2>&-") == (0, "")
    assert typed(tmp_path, "escp-docs check nowhere.yaml 2>&-") == (2, "")


def test_a_reader_of_a_pipe_that_has_seen_enough(tmp_path: Path) -> None:
    line = "escp-docs check x.yaml | head -1; exit ${PIPESTATUS[0]}"

    assert typed(tmp_path, line) == (0, "")


@pytest.mark.parametrize(
    "line",
    [
        f"check {LONG}",
        f"build {LONG}",
        f"status {LONG}",
        f"verify {LONG}",
        f"init {LONG} --strand A",
        "check ''",
        "verify ''",
        "init '' --strand A",
        "build x.yaml -o ''",
        "build x.yaml --templates ''",
        "template copy letters --to ''",
    ],
)
def test_a_path_that_cannot_be_one(tmp_path: Path, line: str) -> None:
    status, _ = typed(tmp_path, f"escp-docs {line}")

    assert status == 2
    assert [one.name for one in tmp_path.iterdir()] == ["x.yaml"]


def test_a_name_that_is_no_utf8(tmp_path: Path) -> None:
    for command in ("check", "status", "build -d checklist -f html --depfile"):
        line = f"cp x.yaml $'b\\xff.yaml'; escp-docs {command} $'b\\xff.yaml'"
        assert typed(tmp_path, line)[0] == 0
    assert (tmp_path / "output" / "x" / "checklist.html").exists()


@pytest.mark.parametrize("text", ["abc", "-1", "1.5", "9" * 20, "٣"])
def test_a_damaged_source_date_epoch(tmp_path: Path, text: str) -> None:
    line = "escp-docs build x.yaml -d checklist -f html"

    status, said = typed(tmp_path, line, SOURCE_DATE_EPOCH=text)
    assert status == 2
    assert f"SOURCE_DATE_EPOCH is {text!r}" in said
    assert typed(tmp_path, line, SOURCE_DATE_EPOCH="")[0] == 0


@pytest.mark.parametrize("name", ["manifest.json", "checklist.html"])
def test_a_pipe_among_the_products_is_not_waited_for(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "output" / "x"
    folder.mkdir(parents=True)
    os.mkfifo(folder / name)

    assert typed(tmp_path, "escp-docs verify output/x")[0] == 2
    assert typed(tmp_path, "escp-docs build x.yaml -d checklist -f html")[0] == 0
    assert (folder / "checklist.html").is_file()


@pytest.mark.parametrize(
    "line",
    [
        "check bad.yaml",
        "check bad.yaml --figures",
        "status bad.yaml",
        "set bad.yaml project.title=x",
        "set good.yaml project.tittle=x",
        "pull bad.yaml form.docx",
        "compare bad.yaml good.yaml",
        "signed bad.yaml letter.pdf",
        "call check bad.yaml",
        "call check nowhere.yaml",
        "call show bad.yaml",
        "call diff bad.yaml bad.yaml",
    ],
)
def test_who_asked_for_json_reads_in_it_what_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.yaml").write_text("a: [\n")
    (tmp_path / "good.yaml").write_text(HEAD + PROJECT)

    done = CliRunner().invoke(main, [*line.split(), "--format", "json"])

    assert done.exit_code == 2
    errors = json.loads(done.stdout)["errors"]
    assert errors
    assert all(one["message"] and set(one) >= {"fix", "place"} for one in errors)


def test_a_full_folder_for_temporary_files_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    with pytest.raises(SystemExit) as ended, told_in_a_sentence():
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    said = capsys.readouterr().err
    assert ended.value.code == 3
    assert said.startswith(f"error: a temporary file in {tmp_path} cannot be written: no space")
    assert "name another folder in TMPDIR" in said
