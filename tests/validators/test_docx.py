"""Microsoft's Open XML SDK finds no error in the Word files."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.support.every_document import made, shown

pytestmark = pytest.mark.slow
MODULES = Path(__file__).parent / "node_modules"


def test_every_word_file_is_valid(built: Path) -> None:
    tool = MODULES / ".bin" / "ooxml-validator"
    found = {}
    for path in made(built, "docx"):
        done = subprocess.run([tool, path], capture_output=True, text=True, check=False)
        report = json.loads(done.stdout)
        assert {"ok", "errors"} <= report.keys(), report
        if not report["ok"]:
            found[shown(built, path)] = report["errors"][:5]

    assert found == {}
