"""The printed manual of the rules reads well."""

from tests.rules.write_manual import manual
from tests.support.reading import call


def test_no_line_of_the_manual_ends_in_a_space() -> None:
    assert not [line for line in manual(call()).splitlines() if line != line.rstrip()]
