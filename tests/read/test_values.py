"""How the text of a value is read: by the type that its key wants, whatever the quotes."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.reading import HEAD, PROJECT, faults, spec


def test_norway_is_a_country_and_no_falsehood() -> None:
    found = spec("consortium: {partners: [{id: ON, country: NO, pic: 012345670}]}").spec

    partner = found.partners[0]
    assert (partner.id, partner.country, partner.pic) == ("ON", "NO", "012345670")


@pytest.mark.parametrize("written", ["true", "True", "'true'", '"true"'])
def test_true_is_true_in_any_quotes(written: str) -> None:
    found = spec(f"consortium: {{partners: [{{id: A, own_legal_entity: {written}}}]}}").spec

    assert found.partners[0].own_legal_entity is True


@pytest.mark.parametrize("written", ["yes", "on", "1", "NO", "y"])
def test_no_other_word_is_a_boolean(written: str) -> None:
    (fault,) = faults(
        f"call: cos-clusint-2020-3-01\nproject: {{acronym: X, defence_and_security: {written}}}"
    )

    assert "neither true nor false" in fault.message


@pytest.mark.parametrize(
    ("written", "expected"), [("EL", "GR"), ("UK", "GB"), ("XK", "XK"), ("RE", "RE")]
)
def test_codes_of_the_commission_are_accepted(written: str, expected: str) -> None:
    found = spec(f"consortium: {{partners: [{{id: A, country: {written}}}]}}").spec

    assert found.partners[0].country == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("0.90", Fraction(9, 10)),
        ("'0.9001'", Fraction(9001, 10000)),
        ("2/3", Fraction(2, 3)),
        ("1", Fraction(1)),
        ("0", Fraction(0)),
    ],
)
def test_shares_are_exact(written: str, expected: Fraction) -> None:
    assert spec(f"budget: {{reimbursement_rate: {written}}}").spec.budget.reimbursement_rate == (
        expected
    )


@pytest.mark.parametrize("written", ["1.01", "-0.1", "90 %", "3/2", "1/0", ".nan", ".inf", "a"])
def test_what_is_no_share_is_refused(written: str) -> None:
    assert faults(HEAD + PROJECT + f"budget: {{indirect_rate: {written}}}")


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("duration_months", "0"),
        ("duration_months", "32.5"),
        ("duration_months", "-3"),
        ("start_date", "2021-02-30"),
        ("start_date", "01.09.2021"),
        ("submission_date", "2020-12-02T17:00"),
        ("submission_date", "2020-12-02T25:00+01:00"),
    ],
)
def test_what_is_no_month_or_date_is_refused_at_its_place(key: str, written: str) -> None:
    (fault,) = faults(
        f"call: cos-clusint-2020-3-01\nproject:\n  acronym: X\n  {key}: '{written}'\n"
    )

    assert fault.place is not None
    assert (fault.place.line, fault.place.column) == (4, len(key) + 5)
    assert written in (fault.excerpt or "")


@pytest.mark.parametrize(
    "written", ["2020-12-02T16:59+01:00", "2020-12-02T16:59:00+01:00", "2020-12-02T15:59Z"]
)
def test_seconds_may_be_left_out(written: str) -> None:
    found = spec(f"project: {{acronym: X, submission_date: {written}}}").spec

    assert found.project.submission_date is not None
    assert found.project.submission_date != date(2020, 12, 2)


@pytest.mark.parametrize("empty", ["", "null", "~", '""', "'  '"])
def test_an_empty_value_is_an_absent_key(empty: str) -> None:
    assert spec(f"project:\n  acronym: X\n  title: {empty}\n").spec.project.title is None


def test_a_written_list_is_not_an_absent_one() -> None:
    assert spec("strategy: {existing: []}").spec.strategy.existing == ()
    assert spec("strategy: {}").spec.strategy.existing is None


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_every_amount_of_cents_is_read_as_it_is_written(amount: Decimal) -> None:
    found = spec(f"budget: {{costs: [{{amount_eur: {amount:f}}}]}}").spec

    assert (found.budget.costs or ())[0].amount_eur == amount
