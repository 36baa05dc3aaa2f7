"""The library is typed to the last symbol, and a user's script against it passes a strict check."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from mypy import api as mypy

from tests.support.places import ROOT
from tests.support.transcript import Written, steps

pytestmark = pytest.mark.slow
PAGE = ROOT / "docs" / "reference" / "library.md"


def test_every_type_of_the_library_is_known(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "basedpyright", "--verifytypes", "escp_docs.api"]
    # It looks for the program where the first Python of the path keeps its packages.
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [*command, "--ignoreexternal"],
        env=os.environ | {"PATH": path},
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
    )

    assert "Type completeness score: 100%" in done.stdout, done.stdout[-3000:]


def test_the_scripts_of_its_page_pass_a_strict_check(tmp_path: Path) -> None:
    names = []
    for step in steps(PAGE):
        if isinstance(step, Written) and step.name.endswith(".py"):
            (tmp_path / step.name).write_text(step.text, encoding="utf-8")
            names.append(str(tmp_path / step.name))
    told, _, status = mypy.run(["--strict", "--cache-dir", str(tmp_path / "cache"), *names])

    assert (len(names), status) == (3, 0), told
    assert re.search(r"no issues found in 3 source files", told)
