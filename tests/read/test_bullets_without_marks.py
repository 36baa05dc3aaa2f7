"""Bullets that Word leaves below a key: one slip a list, with the cure for all of its lines."""

import pytest

from tests.support.reading import HEAD, faults, read

PROJECT = f"{HEAD}project:\n  acronym: X\n"
BULLETS = (
    *("•\t", "\uf0b7\t", "o\t", "§\t", "–\t", "Ø   ", "• ", "·\u00a0 ", "o\u00a0\u00a0"),
    *("1)\t", "a) ", "(i) ", "-\t"),
)


@pytest.mark.parametrize("bullet", BULLETS)
def test_a_list_of_texts_that_begins_left_of_its_key(bullet: str) -> None:
    lines = "".join(f"{bullet}{one}\n" for one in ("ocean energy", "ports, ships", "sand"))
    text = f"{PROJECT}  keywords:\n{lines}  title: Big\n"

    (fault,) = faults(text)

    assert fault.place is not None
    assert fault.place.line == 5
    assert fault.fix == "write `- ocean energy`, indented by 4 blanks, and so in 2 more lines"
    assert len(read(text.replace(bullet, "    - ")).spec.project.keywords or ()) == 3


@pytest.mark.parametrize("bullet", BULLETS[:-1])
def test_one_that_begins_below_its_key(bullet: str) -> None:
    text = f"{PROJECT}  keywords:\n  {bullet}ocean energy\n  {bullet}sand\n  title: Big\n"

    (fault,) = faults(text)

    assert fault.fix == "write `- ocean energy`, and so in 1 more line"


@pytest.mark.parametrize("indent", ["", "  ", "    "])
@pytest.mark.parametrize("bullet", ["- ", "-\t"])
def test_prose_that_is_typed_as_a_list(indent: str, bullet: str) -> None:
    text = f"{PROJECT}  objectives:\n{indent}{bullet}One thing\n{indent}{bullet}Two\n  title: Big\n"

    last = faults(text)[-1]

    assert last.fix == "write `objectives: |`, and the whole text below it, indented by 4 blanks"


def test_prose_in_brackets_is_put_in_quotes() -> None:
    (fault,) = faults(f"{PROJECT}  objectives: [all, of it]\n")

    assert fault.fix == 'put the text in quotes: `objectives: "[all, of it]"`'


@pytest.mark.parametrize("bullet", ["• ", "\uf0b7\t", "o\t"])
def test_all_texts_of_a_file_are_told_at_once(bullet: str) -> None:
    prose = f"{bullet}One: thing\n  {bullet}Two\n"
    text = (
        f"{PROJECT}  abstract:\n  {prose}  objectives:\n  {prose}  keywords:\n{bullet}one\n"
        f"{bullet}two\n"
    )

    assert len(faults(text)) == 3
