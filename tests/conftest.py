"""What all tests share: the size of random tests, and what takes long and is made once."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support import sizes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.support.workspace_visitor import Visitor


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option by which random tests try many examples."""
    parser.addoption("--full", action="store_true", help="try many examples in random tests")


def pytest_configure(config: pytest.Config) -> None:
    """Settle the size of random tests before the first test file is imported."""
    if config.getoption("--full"):
        sizes.be_full()
    sizes.load_profile()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder below which every document of every spec lies, drafts and all."""
    # Imported here because it loads the whole program, which many tests do not need.
    from tests.support.every_document import build_all  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("built")
    build_all(folder)
    return folder


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    """Return a small spec that somebody keeps by hand."""
    from tests.support.many_hands import SPEC  # noqa: PLC0415

    path = tmp_path / "ours.yaml"
    path.write_text(SPEC, encoding="utf-8")
    return path


@pytest.fixture
def known(spec: Path) -> "Iterator[Visitor]":
    """Yield somebody who has opened the workspace on that spec."""
    from tests.support.workspace_visitor import visitor  # noqa: PLC0415

    with visitor(spec) as found:
        yield found
