"""The cash of a partner: nothing is lost between half-years, and payments follow the clauses."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escp_docs.model.agreement import Instalment
from escp_docs.model.cash import cash
from escp_docs.model.figures import figures
from escp_docs.model.spec import Spec
from tests.support.documents import example

SPEC = example("shield").spec


def paid(way: str, instalments: tuple[Instalment, ...] = (), months: int | None = None) -> Spec:
    agreement = SPEC.agreement.updated({"payments": way, "instalments": instalments})
    project = SPEC.project.updated({"duration_months": months or SPEC.project.duration_months})
    return SPEC.updated({"agreement": agreement, "project": project})


@given(
    way=st.sampled_from(["by_report", "by_instalments"]),
    months=st.integers(1, 60),
    parts=st.lists(st.tuples(st.integers(1, 60), st.fractions(0, 1)), min_size=1, max_size=4),
)
def test_what_is_spent_and_paid_adds_up_to_the_cent(
    way: str, months: int, parts: list[tuple[int, Fraction]]
) -> None:
    spec = paid(way, tuple(Instalment(month=at, share=part) for at, part in parts), months)

    for own in figures(spec).partners:
        found = cash(spec, own.partner)
        assert found is not None
        assert sum(one.cost for one in found.half_years) == own.total
        assert sum(one.received for one in found.half_years) + found.balance == own.grant
        assert found.balance >= 0
        assert found.half_years[-1].laid_out - found.balance == own.own + own.incomes
        assert [one.first for one in found.half_years] == [*range(1, months + 1, 6)]
        assert found.half_years[-1].last == months


def test_instalments_come_in_their_half_year() -> None:
    parts = (Instalment(month=6, share=Fraction(2, 5)), Instalment(month=7, share=Fraction(3, 10)))
    found = cash(paid("by_instalments", parts), "PTK")
    own = figures(SPEC).of("PTK")

    assert found is not None
    assert own is not None
    first, second = found.half_years[:2]
    assert abs(first.received - own.grant * Decimal("0.4")) < Decimal("0.01")
    assert abs(second.received - own.grant * Decimal("0.3")) < Decimal("0.01")


def test_reports_are_paid_in_the_half_year_after_them() -> None:
    found = cash(paid("by_report"), "PTK")

    assert found is not None
    assert found.half_years[0].received == 0
    assert 0 < found.half_years[1].received <= found.half_years[0].cost


@pytest.mark.parametrize("way", ["on_receipt", None])
def test_what_nobody_can_tell_is_not_told(way: str | None) -> None:
    assert cash(paid(way or ""), "PTK") is None
    assert cash(example("unfinished").spec, "CAR") is None
    assert cash(SPEC, "NOBODY") is None
