"""What somebody forgets is named by the type checker: a new kind of block, a new format.

Each is added to a copy of the program, without a line for it anywhere else.
"""

import re
import shutil
from pathlib import Path

import pytest
from mypy import api as mypy

from tests.support.places import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Return a copy of the program that a test may change."""
    shutil.copytree(
        ROOT / "escp_docs", tmp_path / "escp_docs", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def errors(program: Path, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Return the files in which the type checker finds something wrong."""
    monkeypatch.chdir(program)
    told, _, _ = mypy.run(["--cache-dir", str(program / "cache"), "escp_docs"])
    return set(re.findall(r"^(escp_docs/\S+?):\d+: error", told, re.MULTILINE))


def replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_copy_has_no_fault_of_its_own(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert errors(program, monkeypatch) == set()


def test_a_new_kind_of_block(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocks = program / "escp_docs" / "document" / "blocks.py"
    new = (
        '@dataclass(frozen=True, slots=True)\nclass Emblem:\n    """A new kind."""\n\n\nBlock = (\n'
    )
    replaced(blocks, "Block = (\n", f"{new}    Emblem |\n")

    assert errors(program, monkeypatch) >= {
        "escp_docs/compose/numbering.py",
        "escp_docs/document/walk.py",
        "escp_docs/export/html/blocks.py",
        "escp_docs/export/word/body.py",
        "escp_docs/produced/printed_lines.py",
    }


def test_a_new_format(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = program / "escp_docs" / "document" / "format_names.py"
    replaced(names, '"json"]', '"json", "odt"]')

    assert errors(program, monkeypatch) == {
        "escp_docs/export/formats.py",
        "escp_docs/produced/shape/categories.py",
        "escp_docs/produced/shape/digests.py",
        "escp_docs/produced/shape/judged.py",
        "escp_docs/versions/redline_files.py",
    }


def test_a_format_of_a_document_that_there_is_not(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = program / "escp_docs" / "compose" / "document_types.py"
    replaced(table, '("docx", "pdf", "html")', '("docx", "pdf", "odt")')

    assert errors(program, monkeypatch) == {"escp_docs/compose/document_types.py"}


def test_a_new_way_to_state_costs(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    line = program / "escp_docs" / "model" / "costs" / "line.py"
    replaced(line, '    STATED = "stated"\n', '    STATED = "stated"\n    BARTER = "barter"\n')

    assert errors(program, monkeypatch) == {"escp_docs/compose/budget_workbook/lines.py"}
