"""No false alarm: hundreds of files as they were built, saved again by LibreOffice, and signed.

Each is verified in its folder, by the manifest alone and by the spec.
"""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from escp_docs.cli import main
from escp_docs.files import libreoffice
from tests.support.odd_specs import some
from tests.support.places import EXAMPLES, ROOT, SPECS
from tests.support.signing import field_names, signed

pytestmark = pytest.mark.slow
_ODD = 1
_NEWEST = ROOT / "scripts" / "with-newest-libreoffice"
_ENOUGH = 500  # files, fresh and saved again and signed


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Path]:
    """Return the folders of all documents of the examples and of odd specs, each with its spec."""
    home = tmp_path_factory.mktemp("honest")
    specs = [SPECS / name for name in EXAMPLES.values()]
    for number, odd in enumerate(some(_ODD)):
        specs.append(home / f"odd-{number}.yaml")
        specs[-1].write_text(odd.text(), encoding="utf-8")
    found: dict[Path, Path] = {}
    for number, spec in enumerate(specs):
        copy = home / f"spec-{number}" / spec.name
        copied = shutil.copytree if spec.is_dir() else shutil.copy
        copy.parent.mkdir()
        copied(spec, copy)
        output = home / f"output-{number}"
        done = CliRunner().invoke(main, ["build", str(copy), "--all", "-q", "-o", str(output)])
        assert done.exit_code == 0, done.output
        found[next(one for one in output.iterdir() if (one / "manifest.json").exists())] = copy
    return found


def verified(folder: Path, *spec: Path) -> list[str]:
    """Return what is said against the files of a folder, and why the command failed."""
    done = CliRunner().invoke(main, ["verify", str(folder), *map(str, spec)])
    said = [one for one in done.output.splitlines() if ": error " in one]
    return [] if done.exit_code == 0 else said or [done.output]


def counted(folder: Path, *suffixes: str) -> list[Path]:
    return sorted(one for one in folder.rglob("*") if one.suffix in suffixes)


def test_five_hundred_honest_files_raise_no_alarm(built: dict[Path, Path], tmp_path: Path) -> None:
    faults: list[str] = []
    many = 0
    for number, (folder, spec) in enumerate(built.items()):
        for what, other in (("", folder), *_others(folder, tmp_path / str(number))):
            for more in ((), (spec,)) if other is folder or not number else ((),):
                faults += [f"{what}{bool(more)}: {one}" for one in verified(other, *more)]
            many += len(counted(other, ".docx", ".pdf", ".html", ".xlsx"))

    assert faults == []
    assert many > _ENOUGH


def _others(folder: Path, home: Path) -> Iterator[tuple[str, Path]]:
    """Yield copies of a folder in which files were saved again, or signed."""
    offices = [[str(office)] for office in (libreoffice.office(),) if office]
    if subprocess.run([_NEWEST, "soffice", "--version"], capture_output=True).returncode == 0:  # noqa: PLW1510
        offices.append([str(_NEWEST), "soffice"])
    for number, office in enumerate(offices):
        copy = Path(shutil.copytree(folder, home / f"saved-{number}"))
        _save(office, copy, home / f"office-{number}")
        yield f"saved by {office[-1]} {number}, ", copy
    copy = Path(shutil.copytree(folder, home / "signed"))
    for path in counted(copy, ".pdf"):
        if field_names(path.read_bytes()):
            path.write_bytes(signed(path.read_bytes()))
    yield "signed, ", copy


def _save(office: list[str], folder: Path, home: Path) -> None:
    profile = f"-env:UserInstallation={(home / 'profile').as_uri()}"
    for suffix in ("docx", "xlsx"):
        given = counted(folder, f".{suffix}")
        for number, path in enumerate(given):
            (home / "in").mkdir(parents=True, exist_ok=True)
            shutil.copy(path, home / "in" / f"{number}.{suffix}")
        to = ["--headless", "--convert-to", suffix, "--outdir", str(home / "out")]
        names = [str(home / "in" / f"{number}.{suffix}") for number in range(len(given))]
        subprocess.run([*office, profile, *to, *names], check=True, capture_output=True)
        for number, path in enumerate(given):
            shutil.copy(home / "out" / f"{number}.{suffix}", path)
