"""`doctor`: what is there, what is missing, what installs it."""

import shutil
import subprocess
import sys
from importlib.metadata import version

import pytest

from escp_docs.build.install_hints import PANGO, of_system
from escp_docs.document import Document
from escp_docs.document.format_names import FormatName
from escp_docs.errors import MissingProgramError
from escp_docs.export import formats
from escp_docs.export.exported import Exported
from escp_docs.export.look import Look
from tests.support.program import run


def test_a_whole_machine_can_make_every_format() -> None:
    status, output = run("doctor")

    assert status == 0
    for words in ("HTML files", "Word files", "Excel files", "PDF files", "page numbers"):
        assert words in output
    assert f"weasyprint {version('weasyprint')}" in output
    assert "missing" not in output


def test_without_pango_the_status_is_1_and_the_command_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    usual = formats.export

    def export(document: Document, format_: FormatName, look: Look) -> Exported:
        if format_ == "pdf":
            raise MissingProgramError("a PDF needs the library Pango\n  fix: ...")
        return usual(document, format_, look)

    monkeypatch.setattr(formats, "export", export)
    monkeypatch.setattr("platform.freedesktop_os_release", lambda: {"ID_LIKE": "debian"})
    status, output = run("doctor")

    assert status == 1
    assert "missing  PDF files (a PDF needs the library Pango)" in output
    assert "fix: apt-get install libpango" in output


def test_without_libreoffice_every_document_can_be_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    status, output = run("doctor")

    assert status == 0
    assert "without  page numbers in the contents of Word files" in output


@pytest.mark.parametrize(
    ("release", "command"),
    [
        ({"ID": "ubuntu", "ID_LIKE": "debian"}, "apt-get"),
        ({"ID": "fedora"}, "dnf"),
        ({"ID": "rocky", "ID_LIKE": "rhel centos fedora"}, "dnf"),
        ({"ID": "unheard-of"}, "on Debian: apt-get"),
        ({}, "on Debian: apt-get"),
    ],
)
def test_the_command_is_that_of_the_system(
    monkeypatch: pytest.MonkeyPatch, release: dict[str, str], command: str
) -> None:
    monkeypatch.setattr("platform.system", lambda: "Linux")
    monkeypatch.setattr("platform.freedesktop_os_release", lambda: release)

    assert of_system(PANGO).startswith(command)


def test_a_library_that_is_not_there_is_named() -> None:
    code = (
        "import sys; sys.modules['xlsxwriter'] = None\n"
        "from escp_docs.cli import main; main(['doctor'])"
    )
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert made.returncode == 1
    assert "missing  Excel files (xlsxwriter is not there)" in made.stdout
    assert "Traceback" not in made.stderr
