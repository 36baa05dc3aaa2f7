"""A key that stands a blank or two off is told at its line, wherever its file begins."""

import re
from collections.abc import Iterator
from textwrap import dedent, indent

import pytest

from escp_docs.errors import Fault, UnreadableError
from escp_docs.read import spec as reading
from escp_docs.read.source import SourceText, SpecText
from tests.read.cures import done
from tests.support.reading import HEAD, known
from tests.support.typing_mistakes import SPECS

MAIN = f"{HEAD}project: {{acronym: X}}\nconsortium:\n  partners:\n    - include: a.yaml\n"


def entry(by: int) -> str:
    """Return a partner of an example as it lies in a file of its own, set in by some blanks."""
    text = (SPECS / "wave-4i/consortium.yaml").read_text()
    found = re.search(r"    - (id: .*\n(?:      .*\n|\n)+)", text)
    assert found is not None
    return indent(dedent(f"      {found[1]}"), " " * by)


def faults(text: str) -> list[Fault]:
    """Return the faults of a file with an entry."""
    files = SpecText((SourceText("s.yaml", MAIN),), {("a.yaml", True): SourceText("a.yaml", text)})
    try:
        reading.spec(files, known())
    except UnreadableError as error:
        return [one for one in error.faults if one.place and one.place.file == "a.yaml"]
    return []


def off(by: int) -> Iterator[tuple[int, str, str]]:
    """Yield the number of each line with a key of a partner, the text with it moved, and meant."""
    for column in (0, 2):
        meant = entry(column)
        lines = meant.split("\n")
        for at, line in enumerate(lines):
            is_swallowed = by > 1 and re.match(r"^ *(?:contribution|strengths):", line)
            is_key = re.match(rf" {{{column}}}[a-z_]+:", line) and not is_swallowed
            if is_key and column + by >= 0:
                typed = " " * (column + by) + line.lstrip()
                yield at + 1, "\n".join((*lines[:at], typed, *lines[at + 1 :])), meant


@pytest.mark.parametrize("by", [-1, 1, 2])
def test_each_key_of_an_included_file_is_told_alone_and_cured(by: int) -> None:
    for line, slip, meant in off(by):
        found = faults(slip)

        assert [one.place.line for one in found if one.place] == [line], found
        assert "this line begins" in found[0].message
        assert done(slip, found[0]) == meant


def test_all_keys_but_the_first_are_one_slip() -> None:
    first, *rest = entry(0).split("\n")

    (fault,) = faults("\n".join([first, *(f" {one}" if one else "" for one in rest)]))

    assert fault.fix == "indent it by 1 blank, as line 2"


@pytest.mark.parametrize("key", ["call", "project"])
def test_the_first_line_of_a_spec_is_told_alone_and_cured(key: str) -> None:
    lines = [f"{HEAD}strand: A", "project:", "  acronym: X", ""]
    text = "\n".join(lines if key == "call" else [*lines[1:-1], lines[0], ""])

    try:
        reading.spec([SourceText("a.yaml", f" {text}")], known())
    except UnreadableError as error:
        (fault, *others) = error.faults

    assert fault.fix == "begin it at the left edge"
    assert not others
