"""Lists: numbers as typed, and what Word leaves in the clipboard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escp_docs.prose.outline import DEEPEST
from escp_docs.prose.reader import read
from tests.prose.outline import outline


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("1. a\n2. b", ["1. a", "2. b"]),
        ("1) a\n2) b", ["1) a", "2) b"]),
        ("1. a\n2) b", ["1. a", "2) b"]),
        ("1. a\n\nwords\n\n2. b", ["1. a", "words", "2. b"]),
        ("1. a\n\n   words\n\n2. b", ["1. a", "  words", "2. b"]),
        ("1. a\n1. b", ["1. a", "1. b"]),
        ("1. a\n3. c", ["1. a", "3. c"]),
        ("I. a\nII. b\nIV. d\nV. e", ["I. a", "II. b", "IV. d", "V. e"]),
        ("A. a\nB. b\nD. d", ["A. a", "B. b", "D. d"]),
        ("i. a\nii. b\niv. d", ["i. a", "ii. b", "iv. d"]),
        ("(A) a\n(B) b\n(D) d", ["(A) a", "(B) b", "(D) d"]),
        ("- I. a\n  II. b\n  IV. d", ["• I. a", "  II. b", "  IV. d"]),
        ("A. a\nB. b\n\nwords\nD. d", ["A. a", "B. b", "words", "D. d"]),
        ("words\nD. Silva", ["words D. Silva"]),
        (
            "A. a\nB. The office stays open for all the partners until\nD. Silva leaves.",
            ["A. a", "B. The office stays open for all the partners until D. Silva leaves."],
        ),
        ("7. seventh\n\nwords\n\n8. eighth", ["7. seventh", "words", "8. eighth"]),
        ("2016. In that year.", ["2016. In that year."]),
        ("2026. EUR 1,000\n2027. EUR 1,500", ["2026. EUR 1,000", "2027. EUR 1,500"]),
        ("1. a\n2. b\n\n2019. It began.", ["1. a", "2. b", "2019. It began."]),
        ("1. a\n2019. It began.", ["1. a", "2019. It began."]),
        ("15. January of each year.", ["15. January of each year."]),
        ("3) third\n4) fourth", ["3) third", "4) fourth"]),
        ("01. first\n007. seventh", ["01. first", "007. seventh"]),
        ("0. nought", ["0. nought"]),
        ("1.\n2.", ["1.", "2."]),
        ("The sum is\n1. a\n2. b", ["The sum is", "1. a", "2. b"]),
        ("1\\. no item\n\n2026\\. no backslash", ["1. no item", "2026. no backslash"]),
    ],
)
def test_numbers_are_those_that_were_typed(text: str, printed: list[str]) -> None:
    assert outline(text) == printed


def test_only_numbers_that_count_make_items() -> None:
    nodes = read("1. a\n2. b\n\n2019. c\n\n3. d").nodes

    assert [type(node).__name__ for node in nodes] == ["Items", "Words", "Items"]


@given(st.lists(st.integers(1, 40), min_size=1, max_size=12))
def test_whatever_numbers_are_typed_are_printed(numbers: list[int]) -> None:
    text = "\n".join(f"{number}. w" for number in numbers)

    assert outline(text) == text.split("\n")


@given(st.integers(1, 60), st.sampled_from(["a{})", "({})", "{}.", "{})"]))
def test_a_long_list_is_one_list(length: int, form: str) -> None:
    form = form.removeprefix("a")
    nodes = read("\n".join(f"{form.format(number)} w" for number in range(1, length + 1))).nodes

    assert len(nodes) == 1


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("We offer:\n• a\n• b", ["We offer:", "• a", "• b"]),
        ("We offer:\n• a\n• b\n– c\no\td", ["We offer:", "• a", "• b", "  • c", "    • d"]),
        ("•\ta\no\tb\n•\tc", ["• a", "  • b", "• c"]),
        ("•\ta\n\no\tb\n\n•\tc", ["• a", "  • b", "• c"]),
        ("•\ta\n\no\tb", ["• a", "• b"]),
        ("\uf0b7 a\n\uf0a7\tb\n\uf0b7 c", ["• a", "  • b", "• c"]),
        ("•a\n•b", ["• a", "• b"]),
        ("- a\n• b", ["• a", "  • b"]),
        ("a) x\nb) y", ["a) x", "b) y"]),
        ("(i) x\n(ii) y\n(iii) z", ["(i) x", "(ii) y", "(iii) z"]),
        ("A. x\nB. y", ["A. x", "B. y"]),
        ("I. x\nII. y", ["I. x", "II. y"]),
        ("(1) x\n(2) y", ["(1) x", "(2) y"]),
        ("a) x\n(i) y\n(ii) z\nb) w", ["a) x", "  (i) y", "  (ii) z", "b) w"]),
        ("a) x\nb) y\n\n(i) z\n(ii) w", ["a) x", "b) y", "(i) z", "(ii) w"]),
        ("1. x\n• y\n2. z", ["1. x", "  • y", "2. z"]),
        ("1. x\n\n• y\n\n2. z", ["1. x", "  • y", "2. z"]),
        ("1.1 x\n1.2 y", ["1.1 x", "1.2 y"]),
        ("1. x\n1.1 y\n1.2 z\n2. w\n2.1 v", ["1. x", "  1.1 y", "  1.2 z", "2. w", "  2.1 v"]),
        ("1.1 million people", ["1.1 million people"]),
        ("12.5 FTE\n1.2 years", ["12.5 FTE 1.2 years"]),
        ("A. Silva leads the team.", ["A. Silva leads the team."]),
        ("M. Dupont\n\nI. Kant", ["M. Dupont", "I. Kant"]),
        ("h) x\ni) y", ["h) x", "i) y"]),
        ("o projeto\no plano", ["o projeto o plano"]),
        ("o\u00a0projeto\no\u00a0plano", ["o\u00a0projeto o\u00a0plano"]),
        ("o\u00a0\u00a0a\no\u00a0 b\no \u00a0c", ["• a", "• b", "• c"]),
        ("  - a\n  - b", ["• a", "• b"]),
        ("      - a\n      - b", ["• a", "• b"]),
        ("1. a\n  - b\n2. c", ["1. a", "  • b", "2. c"]),
        ("- a\n  go on\n- b", ["• a go on", "• b"]),
        ("- a\n\n  more\n- b", ["• a", "  more", "• b"]),
    ],
)
def test_marks_of_word_processors_begin_items(text: str, printed: list[str]) -> None:
    assert outline(text) == printed


@pytest.mark.parametrize(
    "text",
    [
        "z) x",
        "b) x",
        "A. x",
        "1.5 x",
        "2.1 x",
        "(v) x",
        "-x",
        "*x",
        "+x",
        "–x",
        "1.x",
        "a)x",
        "- 5 %",
        "+ 20 %",
        "+ strong",
        "- EUR 5",
        "* 3 = 6",
        "– 5 %",
    ],
)
def test_what_only_looks_like_an_item_is_printed_as_typed(text: str) -> None:
    assert outline(f"Before.\n\n{text}\n\nAfter.") == ["Before.", text, "After."]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("+ 20 % exports\n- 5 % costs", ["+ 20 % exports", "- 5 % costs"]),
        ("+ strong\n+ near\n- few\n- far", ["+ strong", "+ near", "- few", "- far"]),
        ("+ a\n+ b", ["• a", "• b"]),
        ("- growth\n+ 5 new jobs\n- trust", ["• growth", "+ 5 new jobs", "• trust"]),
        ("- growth\n- trust\n+ EUR 5", ["• growth", "• trust", "+ EUR 5"]),
        ("+ 20 % jobs\n- growth\n- trust", ["+ 20 % jobs", "• growth", "• trust"]),
        ("- 5 partners\n+ 5 jobs\n- trust", ["• 5 partners", "+ 5 jobs", "• trust"]),
        ("+ strong\n- 5 partners", ["+ strong", "- 5 partners"]),
        ("- 5 partners\n- 3 countries", ["• 5 partners", "• 3 countries"]),
        ("- 5 partners from\n  Spain\n- others", ["• 5 partners from Spain", "• others"]),
        (
            "Kosovo* is named.\n\n* Without prejudice.",
            ["Kosovo* is named.", "* Without prejudice."],
        ),
        ("* a\n* b", ["• a", "• b"]),
        (
            "The clusters, which are all of them strong,\n– they say –\nagree.",
            ["The clusters, which are all of them strong,", "– they say – agree."],
        ),
        (
            "The clusters, which are all of them near to each other,\n– they say –\nagree.",
            ["The clusters, which are all of them near to each other, – they say – agree."],
        ),
        (
            "The office stays open for all the partners\nuntil month\n32. We go on.",
            ["The office stays open for all the partners until month", "32. We go on."],
        ),
        (
            "The office stays open for all partners of the alliance until month\n32. We go on.",
            ["The office stays open for all partners of the alliance until month 32. We go on."],
        ),
    ],
)
def test_a_sign_is_read_by_what_stands_beside_it(text: str, printed: list[str]) -> None:
    assert outline(text) == printed


@pytest.mark.parametrize("levels", [1, 8, 9, 30, 400])
@pytest.mark.parametrize("mark", ["- ", "1. ", "• "])
def test_no_word_is_lost_however_deep_it_stands(levels: int, mark: str) -> None:
    text = "\n".join(" " * len(mark) * level + f"{mark}w{level}" for level in range(levels))

    reading = outline(text)

    assert [line.split()[-1] for line in reading] == [f"w{level}" for level in range(levels)]
    assert read(text).levels == levels
    assert max(len(line) - len(line.lstrip()) for line in reading) <= 2 * DEEPEST


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("1. 1. 2021\n2. 1. 2021", ["1. 1. 2021", "2. 1. 2021"]),
        ("1. 12. 2021 we begin.", ["1. 12. 2021 we begin."]),
        ("1.1.2021\n2.1.2021", ["1.1.2021 2.1.2021"]),
    ],
)
def test_a_day_written_with_points_is_no_item(text: str, printed: list[str]) -> None:
    assert outline(text) == printed
