"""In {...} a comma, a colon or a blank that is missing or too many loses nothing in silence."""

import pytest

from tests.support.reading import HEAD, PROJECT, faults, read

GOOD = HEAD + PROJECT
PARTNER = "consortium: {partners: [{id: A, "


@pytest.mark.parametrize(
    ("written", "cure"),
    [
        pytest.param("members: {total:60, smes: 5}", "write `total: 60`", id="no blank"),
        pytest.param("members: {total:\u00a060, smes: 5}", "write `total: 60`", id="NBSP"),
        pytest.param("website:https://a.example", "write `website: https://a.example`", id="url"),
        pytest.param("members: {total 60}", "write `total: 60`", id="no colon"),
        pytest.param(
            "signatories: [{name: Rossi, Anna, role: R}]", '`name: "Rossi, Anna"`', id="name"
        ),
        pytest.param(
            "legal_name: Nanoprogress, z.s., country: CZ",
            '`legal_name: "Nanoprogress, z.s."`',
            id="legal form",
        ),
        pytest.param(
            "key_staff: [{experience: Twelve years, five as lead, two abroad}]",
            '`experience: "Twelve years, five as lead, two abroad"`',
            id="two commas",
        ),
        pytest.param("staff_fte: 8,5", "write `8.5`", id="decimal comma"),
        pytest.param("staff_fte: 1.234,56", "write `1234.56`", id="point and comma"),
        pytest.param("staff_fte: 61,234.56", "write `61234.56` without a comma", id="thousands"),
        pytest.param("staff_fte: 1,234,567", "write `1234567` without a comma", id="millions"),
        pytest.param("contact: {name: Anna, role}", "put the words in quotes", id="known key"),
        pytest.param("contact: {Anna, Rossi}", "[Anna, Rossi]", id="a list in braces"),
        pytest.param("contact: {name: x, office: y}", "put the whole text in quotes", id="value"),
    ],
)
def test_what_is_torn_off_is_told_with_its_cure(written: str, cure: str) -> None:
    fault, *_ = faults(f"{GOOD}{PARTNER}{written}}}]}}\n")

    assert fault.fix is not None
    assert cure in fault.fix
    assert fault.place is not None
    assert fault.place.line == 3


def test_every_slip_of_a_mapping_is_told_and_none_hides_another() -> None:
    found = faults(
        f"{GOOD}budget: {{person_month_eur: {{A: 8,5, B 3, C:4, D: 6,5}}}}\n{PARTNER}}}]}}"
    )

    cures = [fault.fix or "" for fault in found if fault.place and fault.place.line == 3]
    assert [cure.split("`")[1] for cure in cures[:4]] == ["8.5", "B: 3", "C: 4", "6.5"]


@pytest.mark.parametrize("written", ["visionn:", "visionn: null", "visionn: ''", "visionn: ~"])
def test_an_unknown_key_is_a_fault_with_and_without_a_value(written: str) -> None:
    (fault,) = faults(f"{GOOD}strategy:\n  {written}\n")

    assert "unknown key 'visionn'" in fault.message
    assert fault.fix == "did you mean 'vision'?"


def test_a_known_key_without_a_value_is_an_absent_one() -> None:
    assert read(f"{GOOD}strategy: {{vision: , mission: null}}\n").spec.strategy.vision is None
