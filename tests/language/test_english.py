"""Values in words, to the letter: what is printed on a page is never a digit off."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction

import babel.dates
import babel.numbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from escp_docs.language.english.language import ENGLISH


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("share", "decimals", "words"),
    [
        (Fraction(2, 3), 1, "66.7 %"),
        (Fraction(1, 3), 1, "33.3 %"),
        (Fraction(1, 8), 1, "12.5 %"),
        (Fraction(9, 10), 1, "90 %"),
        (Fraction(0), 1, "0 %"),
        (Fraction(1), 1, "100 %"),
        (Fraction(2, 3), 2, "66.67 %"),
        (Fraction(2, 3), 0, "67 %"),
        (Fraction(145, 1000), 0, "15 %"),  # a half goes up, not to the even digit
        (Fraction(155, 1000), 0, "16 %"),
        (Fraction(125, 10000), 1, "1.3 %"),
        (Decimal("0.0705"), 1, "7.1 %"),
        (Fraction(25, 1), 1, "2,500 %"),
    ],
)
def test_a_percentage_is_rounded_half_up(
    share: Fraction | Decimal, decimals: int, words: str
) -> None:
    assert plain(ENGLISH.percent(share, decimals)) == words


def test_a_percentage_has_one_decimal_if_nothing_else_is_asked() -> None:
    assert ENGLISH.percent(Fraction(2, 3)) == "66.7\u00a0%"


@given(st.fractions(0, 1), st.integers(0, 3))
def test_a_percentage_is_off_by_half_its_last_digit_at_most(share: Fraction, decimals: int) -> None:
    shown = Fraction(plain(ENGLISH.percent(share, decimals)).removesuffix(" %"))

    assert abs(shown - share * 100) <= Fraction(1, 2 * 10**decimals)


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (Fraction(9, 10), "90 %"),
        (Fraction(1, 8), "12.5 %"),
        (Fraction(1, 10000), "0.01 %"),
        (Fraction(1, 16), "6.25 %"),
        (Fraction(1, 32), "1/32"),
        (Fraction(2, 3), "2/3"),
    ],
)
def test_a_share_is_a_percentage_only_if_that_is_exact(share: Fraction, words: str) -> None:
    assert plain(ENGLISH.share(share)) == words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "EUR 0"),
        ("4200", "EUR 4,200"),
        ("4200.00", "EUR 4,200"),
        ("4200.5", "EUR 4,200.50"),
        ("-0.01", "EUR -0.01"),
        ("1234567.89", "EUR 1,234,567.89"),
    ],
)
def test_an_amount_has_cents_only_if_it_has_any(amount: str, words: str) -> None:
    assert plain(ENGLISH.euro(Decimal(amount))) == words
    assert ENGLISH.euro(Decimal(amount)).startswith("EUR\u00a0")


@pytest.mark.parametrize(
    ("value", "words"),
    [(7, "7"), (1000, "1,000"), (Decimal("2.50"), "2.5"), (Decimal("0.123456"), "0.123456")],
)
def test_a_number_has_commas_and_no_needless_zeros(value: int | Decimal, words: str) -> None:
    assert ENGLISH.number(value) == words


def test_an_amount_in_a_column_always_has_its_cents() -> None:
    assert ENGLISH.amount(Decimal(4200)) == "4,200.00"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (date(2020, 11, 20), "20 November 2020"),
        (date(2021, 3, 1), "1 March 2021"),
        (
            datetime(2020, 11, 25, 17, 5, tzinfo=timezone(timedelta(hours=1))),
            "25 November 2020, 17:05 (UTC+01:00)",
        ),
        (datetime(2020, 1, 2, 3, 4, tzinfo=UTC), "2 January 2020, 03:04 (UTC+00:00)"),
        (
            datetime(2020, 1, 2, tzinfo=timezone(-timedelta(hours=3, minutes=30))),
            "2 January 2020, 00:00 (UTC-03:30)",
        ),
        (
            datetime(1900, 1, 2, tzinfo=timezone(timedelta(hours=1, seconds=30))),
            "2 January 1900, 00:00 (UTC+01:00)",
        ),
    ],
)
def test_a_day_is_written_out_and_a_moment_says_its_offset(value: date, words: str) -> None:
    assert ENGLISH.day(value) == words


def test_words_are_english_on_a_machine_that_speaks_another_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Babel asks the machine once, when it is imported.
    monkeypatch.setattr(babel.numbers, "LC_NUMERIC", "de_DE")
    monkeypatch.setattr(babel.dates, "LC_TIME", "de_DE")

    assert ENGLISH.number(Decimal("1234.5")) == "1,234.5"
    assert ENGLISH.amount(Decimal("1234.5")) == "1,234.50"
    assert ENGLISH.day(date(2021, 3, 1)) == "1 March 2021"


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("FR", "France"),
        ("TR", "Turkey"),
        ("CI", "Côte d’Ivoire"),
        ("MM", "Myanmar/Burma"),
        ("XK", "Kosovo"),
        ("ZZZ", "ZZZ"),
    ],
)
def test_a_country_has_the_name_of_official_texts(code: str, name: str) -> None:
    assert ENGLISH.country(code) == name


@pytest.mark.parametrize(("code", "name"), [("pt", "Portuguese"), ("PT", "Portuguese"), ("q", "q")])
def test_a_language_has_its_english_name(code: str, name: str) -> None:
    assert ENGLISH.language(code) == name


@pytest.mark.parametrize(
    ("option", "words", "code"),
    [
        ("wet_ink", "handwritten signature", "handwritten signature"),
        ("two_thirds", "two thirds", "two thirds"),
        ("smes", "SMEs", "SMEs"),
        ("report", "report", "R"),
        ("website_video", "website or video", "DEC"),
        ("public", "public", "PU"),
        ("in_so_many_words", "in so many words", "in so many words"),
    ],
)
def test_a_choice_reads_as_english_and_has_the_code_of_the_form(
    option: str, words: str, code: str
) -> None:
    assert (ENGLISH.choice(option), ENGLISH.code(option)) == (words, code)


@pytest.mark.parametrize(
    ("value", "words"),
    [(0, "zero"), (1, "one"), (12, "twelve"), (13, "13"), (1000, "1,000"), (-1, "-1")],
)
def test_numbers_up_to_twelve_are_words(value: int, words: str) -> None:
    assert ENGLISH.small(value) == words


@pytest.mark.parametrize(
    ("items", "words"),
    [
        ([], "none"),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
    ],
)
def test_a_list_ends_in_and(items: list[str], words: str) -> None:
    assert ENGLISH.listed(items) == words
    assert ENGLISH.listed(items, "or") == words.replace(" and ", " or ")


def test_a_flag_is_yes_or_no() -> None:
    assert (ENGLISH.flag(value=True), ENGLISH.flag(value=False)) == ("yes", "no")
