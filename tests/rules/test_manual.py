"""The printed manual of the rules is the one that their files make."""

from tests.rules.write_manual import MANUAL, manual
from tests.support.reading import call


def test_the_printed_manual_is_that_of_the_rules() -> None:
    cure = "run `python -m tests.rules.write_manual`"

    assert MANUAL.read_text("utf-8") == manual(call()), cure


def test_no_line_of_the_manual_ends_in_a_space() -> None:
    assert not [line for line in manual(call()).splitlines() if line != line.rstrip()]
