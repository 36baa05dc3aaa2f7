"""A Word file that somebody opened and saved, in whatever program, proposes nothing."""

import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pypandoc
import pytest

from escp_docs.compose.document_types import requests
from escp_docs.language.languages import LANGUAGES
from escp_docs.model.anchors import Anchors
from escp_docs.pull import word_reader
from escp_docs.pull.beside_spec import BesideSpec
from escp_docs.pull.file_reading import file_reading
from escp_docs.pull.merging import Merging
from tests.support.places import EXAMPLES, ROOT, SPECS
from tests.support.sendings import inputs, sending

pytestmark = pytest.mark.slow

NEWEST = ROOT / "scripts" / "with-newest-libreoffice"
UNAVAILABLE = 69
Saved = Callable[[list[Path], Path], None]


def libreoffice(*program: str) -> Saved:
    def save(paths: list[Path], folder: Path) -> None:
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        options = ["--headless", "--convert-to", "docx", "--outdir", str(folder)]
        subprocess.run([*program, profile, *options, *paths], capture_output=True, check=True)

    return save


def python_docx(paths: list[Path], folder: Path) -> None:
    for path in paths:
        out = BytesIO()
        docx.Document(str(path)).save(out)
        (folder / path.name).write_bytes(out.getvalue())


def pandoc(paths: list[Path], folder: Path) -> None:
    for path in paths:
        pypandoc.convert_file(str(path), "docx", outputfile=str(folder / path.name))


PROGRAMS = {
    "libreoffice": libreoffice("soffice"),
    "newest libreoffice": libreoffice(str(NEWEST), "soffice"),
    "python-docx": python_docx,
    "pandoc": pandoc,
}


def documents(spec: str) -> list[str]:
    every = requests(inputs(spec).reading.spec).values()
    return [one.name for one in every if "docx" in one.kind.formats and not one.kind.reads]


def said(spec: str, name: str, data: bytes) -> list[str]:
    """Return what is proposed by a file, and what is told of it."""
    found = inputs(spec)
    returned = word_reader.read(name, data)
    (language, *_) = LANGUAGES.values()
    sent = sending(spec, name).sent
    reading = file_reading(sent, returned)
    read = found.reading
    beside = BesideSpec(Anchors(read.spec), read.places, returned, "CMA")
    merging = Merging(beside, language, sent)
    proposals, notes = merging.proposals(reading)
    # Pandoc makes a paragraph of what a table is called for screen readers.
    titles = {one.summary for one in sending(spec, name).tables}
    return [f"{one.key}: {one.theirs[:60]} {one.why}" for one in proposals] + [
        f"{one.before[:60]} > {one.after[:60]}"
        for one in notes
        if one.before or one.after not in titles
    ]


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("example", EXAMPLES)
def test_a_mere_save_proposes_nothing(program: str, example: str, tmp_path: Path) -> None:
    if program == "newest libreoffice":
        begun = subprocess.run([NEWEST, "soffice", "--version"], capture_output=True, check=False)
        if begun.returncode == UNAVAILABLE:
            pytest.skip(begun.stderr.decode().strip())
    spec = str(SPECS / EXAMPLES[example])
    names = documents(spec)
    paths = [tmp_path / f"{number}.docx" for number, _ in enumerate(names)]
    for path, name in zip(paths, names, strict=True):
        path.write_bytes(sending(spec, name).data)
    back = tmp_path / "back"
    back.mkdir()
    PROGRAMS[program](paths, back)

    found = {
        name: told
        for path, name in zip(paths, names, strict=True)
        if (told := said(spec, name, (back / path.name).read_bytes()))
    }

    assert found == {}
