"""Validators of others have no word to say on the documents of any call's example."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.every_document import build_calls
from tests.support.places import ROOT

pytestmark = pytest.mark.slow
TOOL = Path(__file__).parent / "node_modules" / ".bin" / "ooxml-validator"


@pytest.fixture(scope="module")
def of_calls(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("calls")
    build_calls(folder)
    return folder


def test_every_word_file_of_every_call_is_valid(of_calls: Path) -> None:
    found = {}
    for path in sorted(of_calls.rglob("*.docx")):
        done = subprocess.run([TOOL, path], capture_output=True, text=True, check=False)
        report = json.loads(done.stdout)
        if not report["ok"]:
            found[path.relative_to(of_calls).as_posix()] = report["errors"][:5]

    assert found == {}


def test_every_pdf_of_every_call_conforms_to_both_standards(of_calls: Path) -> None:
    paths = sorted(of_calls.rglob("*.pdf"))
    command = [sys.executable, "-m", "tests.validators.verapdf", *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    found = json.loads(done.stdout.splitlines()[-1])

    for failures in found.values():
        assert {name: failed for name, failed in failures.items() if failed} == {}
