"""All documents of all examples and of twenty odd specs, built once."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from escp_docs.cli import main
from tests.export.odd_specs import some

SPECS = Path(__file__).parents[2] / "specs"
NAMES = ("wave-4i", "shield-4i.yaml", "unfinished.yaml")
ODD = 20


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder below which every document of every spec lies, drafts and all."""
    folder = tmp_path_factory.mktemp("built")
    for name in NAMES:
        _build(SPECS / name, folder)
    for number, odd in enumerate(some(ODD)):
        spec = folder / f"odd-{number}.yaml"
        spec.write_text(odd.text(), encoding="utf-8")
        _build(spec, folder / f"odd-{number}")
    return folder


def _build(spec: Path, folder: Path) -> None:
    done = CliRunner().invoke(main, ["build", str(spec), "--all", "-q", "-o", str(folder)])
    assert done.exit_code == 0, done.output


def made(built: Path, suffix: str) -> list[Path]:
    """Return the documents of one format: those that the manifests name, and no others."""
    manifests = sorted(built.rglob("manifest.json"))
    assert len(manifests) == len(NAMES) + ODD
    named = [
        path.parent / name for path in manifests for name in json.loads(path.read_text())["files"]
    ]
    found = [path for path in named if path.suffix == f".{suffix}"]
    assert sorted(built.rglob(f"*.{suffix}")) == sorted(found)
    assert len(found) >= len(manifests)
    return found


def shown(built: Path, path: Path) -> str:
    """Return what a document is called in a message."""
    return path.relative_to(built).as_posix()
