"""Word files that other people's programs have opened and saved are whole, and say the same."""

import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from zipfile import ZipFile

import docx
import pypandoc
import pytest
from lxml import etree

from escp_docs.produced import word_file
from escp_docs.produced.extracted import ExtractedText
from tests.support.every_document import made, shown
from tests.support.places import ROOT

pytestmark = pytest.mark.slow

_NEWEST = ROOT / "scripts" / "with-newest-libreoffice"
_UNAVAILABLE = 69
_AT_ONCE = 40
"""Files for one run of LibreOffice: it keeps what it needed for each."""


def saved(program: list[str], paths: list[Path], folder: Path) -> dict[Path, Path]:
    """Return what LibreOffice makes of Word files that it opens and saves, by file."""
    sources = {folder / f"{number}.docx": path for number, path in enumerate(paths)}
    for source, path in sources.items():
        shutil.copy(path, source)
    names = list(sources)
    for start in range(0, len(names), _AT_ONCE):
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        options = ["--headless", "--convert-to", "docx", "--outdir", str(folder / "saved")]
        some = names[start : start + _AT_ONCE]
        subprocess.run([*program, profile, *options, *some], capture_output=True, check=True)
    return {path: folder / "saved" / source.name for source, path in sources.items()}


def malformed(path: Path) -> Iterator[str]:
    """Yield the parts of a file that no program could read."""
    with ZipFile(path) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                try:
                    etree.fromstring(package.read(name))
                except etree.XMLSyntaxError as error:
                    yield f"{name}: {error}"


def words(file: ExtractedText) -> list[str]:
    """Return the words of a file in reading order."""
    return file.text.split()


def faults(built: Path, after: Mapping[Path, Path]) -> dict[str, object]:
    """Return what is wrong with each file that was saved: it is broken, or says something else."""
    found: dict[str, object] = {}
    for path, back in after.items():
        name = shown(built, path)
        if broken := list(malformed(back)):
            found[name] = broken
            continue
        sent, returned = word_file.read(path.read_bytes()), word_file.read(back.read_bytes())
        if words(sent) != words(returned):
            found[name] = Counter(words(sent)), Counter(words(returned))
        elif (sent.values, sent.notes) != (returned.values, returned.notes) or returned.dangers:
            found[name] = returned.values, returned.notes, returned.dangers
    return found


def test_the_libreoffice_of_this_machine_changes_nothing_by_saving(
    built: Path, tmp_path: Path
) -> None:
    assert faults(built, saved(["soffice"], made(built, "docx"), tmp_path)) == {}


def test_the_newest_libreoffice_changes_nothing_by_saving(built: Path, tmp_path: Path) -> None:
    begun = subprocess.run([_NEWEST, "soffice", "--version"], capture_output=True, check=False)
    if begun.returncode == _UNAVAILABLE:
        pytest.skip(begun.stderr.decode().strip())
    older = subprocess.run(["soffice", "--version"], capture_output=True, check=True)

    assert begun.stdout != older.stdout
    assert faults(built, saved([str(_NEWEST), "soffice"], made(built, "docx"), tmp_path)) == {}


def test_python_docx_changes_nothing_by_saving(built: Path, tmp_path: Path) -> None:
    after: dict[Path, Path] = {}
    for number, path in enumerate(made(built, "docx")):
        after[path] = tmp_path / f"{number}.docx"
        docx.Document(str(path)).save(str(after[path]))

    assert faults(built, after) == {}


def test_pandoc_loses_no_word(built: Path, tmp_path: Path) -> None:
    """It makes words of the titles that tables have for screen readers, so there may be more."""
    found: dict[str, object] = {}
    back = tmp_path / "back.docx"
    for path in made(built, "docx"):
        pypandoc.convert_file(str(path), "docx", outputfile=str(back))
        sent, returned = (word_file.read(one.read_bytes()) for one in (path, back))
        lost = Counter(words(sent)) - Counter(words(returned))
        if lost or list(malformed(back)):
            found[shown(built, path)] = lost

    assert found == {}
