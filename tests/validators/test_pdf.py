"""veraPDF finds the PDFs conformant to both standards that they declare."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.every_document import made
from tests.support.places import ROOT

pytestmark = pytest.mark.slow


def test_every_pdf_conforms_to_both_standards(built: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.validators.verapdf", *made(built, "pdf")],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    found = json.loads(done.stdout.splitlines()[-1])

    assert found.keys() == {"PDFUA_1", "PDFA_3_A"}
    for failures in found.values():
        assert {name: failed for name, failed in failures.items() if failed} == {}
