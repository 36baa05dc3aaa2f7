"""What is told while a build is at work: a bar on terminals, nothing of the kind elsewhere."""

import json
import logging
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from escp_docs.cli.progress import Log
from tests.support.small_builds import FAST, specs


def on_terminal(*arguments: str) -> str:
    """Return what a terminal shows of a command."""
    above, below = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "escp_docs", *arguments],
        stdin=below, stdout=below, stderr=below, close_fds=True,
    )  # fmt: skip
    os.close(below)
    shown = b""
    while True:
        try:
            piece = os.read(above, 4096)
        except OSError:  # the other end is closed
            break
        shown += piece
    process.wait()
    os.close(above)
    return shown.decode()


def test_a_terminal_sees_each_outcome_at_once_and_how_many_there_are(tmp_path: Path) -> None:
    names = specs(tmp_path, "a", "b")

    shown = on_terminal("build", *names, "-o", str(tmp_path / "out"), *FAST)

    first, second = re.search(r"built 1 of 2 specs\r +\r", shown), shown.index("out/b")
    assert first
    assert shown.index("out/a") < first.start() < second


def test_a_terminal_sees_how_many_specs_are_checked(tmp_path: Path) -> None:
    names = specs(tmp_path, "a", "b")

    shown = on_terminal("check", *names)

    assert re.search(r"^  read 1 of 2 specs", shown.lstrip("\r"))
    assert re.search(r"specs\r +\r", shown)
    assert on_terminal("check", *names, "-q") == ""


def test_what_is_counted_stays_out_of_the_report(tmp_path: Path) -> None:
    names = specs(tmp_path, "a", "b")
    command = [sys.executable, "-m", "escp_docs", "check", "--format", "json", *names]
    above, below = pty.openpty()

    report = subprocess.run(command, stdout=subprocess.PIPE, stderr=below, check=False).stdout

    os.close(below)
    assert "read 1 of 2 specs" in os.read(above, 4096).decode()
    os.close(above)
    assert len(json.loads(report)["specs"]) == 2


def test_a_terminal_sees_a_bar_and_colours(tmp_path: Path) -> None:
    (name,) = specs(tmp_path, "a")

    shown = on_terminal("build", name, "-o", str(tmp_path / "out"), *FAST)

    assert re.search(r"\[#*-+\]\s+0/1", shown)
    assert "\x1b[36m" in shown


def test_quiet_shows_nothing_even_there(tmp_path: Path) -> None:
    names = specs(tmp_path, "a", "b")

    assert on_terminal("build", *names, "-o", str(tmp_path / "out"), "-q", *FAST) == ""


def test_no_color_forbids_colours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    (name,) = specs(tmp_path, "a")

    assert "\x1b[3" not in on_terminal("build", name, "-o", str(tmp_path / "out"), *FAST)


def test_a_pipe_sees_neither_bar_nor_colours(tmp_path: Path) -> None:
    names = specs(tmp_path, "a", "b")

    made = subprocess.run(
        [sys.executable, "-m", "escp_docs", "build", *names, "-o", tmp_path / "out", *FAST],
        capture_output=True,
        text=True,
        check=True,
    )

    assert made.stderr == ""
    assert "\x1b" not in made.stdout


def test_the_pages_of_a_pdf_are_shown_beside_the_bar(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    for _ in Log(bar=True).over(["a.pdf"]):
        logging.getLogger("weasyprint.progress").info("Step 5 - Creating layout - Page %d", 7)

    assert "a.pdf: creating layout - page 7" in capsys.readouterr().err
    assert logging.getLogger("weasyprint.progress").handlers == []
