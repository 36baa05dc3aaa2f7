"""Cells are compared by what they say, not by how a program writes it."""

import pytest

from escp_docs.produced.expected_cells import NAMES, ExpectedCell, cell_differences
from escp_docs.produced.extracted import Cells


@pytest.mark.parametrize(
    ("wanted", "found", "is_same"),
    [
        ("SUM(D5:D5)", "=SUM(D5)", True),  # as LibreOffice 25.2 writes it
        ("='Receipts'!$A$5:$A$5", "Receipts!$A$5", True),
        ("SUM(D5:D6)", "=SUM(D5)", False),
        ("SUM(D5:D55)", "=SUM(D5)", False),
        ("SUM(AD5:D5)", "=SUM(D5)", False),
        ("SUM(D5)", "=SUM(D6)", False),
    ],
)
def test_a_range_of_one_cell_is_that_cell(wanted: str, found: str, is_same: bool) -> None:  # noqa: FBT001
    cells = Cells({(NAMES, "amount"): ("", found)}, ())

    said = list(cell_differences((ExpectedCell(NAMES, "amount", "", wanted),), cells))

    assert bool(said) is not is_same
