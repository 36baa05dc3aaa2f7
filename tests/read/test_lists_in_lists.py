"""Two dashes before an entry, or brackets around a list twice, are one fault and read as meant."""

import pytest

from tests.read.cures import done
from tests.support.reading import HEAD, faults, read

TEXT = f"""{HEAD}project:
  acronym: X
consortium:
  coordinator: A
  partners:
    - id: A
      city: Porto
      strengths:
        - one
        - two
    - id: B
      city: Oulu
"""


@pytest.mark.parametrize(
    ("meant", "typed"),
    [
        ("    - id: A\n", "    - - id: A\n"),
        ("    - id: B\n", "    -  - id: B\n"),
        ("    - id: B\n      city: Oulu\n", "    - - id: B\n        city: Oulu\n"),
        ("    - id: B\n      city: Oulu\n", "    - - {id: B, city: Oulu}\n"),
        ("    - id: B\n      city: Oulu\n", "    -\n      - id: B\n        city: Oulu\n"),
        ("        - one\n", "        - - one\n"),
        ("        - one\n        - two\n", "        - - one\n        - - two\n"),
        (
            "    - id: B\n      city: Oulu\n",
            "    - - id: B\n        city: Oulu\n    - - id: C\n        city: Faro\n",
        ),
    ],
)
def test_two_dashes_are_told_alone_and_cured(meant: str, typed: str) -> None:
    slip = TEXT.replace(meant, typed)
    assert slip != TEXT

    (fault,) = faults(slip)
    if "id: C" in typed:
        assert (fault.fix or "").endswith("and so in 1 more line")
        return
    cured = done(slip, fault) or ""

    assert fault.message == "one dash begins an entry of a list, and two begin a list in the list"
    cured = cured.replace("- - two", "- two") if "in 1 more line" in (fault.fix or "") else cured
    assert read(cured).spec == read(TEXT).spec


def test_a_list_that_is_all_in_an_entry_moves_with_its_first() -> None:
    slip = TEXT.replace("        - one\n        - two\n", "        - - one\n          - two\n")

    (fault,) = faults(slip)

    assert fault.fix == "write `- one`, indented by 10 blanks"
    assert read(done(slip, fault) or "").spec == read(TEXT).spec


@pytest.mark.parametrize(
    "entries",
    ["[[id: B]]", "[[{id: A}, {id: B}]]", "[[{id: A}], [{id: B}]]", "[{id: A}, [{id: B}]]"],
)
def test_brackets_around_a_list_twice_are_one_fault(entries: str) -> None:
    text = f"{HEAD}project: {{acronym: X}}\nconsortium: {{coordinator: B, partners: {entries}}}\n"

    (fault,) = faults(text)

    assert fault.fix == "write one pair of square brackets, with all entries in it"


def test_a_text_in_brackets_of_its_own_may_be_words() -> None:
    (fault,) = faults(TEXT.replace("- one", "- [one]"))

    assert fault.fix == 'put the text in quotes: `- "[one]"`'


def test_two_dashes_and_nothing_behind_them_are_an_empty_entry() -> None:
    found = faults(TEXT.replace("    - id: B\n", "    - -\n    - id: B\n"))

    assert any("is empty" in one.message for one in found)
