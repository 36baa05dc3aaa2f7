"""Shell completion, by bash itself."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.places import SPECS
from tests.support.program import run

WAVE = SPECS / "wave-4i"


def completed(home: Path, line: str) -> list[str]:
    """Return what bash offers at the end of a line."""
    program = home / "bin" / "escp-docs"
    program.parent.mkdir(exist_ok=True)
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m escp_docs "$@"\n')
    program.chmod(0o755)
    words = line.split(" ")
    script = f"""
        eval "$(escp-docs completion bash)"
        compopt() {{ :; }}  # which bash knows on a prompt alone
        COMP_WORDS=({" ".join(words)})
        COMP_CWORD={len(words) - 1}
        _escp_docs_completion escp-docs
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    made = subprocess.run(
        ["bash", "-c", script],
        env=os.environ | {"PATH": f"{program.parent}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=True,
    )
    return made.stdout.split()


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("escp-docs bu", ["build"]),
        ("escp-docs build --pag", ["--paginate"]),
        ("escp-docs build -d partner", ["partnership-agreement"]),
        ("escp-docs build -f d", ["docx"]),
        ("escp-docs check --format sa", ["sarif"]),
        ("escp-docs explain con00", ["CON001", "CON002", "CON003", "CON004", "CON005"]),
        ("escp-docs init --call cos-clusint-2020", ["cos-clusint-2020-3-01"]),
        (f"escp-docs set {WAVE} consort", ["consortium"]),
        (f"escp-docs set {WAVE} consortium.partners[CMA].ci", ["consortium.partners[CMA].city"]),
        (f"escp-docs set {WAVE} --remove ris", ["risks"]),
    ],
)
def test_bash_completes(tmp_path: Path, line: str, offered: list[str]) -> None:
    found = completed(tmp_path, line)

    assert found[: len(offered)] == offered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_has_its_lines(shell: str) -> None:
    status, output = run("completion", shell)

    assert status == 0
    assert "_ESCP_DOCS_COMPLETE" in output


def test_another_shell_is_refused() -> None:
    assert run("completion", "csh")[0] == 2
