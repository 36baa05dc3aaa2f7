"""Numbers as people write them: what can be read two ways, and what is meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escp_docs.model.number_forms import meant, reads_two_ways, share


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("12.500", ("12500", "12.5")),
        ("1.234", ("1234", "1.2340")),
        ("100.000", ("100000", "100")),
        ("0.125", None),
        ("1250.505", None),
        ("12.5", None),
        ("12.5000", None),
        ("12500", None),
    ],
)
def test_three_decimals_after_one_to_three_digits_read_two_ways(
    text: str, readings: tuple[str, str] | None
) -> None:
    assert reads_two_ways(text, 6) == readings


def test_the_second_reading_has_no_more_decimals_than_there_may_be() -> None:
    assert reads_two_ways("1.234", 2) == ("1234", "1.23")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("12,500", ("12500", "12.5")),
        ("1.250,00", ("1250.00",)),
        ("1,250.00", ("1250.00",)),
        ("12 500", ("12500",)),
        ("12\u202f500", ("12500",)),
        ("12'500", ("12500",)),
        ("€ 12500", ("12500",)),
        ("12500 EUR", ("12500",)),
        ("5000 ευρώ", ("5000",)),
        ("9800,-", ("9800",)),
        ("9.800,- EUR", ("9800",)),
        ("EUR 9'800.–", ("9800",)),
        ("9800,-5", ()),
        ("9800-", ()),
        ("5000 PLN", ()),
        ("$5000", ()),
        ("12 tys.", ()),
        ("1.2 mln", ()),
        ("33 months", ()),
        ("8,5", ("8.5",)),
        ("12.5k", ()),
        ("1 million", ()),
        ("90%", ()),
        ("October", ()),
        ("", ()),
    ],
)
def test_what_a_number_may_mean(text: str, numbers: tuple[str, ...]) -> None:
    assert meant(text, "amount_eur") == numbers


@pytest.mark.parametrize(
    ("key", "text", "numbers"),
    [
        ("notice_days", "21 days", ("21",)),
        ("notice_days", "21 dni", ("21",)),
        ("notice_days", "3 weeks", ()),
        ("notice_days", "1 month", ()),
        ("duration_months", "33 μήνες", ("33",)),
        ("duration_months", "3 years", ()),
        ("confidentiality_years", "5 lat", ("5",)),
        ("confidentiality_years", "60 months", ()),
        ("total", "60 SMEs", ("60",)),
        ("total", "1.2k", ()),
        ("founded", "2009 r.", ("2009",)),
        ("meetings_per_year", "2 times", ("2",)),
        ("CMC", "6 days", ()),
    ],
)
def test_a_unit_is_left_out_only_if_it_says_again_what_the_key_counts(
    key: str, text: str, numbers: tuple[str, ...]
) -> None:
    assert meant(text, key) == numbers


@given(st.text(max_size=20))
def test_what_is_meant_is_a_number_of_the_format(text: str) -> None:
    for number in meant(text, "total"):
        assert float(number) >= 0


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("90%", "0.9"),
        ("90 %", "0.9"),
        ("7 per cent", "0.07"),
        ("0,9", "0.9"),
        ("90", "0.9"),
        ("12,5 %", "0.125"),
        ("0.5%", "0.005"),
        ("100 %", "1"),
        ("120 %", None),
        ("high", None),
        ("9" * 5_000, None),
    ],
)
def test_a_share_may_be_written_in_per_cent(text: str, meant: str | None) -> None:
    assert share(text) == meant
