"""LibreOffice as a reader of sheets: every formula computed anew, whatever the file says."""

import os
import subprocess
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook

from escp_docs.files import libreoffice

# 0: always compute anew on loading; by default a file that calls itself Excel's is believed.
_ALWAYS = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""

Shown = dict[tuple[str, str], object]
"""What cells show, by sheet and address."""


def saved(given: Mapping[str, bytes], folder: Path, target: str = "xlsx") -> dict[str, bytes]:
    """Return files as LibreOffice saves them after computing every formula, by their names."""
    program = libreoffice.office()
    assert program is not None
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(_ALWAYS, encoding="utf-8")
    (folder / "in").mkdir(exist_ok=True)
    for name, data in given.items():
        (folder / "in" / name).write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["--headless", "--convert-to", target, "--outdir", str(folder / "out")]
    paths = [str(folder / "in" / name) for name in given]
    command = [program, profile, *convert, *paths]
    subprocess.run(command, check=True, capture_output=True, timeout=300, env=os.environ)
    return {name: (folder / "out" / name).with_suffix(f".{target}").read_bytes() for name in given}


def shown(data: bytes) -> Shown:
    """Return what the cells of a workbook show, by the values that lie in the file."""
    book = load_workbook(BytesIO(data), data_only=True)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }
