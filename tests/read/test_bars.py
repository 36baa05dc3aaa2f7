"""A sign that stands for the | of a text is told where it stands, and its cure is the |."""

import pytest

from tests.read.cures import done
from tests.support.reading import HEAD, faults, read

TEXT = f"""{HEAD}project:
  acronym: X
  abstract: |
    Two banks:

    - the left one
    - the right one # it floods
consortium:
  partners:
    - id: A
      profile: |-
        It was founded
        in 2009.
      city: Porto
"""


@pytest.mark.parametrize("sign", [*"｜¦∣│┃⏐ǀ❘￨︱!/\\", "||"])
@pytest.mark.parametrize("behind", ["", "  ", " # to be read by Ana"])
@pytest.mark.parametrize("entry", ["abstract: |", "profile: |-"])
def test_a_look_alike_is_told_alone_and_cured(sign: str, behind: str, entry: str) -> None:
    slip = TEXT.replace(entry, entry.replace("|", sign) + behind)

    (fault,) = faults(slip)

    assert "in place of the | that begins the text below" in fault.message
    assert fault.fix == f"write `{entry}`"
    assert read(done(slip, fault) or "").spec == read(TEXT).spec


def test_the_sign_is_named() -> None:
    (fault,) = faults(TEXT.replace("abstract: |", "abstract: ¦"))

    assert fault.message.startswith("'¦' (broken bar, U+00A6) stands here")
    assert fault.place is not None
    assert (fault.place.line, fault.place.column) == (4, 13)


def test_a_wide_sign_of_folding_is_its_own() -> None:
    (fault,) = faults(TEXT.replace("profile: |-", "profile: \uff1e"))

    assert fault.fix == "write `profile: >`"


@pytest.mark.parametrize("letter", ["l", "I", "1"])
def test_a_letter_may_be_the_first_word_and_is_remarked_on(letter: str) -> None:
    found = read(TEXT.replace("profile: |-", f"profile: {letter}")).remarks

    assert found[0].fix == "write `profile: |` if it is to be a |"
    assert found[0].place is not None
    assert found[0].place.line == 12


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("city: Porto", "city: /"),  # nothing is below it
        TEXT.replace("Two banks:", "abstract: ¦\n      of two banks"),  # it is in a text
        TEXT.replace("city: Porto", "sectors: [a]\n      city: l\n       Faro"),  # no prose
    ],
)
def test_what_may_be_meant_is_left_alone(text: str) -> None:
    assert not any("first word" in one.message for one in read(text).remarks)
