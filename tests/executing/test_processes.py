"""Processes that are told to end do so in order, silently, and begin nothing more."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    os.name == "nt", reason="Windows ends processes without telling them"
)


PROGRAM = """
from escp_docs.executing.processes import Processes
from tests.executing import interrupted
pieces = [f"{folder}/piece-{number}" for number in range(4)]
print(*Processes(1).results(interrupted.{work}, pieces, str.upper))
"""


def ended(work: str, folder: Path) -> subprocess.CompletedProcess[str]:
    program = f"folder = {str(folder)!r}\n{PROGRAM.replace('{work}', work)}"
    asked = [sys.executable, "-c", program]
    return subprocess.run(asked, capture_output=True, text=True, timeout=60, check=True)


@pytest.mark.parametrize("work", ["in_a_finalizer", "twice"])
def test_a_process_that_is_told_to_end_does_so_silently(tmp_path: Path, work: str) -> None:
    done = ended(work, tmp_path)

    lost = " ".join(str(tmp_path / f"piece-{number}").upper() for number in range(4))
    assert (done.stdout, done.stderr) == (f"{lost}\n", "")
    assert list(tmp_path.iterdir()) == []


def test_a_process_that_is_told_to_end_begins_no_other_piece(tmp_path: Path) -> None:
    done = ended("followed", tmp_path)

    first = str(tmp_path / "piece-0").upper()  # lost with its process; the others are done anew
    assert (done.stdout, done.stderr) == (f"{first} None None None\n", "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["piece-1", "piece-2", "piece-3"]
