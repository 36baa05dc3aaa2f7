"""Running heads stay on their line: what does not fit is left out, by its width."""

from datetime import date

import pytest

from escp_docs.document import Document
from escp_docs.export.text_width import TextWidth
from escp_docs.language.running_heads import head
from tests.support.look import look
from tests.support.sample import sample

_ROOM_MM = 162 / 2 - 5  # half of the page, less half of the word DRAFT


def titled(title: str, name: str = "probe", acronym: str = "X") -> Document:
    return sample(title=title, acronym=acronym, name=name, date=date(2020, 11, 20))


@pytest.mark.parametrize(
    ("title", "name", "shown"),
    [
        ("Checklist – X", "checklist", "Checklist, 20 November 2020"),
        (
            "Memorandum of Understanding, Mercosur – X",
            "m",
            "Memorandum of Understanding, Mercosur, ",
        ),
        (f"Partnership Agreement of {'Y' * 40} (X) – X", "partnership-agreement", "Partnership Ag"),
        (f"Letter of intent, {'M' * 40} – X", "letters/M-intent", "20 November 2020"),
    ],
)
def test_a_head_has_as_much_of_the_title_as_fits(title: str, name: str, shown: str) -> None:
    said = head(titled(title, name))

    assert said.startswith(shown)
    assert said.endswith("20 November 2020")
    assert TextWidth(look()).mm(said, 8) <= _ROOM_MM


@pytest.mark.parametrize("letter", ["M", "i", "Ω", "Ж", "漢"])
def test_the_widest_letters_are_measured_and_not_counted(letter: str) -> None:
    longest = max(
        (head(titled(letter * count)) for count in range(1, 120)),
        key=len,
    )

    assert TextWidth(look()).mm(longest, 8) <= _ROOM_MM
    assert letter in longest
