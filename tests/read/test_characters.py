"""Line ends of others are kept where they were pasted, and no other control character is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escp_docs.read.characters import as_words, parsable, restored
from tests.support.reading import HEAD, PROJECT, faults, read

LINE_ENDS = "\v\f\x85\u2028\u2029"


@pytest.mark.parametrize("character", LINE_ENDS)
def test_a_line_end_of_others_stays_in_a_prose(character: str) -> None:
    text = f"{HEAD}{PROJECT}strategy:\n  vision: |\n    One{character}two.\n  mission: Act.\n"

    strategy = read(text).spec.strategy

    assert strategy.vision == f"One{character}two."
    assert strategy.mission == "Act."


@pytest.mark.parametrize("character", LINE_ENDS)
def test_a_line_end_of_others_ends_a_line_of_a_text(character: str) -> None:
    text = f"{HEAD}project:\n  acronym: X\n  title: One{character}two\n"

    assert read(text).spec.project.title == "One\ntwo"


@pytest.mark.parametrize("written", ["\f", " \v ", "\u2028\u2028", "\f    "])
def test_alone_on_a_line_it_is_a_blank_line(written: str) -> None:
    text = f"{HEAD}{written}\n{PROJECT}strategy:\n  vision: |\n    One.\n{written}\n    Two.\n"

    assert (read(text).spec.strategy.vision or "").split() == ["One.", "Two."]


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x7f", "\x9b", "\ufdd0", "\uffff", "\x08"])
def test_other_control_characters_are_named_at_their_place(character: str) -> None:
    (fault, *_) = faults(f"{HEAD}project:\n  acronym: X\n  title: One{character}two\n")

    assert fault.place is not None
    assert fault.place.line == 4
    assert f"U+{ord(character):04X}" in fault.message or "binary" in fault.message


def test_json_may_write_a_character_in_two_halves() -> None:
    text = (
        f'{{"call": "{HEAD[6:-1]}", "project": {{"acronym": "X", "title": "a \\ud83d\\ude00 b"}}}}'
    )

    assert read(text).spec.project.title == "a \U0001f600 b"


def test_two_halves_in_a_text_that_is_no_json_string_stay_as_they_are() -> None:
    text = f"{HEAD}project:\n  acronym: X\n  title: a \\ud83d\\ude00 b\n"

    assert read(text).spec.project.title == "a \\ud83d\\ude00 b"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80))
def test_what_is_parsable_keeps_its_columns_and_comes_back(text: str) -> None:
    lines = "x" + text.replace("\n", " ").replace("\r", " ") + "x"

    kept, foreign = parsable(lines)

    assert len(kept) == len(lines)
    if not foreign:
        assert restored(kept) == lines
    assert restored(as_words(kept)) == restored(kept)
