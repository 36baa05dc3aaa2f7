"""Keys that name entries by id are written and read in one home, and lead back where they came."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escp_docs.errors import ArgumentError
from escp_docs.model.stable_path import concrete, going_on, located, named, parse_key
from tests.support.reading import spec

TEXT = """\
consortium:
  partners: [{id: CMA}, {id: A.B, key_staff: [{name: X}]}]
target_countries: [{country: UK}, {region: North America}, {country: JP}, {country: JP}]
budget: {person_month_eur: {A.B: 1, CMA: 2}}
roadmap: {work_packages: [{id: W1, tasks: [{id: T1}]}]}
"""
SPEC = spec(TEXT).spec


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("consortium.partners[0].city", "consortium.partners[CMA].city"),
        ("consortium.partners[1].key_staff[0]", "consortium.partners[A.B].key_staff[0]"),
        ("target_countries[0].market", "target_countries[GB].market"),
        ("target_countries[1]", "target_countries[North America]"),
        ("target_countries[3]", "target_countries[3]"),
        ("budget.person_month_eur.CMA", "budget.person_month_eur.CMA"),
        ("budget.person_month_eur[A.B]", "budget.person_month_eur[A.B]"),
        ("roadmap.work_packages[0].tasks[0].title", "roadmap.work_packages[W1].tasks[T1].title"),
    ],
)
def test_an_entry_is_named_by_what_identifies_it_and_found_again(path: str, key: str) -> None:
    assert named(path, SPEC) == key
    assert named(concrete(parse_key(key), SPEC), SPEC) == key
    assert concrete(parse_key(path), SPEC) == concrete(parse_key(key), SPEC)


def test_an_entry_is_found_by_its_name_in_any_case_and_by_its_place() -> None:
    assert concrete(parse_key("consortium.partners[cma]"), SPEC) == ("consortium", "partners", 0)
    assert concrete(parse_key("target_countries[uk]"), SPEC) == ("target_countries", 0)
    assert concrete(parse_key("consortium.partners[1]"), SPEC) == ("consortium", "partners", 1)


def test_an_entry_is_found_after_others_have_come_and_gone() -> None:
    later = spec("consortium: {partners: [{id: NEW}, {id: A.B}]}\n").spec

    assert located(parse_key("consortium.partners[A.B].city"), later) == (
        *("consortium", "partners", 1),
        "city",
    )
    assert located(parse_key("consortium.partners[CMA].city"), later) is None


def test_what_two_entries_are_called_names_neither() -> None:
    with pytest.raises(ArgumentError, match=r"may be \[2\] and \[3\]"):
        concrete(parse_key("target_countries[JP]"), SPEC)


@pytest.mark.parametrize(
    "text",
    ["", " ", ".a", "a.", "a..b", "a[", "a[]", "a]b", "[a]", "a[b]c", "a b", "a[[b]]", "a.[b]"],
)
def test_what_has_not_the_form_of_a_key_is_refused(text: str) -> None:
    with pytest.raises(ArgumentError, match="is no key"):
        parse_key(text)


@given(st.text(max_size=30))
def test_whatever_is_typed_is_a_key_or_refused(text: str) -> None:
    try:
        steps = parse_key(text)
    except ArgumentError:
        return
    assert steps
    assert all(step != "" for step in steps)


def test_blanks_around_steps_count_for_nothing() -> None:
    assert parse_key(" a . b [ North America ] ") == ("a", "b", "North America")


def test_a_key_that_is_begun_goes_on_by_one_step() -> None:
    assert list(going_on("consortium.partners[", SPEC)) == [
        "consortium.partners[CMA]",
        "consortium.partners[A.B]",
    ]
    assert list(going_on("consortium.partners[CMA].ci", SPEC)) == ["consortium.partners[CMA].city"]
    assert list(going_on("roadm", SPEC)) == ["roadmap"]
    assert list(going_on("budget.person_month_eur.", SPEC)) == ["budget.person_month_eur.CMA"]
