"""A source line that is too long to be shown is cut where the fault is not, and says so."""

import pytest

from escp_docs.errors import Fault
from escp_docs.finding import Place
from escp_docs.report.faults import excerpt, fault_lines

WORDS = " ".join(f"word{number}" for number in range(10, 60))  # 349 characters


@pytest.mark.parametrize("column", [1, 50, 81, 95, 101, 180, 320, 344])
@pytest.mark.parametrize("before", [None, "", WORDS])
def test_a_cut_is_marked_and_the_place_is_shown(column: int, before: str | None) -> None:
    fault = Fault("wrong", "mend it", Place("a.yaml", 2, column, 4), WORDS, before=before)

    *_, shown, carets, _ = fault_lines(fault)

    at = carets.index("^")
    assert shown[at : at + 4] == WORDS[column - 1 : column + 3]
    assert shown.startswith("    2 | …") == (shown[8] != "w" or shown[8:14] != "word10")
    assert shown.endswith("…") == (not shown.endswith("word59"))
    assert len(shown) < 120


def test_a_short_line_is_shown_whole() -> None:
    line = WORDS[:100]

    shown, _ = excerpt(Place("a.yaml", 1, 98), line)

    assert shown == f"    1 | {line.rstrip()}"
