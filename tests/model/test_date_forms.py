"""Days and months as people write them: what each may mean, and nothing else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escp_docs.model.date_forms import (
    calendar_month,
    days,
    moments,
    month_number,
    offset_in_brussels,
    project_month,
    stored_by_spreadsheets,
    with_full_year,
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2.12.2020", ["2020-12-02"]),
        ("02/12/2020", ["2020-12-02", "2020-02-12"]),
        ("12/12/2020", ["2020-12-12"]),
        ("25/12/2020", ["2020-12-25"]),
        ("2021-9-1", ["2021-09-01"]),
        ("2021/09/01", ["2021-09-01"]),
        ("1 September 2021", ["2021-09-01"]),
        ("1st Sept 2021", ["2021-09-01"]),
        ("1st of September 2021", ["2021-09-01"]),
        ("01-Sep-2021", ["2021-09-01"]),
        ("September 1, 2021", ["2021-09-01"]),
        ("September 1st, 2021", ["2021-09-01"]),
        ("1 września 2021 r.", ["2021-09-01"]),
        ("1er septembre 2021", ["2021-09-01"]),
        ("15 de novembro de 2021", ["2021-11-15"]),
        ("1η Σεπτεμβρίου 2021", ["2021-09-01"]),
        ("1. März 2021", ["2021-03-01"]),
        ("1 listopada 2021", []),  # November in Polish, October in Croatian
        ("30 February 2021", []),
        ("30.2.2021", []),
        ("September 2021", []),
        ("1 Ma 2021", []),
        ("soon", []),
        ("1.9.21", []),  # it may be any century
        ("2020", []),
        ("20210901", ["2021-09-01"]),
        ("20213001", []),
        ("99990101", []),
        ("1" * 5_000, []),
    ],
)
def test_a_day_may_be_written_in_many_ways(typed: str, meant: list[str]) -> None:
    assert [str(one) for one in days(typed)] == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1.9.21", "1.9.2021"),
        ("1/9/21 17:00", "1/9/2021 17:00"),
        ("1.9.2021", "1.9.2021"),
        ("21/09/01", "21/09/01"),
        ("1.9.99", "1.9.99"),
        ("soon", "soon"),
    ],
)
def test_a_year_of_two_digits_is_one_of_these_decades(typed: str, meant: str) -> None:
    assert with_full_year(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("44440", "2021-09-01"),
        ("44440.0", "2021-09-01"),
        ("36526", "2000-01-01"),
        ("73050", "2099-12-31"),
        ("36525", None),
        ("73051", None),
        ("44440.5", None),
        ("4444", None),
        ("20210901", None),
    ],
)
def test_a_number_may_be_a_day_as_spreadsheets_store_it(typed: str, meant: str | None) -> None:
    assert stored_by_spreadsheets(typed) == (date.fromisoformat(meant) if meant else None)
    assert days(typed) == () or len(typed) == len("20210901")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("October", (None, 10)),
        ("Oct.", (None, 10)),
        ("October 2021", (2021, 10)),
        ("2021-10", (2021, 10)),
        ("10/2021", (2021, 10)),
        ("2021-10-05", (2021, 10)),
        ("13/2021", None),
        ("Ma", None),
        ("Jobs", None),
        ("5", None),
    ],
)
def test_a_month_of_the_calendar_is_known(typed: str, meant: tuple[int | None, int] | None) -> None:
    assert calendar_month(typed) == meant


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 200))
def test_months_of_an_action_count_on_from_its_first(start: date, after: int) -> None:
    year, month = divmod(start.year * 12 + start.month - 1 + after, 12)

    assert project_month(start, year, month + 1) == after + 1
    assert project_month(start, None, month + 1) == after % 12 + 1


def test_no_month_of_an_action_lies_before_it() -> None:
    assert project_month(date(2021, 9, 1), 2021, 8) is None


@pytest.mark.parametrize(
    ("typed", "number"), [("M10", 10), ("month 3", 3), ("m", None), ("10", None)]
)
def test_a_project_month_may_have_its_letter(typed: str, number: int | None) -> None:
    assert month_number(typed) == number


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("02.12.2020", [("2020-12-02", "12:00")]),
        ("2020-12-02 17:00", [("2020-12-02", "17:00")]),
        ("2020-12-02T17:00 CET", [("2020-12-02", "17:00")]),
        ("2 December 2020 at 9h30", [("2020-12-02", "09:30")]),
        ("03/12/2020, 17:00", [("2020-12-03", "17:00"), ("2020-03-12", "17:00")]),
        ("2 grudnia 2020, 17:00", [("2020-12-02", "17:00")]),
        ("30 novembre 2020 à 17h00", [("2020-11-30", "17:00")]),
        ("2020-12-02 25:00", []),
        ("soon", []),
    ],
)
def test_a_moment_keeps_the_day_and_the_time_that_were_typed(
    typed: str, meant: list[tuple[str, str]]
) -> None:
    assert [(str(day), hour) for day, hour in moments(typed)] == meant


@pytest.mark.parametrize(
    ("day", "offset"),
    [
        (date(2020, 3, 28), "+01:00"),
        (date(2020, 3, 29), "+02:00"),
        (date(2020, 9, 30), "+02:00"),
        (date(2020, 10, 24), "+02:00"),
        (date(2020, 10, 25), "+01:00"),
        (date(2020, 12, 2), "+01:00"),
        (date(2021, 10, 31), "+01:00"),
        (date(2024, 3, 31), "+02:00"),
    ],
)
def test_brussels_has_summer_time_between_the_last_sundays(day: date, offset: str) -> None:
    assert offset_in_brussels(day) == offset
