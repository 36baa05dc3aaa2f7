"""The recipes of README.md and CONTRIBUTING.md: every command and every path is there."""

import re
import subprocess
import sys
from importlib.util import find_spec

import pytest

from tests.support.places import ROOT

PAGES = ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "SECURITY.md", "tests/README.md")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def text(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def code(page: str) -> list[str]:
    """Return what a page sets as code, in a line or in a block."""
    blocks = re.findall(r"^```sh\n(.*?)^```$", text(page), re.MULTILINE | re.DOTALL)
    lines = [line.partition("#")[0].strip() for block in blocks for line in block.splitlines()]
    return lines + re.findall(r"`([^`\n]+)`", re.sub(r"(?s)```.*?```", "", text(page)))


def targets() -> set[str]:
    """Return what `make` can be asked for by name."""
    (phony,) = re.findall(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    return set(phony.split())


@pytest.mark.parametrize("page", PAGES)
def test_every_target_of_make_is_one(page: str) -> None:
    named = {name for line in code(page) for name in re.findall(r"^make ([a-z]+)\b", line)}

    assert named - targets() == set()


def test_every_target_is_explained_by_make() -> None:
    explained = set(re.findall(r"^# make (\w+)\b", MAKEFILE, re.MULTILINE))

    assert targets() - {"help", "check"} == explained


def test_every_target_that_a_workflow_makes_is_one() -> None:
    files = [ROOT / ".ci" / "run", *(ROOT / ".github").rglob("*.yml")]
    lines = "\n".join(path.read_text(encoding="utf-8") for path in files)
    named = set(" ".join(re.findall(r"\bmake ([a-z ]+)$", lines, re.MULTILINE)).split())
    chosen = re.findall(r"target: \[(.*)\]|versions: (\w+)", lines)

    assert {"test", "coverage", "packages", "site"} <= named
    assert named - targets() == set()
    assert {one for pair in chosen for one in ", ".join(pair).split(", ") if one} <= targets()


@pytest.mark.parametrize("page", PAGES)
def test_every_module_that_is_run_is_there(page: str) -> None:
    named = {name for line in code(page) for name in re.findall(r"python -m ([\w.]+)", line)}

    assert [name for name in named if find_spec(name) is None] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_path_of_the_repository_is_there(page: str) -> None:
    roots = "escp_docs|tests|specs|templates|scripts|docs|requirements|benchmarks|.github"
    named = {
        path
        for line in code(page)
        for path in re.findall(rf"(?<![\w./-])((?:{roots})/[\w./*-]*)", line)
    }

    assert [path for path in sorted(named) if not list(ROOT.glob(path.rstrip("/")))] == []


@pytest.mark.parametrize("page", PAGES)
def test_pytest_knows_every_option_that_a_page_gives_it(page: str) -> None:
    lines = [line for line in code(page) if "-m pytest" in line]
    named = {option for line in lines for option in re.findall(r" (--[a-z-]+)", line)}
    told = (
        subprocess.run(
            [sys.executable, "-m", "pytest", "--help"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        if named
        else ""
    )

    assert [option for option in named if option not in told] == []
