"""A small spec, and somebody who has opened the workspace on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.many_hands import SPEC
from tests.web.visitor import Visitor, visitor


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = tmp_path / "ours.yaml"
    path.write_text(SPEC, encoding="utf-8")
    return path


@pytest.fixture
def known(spec: Path) -> Iterator[Visitor]:
    with visitor(spec) as found:
        yield found
