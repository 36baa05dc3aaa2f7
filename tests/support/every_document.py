"""All documents of all examples and of twenty odd specs."""

import json
from pathlib import Path

from click.testing import CliRunner

from escp_docs.cli import main
from tests.support.odd_specs import some
from tests.support.places import EXAMPLES, OF_CALLS, SPECS

ODD = 20


def build_all(folder: Path) -> None:
    """Build every document of every spec below a folder, drafts and all."""
    for name in EXAMPLES.values():
        _build(SPECS / name, folder)
    for number, odd in enumerate(some(ODD)):
        spec = folder / f"odd-{number}.yaml"
        spec.write_text(odd.text(), encoding="utf-8")
        _build(spec, folder / f"odd-{number}")


def build_calls(folder: Path) -> None:
    """Build every document of the example of each shipped call below a folder."""
    for name in OF_CALLS.values():
        _build(SPECS / name, folder)


def _build(spec: Path, folder: Path) -> None:
    done = CliRunner().invoke(main, ["build", str(spec), "--all", "-q", "-o", str(folder)])
    assert done.exit_code == 0, done.output


def made(built: Path, suffix: str) -> list[Path]:
    """Return the documents of one format: those that the manifests name, and no others."""
    manifests = sorted(built.rglob("manifest.json"))
    assert len(manifests) == len(EXAMPLES) + ODD
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
