"""Redlines are valid: the Word files, and the PDFs by both standards that they declare."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from escp_docs import files
from escp_docs.comparing.trees.first_page import with_first_page
from escp_docs.comparing.trees.merging import merged
from escp_docs.comparing.trees.plain import plain_document
from escp_docs.compose.document_types import requests
from escp_docs.document import Document
from escp_docs.export.pdf.writer import to_pdf
from escp_docs.export.word.writer import to_tracked_docx
from tests.support.documents import composed
from tests.support.look import look
from tests.support.places import ROOT
from tests.support.spec_versions import NAMES, plain, reading, version

pytestmark = pytest.mark.slow
_SEEDS = range(6)
_TOOL = Path(__file__).parent / "node_modules" / ".bin" / "ooxml-validator"


@pytest.fixture(scope="module")
def redlines() -> list[Document]:
    """Return redlines of versions at random, of both usual documents."""
    return [_redline(seed) for seed in _SEEDS]


def _redline(seed: int) -> Document:
    name = NAMES[seed % 3]
    templates = files.templates(files.template_files(".", None))
    both = []
    for raw in (plain(name), version(name, seed)):
        found = reading(raw)
        paper = requests(found.spec)[("partnership-agreement", "application")[seed % 2]]
        both.append(plain_document(composed(found, paper, templates)))
    return merged(*both)


def test_word_files_are_valid(redlines: list[Document], tmp_path: Path) -> None:
    for number, one in enumerate(redlines):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(to_tracked_docx(one, look(), "Ann").data)
        done = subprocess.run([_TOOL, path], capture_output=True, text=True, check=False)

        assert json.loads(done.stdout)["errors"] == [], number


def test_pdfs_conform_to_both_standards(redlines: list[Document], tmp_path: Path) -> None:
    for number, one in enumerate(redlines):
        shown = with_first_page(one, "1 May 2020", "2 May 2020")
        data = to_pdf(shown, look(), is_redline=True).data
        (tmp_path / f"{number}.pdf").write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-m", "tests.validators.verapdf", *sorted(tmp_path.glob("*.pdf"))],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )

    for failures in json.loads(done.stdout.splitlines()[-1]).values():
        assert {name: failed for name, failed in failures.items() if failed} == {}
