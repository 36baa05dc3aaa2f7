"""What YAML reads otherwise than most people mean it is told at its line, and nothing else is."""

import pytest

from tests.support.reading import CALL_ID, HEAD, read

PROJECT = f"{HEAD}project:\n  acronym: X\n"


@pytest.mark.parametrize(
    ("written", "line", "words"),
    [
        ("  title: The #1 cluster\n", 4, "'#1 cluster' is not read"),
        ("  title: #1 cluster\n", 4, "'#1 cluster' is not read"),
        ("  keywords: [soil] #water\n", 4, "'#water' is not read"),
        ("  title: &Co KG\n", 4, "nothing uses it"),
        ("  title: Waves\n    - of growth\n", 5, "part of the text that begins on line 4"),
        ("  title: Waves\n    start_date:2021-09-01\n", 5, "part of the text"),
        ('  title: "Waves\n    keywords: of growth"\n', 5, "part of the text"),
    ],
)
def test_a_reading_that_can_be_doubted_is_told(written: str, line: int, words: str) -> None:
    (remark,) = read(PROJECT + written).remarks

    assert remark.place is not None
    assert remark.place.line == line
    assert words in remark.message


@pytest.mark.parametrize(
    "written",
    [
        "  title: Waves # of growth\n",
        "  title: 'The #1 cluster'\n",
        "  title: C#1\n",
        "  abstract: |\n    The #1 cluster.\n    #2 comes next.\n",
        "  #title: Waves\n",
        "#title: Waves #1\n",
        "  title: Waves ## of growth\n",
        "  title: Waves\n    of growth: no, of change\n".replace(": no", " no"),
        '  title: "Waves\n    of growth"\n',
        "  title: Waves\n    https://a.example\n",
        "  title: &a Waves\n  objectives: *a\n",
    ],
)
def test_what_is_plain_is_not_told(written: str) -> None:
    assert not read(PROJECT + written).remarks


def test_the_examples_of_a_call_are_read_without_a_remark() -> None:
    assert CALL_ID in read(PROJECT).spec.call
