"""Where two texts differ is shown with the words around it, also where no word differs."""

import pytest

from escp_docs.report.pulled import all_rows


@pytest.mark.parametrize(
    ("before", "after", "rows"),
    [
        ("We meet in May.", "We meet in June.", ["... We meet in [-May-]{+June+}. ..."]),
        ("We meet. We talk.", "We meet.\n\nWe talk.", ["... We meet. {+¶ +}We talk. ..."]),
        ("We meet.\n\nWe talk.", "We meet. We talk.", ["... We meet. [-¶ -]We talk. ..."]),
        ("dual-use", "dual – use", ["marks, blanks or breaks of lines alone"]),
    ],
)
def test_each_change_is_shown(before: str, after: str, rows: list[str]) -> None:
    assert all_rows(before, after) == rows
