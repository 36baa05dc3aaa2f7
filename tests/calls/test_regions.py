"""Regions and countries belong together, in conditions and in examples made up for them."""

import pytest

from escp_docs.finding import Answer
from escp_docs.judging.calls.check import check_call
from escp_docs.judging.one_spec import checked
from escp_docs.model.nuts import country_of, is_within, state_of
from tests.calls.conditions import answer, call_with, consortium, outcomes
from tests.support.reading import read

MET, NOT_MET, UNDECIDED = Answer.MET, Answer.NOT_MET, Answer.UNDECIDED


@pytest.mark.parametrize(
    ("regions", "partner", "expected"),
    [
        ("PT2", {"country": "PT", "region": "PT20"}, MET),
        ("PT2", {"country": "PT", "region": "PT17"}, NOT_MET),
        ("PT2", {"country": "PT"}, UNDECIDED),
        ("PT2", {}, UNDECIDED),
        ("PT2", {"country": "NO"}, NOT_MET),
        ("PT2", {"country": "US"}, NOT_MET),
        ("PT2, FRY", {"country": "FR"}, UNDECIDED),
        ("FRY", {"country": "RE"}, UNDECIDED),
        ("FRY", {"country": "RE", "region": "FRY4"}, MET),
        ("FRY", {"country": "PT", "region": "FRY10"}, UNDECIDED),
        ("PT2", {"country": "PT", "region": "FRY10"}, UNDECIDED),
        ("ES7", {"country": "PT", "region": "FRY10"}, NOT_MET),
        ("FRY", {"region": "FRY10"}, MET),
        ("EL3", {"country": "GR", "region": "EL30"}, MET),
        ("EL3", {"country": "GR"}, UNDECIDED),
        ("EL3", {"country": "GR", "region": "GR30"}, MET),
        ("EL", {"country": "GR"}, MET),
        ("UKN", {"country": "GB", "region": "UKN0"}, MET),
        ("UKN", {"country": "IE"}, NOT_MET),
        ("Outermost", {"country": "PT"}, UNDECIDED),
    ],
)
def test_who_is_in_a_region(regions: str, partner: dict[str, str], expected: Answer) -> None:
    call = call_with(f"{{at_least: 1, regions: [{regions}]}}")

    assert answer(call, consortium([partner])) is expected


def test_what_is_asked_of_a_region_in_another_country_is_which_is_right() -> None:
    call = call_with("{at_least: 1, regions: [FRY]}")
    (found,) = outcomes(call, consortium([{"country": "PT", "region": "FRY10"}]))

    assert "FRY10" in (found.question or "")
    assert "Portugal" in (found.question or "")


@pytest.mark.parametrize(
    ("country", "region", "is_told"),
    [
        ("PT", "FRY10", True),
        ("PT", "pt 17", False),
        ("GR", "EL30", False),
        ("GB", "UKN0", False),
        ("GP", "FRY1", False),
        ("AX", "FI20", False),
        ("PT", "Algarve", False),
    ],
)
def test_a_region_in_another_country_is_remarked_on(
    country: str, region: str, *, is_told: bool
) -> None:
    call = call_with("{at_least: 1}")
    found = read(consortium([{"country": country, "region": region}]), calls={call.id: call})
    told = [
        one
        for one in checked("mine.yaml", found).written.result.remarks
        if one.path == "consortium.partners[A].region"
    ]

    assert bool(told) == is_told
    if is_told:
        assert told[0].message == (
            "the region FRY10 of A is one of France, and its country is Portugal"
        )


@pytest.mark.parametrize(
    ("demand", "meets", "fails"),
    [
        (
            "{at_least: 1, sizes: [micro], regions: [FRY, PT2]}",
            "FR (coordinator, micro, region FRY)",
            "nobody",
        ),
        ("{at_least: 1, regions: [PT2]}", "PT (coordinator, region PT2)", "nobody"),
        ("{at_least: 1, regions: [FI2]}", "FI (coordinator, region FI2)", "nobody"),
        ("{exactly: 0, regions: [UK]}", "nobody", "GB (coordinator, region UK)"),
        (
            "{at_least: 2, count: regions, regions: [PT2]}",
            "PT (coordinator, region PT21), PT (region PT22)",
            "nobody",
        ),
        (
            "{at_least: 2, count: countries, regions: [PT2, EL3]}",
            "GR (coordinator, region EL3), PT (region PT2)",
            "nobody",
        ),
        ("{at_least: 1, in: [ukraine], regions: [PT2]}", None, "nobody"),
    ],
)
def test_an_example_lies_in_a_region_of_its_country(
    demand: str, meets: str | None, fails: str
) -> None:
    (found,) = check_call(call_with(demand)).conditions

    assert (found.meets, found.fails) == (meets, fails)


def test_codes_by_their_countries() -> None:
    assert [country_of(one) for one in ("EL", "uk n0", "PT2", "US1", "P", "PT2000")] == [
        *("GR", "GB", "PT"),
        *(None, None, None),
    ]
    assert state_of("MQ") == "FR"
    assert state_of("PT") == "PT"
    assert is_within("GR30", "EL3")
    assert not is_within("PT3", "PT30")
