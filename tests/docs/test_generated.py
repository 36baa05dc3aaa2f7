"""What is made from something else is as it would be made now."""

from pathlib import Path

import pytest

from scripts.generated import TEXTS
from tests.support.places import ROOT


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_generated_file_is_as_it_would_be_made_now(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == TEXTS[path](), "run `make generated`"
