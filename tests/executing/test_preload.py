"""What processes load before they begin, so that none of them has to load it by itself."""

import subprocess
import sys

import pytest

from escp_docs import api


@pytest.mark.parametrize(
    ("reading", "needed"),
    [
        (True, ("escp_docs.produced.pdf_file", "escp_docs.produced.word_file", "openpyxl")),
        (False, ("weasyprint", "xlsxwriter", "resvg_py", "escp_docs.produced.shape.digests")),
    ],
)
def test_processes_load_beforehand_what_they_need(reading: bool, needed: tuple[str, ...]) -> None:  # noqa: FBT001
    module = api.processes(1, reading=reading).preload
    shown = f"import sys, {module}; print(*[one for one in {needed} if one not in sys.modules])"
    told = subprocess.run(
        (sys.executable, "-c", shown), check=True, capture_output=True, text=True
    ).stdout
    assert told.split() == []
