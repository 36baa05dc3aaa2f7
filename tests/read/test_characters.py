"""Line ends of others are kept where they were pasted, and no other control character is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escp_docs.read.characters import aligned, as_words, parsable, restored
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


@pytest.mark.parametrize(
    "escape",
    ["\\0", "\\a", "\\b", "\\e", "\\x07", "\\x1b", "\\u0000", "\\U0000009b", "\\ufdd0", "\\uffff"],
)
@pytest.mark.parametrize("place", ["  title: ", "  summary: {a: 1, b: ", '  "k": '])
def test_an_escape_is_refused_for_the_character_that_it_makes(escape: str, place: str) -> None:
    end = "}" if "{" in place else ""
    found = faults(f'{HEAD}project:\n  acronym: X\n{place}"One{escape}two"{end}\n')

    (fault,) = [one for one in found if "which cannot stand in a text" in one.message]
    assert fault.place is not None
    assert (fault.place.line, fault.place.column) == (4, len(place) + 5)
    assert f"'{escape}'" in fault.message
    assert "single quotes" in (fault.fix or "")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("a\\tb", "a\tb"),
        ("a \\u00fc \\xe9", "a \u00fc \u00e9"),
        ("a\\\\b", "a\\b"),
        ("a \\\\x07", "a \\x07"),
        ("https:\\/\\/a.example", "https://a.example"),
        ("a\\_b", "a\xa0b"),
        ("One\\ntwo", "One\ntwo"),
        ("See\\nwww.a.example", "See\nwww.a.example"),
        ("Plan B:\\nWe go.", "Plan B:\nWe go."),
        ("a/b.md and c", "a/b.md and c"),
        ("C:\\\\temp\\\\new.md", "C:\\temp\\new.md"),
    ],
)
def test_other_escapes_are_read_without_a_remark(written: str, value: str) -> None:
    found = read(f'{HEAD}project:\n  acronym: X\n  title: "{written}"\n')

    assert found.spec.project.title == value
    assert not found.remarks


@pytest.mark.parametrize(
    ("written", "escape", "column"),
    [
        ("C:\\temp\\notes", "\\t", 13),
        ("C:\\temp", "\\t", 13),
        ("see C:\\new\\road for it", "\\n", 17),
        ("texts\\new.md", "\\n", 16),
        ("texts\\readme.docx", "\\r", 16),
        ("see a/texts\\table.xlsx, too", "\\t", 22),
    ],
)
def test_an_escape_in_a_path_is_told(written: str, escape: str, column: int) -> None:
    (remark, *_) = read(f'{HEAD}project:\n  acronym: X\n  title: "{written}"\n').remarks

    assert f"'{escape}' in double quotes is read as" in remark.message
    assert remark.place is not None
    assert (remark.place.line, remark.place.column) == (4, column)


def test_a_path_with_a_backspace_is_refused() -> None:
    (fault,) = faults(f'{HEAD}project:\n  acronym: X\n  title: "C:\\temp\\bonn"\n')

    assert "'\\b' in double quotes makes a backspace" in fault.message


@pytest.mark.parametrize("count", [1, 99, 100, 5000])
def test_so_many_escapes_are_told_that_somebody_reads_them(count: int) -> None:
    paths = "".join(f'    - "C:\\temp\\new{index}"\n' for index in range(count))
    signs = "\\x07" * count
    text = f'{HEAD}project:\n  acronym: X\n  keywords:\n{paths}  title: "a{signs}"\n'

    found = [one for one in faults(text) if "cannot stand in a text" in one.message]

    assert len(found) == min(count, 100)


@given(st.text(st.sampled_from("ab \n\r\t\f\v\x85\u2028\x00é"), max_size=30))
def test_each_character_that_yaml_takes_is_known_by_its_place(text: str) -> None:
    taken, places = aligned(text)
    flat = text.replace("\r\n", "\n").replace("\r", "\n")

    assert taken == parsable(flat)[0]
    assert len(places) == len(taken) + 1
    assert list(places) == sorted(set(places))
    assert places[-1] == len(text)
    for index, one in enumerate(taken):
        if one.isalpha() and one.isascii():
            assert text[places[index]] == one


@pytest.mark.parametrize("lead", ["\f  ", "  \f", " \v ", "\f\f  ", "\u2028  ", "  \x85"])
@pytest.mark.parametrize("word", ["abstract: y", "- abstract: y", "abstract: [", "abstract"])
def test_a_line_end_of_others_before_a_key_is_a_fault_at_its_line(lead: str, word: str) -> None:
    found = faults(f"{HEAD}project:\n  acronym: X\n{lead}{word}\n")

    assert found
    assert all(one.place is not None for one in found)
