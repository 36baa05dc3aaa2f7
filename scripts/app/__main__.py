"""Make the program to start with a double click from a wheel, and zip it.

    python -m scripts.app dist/escp_docs-*.whl

The zip lies in dist/, named for version and system. What it needs of the system (Pango and what
that stands on) has to be there on this machine; it is taken along.
"""

import platform
import shutil
import stat
import subprocess
import sys
import venv
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from scripts.app.licences import lay_licences

ROOT: Final = Path(__file__).parents[2]
HOME: Final = ROOT / "build" / "app"
IS_WINDOWS: Final = sys.platform == "win32"
README: Final = """\
escp-docs {version}

Start `escp-docs` in this folder with a double click: it opens a page in your browser, asks for the
folder of your partnership, and ends two minutes after you closed its last page. Nothing is
installed, and nothing leaves this machine. Keep the folder together, wherever it lies.

In a terminal it is the whole command: `escp-docs --help`.
"""


def environment(wheel: Path) -> Path:
    """Return the Python of an environment with the locked libraries, PyInstaller and a wheel."""
    home = HOME / "environment"
    shutil.rmtree(home, ignore_errors=True)
    venv.create(home, with_pip=True)
    python = home / ("Scripts/python.exe" if IS_WINDOWS else "bin/python")
    pip = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps")
    subprocess.run([*pip, "--require-hashes", "-r", ROOT / "requirements/app.txt"], check=True)
    subprocess.run([*pip, wheel], check=True)
    return python


def folder(python: Path) -> Path:
    """Return the folder in which PyInstaller put the program."""
    made, work = HOME / "made", HOME / "work"
    options = ("--noconfirm", "--clean", "--log-level", "WARN")
    places = ("--distpath", made, "--workpath", work)
    spec = ROOT / "scripts" / "app" / "escp-docs.spec"
    command = (python, "-m", "PyInstaller", *options, *places, spec)
    subprocess.run(list(map(str, command)), cwd=HOME, check=True)
    return made / "escp-docs"


def version_of(wheel: Path) -> str:
    """Return the version in the name of a wheel."""
    return wheel.name.split("-")[1]


def zipped(made: Path, version: str) -> Path:
    """Return the zip of a folder, links and permissions kept as they are on this system."""
    (made / "README.txt").write_text(README.format(version=version), encoding="utf-8")
    lay_licences(made)
    for name in ("LICENSE", "THIRD-PARTY.md"):
        shutil.copy(ROOT / name, made)
    system = {"darwin": "macos", "win32": "windows"}.get(sys.platform, sys.platform)
    name = f"escp-docs-{version}-{system}-{platform.machine().lower()}"
    (ROOT / "dist").mkdir(exist_ok=True)
    place = ROOT / "dist" / f"{name}.zip"
    place.unlink(missing_ok=True)
    with ZipFile(place, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for one in sorted(made.rglob("*")):
            if one.is_symlink() or one.is_file():
                _add(archive, one, one.relative_to(made.parent).as_posix())
    return place


def _add(archive: ZipFile, path: Path, name: str) -> None:
    """Add a file to a zip, with who may run it; a link as a link."""
    if path.is_symlink():
        link = ZipInfo(name)
        link.create_system = 3  # Unix
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, str(path.readlink()))
        return
    archive.write(path, name)


def main(wheel: Path) -> int:
    """Make the zip and say where it is and how large."""
    made = folder(environment(wheel.resolve()))
    place = zipped(made, version_of(wheel))
    size = sum(one.stat().st_size for one in made.rglob("*") if one.is_file())
    print(f"{place.relative_to(ROOT)}: {place.stat().st_size:,} bytes, unpacked {size:,}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
