"""`targets: CA, JP` in braces is one slip with one cure, and the list that was meant."""

import pytest

from tests.support.reading import HEAD, faults

PARTNERS = "consortium: {partners: [{id: A}, {id: B}]}\n"


def roadmap(task: str) -> str:
    return (
        f"{HEAD}project: {{acronym: X}}\n{PARTNERS}"
        "target_countries: [{country: CA}, {country: JP}]\n"
        f"roadmap:\n  work_packages:\n    - {{id: WP1, tasks: [{{id: T1, {task}}}]}}\n"
    )


@pytest.mark.parametrize(
    ("task", "cure"),
    [
        ("targets: CA, JP", "write `targets: [CA, JP]`, in square brackets"),
        ("targets: CA, JP, lead: A", "write `targets: [CA, JP]`, in square brackets"),
        ("partners: A,\n        B", "write `partners: [A, B]`, in square brackets"),
    ],
)
def test_one_slip_has_one_cure(task: str, cure: str) -> None:
    (fault,) = faults(roadmap(task))

    assert fault.fix == cure


def test_what_the_list_was_meant_to_say_is_looked_at() -> None:
    slip, wrong = faults(roadmap("partners: A, C"))

    assert "in square brackets" in (slip.fix or "")
    assert "names 'C'" in wrong.message


@pytest.mark.parametrize(
    ("written", "column"),
    [("effort: {Q: 3, A: 1}", 10), ("effort:\n        Q: 3", 9), ("effort: {Q: , A: 1}", 10)],
)
def test_a_name_that_is_a_key_is_pointed_at_and_not_its_value(written: str, column: int) -> None:
    head = f"{HEAD}project: {{acronym: X}}\n{PARTNERS}roadmap:\n  work_packages:\n    - id: WP1\n"

    (fault,) = faults(f"{head}      {written}\n")

    assert "names 'Q'" in fault.message
    assert fault.place is not None
    assert (fault.place.column, fault.place.length) == (column + 6 if column > 9 else 9, 1)
