"""An entry that moved as a block, or stands two blanks behind its dash, is told as one slip."""

import re

import pytest

from tests.read.cures import done
from tests.support.reading import faults, read
from tests.support.typing_mistakes import SPECS

TEXT = (SPECS / "rivers.yaml").read_text()
ENTRY = re.search(r"    - id: JOKI\n(?:      .*\n)+", TEXT)


@pytest.mark.parametrize("by", [-2, -1, 1, 2])
def test_an_entry_of_several_lines_is_moved_back_as_a_whole(by: int) -> None:
    assert ENTRY is not None
    moved = re.sub(r"(?m)^    ", " " * (4 + by), ENTRY[0])
    slip = TEXT.replace(ENTRY[0], moved)

    (fault,) = faults(slip)

    first = TEXT[: ENTRY.start()].count("\n") + 1
    last = first + ENTRY[0].count("\n") - 1
    assert (fault.fix or "").startswith(f"indent lines {first} to {last} by {abs(by)} ")
    assert done(slip, fault) == TEXT


@pytest.mark.parametrize("blanks", [2, 3, 4])
@pytest.mark.parametrize("name", ["IHP", "JOKI", "SUA"])
def test_blanks_behind_a_dash_are_told_alone_and_cured(name: str, blanks: int) -> None:
    slip = TEXT.replace(f"- id: {name}\n", f"-{' ' * blanks}id: {name}\n")

    (fault,) = faults(slip)

    assert fault.fix == f"write `- id: {name}`"
    assert read(done(slip, fault) or "").spec == read(TEXT).spec


def test_blanks_behind_a_dash_may_be_as_many_as_before_the_other_keys() -> None:
    assert ENTRY is not None
    first, *rest = ENTRY[0].rstrip("\n").split("\n")
    entry = "\n".join((first.replace("- ", "-   "), *(f"  {one}" for one in rest), ""))

    assert not faults(TEXT.replace(ENTRY[0], entry))
