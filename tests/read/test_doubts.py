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


@pytest.mark.parametrize(
    ("written", "lines", "words"),
    [
        (">\n    We offer:\n    - growth\n    - jobs\n", [6, 7], "joined to the one above"),
        (">-\n    - growth\n    - jobs\n", [6], "joined to the one above"),
        (">+\n    We offer\n    • growth\n", [6], "joined to the one above"),
        (">\n    We offer:\n    1. growth\n    2. jobs\n", [6, 7], "joined to the one above"),
        (">\n    We offer:\n    a) growth\n    b) jobs\n", [6, 7], "joined to the one above"),
        (">\n    We offer:\n    – growth\n    – jobs\n", [6, 7], "joined to the one above"),
        (">\n    | a | b |\n    |---|---|\n    | c | d |\n", [6, 7], "joined to the one above"),
        (">\n    Words.\n    ## Budget\n", [6], "joined to the one above"),
        (">\n    Words.\n\n    More words.\n", [7], "parts no paragraphs"),
        (">\n\n    Words.\n\n    More words.\n\n", [8], "parts no paragraphs"),
        ("We grow.\n\n    We stay.\n", [6], "parts no paragraphs"),
        ("We offer\n    * growth\n    * jobs\n", [5, 6], "joined to the one above"),
        ("We offer\n    1. growth\n    2. jobs\n", [5, 6], "joined to the one above"),
        ('"We offer:\n    - growth\n    - jobs"\n', [5, 6], "joined to the one above"),
        ("'We grow.\n\n    We stay.'\n", [6], "parts no paragraphs"),
        ('"| a | b |\n    |---|---|\n    | c | d |"\n', [5, 6], "joined to the one above"),
    ],
)
@pytest.mark.parametrize("end", ["", "  title: Waves\n", "\n# end\nstrategy: {mission: Act.}\n"])
def test_lines_that_yaml_joins_are_told(
    written: str, lines: list[int], words: str, end: str
) -> None:
    found = read(f"{PROJECT}  abstract: {written}{end}").remarks

    assert [one.place and one.place.line for one in found] == lines
    assert all(words in one.message for one in found)
    assert all((one.fix or "").startswith("write |") for one in found)


@pytest.mark.parametrize(
    "written",
    [
        ">\n    Words that are wrapped\n    by hand, as in a letter.\n",
        ">\n    Words.\n\n\n    More words.\n",
        ">\n    We offer:\n\n      - growth\n      - jobs\n",
        ">\n    We offer:\n      - growth\n      - jobs\n",
        ">\n    The office stays open until month\n    32. We go on.\n",
        ">\n    The clusters\n    – they say –\n    agree.\n",
        ">\n    Words.\n\n",
        ">\n    Words.\n# end\n\n# of it\n",
        ">\n    Words.\n  # end\n\n  # of it\n",
        "|\n    We offer:\n    - growth\n    - jobs\n\n    More words.\n",
        "Words that are wrapped\n    by hand.\n",
        '"We offer:\\n- growth\\n- jobs\\n\\nMore words."\n',
        '"Words.\n\n\n    More words."\n',
    ],
)
@pytest.mark.parametrize("end", ["", "  title: Waves\n", "\n# end\nstrategy: {mission: Act.}\n"])
def test_lines_that_are_kept_or_wrapped_are_not_told(written: str, end: str) -> None:
    assert not read(f"{PROJECT}  abstract: {written}{end}").remarks


@pytest.mark.parametrize(
    ("written", "parted"),
    [
        ("[1,5 FTE, 2]", "'1,5 FTE' in brackets is two entries, '1' and '5 FTE'"),
        ("[soil, 12,500 trees]", "'12,500 trees' in brackets is two entries"),
        ("[soil,\n    0,5]", "'0,5' in brackets"),
    ],
)
def test_a_number_that_a_comma_parts_is_told(written: str, parted: str) -> None:
    (remark,) = read(f"{PROJECT}  keywords: {written}\n").remarks

    assert parted in remark.message
    assert "quotes" in (remark.fix or "")


@pytest.mark.parametrize("written", ["[1, 5 FTE]", '["1","5 FTE"]', "[2019,2020]", "[a1,5]"])
def test_entries_that_are_parted_on_purpose_are_not_told(written: str) -> None:
    assert not read(f"{PROJECT}  keywords: {written}\n").remarks


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("[soil; water]", "a semicolon parts none"),
        ("[soil, “sun, wind”]", "in no quotes of YAML"),
        ("[„soil, water“]", "in no quotes of YAML"),
    ],
)
def test_signs_that_part_or_quote_nothing_are_told(written: str, words: str) -> None:
    (remark,) = read(f"{PROJECT}  keywords: {written}\n").remarks

    assert words in remark.message


@pytest.mark.parametrize("written", ['["a; b"]', "[a;b]", "['“a, b']"])
def test_signs_within_an_entry_are_not_told(written: str) -> None:
    assert not read(f"{PROJECT}  keywords: {written}\n").remarks


@pytest.mark.parametrize(
    "written", ["  title: Waves,\n", "  title: Waves, and,\n  keywords: [a]\n"]
)
def test_a_comma_behind_a_value_is_told(written: str) -> None:
    (remark,) = read(PROJECT + written).remarks

    assert "the comma at the end" in remark.message
    assert remark.place is not None
    assert remark.place.column == len(written.splitlines()[0])


@pytest.mark.parametrize("written", ["t/v.md", "file t/v.md", "notes.docx", "'file: v.txt'"])
def test_a_prose_that_names_a_file_is_told(written: str) -> None:
    (remark,) = read(f"{HEAD}project: {{acronym: X}}\nstrategy:\n  vision: {written}\n").remarks

    assert "names a file" in remark.message
    assert (remark.fix or "").startswith("write `vision: {file: ")


@pytest.mark.parametrize("written", ["We wrote v.md.", "See t/v.md", "md"])
def test_a_prose_that_speaks_of_a_file_is_not_told(written: str) -> None:
    assert not read(f"{HEAD}project: {{acronym: X}}\nstrategy:\n  vision: {written}\n").remarks
