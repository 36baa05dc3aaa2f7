"""Quotes that Word curls are letters to YAML: told, with the way to write the value."""

import pytest

from tests.support.reading import HEAD, faults, read

PROJECT = f"{HEAD}project:\n  acronym: X\n"


@pytest.mark.parametrize(
    ("typed", "cure"),
    [
        ("title: “Wood works”", 'write `title: "Wood works"`: straight quotes, or none'),
        ("title: „Holz wirkt“", 'write `title: "Holz wirkt"`: straight quotes, or none'),
        ("title: «Le bois»", 'write `title: "Le bois"`: straight quotes, or none'),
        ("abstract: ‘All of it’", 'write `abstract: "All of it"`: straight quotes, or none'),
        ("keywords: [“wood”, sea]", 'write `"wood"`: straight quotes, or none'),
        ("keywords:\n    - sea\n    - “wood”", 'write `"wood"`: straight quotes, or none'),
    ],
)
def test_a_text_between_them_is_remarked_upon(typed: str, cure: str) -> None:
    (remark,) = read(f"{PROJECT}  {typed}\n").remarks

    assert remark.fix == cure


@pytest.mark.parametrize(
    "typed",
    [
        "title: “Wood” and “stone”",
        "title: The “wood”",
        'title: "“Wood works”"',
        "abstract: |\n    “Wood works”, they say.",
        "title: “”",
        "title: ’t Hart",
    ],
)
def test_quotes_within_a_text_are_none_of_it(typed: str) -> None:
    assert read(f"{PROJECT}  {typed}\n").remarks == ()


@pytest.mark.parametrize(
    ("typed", "cure"),
    [
        ("start_date: “2021-09-01”", "write `start_date: 2021-09-01`, without the curly quotes"),
        ("duration_months: “30”", "write `duration_months: 30`, without the curly quotes"),
        ("defence_and_security: ‘true’", "write `defence_and_security: true`, without the curly"),
    ],
)
def test_another_value_between_them_is_refused_with_the_value_alone(typed: str, cure: str) -> None:
    (fault,) = faults(f"{PROJECT}  {typed}\n")

    assert (fault.fix or "").startswith(cure)
