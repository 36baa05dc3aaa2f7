"""How lists count: in letters and Roman numerals, forwards and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escp_docs.counting import (
    LARGEST_ROMAN,
    Count,
    Numbers,
    counted,
    letter,
    of_letter,
    of_roman,
    roman,
)

ROMANS = [
    *[(1, "i"), (2, "ii"), (3, "iii"), (4, "iv"), (5, "v"), (6, "vi"), (8, "viii"), (9, "ix")],
    *[(10, "x"), (14, "xiv"), (19, "xix"), (40, "xl"), (49, "xlix"), (50, "l"), (90, "xc")],
    *[(99, "xcix"), (100, "c"), (400, "cd"), (500, "d"), (900, "cm"), (1000, "m")],
    *[(1994, "mcmxciv"), (3999, "mmmcmxcix")],
]
LETTERS = [(1, "a"), (2, "b"), (26, "z"), (27, "aa"), (28, "bb"), (52, "zz"), (53, "aaa")]


@pytest.mark.parametrize(("number", "words"), ROMANS)
def test_roman_numerals_are_the_usual_ones(number: int, words: str) -> None:
    assert roman(number) == words
    assert of_roman(words) == number


@given(st.integers(1, LARGEST_ROMAN))
def test_a_roman_numeral_is_read_back(number: int) -> None:
    assert of_roman(roman(number)) == number


@pytest.mark.parametrize("words", ["", "iiii", "vv", "ic", "iix", "x1", "I", "mmmm", "civil", "a"])
def test_what_is_no_roman_numeral_is_none(words: str) -> None:
    assert of_roman(words) is None


@pytest.mark.parametrize(("number", "words"), LETTERS)
def test_letters_are_doubled_after_z_as_word_does(number: int, words: str) -> None:
    assert letter(number) == words
    assert of_letter(words) == number


def test_there_is_no_letter_before_a() -> None:
    assert letter(0) == "a"


@pytest.mark.parametrize("words", ["", "ab", "A", "1", "é", "aab", "{", "`"])
def test_what_is_no_letter_of_a_list_is_none(words: str) -> None:
    assert of_letter(words) is None


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count.DECIMAL, "4"),
        (Count.LOWER_LETTER, "d"),
        (Count.UPPER_LETTER, "D"),
        (Count.LOWER_ROMAN, "iv"),
        (Count.UPPER_ROMAN, "IV"),
    ],
)
def test_a_list_counts_in_its_own_way(count: Count, words: str) -> None:
    assert counted(4, count) == words


def test_a_label_is_what_was_typed() -> None:
    numbers = Numbers(3, Count.LOWER_LETTER, "(", ")")

    assert [numbers.label(index) for index in range(3)] == ["(c)", "(d)", "(e)"]
    assert [Numbers().label(index) for index in range(2)] == ["1.", "2."]
