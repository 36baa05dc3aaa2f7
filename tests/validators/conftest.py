"""All documents of all examples, built once."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from escp_docs.cli import main

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
    """Return the documents of one format; two for each example."""
    found = sorted(built.rglob(f"*.{suffix}"))
    assert len(found) == 2 * len(NAMES)
    return found
