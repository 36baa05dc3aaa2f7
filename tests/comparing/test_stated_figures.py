"""A figure that a spec states, or that follows from it, is known however a text writes it."""

from decimal import Decimal
from functools import cache

import pytest

from escp_docs.comparing.claims.claims import claims
from escp_docs.comparing.claims.derived import derived
from escp_docs.comparing.claims.listing import figures_of
from escp_docs.comparing.claims.numerals import numerals
from escp_docs.comparing.claims.passages import text_at
from escp_docs.files import spec_sources
from escp_docs.read import spec as reading
from escp_docs.read.spec import Reading
from tests.support.places import SPECS
from tests.support.reading import shipped

WORDS = "six hundred and seven thousand euro"
# 607,917.81 in all, of which 536,530.86 are asked for, and 2,400 come in.


@cache
def wave() -> Reading:
    return reading.spec(spec_sources(str(SPECS / "wave-4i")), shipped())


def unknown(text: str) -> list[str]:
    read = wave()
    words = text_at(read.spec, "strategy.impact", text)
    found = figures_of(words, claims(read.spec, read.call), derived(read.spec), read.places)
    return [one.words for one in found if not one.facts]


@pytest.mark.parametrize(
    "text",
    [
        *(
            f"The total cost is EUR 607{mark}918, of which 536{mark}531 euro are asked for."
            for mark in (",", " ", "\u00a0", "\u202f", "\u2009", "'", "\u2019", ".", "")
        ),
        "The total cost is EUR 607.917,81.",
        "The total cost is \u20ac 607917,81.",
        "The total cost is 607 917,81 \u20ac.",
        "The total cost is six hundred and seven thousand, nine hundred and eighteen euro.",
        "The action lasts thirty-two months.",
        "Ninety per cent of the costs come from the Union grant, the partners carry ten per cent.",
        "CMA and BKTM together have 310 members, and 251 SMEs.",
        "The clusters have 621 member organisations and thirty staff.",
        "80 % of the members of CMA are SMEs, or 79.6 per cent, or 79,57 %.",
        "CMA gets 22.8 % of the grant, 23 per cent in round numbers, STK 18,5 %.",
        "CMA works 23.5 person-months, BKTM 19 person-months, MINI 16,5 person-months.",
        "Own contributions are EUR 68,987.",
        "The costs of CMA are EUR 135,768.",
    ],
)
def test_what_a_spec_says_is_no_new_figure(text: str) -> None:
    assert unknown(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The total cost is EUR 607.919.", ["607.919"]),
        ("The total cost is EUR 607'919.", ["607'919"]),
        ("CMA and STK together have 310 members.", ["310 members"]),
        ("CMA gets 21.8 % of the grant.", ["21.8 %"]),
        ("MINI works 23.5 person-months.", ["23.5 person-months"]),
        ("The partners carry 11 % of the costs.", ["11 %"]),
        ("The total cost is six hundred and seven thousand euro.", [WORDS]),
    ],
)
def test_what_no_fact_says_is_still_one(text: str, words: list[str]) -> None:
    assert unknown(text) == words


@pytest.mark.parametrize(
    ("written", "values"),
    [
        ("twelve", (12,)),
        ("a hundred and five", (105,)),
        ("two thousand", (2000,)),
        ("two thousand and twenty", (2020,)),
        ("three hundred and twenty thousand, four hundred and one", (320_401,)),
        ("a million", (1_000_000,)),
        ("one million two hundred thousand", (1_200_000,)),
        ("1.2 million", (1_200_000,)),
        ("405 thousand", (405_000,)),
        ("1.234.567", (1_234_567,)),
        ("1.234", (Decimal("1.234"), 1234)),
        ("1.234,50", (Decimal("1234.50"),)),
        ("12,5 %", (Decimal("12.5"),)),
        ("12, 5", (12,)),
        ("3'000'000", (3_000_000,)),
    ],
)
def test_a_number_is_read_as_it_is_written(written: str, values: tuple[Decimal, ...]) -> None:
    found = numerals(f"about {written} of them")[0]

    assert (found.value, *found.others) == values


@pytest.mark.parametrize("text", ["version 1.2.3 of it", "section 4.1.2", "WP1,2", "#405.000"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert all(not one.others and one.value < 100 for one in numerals(text))
