"""In {...} a comma, a colon or a blank that is missing or too many loses nothing in silence."""

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

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
        pytest.param("members: {smes: 1,2}", "write a whole number: 'smes'", id="whole number"),
        pytest.param("members: {smes: 1,200}", "write `1200` without", id="whole thousands"),
        pytest.param("contact: {name: x, role = y}", "write `role: y`", id="equals"),
        pytest.param("contact: {name: x, role := y}", "write `role: y`", id="colon equals"),
        pytest.param("staff_fte: 9800,-", "write 9800", id="no cents"),
        pytest.param("staff_fte: 9.800,–", "write 9800", id="no cents behind a dash"),
        pytest.param("staff_fte: 1.234,56", "write `1234.56`", id="point and comma"),
        pytest.param("staff_fte: 61,234.56", "write `61234.56` without a comma", id="thousands"),
        pytest.param("staff_fte: 1,234,567", "write `1234567` without a comma", id="millions"),
        pytest.param("contact: {name: Anna, role}", "put the text in quotes", id="known key"),
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


TYPED = st.lists(
    st.text(alphabet="ab'\"\\é.;()-", min_size=1, max_size=6), min_size=2, max_size=4
).map(lambda words: "x" + ", x".join(words))


@given(TYPED)
@example("xGrowth \"now\", x'then'")
@example('xC:\\temp, xit\'s "so"')
def test_a_cure_keeps_what_was_typed(typed: str) -> None:
    found = faults(f"{GOOD.replace('X}', 'X, title: ' + typed + '}')}")
    cures = [one.fix or "" for one in found if "the comma before" in one.message]
    for cure in cures:
        written = cure.split("`", 1)[1].rpartition("`")[0]
        assert yaml.safe_load(written) == {"title": typed}
    assert len(cures) == 1 or "\\" not in typed


@pytest.mark.parametrize(
    ("written", "cure"),
    [
        ("Growth,jobs ,  trust", '`title: "Growth,jobs ,  trust"`'),
        ("Growth,\n    jobs", '`title: "Growth, jobs"`'),
        ("'now', jobs", "`title: \"'now', jobs\"`"),
        ('"now", jobs', "`title: '\"now\", jobs'`"),
    ],
)
def test_a_cure_shows_blanks_and_quotes_as_typed(written: str, cure: str) -> None:
    fault, *_ = faults(f"{HEAD}project: {{acronym: X, title: {written}}}\n")

    assert cure in (fault.fix or "")


@pytest.mark.parametrize("written", ["1,2", "3,50", "7,5"])
@pytest.mark.parametrize("key", ["smes", "total"])
def test_no_decimal_is_offered_for_a_whole_number(key: str, written: str) -> None:
    fault, *_ = faults(f"{GOOD}{PARTNER}members: {{{key}: {written}}}}}]}}\n")

    assert "." not in (fault.fix or "")


def test_equals_signs_in_braces_are_cured_by_colons() -> None:
    (fault,) = faults(f"{HEAD}{PROJECT}budget: {{person_month_eur: {{A=4200, B=3900}}}}\n")

    assert fault.fix == (
        "write `{A: 4200, B: 3900}`: a colon and a blank part a key from its value"
    )


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f", "\u3000", "\u00a0 "])
def test_another_blank_than_a_space_may_stand_behind_a_comma_in_braces(blank: str) -> None:
    partner = f"{{id: A,{blank}country: FR, city: Nice}}"

    spec = read(f"{HEAD}{PROJECT}consortium: {{partners: [{partner}]}}\n").spec

    assert spec.consortium is not None
    assert spec.consortium.partners is not None
    (found,) = spec.consortium.partners
    assert (found.id, found.country, found.city) == ("A", "FR", "Nice")
