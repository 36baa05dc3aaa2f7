"""Keys of an entry that stand at its dash are told once, with all lines that the cure moves."""

import pytest

from tests.read.cures import done
from tests.support.reading import HEAD, faults

TEXT = f"{HEAD}project:\n  acronym: X\nconsortium:\n  coordinator: A\n  partners:\n"
MEANT = """    - id: A
      city: Faro
      contact:
        name: Ana
        email: ana@a.example
      postcode: "8000"
    - id: B
      city: Roma
      signatories:
        - name: Bo
          role: Director
          authority: statutory
    - id: C
"""


@pytest.mark.parametrize(
    ("first", "last", "fix"),
    [
        pytest.param(8, 8, "indent it by 6 blanks, as 'id' on line 7", id="one"),
        pytest.param(12, 12, "indent it by 6 blanks, as line 9", id="the last"),
        pytest.param(
            8, 11, "indent lines 8 to 11 by 2 more blanks, as 'id' on line 7", id="not the last"
        ),
        pytest.param(
            8, 12, "indent lines 8 to 12 by 2 more blanks, as 'id' on line 7", id="all of an entry"
        ),
        pytest.param(
            14, 18, "indent lines 14 to 18 by 2 more blanks, as 'id' on line 13", id="with a list"
        ),
        pytest.param(
            17, 18, "indent lines 17 to 18 by 2 more blanks, as 'name' on line 16", id="one entry"
        ),
    ],
)
def test_they_are_set_in_together(first: int, last: int, fix: str) -> None:
    lines = (TEXT + MEANT).split("\n")
    for at in range(first - 1, last):
        lines[at] = lines[at].removeprefix("  ")
    typed = "\n".join(lines)

    (fault,) = faults(typed)
    cured = done(typed, fault)

    assert (fault.place and fault.place.line, fault.fix) == (first, fix)
    assert cured == TEXT + MEANT


def test_keys_too_far_right_are_moved_together() -> None:
    typed = f"{HEAD}project:\n  acronym: X\n  sectors: [a]\n    title: Y\n    duration_months: 30\n"

    (fault,) = faults(typed)

    assert fault.fix == "indent lines 5 to 6 by 2 fewer blanks, as line 4"
    assert done(typed, fault) == typed.replace("    ", "  ")
