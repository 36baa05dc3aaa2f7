"""Tables of pipes and of tabs: no cell is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escp_docs.compose.markdown.prose import prose_blocks
from escp_docs.document import Align, Table
from tests.prose.outline import outline


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("| a | b |\n|---|---|\n| 1 | 2 |", ["a ‖ b", "1 | 2"]),
        ("a | b\n--|--\n1 | 2", ["a ‖ b", "1 | 2"]),
        ("| a |\n|---|\n| 1 |", ["a", "1"]),
        ("| a | b |\n|---|---|\n| 1 | 2 | 3 |", ["a ‖ b ‖ ", "1 | 2 | 3"]),
        ("| a | b |\n|---|---|\n| 1 |", ["a ‖ b", "1 | "]),
        ("| a | b |\n|---|---|\n| x \\| y | *z* |", ["a ‖ b", "x | y | /z/"]),
        ("| a | b |\n|---|---|\nafter", ["a ‖ b", "after"]),
        ("before\n| a | b |\n|---|---|\n| 1 | 2 |", ["before", "a ‖ b", "1 | 2"]),
        ("| a | b |\n|---|\n| 1 | 2 |", ["| a | b |", "|---|", "| 1 | 2 |"]),
        ("| no | table |\n| at | all |", ["| no | table |", "| at | all |"]),
        ("- | a | b |\n  |---|---|\n  | 1 | 2 |", ["• a ‖ b", "  1 | 2"]),
        ("a\tb\n1\t2", ["a ‖ b", "1 | 2"]),
        ("Costs:\na\tb\n1\t2\nafter", ["Costs:", "a ‖ b", "1 | 2", "after"]),
        ("a\tb\tc\n1\t\t3\n4", ["a ‖ b ‖ c", "1 |  | 3", "4"]),
        ("a\tb\n1\nc\td", ["a b 1 c d"]),
        ("a\tb\nc\td\n1\ne\tf", ["a ‖ b", "c | d", "1 | ", "e | f"]),
        ("\t2021\t2022\nTravel\t5\t6", [" ‖ 2021 ‖ 2022", "Travel | 5 | 6"]),
        ("2021\t2022\nTravel\t5\t6", [" ‖ 2021 ‖ 2022", "Travel | 5 | 6"]),
        ("Name:\tX\nCity:\tY", ["Name: | X", "City: | Y"]),
        ("a\tb", ["a b"]),
        ("a\tb\nc\td\te\nf\tg", ["a b⏎c d e⏎f g"]),
        ("•\ta\n•\tb", ["• a", "• b"]),
        ("1.\ta\n2.\tb", ["1. a", "2. b"]),
    ],
)
def test_tables(text: str, printed: list[str]) -> None:
    assert outline(text) == printed


def test_columns_are_set_as_their_rule_says() -> None:
    (table,) = prose_blocks("| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |")

    assert isinstance(table, Table)
    assert [one.align for one in table.columns] == [Align.LEFT, Align.CENTRE, Align.RIGHT]
    assert sum(one.width for one in table.columns) == pytest.approx(1)


cells = st.text(alphabet="ab 12%", min_size=1, max_size=8).map(str.strip).filter(bool)


@given(
    st.integers(2, 6).flatmap(
        lambda wide: st.lists(st.lists(cells, min_size=wide, max_size=wide), min_size=2, max_size=8)
    )
)
def test_every_cell_pasted_with_tabs_is_a_cell(rows: list[list[str]]) -> None:
    (table,) = prose_blocks("\n".join("\t".join(row) for row in rows))

    assert isinstance(table, Table)
    printed = [
        line.replace(" ‖ ", " | ").split(" | ")
        for line in outline("\n".join("\t".join(row) for row in rows))
    ]
    assert printed == [[" ".join(cell.split(" ")) for cell in row] for row in rows]
