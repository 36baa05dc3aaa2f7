"""The reference pages say what the program says."""

import pytest
import reference


@pytest.mark.parametrize("name", reference.PAGES)
def test_a_page_is_the_one_that_the_program_makes(name: str) -> None:
    made = reference.PAGES[name]()

    assert (reference.FOLDER / name).read_text(encoding="utf-8") == made, (
        "run .venv/bin/python scripts/reference.py"
    )
