"""All documents of all examples, built once."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from escp_docs import files
from escp_docs.cli import main
from escp_docs.compose.kinds import papers
from escp_docs.model.spec import Spec
from escp_docs.read import spec as reading
from tests.make import CALL_ID, call

SPECS = Path(__file__).parents[2] / "specs"
NAMES = ("wave-4i", "shield-4i.yaml", "unfinished.yaml")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder below which every document of every example lies, drafts and all."""
    folder = tmp_path_factory.mktemp("built")
    for name in NAMES:
        done = CliRunner().invoke(main, ["build", str(SPECS / name), "--all", "-o", str(folder)])
        assert done.exit_code == 0, done.output
    return folder


def made(built: Path, suffix: str) -> list[Path]:
    """Return the documents of one format, of every kind that has it."""
    found = sorted(built.rglob(f"*.{suffix}"))
    every = [paper for name in NAMES for paper in papers(read(name)).values()]
    assert len(found) == sum(suffix in paper.kind.formats for paper in every)
    return found


def read(name: str) -> Spec:
    """Return what an example states."""
    return reading.spec(files.spec_sources(str(SPECS / name)), {CALL_ID: call()}).spec
