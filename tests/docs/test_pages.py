"""Each page of the documentation, followed to the letter in an empty folder."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.places import ROOT
from tests.support.transcript import Command, InWord, Written, steps
from tests.support.word_editor import filled_in

DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
RUN = [page for page in PAGES if any(steps(page))]


def shown(page: Path) -> str:
    return page.relative_to(DOCS).as_posix()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return an empty folder, but for the examples of the checkout."""
    (tmp_path / "specs").symlink_to(ROOT / "specs")
    return tmp_path


def environment(home: Path) -> dict[str, str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return kept | {
        "PATH": path,
        "PYTHONPATH": str(ROOT),
        "SOURCE_DATE_EPOCH": "1605830400",  # 20 November 2020
        "HOME": str(home),
    }


def run(command: Command, home: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", "-c", command.line],
        cwd=home,
        env=environment(home),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.mark.parametrize("page", RUN, ids=shown)
def test_every_command_does_what_the_page_shows(page: Path, home: Path) -> None:
    for step in steps(page):
        if isinstance(step, Written):
            path = home / step.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step.text, encoding="utf-8")
            continue
        if isinstance(step, InWord):
            data = filled_in((home / step.file).read_bytes(), step.acts)
            (home / step.saved).write_bytes(data)
            continue
        done = run(step, home)
        told = f"$ {step.line}\n{done.stdout}\n[exit status {done.returncode}]"
        assert done.returncode == step.status, told
        assert step.agrees(done.stdout), f"{told}\n--- the page shows:\n{step.output}"


@pytest.mark.parametrize("page", [*PAGES, ROOT / "README.md"], ids=lambda page: page.name)
def test_every_link_leads_to_a_page_that_is_there(page: Path) -> None:
    text = re.sub(
        r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL
    )
    links = re.findall(r"\]\(([^)\s]+)\)", text)
    inner = [link.partition("#")[0] for link in links if not re.match(r"[a-z]+:", link)]
    missing = [link for link in inner if link and not (page.parent / link).exists()]

    assert missing == []


def test_the_start_page_leads_to_every_other() -> None:
    text = (DOCS / "index.md").read_text(encoding="utf-8")

    assert [shown(page) for page in PAGES if f"({shown(page)})" not in text] == ["index.md"]
