"""A newcomer types the first screen of README.md, and has their own documents."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.places import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
_FOLDER = "~/escp-docs"  # where README.md says that the repository is
_INSTALLING = re.compile(r"python3 -m venv|\. \.venv|pip install")
_MOST_TYPED, _MOST_READ, _MOST_SECONDS = 12, 59, 300

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


def screen() -> list[str]:
    """Return the lines that are typed: the first block of commands."""
    found = re.search(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1].splitlines()


def typed(lines: list[str], home: Path) -> tuple[str, list[set[str]]]:
    """Type lines into a shell; return what is read, and which files each `make` made anew."""
    mark = "=== make ==="
    listed = f"echo '{mark}'; find output -type f -newer .before | sort; echo '{mark}'"
    script = ["set -e"]
    for line in lines:
        if line == "make":
            script += ["touch .before; sleep 0.05", line, listed]
        else:
            script.append(line.replace(_FOLDER, str(ROOT)))
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    kept.pop("PYTHONPATH", None)
    done = subprocess.run(
        ["/bin/sh", "-c", "\n".join(script)],
        cwd=home,
        env=kept | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{kept['PATH']}"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=_MOST_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    parts = done.stdout.split(f"{mark}\n")
    return "".join(parts[::2]), [documents(part) for part in parts[1::2]]


def documents(listed: str) -> set[str]:
    names = {Path(line).relative_to("output/ours").as_posix() for line in shown(listed)}
    return names - {"manifest.json", "documents.d"}


def shown(listed: str) -> list[str]:
    return [line for line in listed.splitlines() if line.startswith("output/ours/")]


def well(read: str, made: list[set[str]], home: Path) -> None:
    """Check what came of the first screen."""
    both = {"application.docx", "partnership-agreement.pdf"}
    folder = home / "ours" / "output" / "ours"
    assert made == [both, both]
    assert (folder / "application.docx").read_bytes()[:2] == b"PK"
    assert (folder / "partnership-agreement.pdf").read_bytes()[:5] == b"%PDF-"
    values = json.loads((folder / "manifest.json").read_text())["files"]["application.docx"][
        "values"
    ]
    assert values["project.duration_months"].startswith("30")
    # How pip is set up on a machine is no part of the screen.
    lines = [line for line in read.splitlines() if not line.startswith("WARNING: ")]
    assert len(lines) <= _MOST_READ, read
    assert "  next, to paste and fill in:" in lines
    assert ": undecided (" in lines[-1]


def test_it_is_a_dozen_lines_at_most() -> None:
    assert len(screen()) <= _MOST_TYPED


def test_the_first_screen_gives_the_readers_own_documents(tmp_path: Path) -> None:
    read, made = typed([line for line in screen() if not _INSTALLING.search(line)], tmp_path)

    well(read, made, tmp_path)


@pytest.mark.slow
def test_it_does_with_the_installation_within_five_minutes(tmp_path: Path) -> None:
    read, made = typed(screen(), tmp_path)

    well(read, made, tmp_path)
    assert (tmp_path / ".venv" / "bin" / "escp-docs").exists()


def test_precedents_are_one_line_more(tmp_path: Path) -> None:
    blocks = re.findall(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    (line,) = [one for one in blocks if "--blank" in one]
    folder = re.search(r"`(output/blank-[\w-]+)/`", README)
    assert folder is not None

    typed(line.splitlines(), tmp_path)

    assert (tmp_path / folder[1] / "partnership-agreement.docx").read_bytes()[:2] == b"PK"
