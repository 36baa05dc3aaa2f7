"""Numbers of a call that cannot be met together are named; those that can, are not."""

import pytest

from escp_docs.judging.calls.check import check_call
from tests.calls.conditions import SOURCE, call_with


def faults(*demands: str) -> str:
    return "; ".join(one.message for one in check_call(call_with(*demands)).faults)


@pytest.mark.parametrize(
    ("demands", "said"),
    [
        (["{at_least: 3}", "{at_most: 2}"], "the condition c1 asks for 3 or more"),
        (
            ["{exactly: 1, in: [ukraine, wide]}", "{at_least: 2, in: [wide, ukraine]}"],
            "the condition c1 allows 1 at most",
        ),
        (["{all_of: [{at_least: 3}, {at_most: 5}]}", "{at_most: 2}"], "c2 allows 2 at most"),
        (["{at_least: 3}", "{at_most: 3}"], ""),
        (["{at_least: 3}", "{at_most: 2, in: [wide]}"], ""),
        (["{any_of: [{at_least: 3}, {at_least: 1, in: [wide]}]}", "{at_most: 2}"], ""),
    ],
)
def test_conditions_against_each_other(demands: list[str], said: str) -> None:
    found = faults(*demands)

    assert said in found
    assert bool(said) == ("at most" in found)


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        ("least_member_states: {value: 5, %s}", "the file has 4 Member States"),
        ("least_countries: {value: 8, %s}", "the file has 7 participating countries"),
        ("least_countries: {value: 7, %s}", ""),
    ],
)
def test_numbers_greater_than_the_sets_that_they_count(terms: str, said: str) -> None:
    call = call_with(terms=f"all_strands: {{{terms % SOURCE}}}")
    found = "; ".join(one.message for one in check_call(call).faults)

    assert said in found
    assert bool(said) == ("the file has" in found)


def test_the_least_number_of_entities_against_a_condition() -> None:
    condition = f"{{id: few, value: {{at_most: 2}}, {SOURCE}}}"
    call = call_with(
        terms=f"all_strands: {{least_legal_entities: {{value: 3, {SOURCE}}}, "
        f"conditions: [{condition}]}}"
    )
    found = "; ".join(one.message for one in check_call(call).faults)

    assert "least_legal_entities asks for 3 or more, and the condition few allows 2" in found
