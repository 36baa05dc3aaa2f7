"""The page on prose says what is printed."""

import re
from collections.abc import Iterator

import pytest

from tests.prose.visible import of_prose, without_spaces
from tests.support.places import ROOT

_ROW = re.compile(r"\| `([^`]+)` \| `([^`]+)` \|")


def rows() -> Iterator[tuple[str, str]]:
    page = (ROOT / "docs/reference/prose.md").read_text(encoding="utf-8")
    table = page[page.index("| typed | printed |") :]
    yield from (
        (found[1], found[2]) for line in table.split("\n") if (found := _ROW.fullmatch(line))
    )


@pytest.mark.parametrize(("typed", "printed"), list(rows()))
def test_what_the_page_says_is_printed(typed: str, printed: str) -> None:
    assert of_prose(typed.replace("⏎", "\n")) == without_spaces(printed)


def test_the_page_has_its_table() -> None:
    assert len(list(rows())) > 15
