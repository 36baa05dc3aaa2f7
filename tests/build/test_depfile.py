"""make reads the names in a depfile as they are, or is told to ask each time."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from escp_docs.build.depfile import depfile

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
HELD = (
    "a b", "a#b", "a$x", "a:b", "a*b", "a?b", "a[b]", "~a", "-a", "a\\b", "a\\ b", "a\\#b",
    "a\\\\#b", "a'b", 'a"b', "a,b", "agreement (1).yaml", "a!b", "a@b", "a&b", "a>b", "ü", "$$",
    "`touch HACK`",
)  # fmt: skip
NOT_HELD = (
    "a\tb",
    "a%b",
    "a|b",
    "a;b",
    "a=b",
    "a\\",
    "a$(shell touch HACK)",
    "a\t$(shell touch HACK)",
)
MAKEFILE = "out/manifest.json:\n\t@echo RUN; mkdir -p out; touch $@\n-include out/documents.d\n"


def runs(home: Path) -> bool:
    """Return whether make finds something to do."""
    done = subprocess.run(["make"], cwd=home, capture_output=True, text=True, check=True)
    assert "warning" not in done.stderr
    assert not (home / "HACK").exists()
    return "RUN" in done.stdout


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder in which a manifest is newer than all that it was made from."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "out").mkdir()
    (tmp_path / "Makefile").write_text(MAKEFILE)
    (tmp_path / "out" / "manifest.json").touch()
    return tmp_path


def laid(home: Path, name: str) -> Path:
    path = home / name
    path.touch()
    os.utime(path, (100, 100))
    (home / "out" / "documents.d").write_bytes(depfile(Path("out"), [name]))
    return path


@pytest.mark.parametrize("name", HELD)
def test_make_sees_when_an_input_changed_or_went(home: Path, name: str) -> None:
    path = laid(home, name)

    assert not runs(home)
    os.utime(home / "out" / "manifest.json", (200, 200))
    os.utime(path)
    assert runs(home)
    path.unlink()
    assert runs(home)


@pytest.mark.parametrize("name", NOT_HELD)
def test_a_name_that_no_rule_can_hold_is_asked_for_each_time(home: Path, name: str) -> None:
    laid(home, name)

    assert runs(home)
    assert runs(home)


def test_a_folder_that_no_rule_can_hold_has_none(home: Path) -> None:
    rule = depfile(home / "a;b", ["x"])

    assert rule.startswith(b"#")
    assert rule.count(b"\n") == 1
