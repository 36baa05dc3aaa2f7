"""A key below a text that is set in too far is part of the text; a cure must not make it that."""

import pytest

from tests.support.reading import HEAD, faults, read

TEXT = f"{HEAD}project:\n  acronym: X\n  abstract: |\n    One.\n"


@pytest.mark.parametrize("lead", ["  \u00a0 ", "\u00a0\u00a0\u00a0\u00a0", "\u00a0 ", "\u3000"])
def test_a_foreign_blank_before_a_key_below_a_text(lead: str) -> None:
    text = f"{TEXT}{lead}duration_months: 30\n"

    (fault,) = faults(text)
    cured = read(text.replace(f"{lead}duration", "  duration"))

    assert fault.fix == "indent it by 2 blanks"
    assert (cured.spec.project.duration_months, cured.spec.project.abstract) == (30, "One.")


def test_so_in_every_line_below_it() -> None:
    lead = "  \u00a0 "

    (fault,) = faults(f"{TEXT}{lead}duration_months: 30\n{lead}start_date: 2021-09-01\n")

    assert fault.fix == "indent it by 2 blanks, and so in 1 more line"


def test_words_below_a_text_stay_part_of_it() -> None:
    (fault,) = faults(f"{TEXT}  \u00a0 and so on: everywhere\n")

    assert fault.fix == "indent it by 4 blanks"


def test_a_key_in_a_text_is_remarked_upon_with_the_way_out() -> None:
    (remark,) = read(f"{TEXT}    duration_months: 30\n    note: this stays\n").remarks

    assert remark.message == "this line is read as part of the text that begins on line 4"
    assert remark.fix == (
        "if 'duration_months' is a key here, indent the line by 2 blanks, as 'abstract'"
    )
    assert remark.place is not None
    assert (remark.place.line, remark.place.column) == (6, 5)


def test_a_key_that_stands_there_already_is_a_word() -> None:
    text = f"{HEAD}project:\n  acronym: X\n  title: T\n  abstract: |\n    title: Sea\n"

    assert read(text).remarks == ()
